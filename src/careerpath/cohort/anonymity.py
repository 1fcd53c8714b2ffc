"""Counts of people that may be published: none that would tell of a small group.

A count from 1 to k - 1 is withheld (k-anonymity: Sweeney, 2002), and so is one whose rest is that small: "all but
three". Of counts whose sum is known, others are withheld with it, so that no difference tells it (complementary
suppression: Cox, 1980). This protects one publication, not two of overlapping groups from being compared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def is_small(count: int, least: int) -> bool:
    """Whether so many people are a group that must not be told of."""
    return 0 < count < least


def publishable(count: int, whole: int, least: int) -> bool:
    """Whether a count among a known number of people may be published by itself."""
    return not is_small(count, least) and not is_small(whole - count, least)


def withhold(counts: Sequence[int], least: int) -> list[int | None]:
    """The counts of groups that make up a known whole; None where one is withheld.

    Those withheld are together no small group, and never a single one.
    """
    hidden = {place for place, count in enumerate(counts) if is_small(count, least)}
    if not hidden:
        return list(counts)
    others = sorted((count, place) for place, count in enumerate(counts) if count >= least)
    while len(hidden) == 1 or sum(counts[place] for place in hidden) < least:
        if not others:
            return [None] * len(counts)
        hidden.add(others.pop(0)[1])
    return [None if place in hidden else count for place, count in enumerate(counts)]
