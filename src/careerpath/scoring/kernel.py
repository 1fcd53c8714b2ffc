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
from careerpath.scoring.largest import largest
from careerpath.scoring.lookups import BLOCK, UNKNOWN, Codes, Floats, Integers, LookUps, Worths

if TYPE_CHECKING:
    from collections.abc import Iterable

    from careerpath.model.answers import Answers
    from careerpath.model.catalog import Catalog
    from careerpath.scoring.table import ScoreTable

__all__ = ["UNKNOWN", "Codes", "Integers", "Kernel", "Scores", "Worths"]

EXACT_IN_SINGLE = 2**24
"""Whole numbers below this are exact as 32-bit floats, in which products of arrays are fastest."""


class Scores(NamedTuple):
    """Figures of people by role, in hundredths; each of shape (people, roles)."""

    match: Worths
    readiness: Worths
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
            np.array(codes, dtype=np.int8).reshape(-1, len(self.items)),
            np.array(likes, dtype=np.int8).reshape(-1, len(self.activities)),
        )

    def score(self, codes: Codes, likes: Codes) -> Scores:
        """The figures of every role for every person.

        Args:
            codes: of shape (people, items); -1 is unknown.
            likes: of shape (people, activities), 1 to 5; 0 is unknown.
        """
        return Scores(match=self.match(codes, likes), readiness=self._coverage.sums(codes), appeal=self.appeal(likes))

    def match(self, codes: Codes, likes: Codes) -> Worths:
        """The match of every role for every person, as `score` gives it."""
        return self._points.sums(codes) + self._liking(likes, self._appeal_percent, 100)

    def appeal(self, likes: Codes) -> Worths:
        """The appeal of every role for every person, as `score` gives it."""
        return self._liking(likes, 1, 1) + np.int32(MIDDLE)

    def leaders(self, match: Worths, count: int) -> Integers:
        """The columns of the roles that come first for every person, best first; of shape (count, people)."""
        roles, people = len(self.roles), len(match)
        leaders = np.empty((count, people), dtype=np.int64)
        widest = max(int(match.max()), -int(match.min())) + 1 if people else 0
        numbers = np.int32 if widest * roles < np.iinfo(np.int32).max else np.int64
        later = np.arange(roles - 1, -1, -1, dtype=numbers)[:, None]
        for start in range(0, people, BLOCK):
            # One key holds the match and, below it, the order among equals.
            keys: Integers = match[start : start + BLOCK].T.astype(numbers, order="C")
            keys *= roles
            keys[self.among_equals] += later
            leaders[:, start : start + BLOCK] = self.among_equals[roles - 1 - largest(keys, count) % roles]
        return leaders

    def rows(self, codes: Codes) -> Integers:
        """The row of the flat table behind each answer, of the shape of `codes`."""
        return np.asarray(np.where(codes == UNKNOWN, self.sizes, codes) + self.first_row)

    @cached_property
    def _points(self) -> LookUps:
        return LookUps(self.points, self.sizes)

    @cached_property
    def _coverage(self) -> LookUps:
        return LookUps(self.coverage, self.sizes)

    def _liking(self, likes: Codes, factor: int, divisor: int) -> Worths:
        """How much better than a person's mean a role's activities are liked, times a fraction; rounded hundredths.

        As `exact.rounded`: to the nearest whole number, halves upwards. The quotients of whole numbers below 2 to the
        power of 53 as 64-bit floats are never rounded up to a whole number, so that their floor is exact.
        """
        liking = np.empty((len(likes), len(self.roles)), dtype=np.int32)
        for start in range(0, len(likes), BLOCK):
            block = slice(start, start + BLOCK)
            liking[block] = self._liking_of_block(likes[block], factor, divisor)
        return liking

    def _liking_of_block(self, likes: Codes, factor: int, divisor: int) -> Floats:
        numbers = np.float32 if self._widest_liking < EXACT_IN_SINGLE else np.float64
        told = likes.astype(numbers)
        known = (likes > 0).astype(numbers)
        liked = known.sum(axis=1, keepdims=True)
        centred = liked * told - known * told.sum(axis=1, keepdims=True)
        numerator = (centred @ self.weights.T.astype(numbers)).astype(np.float64)
        numerator *= 2 * factor * PER_STEP
        denominator = np.maximum(liked.astype(np.float64) * self.weights.sum(axis=1), 1) * divisor
        numerator += denominator
        denominator *= 2
        numerator /= denominator
        return np.asarray(np.floor(numerator))

    @cached_property
    def _widest_liking(self) -> int:
        """No sum is further from zero: likes differ from their mean by at most 4, and are taken times their number."""
        return 4 * len(self.activities) * int(self.weights.sum(axis=1).max(initial=0))
