"""Proof that no answer still to come can change the first role.

The match is a sum over items, so the smallest difference between the leader and a rival, over every way to answer the
open questions, is the sum of the smallest differences item by item. The leader is certified if that is above zero for
every rival, or zero where the leader is shown before its equals. "Don't know" is one of the answers.

Likes enter as they count once all are rated: a linear form, which is smallest where each like is 1 or 5. An activity
that stays unknown counts as the person's mean, which lies between 1 and 5, so it is covered. Two things are taken for
worse than they can be: the rounding of the appeal (by less than a hundredth of a point), and background questions that
depend on each other, which are taken to be answered independently. So the proof never comes too early, and very rarely
a question late.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from careerpath.scoring.appeal import HIGHEST_LIKE, LOWEST_LIKE, PER_STEP

if TYPE_CHECKING:
    from careerpath.quiz.board import Board, Flags, Known, Singles
    from careerpath.quiz.outlook import Outlook
    from careerpath.scoring.belief import Floats
    from careerpath.scoring.kernel import Integers


CLOSEST = 60
"""The rivals that are looked at for the choice of a question. Proof is over all of them."""


class Bounds(NamedTuple):
    """The least that the leader can be ahead of each role, in hundredths (of itself: 0).

    `lows` is what each item adds to that at the least, of shape (items, roles).
    """

    leader: int
    margins: Integers
    lows: Integers

    @property
    def rivals(self) -> Flags:
        """The roles that could still come first in place of the leader."""
        places = np.arange(len(self.margins))
        return np.asarray((self.margins < 0) | ((self.margins == 0) & (places < self.leader)))

    @property
    def certified(self) -> bool:
        """Whether nothing can change the first role any more."""
        return not self.rivals.any()


class Certifier:
    """Works out bounds for the roles of a board."""

    def __init__(self, board: Board) -> None:
        self.board = board
        weights = board.kernel.weights[board.order]
        sums, count = weights.sum(axis=1), weights.shape[1]
        self._denominators = np.where(sums > 0, count * sums, 1)
        self._numerators = np.where(sums[:, None] > 0, count * weights - sums[:, None], 0)

    def bounds(self, known: Known, leader: int | None = None) -> Bounds:
        """The bounds of a role; of the one that leads now, if none is named."""
        board = self.board
        leader = int(board.match(known).argmax()) if leader is None else leader
        ahead = (board.worth[:, [leader]] - board.worth).astype(np.int64)
        lows = np.minimum.reduceat(ahead, board.kernel.first_row, axis=0)
        settled = ahead[board.kernel.rows(known.codes)[~known.open_items]].sum(axis=0)
        margins = settled + lows[known.open_items].sum(axis=0) + self._liking(known, leader)
        return Bounds(leader, np.asarray(margins), lows)

    def _liking(self, known: Known, leader: int) -> Integers:
        """The least that the leader can be ahead by its appeal."""
        board = self.board
        if not known.open_likes.any():
            rows = board.kernel.rows(known.codes)
            appeal = board.match(known) - board.worth[rows].sum(axis=0, dtype=np.int64)
            return np.asarray(appeal[leader] - appeal)
        ahead = self.slopes(leader)
        told = known.likes > 0
        least = ahead[:, told] @ known.likes[told].astype(np.int64)
        least += np.minimum(ahead * LOWEST_LIKE, ahead * HIGHEST_LIKE)[:, ~told].sum(axis=1)
        scale = board.catalog.scoring.appeal * PER_STEP
        return np.asarray(scale * least // (100 * self._denominators[leader] * self._denominators))

    def slopes(self, leader: int) -> Integers:
        """By how much a step of each like moves the leader ahead of each role, of shape (roles, activities).

        Times 12.5 hundredths and the weight of the appeal, over the product of the two denominators.
        """
        own, other = self._denominators[leader], self._denominators[:, None]
        return np.asarray(self._numerators[leader] * other - self._numerators * own)

    def progress(self, bounds: Bounds, outlook: Outlook, weights: Floats) -> tuple[Singles, Singles]:
        """How much of what is missing the answer to each open question is expected to bring, summed over the rivals.

        By open skill and by open like, in the order of the outlook.
        """
        rivals = closest(bounds)
        missing = np.maximum(-bounds.margins[rivals], 1).astype(np.float32)
        brought = (np.minimum(self.gains(bounds, rivals, outlook, weights), missing) / missing).sum(axis=1)
        skills = len(outlook.open_skills)
        return brought[:skills], brought[skills:]

    def gains(self, bounds: Bounds, rivals: Integers, outlook: Outlook, weights: Floats) -> Singles:
        """By how much each open question, skills first, is expected to raise the margin over each of these rivals."""
        board = self.board
        asked = board.skills[outlook.open_skills]
        first = board.kernel.first_row[asked]
        above = (weights.astype(np.float32) @ outlook.above).T
        ahead = (board.worth[:, [bounds.leader]] - board.worth[:, rivals]).astype(np.float32)
        expected = ahead[first]
        for level in range(above.shape[1]):
            expected += above[:, [level]] * (ahead[first + level + 1] - ahead[first + level])
        pull = board.pull[outlook.open_likes]
        middle = (HIGHEST_LIKE - LOWEST_LIKE) / 2
        return np.concatenate(
            [
                expected - bounds.lows[asked][:, rivals],
                middle * np.abs(pull[:, [bounds.leader]] - pull[:, rivals]),
            ]
        )


def closest(bounds: Bounds) -> Integers:
    """The rivals that the leader may fall behind the most; of very many only the first of them."""
    rivals = np.flatnonzero(bounds.rivals)
    return np.asarray(rivals[np.argsort(bounds.margins[rivals], kind="stable")[:CLOSEST]])
