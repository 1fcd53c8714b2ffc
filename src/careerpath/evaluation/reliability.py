"""Whether stated chances are right: what was said, and what came true."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import numpy as np

if TYPE_CHECKING:
    from careerpath.scoring.belief import Floats

BINS = 10
ENOUGH = 30
"""Fewer cases in a bin say nothing about it."""


class Bin(msgspec.Struct, frozen=True, kw_only=True):
    """The cases with a stated chance from `low` to `low` + 0.1: how many, the mean said, and the share right."""

    low: float
    cases: int
    said: float
    right: float

    @property
    def excess(self) -> float:
        """How much too sure the bin is; below 0 if it is too modest."""
        return self.said - self.right

    @property
    def deviation(self) -> float:
        """The standard error of the share right, were the stated chance true."""
        return float(np.sqrt(max(self.said * (1 - self.said), 0) / self.cases))


def reliability(said: Floats, right: Floats) -> tuple[Bin, ...]:
    """The cases by tenths of the stated chance; empty tenths are left out. `right` is 1, 0 or a share of a tie."""
    tenth = _tenths(said)
    return tuple(
        Bin(
            low=round(number / BINS, 1),
            cases=int(among.sum()),
            said=round(float(said[among].mean()), 4),
            right=round(float(right[among].mean()), 4),
        )
        for number in range(BINS)
        if (among := tenth == number).any()
    )


def calibration_error(said: Floats, right: Floats) -> float:
    """The expected calibration error: the mean over the cases of |said - right| of their bin."""
    tenth = _tenths(said)
    gaps = np.bincount(tenth, weights=said, minlength=BINS) - np.bincount(tenth, weights=right, minlength=BINS)
    return round(float(np.abs(gaps).sum() / len(said)), 4)


def most_overconfident(bins: tuple[Bin, ...]) -> Bin | None:
    """Of the bins with enough cases the one that is the most too sure."""
    return max((entry for entry in bins if entry.cases >= ENOUGH), key=lambda entry: entry.excess, default=None)


def _tenths(said: Floats) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    # A chance of 0.3 is often 0.29999999999999998 after adding; it belongs to the tenth that it is written as.
    return np.minimum((said * BINS + 1e-9).astype(np.int64), BINS - 1)
