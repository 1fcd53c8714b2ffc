"""The score of many people at once: the same table as `assess`, as arrays. Agrees with it to the last digit.

Answers are given as arrays of codes. A row of the flat table stands for one answer to one item, plus one for "unknown";
a person's score is a sum of rows, which is what a product of one-hot answers and the table would be.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from careerpath.scoring.appeal import MIDDLE, PER_STEP
from careerpath.scoring.items import coded_answers
from careerpath.scoring.liking import Fractions, Liking
from careerpath.scoring.lookups import UNKNOWN, Codes, Floats, Integers, LookUps, Worths

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from careerpath.model.answers import Answers
    from careerpath.model.catalog import Catalog
    from careerpath.scoring.table import ScoreTable

__all__ = ["UNKNOWN", "Codes", "Integers", "Kernel", "Leaders", "Scores", "Worths"]


class Scores(NamedTuple):
    """Figures of people by role, in hundredths; each of shape (people, roles)."""

    match: Worths
    readiness: Worths
    appeal: Worths


class Leaders(NamedTuple):
    """The roles that come first for people, best first: their columns, and figures in hundredths.

    Each of shape (count, people).
    """

    role: Integers
    match: Worths
    appeal: Worths


class Kernel:
    """A score table as arrays.

    Attributes:
        roles: the ids of the roles, in the order of the columns.
        among_equals: the columns in the order in which roles with the same match are shown.
        items: the names of the items, in the order of the columns of `codes`.
        activities: the ids of the activities, in the order of the columns of `likes`.
    """

    def __init__(self, table: ScoreTable, appeal_percent: int) -> None:
        self.roles = tuple(row.role for row in table.roles)
        self.among_equals = np.array(
            sorted(range(len(self.roles)), key=lambda n: table.roles[n].among_equals), dtype=int
        )
        self.items = tuple(item.name for item in table.items)
        self.activities = table.activities
        self.sizes = np.array([len(item.answers) for item in table.items])
        self.first_row = np.concatenate([[0], np.cumsum(self.sizes + 1)[:-1]])
        self._appeal_percent = appeal_percent
        self.coverage, self.points = self._flatten(table)
        self.weights = np.array(
            [[role.activities.get(activity, 0) for activity in self.activities] for role in table.roles], dtype=np.int64
        ).reshape(len(self.roles), len(self.activities))

    def _flatten(self, table: ScoreTable) -> tuple[Worths, Worths]:
        """Coverage and points of every answer, of shape (rows, roles)."""
        first = dict(zip(self.items, self.first_row.tolist(), strict=True))
        shape = int((self.sizes + 1).sum()), len(self.roles)
        coverage, points = np.zeros(shape, dtype=np.int32), np.zeros(shape, dtype=np.int32)
        for name, row in first.items():
            if name.startswith("skill:"):
                worth = (*table.unasked.surplus, table.unasked.unknown_surplus)
                points[row : row + len(worth)] = np.array(worth)[:, None]
        for column, role in enumerate(table.roles):
            rows: list[int] = []
            covered: list[int] = []
            surplus: list[int] = []
            for name, term in role.terms.items():
                rows += range(first[name], first[name] + len(term.coverage) + 1)
                covered += (*term.coverage, term.unknown_coverage)
                surplus += (*term.surplus, term.unknown_surplus)
            coverage[rows, column] = covered
            points[rows, column] = np.add(covered, surplus)
        return coverage, points

    def encode(self, catalog: Catalog, people: Iterable[Answers]) -> tuple[Codes, Codes]:
        """Answers as arrays: codes of shape (people, items) and likes of shape (people, activities)."""
        codes, likes = [], []
        for answers in people:
            coded = coded_answers(catalog, answers)
            codes.append([coded.get(item, UNKNOWN) for item in self.items])
            likes.append([answers.likes.get(activity) or 0 for activity in self.activities])
        return (
            np.array(codes, dtype=np.int8).reshape(len(codes), len(self.items)),
            np.array(likes, dtype=np.int8).reshape(len(likes), len(self.activities)),
        )

    def score(self, codes: Codes, likes: Codes) -> Scores:
        """The figures of every role for every person.

        Args:
            codes: of shape (people, items); -1 is unknown.
            likes: of shape (people, activities), 1 to 5; 0 is unknown.
        """
        match, appeal = np.empty((2, len(codes), len(self.roles)), dtype=np.int32)
        for people, whole, liked in self._in_blocks(self._points, self._liking, codes, likes):
            match[people], appeal[people] = whole, _appeal(liked)
        return Scores(match=match, readiness=self._coverage.sums(codes), appeal=appeal)

    def leaders(self, codes: Codes, likes: Codes, count: int) -> Leaders:
        """The roles that come first for every person, in the order of `assess`.

        Args:
            codes: of shape (people, items); -1 is unknown. Fastest where the answers to an item lie side by side.
            likes: of shape (people, activities), 1 to 5; 0 is unknown.
            count: how many roles, at most as many as there are.
        """
        shape = count, len(codes)
        place, match = np.empty(shape, dtype=np.int64), np.empty(shape, dtype=np.int32)
        liked = Fractions(np.empty(shape), np.empty(shape))
        for people, left, block in self._in_blocks(self._ordered_points, self._ordered_liking, codes, likes):
            rows = np.arange(len(left))
            for rank in range(count):
                # Of equals this is the first one, and columns are in their order among equals.
                best = place[rank, people] = left.argmax(axis=1)
                match[rank, people] = left[rows, best]
                for chosen, everyone in zip(liked, block, strict=True):
                    chosen[rank, people] = everyone[rows, best]
                left[rows, best] = -np.inf
        return Leaders(self.among_equals[place], match, _appeal(liked))

    def rows(self, codes: Codes) -> Integers:
        """The row of the flat table behind each answer, of the shape of `codes`."""
        return np.asarray(np.where(codes == UNKNOWN, self.sizes, codes) + self.first_row)

    def _in_blocks(
        self, points: LookUps, liking: Liking, codes: Codes, likes: Codes
    ) -> Iterator[tuple[slice, Floats, Fractions]]:
        """The match of some people after others, and how well roles are liked; overwritten by the next ones."""
        # Memory is taken once: to take and give it back for every block would cost more than the sums.
        block = min(points.block, len(codes))
        liked = liking.space(block)
        space = np.empty((2, *liked.numerator.shape))
        for people, worth in points.in_blocks(codes):
            count = len(worth)
            found = liking.of(likes[people], Fractions(*(array[:count] for array in liked)))
            match = found.rounded(self._appeal_percent * PER_STEP, 100, (space[0, :count], space[1, :count]))
            match += worth
            yield people, match, found

    @cached_property
    def _points(self) -> LookUps:
        return LookUps(self.points, self.sizes)

    @cached_property
    def _coverage(self) -> LookUps:
        return LookUps(self.coverage, self.sizes)

    @cached_property
    def _liking(self) -> Liking:
        return Liking(self.weights)

    @cached_property
    def _ordered_points(self) -> LookUps:
        return LookUps(self.points[:, self.among_equals], self.sizes)

    @cached_property
    def _ordered_liking(self) -> Liking:
        return Liking(self.weights[self.among_equals])


def _appeal(liked: Fractions) -> Worths:
    return (liked.rounded(PER_STEP, 1) + MIDDLE).astype(np.int32)
