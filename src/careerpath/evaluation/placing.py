"""Places by score, with ties divided fairly."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from careerpath.scoring.belief import Floats
    from careerpath.scoring.kernel import Integers, Kernel

PODIUM = 3


class Recovered(NamedTuple):
    """For each person, the chance that their role is first, and within the first three, if ties are drawn by lot."""

    firsts: Floats
    threes: Floats

    @property
    def first(self) -> float:
        """The share of people whose role comes first."""
        return round(float(self.firsts.mean()), 4)

    @property
    def three(self) -> float:
        """The share of people whose role is among the first three."""
        return round(float(self.threes.mean()), 4)

    def among(self, chosen: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> Recovered:
        """The same for some of the people."""
        return Recovered(self.firsts[chosen], self.threes[chosen])


def recovered(scores: Floats | Integers, role: Integers) -> Recovered:
    """How often each person's role comes out on top.

    Args:
        scores: higher is better; of shape (people, roles).
        role: the number of each person's role.
    """
    own = scores[np.arange(len(role)), role][:, None]
    better, tied = (scores > own).sum(axis=1), (scores == own).sum(axis=1)
    return Recovered(np.where(better == 0, 1 / tied, 0.0), np.clip((PODIUM - better) / tied, 0.0, 1.0))


def first_roles(kernel: Kernel, match: Integers) -> Integers:
    """The number of the role that each person is shown first: of equal ones the one that `assess` shows first."""
    order = kernel.among_equals
    return np.asarray(order[match[:, order].argmax(axis=1)])
