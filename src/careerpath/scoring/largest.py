"""The largest of many keys, for many people at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from careerpath.scoring.lookups import Integers


def largest(keys: Integers, count: int) -> Integers:
    """The largest keys of each column, largest first; of shape (count, columns).

    Args:
        keys: of shape (candidates, columns), different within a column where the order matters.
        count: how many, at most as many as there are candidates.

    Every candidate is carried past the places found so far: whole rows are compared at a time, which for a few places
    is much faster than sorting columns one by one.
    """
    found = np.full((count, keys.shape[1]), np.iinfo(keys.dtype).min, dtype=keys.dtype)
    smaller = np.empty(keys.shape[1], dtype=keys.dtype)
    for key in keys:
        carried = key.copy()
        for place in found:
            np.minimum(place, carried, out=smaller)
            np.maximum(place, carried, out=place)
            carried, smaller = smaller, carried
    return found
