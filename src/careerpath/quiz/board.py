"""A catalogue as arrays for the questionnaire: what each answer is worth for each role, and what a session has told.

Roles stand in the order in which equal ones are shown, so that the first of several equal ones is the first shown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np

from careerpath.model.skill import MAX_LEVEL
from careerpath.scoring.appeal import PER_STEP
from careerpath.scoring.items import QUESTION_OF
from careerpath.scoring.kernel import UNKNOWN, Codes, Integers, Kernel
from careerpath.scoring.table import ScoreTable, build_table

if TYPE_CHECKING:
    from careerpath.model.catalog import Catalog
    from careerpath.quiz.session import Session

Singles: TypeAlias = np.ndarray[tuple[int, ...], np.dtype[np.float32]]
Flags: TypeAlias = np.ndarray[tuple[int, ...], np.dtype[np.bool_]]

LEVELS = MAX_LEVEL + 1
LIKES = 5


class Known(NamedTuple):
    """What a session has told.

    codes: by item, -1 where it is unknown. likes: by activity, 0 where unknown. open_items, open_likes: what has not
    been asked yet; a "don't know yet" is unknown and not open.
    """

    codes: Codes
    likes: Codes
    open_items: Flags
    open_likes: Flags


class Board:
    """The arrays of a catalogue.

    Attributes:
        order: the columns of the kernel as equal roles are shown: the lowest rung first, then by id; `roles` the ids in
            that order.
        skills: the items that are skills, `others` those that are background, by number.
        worth: points in hundredths of shape (rows of the kernel's flat table, roles).
        demand: the level that each role asks for, of shape (roles, skills); 0 where it asks for none.
        pull: what one step of liking adds to the match once every activity is rated, of shape (activities, roles).
    """

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self.table: ScoreTable = build_table(catalog)
        self.kernel = Kernel(self.table, catalog.scoring.appeal)
        self.order = self.kernel.among_equals
        self.roles = tuple(self.kernel.roles[column] for column in self.order)
        names = self.kernel.items
        self.skills = np.array([n for n, name in enumerate(names) if name.startswith("skill:")], dtype=int)
        self.others = np.array([n for n, name in enumerate(names) if not name.startswith("skill:")], dtype=int)
        self.skill_place = {names[n]: place for place, n in enumerate(self.skills)}
        self.like_place = {f"activity:{name}": place for place, name in enumerate(self.kernel.activities)}
        self.worth = self.kernel.points[:, self.order]
        self.demand = self._demand()
        weights = self.kernel.weights[self.order].astype(float)
        sums = weights.sum(axis=1, keepdims=True)
        shares = np.where(sums > 0, weights / np.maximum(sums, 1) - 1 / max(weights.shape[1], 1), 0.0)
        self.pull = (shares.T * PER_STEP * catalog.scoring.appeal / 100).astype(np.float32)
        first = self.kernel.first_row[self.skills]
        by_level = np.stack([self.worth[first + level] for level in range(LEVELS)])
        self.lowest = by_level[0].astype(np.float32)
        self.steps = np.diff(by_level, axis=0).astype(np.float32)

    def _demand(self) -> Integers:
        rows = [self.table.roles[column].requirements for column in self.order]
        demand = np.zeros((len(rows), len(self.skills)), dtype=np.int64)
        for role, requirements in enumerate(rows):
            for name, requirement in requirements.items():
                if name in self.skill_place:
                    demand[role, self.skill_place[name]] = getattr(requirement, "level", 0)
        return demand

    def known(self, session: Session) -> Known:
        """What the answers of a session have told."""
        codes, likes = self.kernel.encode(self.catalog, [session.answers()])
        unasked = [self._is_open(name, session) for name in self.kernel.items]
        return Known(
            codes=codes[0],
            likes=likes[0],
            open_items=np.array(unasked, dtype=bool) & (codes[0] == UNKNOWN),
            open_likes=np.array([name not in session.given for name in self.like_place], dtype=bool),
        )

    def _is_open(self, item: str, session: Session) -> bool:
        if item.startswith("skill:"):
            return item not in session.given
        question = "credentials" if item.startswith("credential:") else QUESTION_OF.get(item, item)
        return f"background:{question}" not in session.given

    def match(self, known: Known) -> Integers:
        """The match of each role as it would be shown now: what is unknown counts as the prior's mean."""
        return np.asarray(self.kernel.score(known.codes[None], known.likes[None]).match[0, self.order])

    def base(self, known: Known) -> Singles:
        """The points of each role from all that is not an open skill or an open item of the background."""
        closed = np.flatnonzero(~known.open_items)
        rows = self.kernel.rows(known.codes)[closed]
        return np.asarray(self.worth[rows].sum(axis=0, dtype=np.int64), dtype=np.float32)
