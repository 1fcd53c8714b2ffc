"""How large a measurement is."""

from __future__ import annotations

from typing import NamedTuple


class Size(NamedTuple):
    """people: simulated people by role, by population and by group. draws: for the honest ranks of one person."""

    """

    people: int
    draws: int


FEW, SMALL, LARGE = 10, Size(people=200, draws=400), Size(people=1000, draws=1000)
"""The fewest people that show anything; what the command does unless asked otherwise; what `docs/evaluation.md` rests on."""
