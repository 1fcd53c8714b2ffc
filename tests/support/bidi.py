"""The Unicode Bidirectional Algorithm (UAX #9) for one line in a left-to-right terminal, without explicit embeddings.

Terminals that know both directions order each line by it; here it tells whether a figure would leave its place.
"""

from __future__ import annotations

import unicodedata
from itertools import groupby
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_NEUTRAL: Final = {"B", "S", "WS", "ON", "ES", "ET", "CS", "BN"}
_LEVELS: Final = {"L": 0, "R": 1, "EN": 2, "AN": 2}


def visual_order(line: str) -> list[int]:
    """The places of the characters from left to right as they are seen."""
    levels = [_LEVELS[kind] for kind in _resolve_neutral(_resolve_weak(line))]
    for place in range(len(line.rstrip()), len(line)):
        levels[place] = 0
    order = list(range(len(line)))
    for level in range(max(levels, default=0), 0, -1):
        start = 0
        for is_high, run in groupby(list(order), key=lambda place: levels[place] >= level):
            length = len(list(run))
            if is_high:
                order[start : start + length] = order[start : start + length][::-1]
            start += length
    return order


def _resolve_weak(line: str) -> list[str]:
    """Rules W1 to W7."""
    kinds = [unicodedata.bidirectional(character) or "L" for character in line]
    before, strong = "L", "L"
    for place, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[place] = before
        if kinds[place] in {"L", "R", "AL"}:
            strong = kinds[place]
        elif kinds[place] == "EN" and strong == "AL":
            kinds[place] = "AN"
        before = kinds[place]
    kinds = ["R" if kind == "AL" else kind for kind in kinds]
    for place in range(1, len(kinds) - 1):
        around = {kinds[place - 1], kinds[place + 1]}
        if (kinds[place] == "ES" and around == {"EN"}) or (kinds[place] == "CS" and around in ({"EN"}, {"AN"})):
            kinds[place] = around.pop()
    _spread_numbers(kinds)
    strong = "L"
    for place, kind in enumerate(kinds):
        strong = kind if kind in {"L", "R"} else strong
        if kind == "EN" and strong == "L":
            kinds[place] = "L"
    return kinds


def _spread_numbers(kinds: list[str]) -> None:
    """Rule W5: what belongs to a number, as a sign of money or of percent, becomes one."""
    start = 0
    for kind, run in groupby(list(kinds)):
        end = start + len(list(run))
        beside = {*kinds[max(start - 1, 0) : start], *kinds[end : end + 1]}
        if kind == "ET" and "EN" in beside:
            kinds[start:end] = ["EN"] * (end - start)
        start = end


def _resolve_neutral(kinds: Sequence[str]) -> list[str]:
    """Rules N1 and N2; numbers count as right to left."""
    made = list(kinds)
    start = 0
    for is_neutral, run in groupby(kinds, key=lambda kind: kind in _NEUTRAL):
        end = start + len(list(run))
        if is_neutral:
            before = "L" if start == 0 or kinds[start - 1] == "L" else "R"
            after = "L" if end == len(kinds) or kinds[end] == "L" else "R"
            made[start:end] = [before if before == after else "L"] * (end - start)
        start = end
    return made
