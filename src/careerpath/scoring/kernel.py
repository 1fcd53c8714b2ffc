"""The score of many people at once: the same table as `assess`, as arrays. Agrees with it to the last digit.

Answers are given as arrays of codes. A row of the flat table stands for one answer to one item, plus one for "unknown";
a person's score is a sum of rows, which is what a product of one-hot answers and the table would be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np

from careerpath.scoring.appeal import MIDDLE, PER_STEP
from careerpath.scoring.items import coded_answers

if TYPE_CHECKING:
    from collections.abc import Iterable

    from careerpath.model.answers import Answers
    from careerpath.model.catalog import Catalog
    from careerpath.scoring.table import ScoreTable

UNKNOWN = -1
"""The code of an answer that is not known. For likes it is 0, since they run from 1 to 5."""

Integers: TypeAlias = np.ndarray[tuple[int, ...], np.dtype[np.int64]]
Codes: TypeAlias = np.ndarray[tuple[int, ...], np.dtype[np.int8]]


class Scores(NamedTuple):
    """Figures of people by role, in hundredths; each of shape (people, roles)."""

    match: Integers
    readiness: Integers
    appeal: Integers


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
        rows = int((self.sizes + 1).sum())
        self.coverage = np.zeros((rows, len(self.roles)), dtype=np.int32)
        self.points = np.zeros((rows, len(self.roles)), dtype=np.int32)
        for column, role in enumerate(table.roles):
            for item, first in zip(table.items, self.first_row, strict=True):
                term = role.terms.get(item.name) or (table.unasked if item.name.startswith("skill:") else None)
                if term is None:
                    continue
                last = first + len(item.answers)
                surplus = (*term.surplus, term.unknown_surplus)
                self.coverage[first : last + 1, column] = (*term.coverage, term.unknown_coverage)
                self.points[first : last + 1, column] = self.coverage[first : last + 1, column] + surplus
        self.weights = np.array(
            [[role.activities.get(activity, 0) for activity in self.activities] for role in table.roles], dtype=np.int64
        ).reshape(len(self.roles), len(self.activities))

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
        rows = self.rows(codes)
        appeal, appeal_points = self._appeal(likes)
        return Scores(
            match=_sum_of_rows(self.points, rows) + appeal_points,
            readiness=_sum_of_rows(self.coverage, rows),
            appeal=appeal,
        )

    def rows(self, codes: Codes) -> Integers:
        """The row of the flat table behind each answer, of the shape of `codes`."""
        return np.asarray(np.where(codes == UNKNOWN, self.sizes, codes) + self.first_row)

    def _appeal(self, likes: Codes) -> tuple[Integers, Integers]:
        known = (likes > 0).astype(np.int64)
        liked = known.sum(axis=1, keepdims=True)
        centred = liked * likes.astype(np.int64) - known * likes.astype(np.int64).sum(axis=1, keepdims=True)
        numerator = centred @ self.weights.T
        denominator = np.maximum(liked * self.weights.sum(axis=1), 1)
        appeal = MIDDLE + _rounded(PER_STEP * numerator, denominator)
        return appeal, _rounded(self._appeal_percent * PER_STEP * numerator, 100 * denominator)


def _rounded(numerator: Integers, denominator: Integers) -> Integers:
    """As `exact.rounded`: to the nearest whole number, halves upwards."""
    return np.asarray((2 * numerator + denominator) // (2 * denominator))


def _sum_of_rows(table: np.ndarray[tuple[int, ...], np.dtype[np.int32]], rows: Integers) -> Integers:
    total = np.zeros((len(rows), table.shape[1]), dtype=np.int64)
    for item in range(rows.shape[1]):
        total += table[rows[:, item]]
    return total
