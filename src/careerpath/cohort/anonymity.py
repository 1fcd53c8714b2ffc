"""Counts of people that may be published: none that tells of a small group.

A group is small if it has 1 to k - 1 people (k-anonymity: Sweeney, 2002). To leave small counts out is not enough: the
difference of two large ones may be small. So every count is rounded down to a multiple of 2 k. What is told of a group
then leaves room for 2 k different counts, and of a difference of groups for more: among them there is always nobody, or
a large group.
"""

from __future__ import annotations


def grain(least: int) -> int:
    """What counts are rounded to, so that no group of fewer than `least` people is told of; 1 protects nobody."""
    return 2 * least if least > 1 else 1


def round_down(count: int, least: int) -> int:
    """So many people at the least: 0 for nobody, for a small group, and for some that are large enough."""
    return count - count % grain(least)
