"""Exact arithmetic on whole numbers: one rounding rule, and fair division of a total."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

WHOLE = 10_000
"""A hundred points, in hundredths."""


def rounded(numerator: int, denominator: int) -> int:
    """`numerator / denominator` to the nearest whole number, halves upwards; the denominator is positive."""
    return (2 * numerator + denominator) // (2 * denominator)


def divide_fairly(total: int, numerators: Mapping[str, int], denominator: int) -> dict[str, int]:
    """Whole numbers near the shares `numerator / denominator` that add up to `total` (the largest-remainder method).

    Args:
        total: what the parts must add up to: the sum of the shares, rounded up or down.
        numerators: the shares, over a common positive denominator. Equal remainders are served in the order of their
            names, so that the order of the mapping does not matter.
        denominator: what the numerators are divided by.

    Returns:
        A whole number for each name, less than 1 away from its share, in the order of `numerators`.
    """
    parts = {name: numerator // denominator for name, numerator in numerators.items()}
    missing = total - sum(parts.values())
    by_remainder = sorted(numerators, key=lambda name: (-(numerators[name] % denominator), name))
    for name in by_remainder[:missing]:
        parts[name] += 1
    return parts


def proportional(total: int, weights: Mapping[str, int]) -> dict[str, int]:
    """`total` divided in proportion to positive whole weights, exactly."""
    return divide_fairly(total, {name: total * weight for name, weight in weights.items()}, sum(weights.values()))
