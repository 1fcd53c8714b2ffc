"""How large a measurement is."""

from __future__ import annotations

from typing import NamedTuple


class Size(NamedTuple):
    """people: simulated people by role, by population and by group. draws: for the honest ranks of one person."""

    people: int
    draws: int


DRAWS = 400

LARGE = Size(people=3000, draws=500)
"""What `docs/evaluation.md` rests on."""
