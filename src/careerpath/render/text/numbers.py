"""Figures as they are written here: one decimal in tables, two where they must add up."""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from careerpath.render.data.gaps import HoursData
    from careerpath.render.data.ranges import PointsRange

SYMBOLS = {"USD": "$", "EUR": "\N{EURO SIGN}", "GBP": "\N{POUND SIGN}"}


def short(value: float) -> str:
    """Points with one decimal: `67.8`."""
    return _without_negative_zero(f"{value:.1f}")


def gain(value: float) -> str:
    """Points gained, with one decimal and a sign: `+4.2`."""
    return _without_negative_zero(f"{value:+.1f}")


def exact(value: float) -> str:
    """Points with two decimals and a sign: `+4.17`."""
    return _without_negative_zero(f"{value:+.2f}")


def total(values: Iterable[float]) -> float:
    """A sum of points with two decimals, free of the errors of binary fractions."""
    return sum(round(value * 100) for value in values) / 100


def _without_negative_zero(text: str) -> str:
    return text[1:] if text.startswith("-") and not text.strip("-0.") else text


def is_open(figures: PointsRange) -> bool:
    """Whether missing answers can still change a figure."""
    return figures.low != figures.high


def short_range(figures: PointsRange) -> str:
    """A range with one decimal: `50.0 to 87.5`."""
    return f"{short(figures.low)} to {short(figures.high)}"


def whole_range(figures: PointsRange) -> str:
    """A range in whole points, widened so that it still holds: `50-88`."""
    return f"{floor(figures.low)}-{ceil(figures.high)}"


def hours(low: int, high: int) -> str:
    """Hours: `5-12 h`."""
    return f"{low} h" if low == high else f"{low}-{high} h"


def hours_together(spans: Iterable[HoursData]) -> str:
    """Several ranges of hours one after the other."""
    spans = tuple(spans)
    return hours(sum(span.low for span in spans), sum(span.high for span in spans))


def money(amount: int, currency: str) -> str:
    """An amount: `$156,580`, or `CHF 90,000` where the sign is not common."""
    return f"{SYMBOLS[currency]}{amount:,}" if currency in SYMBOLS else f"{currency} {amount:,}"


def counted(number: int, one: str, several: str | None = None) -> str:
    """A number with its noun: `1 role`, `3 roles`."""
    return f"{number} {one if number == 1 else several or f'{one}s'}"
