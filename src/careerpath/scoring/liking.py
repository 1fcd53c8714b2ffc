"""How much better than their mean people like what roles consist of: `appeal` for many at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from careerpath.scoring.lookups import Codes, Floats, Integers

EXACT_IN_SINGLE = 2**24
"""Whole numbers below this are exact as 32-bit floats, in which products of arrays are fastest."""

ONE_THREAD = 2**17
"""So many multiplications BLAS (as OpenBLAS, twice as many) does by itself. Larger products it shares out among threads
of its own, which wait for one another in loops: beside our threads that takes several times as long."""


class Fractions(NamedTuple):
    """Whole numbers over positive whole numbers, as floats; of the same shape."""

    numerator: Floats
    denominator: Floats

    def rounded(self, factor: int, divisor: int, space: tuple[Floats, Floats] | None = None) -> Floats:
        """Each times `factor / divisor`, to the nearest whole number, halves upwards, as `exact.rounded`.

        The quotients of whole numbers below 2 to the power of 53 as 64-bit floats are never rounded up to a whole
        number, so that their floor is exact.

        Args:
            factor: a whole number.
            divisor: a positive whole number.
            space: two arrays of 64-bit floats to work in; the first one is returned.
        """
        found, denominator = space or (None, None)
        found = np.multiply(self.numerator, 2 * factor, out=found, dtype=np.float64)
        denominator = np.multiply(self.denominator, divisor, out=denominator, dtype=np.float64)
        found += denominator
        denominator *= 2
        found /= denominator
        return np.floor(found, out=found)


class Liking:
    """How well what roles consist of is liked.

    Takes the weights of activities in roles: whole numbers from 0, of shape (roles, activities).
    """

    def __init__(self, weights: Integers) -> None:
        sums = weights.sum(axis=1)
        # No sum is further from zero: likes differ from their mean by at most 4, and are taken times their number.
        widest = 4 * weights.shape[1] * int(sums.max(initial=0))
        self._numbers = np.float32 if widest < EXACT_IN_SINGLE else np.float64
        self._weights: Floats = weights.T.astype(self._numbers)
        self._sums: Floats = sums.astype(self._numbers)

    def space(self, people: int) -> Fractions:
        """Arrays for `of` to work in, for so many people."""
        numerator, denominator = np.empty((2, people, len(self._sums)), dtype=self._numbers)
        return Fractions(numerator, denominator)

    def of(self, likes: Codes, space: Fractions | None = None) -> Fractions:
        """How many steps above their mean people like what roles consist of: a mean, weighted as the activities are.

        Args:
            likes: of shape (people, activities), 1 to 5; 0 is unknown and counts as the mean.
            space: arrays to work in, which are returned.

        Returns:
            Fractions of shape (people, roles); 0 where nothing is known, and for roles without activities.
        """
        told = likes.astype(self._numbers)
        known = (likes > 0).astype(self._numbers)
        rated = known.sum(axis=1, keepdims=True)
        differences = rated * told - known * told.sum(axis=1, keepdims=True)
        numerator, denominator = space or self.space(len(likes))
        _multiply(differences, self._weights, numerator)
        np.multiply(rated, self._sums, out=denominator)
        return Fractions(numerator, np.maximum(denominator, 1, out=denominator))


def _multiply(people: Floats, weights: Floats, product: Floats) -> None:
    """The product of two arrays, some people at a time."""
    part = max(ONE_THREAD // max(weights.size, 1), 1)
    parts = len(people) // part
    end = parts * part
    activities, roles = weights.shape
    np.matmul(people[:end].reshape(parts, part, activities), weights, out=product[:end].reshape(parts, part, roles))
    np.matmul(people[end:], weights, out=product[end:])
