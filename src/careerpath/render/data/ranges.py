"""Ranges of points and of hours, as scripts see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from careerpath.model.assessment import points

if TYPE_CHECKING:
    from careerpath.model.assessment import Range
    from careerpath.pathways.effort import Span


class PointsRange(msgspec.Struct, frozen=True, kw_only=True):
    """What a figure can still become when the missing answers are given, in points."""

    low: float
    high: float


class HoursRange(msgspec.Struct, frozen=True, kw_only=True):
    """Hours, from the least to the most."""

    low: int
    high: int


def points_range(figures: Range) -> PointsRange:
    """A range of hundredths in points."""
    return PointsRange(low=points(figures.low), high=points(figures.high))


def hours_range(span: Span) -> HoursRange:
    """A range of hours."""
    return HoursRange(low=span.low, high=span.high)
