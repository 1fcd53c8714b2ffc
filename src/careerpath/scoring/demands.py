"""What roles ask for, as arrays: how many people at once stand to the requirements of a role.

A case is one way to stand to one requirement: an answer to its item, or "unknown". Every case of every role has a
number; what somebody lacks for a role is then a look-up for each requirement.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from careerpath.scoring.largest import largest
from careerpath.scoring.lookups import UNKNOWN, Codes, Integers, Worths

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from careerpath.model.role import Requirement
    from careerpath.scoring.table import RoleTerms, ScoreTable, Term

NO_GAP = -1

FIELD_BITS = 16
"""Four figures are summed up at once, as fields of one number: none of the sums can reach into the next field, since
shares of a role add up to 10,000 hundredths and no role has as many requirements as that."""

FIELD = (1 << FIELD_BITS) - 1


class Case(NamedTuple):
    """A way to stand to a requirement of a role: the answer's code, -1 for unknown."""

    role: str
    item: str
    requirement: Requirement
    code: int

    @property
    def is_known(self) -> bool:
        """Whether the person has said."""
        return self.code != UNKNOWN


class RoleDemands(NamedTuple):
    """The requirements of a role in the order of their items' names: the columns of the items, and their first cases.

    The first case of a requirement is "unknown"; the answers follow.
    """

    items: Worths
    first: Worths


class Standing(NamedTuple):
    """How people stand to one role; in hundredths, of shape (people,). `cases` is of shape (requirements, people).

    unmet: whether something essential is unmet or unknown. gaps: the cases of what gains most, best first, of shape
    (count, people); -1 where there are no more.
    """

    cases: Worths
    readiness: Worths
    low: Worths
    high: Worths
    unmet: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]
    gaps: Worths


class Demands:
    """The requirements of every role of a table.

    Attributes:
        cases: every case, in the order of the table's roles; those of a role lie together.
        roles: the requirements of each role.
        bounds: the number of the first case of each role, and in the end the number of cases.
    """

    def __init__(self, table: ScoreTable) -> None:
        columns = {item.name: column for column, item in enumerate(table.items)}
        self.cases: list[Case] = []
        self.roles: list[RoleDemands] = []
        self.bounds = [0]
        asked: list[_Asked] = []
        for row in table.roles:
            items = sorted(row.terms)
            first = []
            for place, item in enumerate(items):
                first.append(len(self.cases))
                self.cases += _cases(row, item)
                is_essential = row.requirements[item].importance == "essential"
                asked.append(_Asked(row.terms[item], is_essential, len(items) - 1 - place, len(items)))
            self.roles.append(
                RoleDemands(np.array([columns[item] for item in items], np.int32), np.array(first, np.int32))
            )
            self.bounds.append(len(self.cases))
        self._fields, self.gain, self._key = _figures(asked)

    def stand(self, role: int, codes: Codes, whom: Integers, gaps: int) -> Standing:
        """How people stand to a role.

        Args:
            role: the number of the role.
            codes: of everybody, of shape (items, people); -1 is unknown.
            whom: the columns of the people to look at.
            gaps: how many gaps to find for each person at the most.
        """
        items, first = self.roles[role]
        cases = codes[np.ix_(items, whom)] + (first + 1)[:, None]  # "unknown", -1, is the first case
        keys = self._key[cases]
        count = len(items)
        best = largest(keys, min(gaps, count))
        place = count - 1 - best % max(count, 1)
        found = np.where(best == NO_GAP, NO_GAP, np.take_along_axis(cases, place, axis=0))
        sums = self._fields[cases].sum(axis=0)
        readiness, low, high, unmet = ((sums >> (FIELD_BITS * field)) & FIELD for field in range(4))
        return Standing(
            cases=cases,
            readiness=readiness.astype(np.int32),
            low=low.astype(np.int32),
            high=high.astype(np.int32),
            unmet=unmet > 0,
            gaps=np.asarray(found, dtype=np.int32),
        )


def _cases(row: RoleTerms, item: str) -> Iterator[Case]:
    for code in range(UNKNOWN, len(row.terms[item].coverage)):
        yield Case(row.role, item, row.requirements[item], code)


class _Asked(NamedTuple):
    """A requirement of a role. Of its `places` requirements, `place` counts backwards in the order of their items."""

    term: Term
    is_essential: bool
    place: int
    places: int


def _figures(asked: Sequence[_Asked]) -> tuple[Integers, Worths, Worths]:
    """For every case of some requirements: the fields that are summed up, the gain, and the key that orders gaps.

    The fields: coverage, the lowest and the highest that it can be, and whether something essential is unmet. Gaps are
    ordered as `explain.find_gaps` does, by gain and then by the item's name.
    """
    sizes = np.array([1 + len(one.term.coverage) for one in asked], dtype=np.int64)
    of_each = np.array(
        [(min(a.term.coverage), a.term.full, a.is_essential, a.place, a.places) for a in asked], dtype=np.int64
    )
    least, full, essential, place, places = np.repeat(of_each.reshape(-1, 5), sizes, axis=0).T
    worth = np.array([w for one in asked for w in (one.term.unknown_coverage, *one.term.coverage)], dtype=np.int64)
    is_known = np.ones(len(worth), dtype=bool)
    is_known[np.cumsum(sizes) - sizes] = False
    gain = full - worth
    key = np.where(is_known & (gain == 0), NO_GAP, gain * places + place)
    low, high = np.where(is_known, worth, least), np.where(is_known, worth, full)
    unmet = essential & (~is_known | (gain > 0))
    fields = sum(figure << (FIELD_BITS * field) for field, figure in enumerate((worth, low, high, unmet)))
    return np.asarray(fields), gain.astype(np.int32), key.astype(np.int32)


def band_codes(standing: Standing, ready: int, following: int) -> Integers:
    """The bands of people for a role: 0 ready, 1 next, 2 later; by the rule of `assess.band_of`.

    Args:
        standing: how they stand.
        ready: the limit of "ready now", in points.
        following: the limit of "next step", in points.
    """
    is_ready = ~standing.unmet & (standing.low >= ready * 100)
    return np.where(is_ready, 0, np.where(standing.readiness >= following * 100, 1, 2))
