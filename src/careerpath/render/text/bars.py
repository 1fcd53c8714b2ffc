"""Bars: ten cells for 100, the same length for the same value wherever it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from careerpath.render.text import numbers

if TYPE_CHECKING:
    from careerpath.render.text.options import RenderOptions

CELLS: Final = 10
FULL: Final = "\N{BLACK SQUARE}"
EMPTY: Final = "\N{MIDDLE DOT}"


def bar(value: float, *, plain: bool = False) -> str:
    """A bar for a value of 0 to 100; values outside are shown as the nearest of the two."""
    filled = int(min(max(value, 0.0), 100.0) / 100 * CELLS + 0.5)
    full, empty = ("#", ".") if plain else (FULL, EMPTY)
    return full * filled + empty * (CELLS - filled)


def figure(value: float, options: RenderOptions) -> str:
    """A value of 0 to 100 and its bar, as they stand in every view: ` 67.8 ■■■■■■■···`."""
    return f"{numbers.short(value):>5} {bar(value, plain=options.plain)}"
