"""What the charts of the pages are drawn with: inline SVG.

Lengths are in percent, so that a chart fits every width and its letters stay as big. Colours come from the style sheet
by class, so that they follow light and dark. The library escapes nothing; here `_safe` does.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import svg
from markupsafe import Markup, escape
from rich.cells import cell_len, set_cell_size

from careerpath.harmless import harmless

if TYPE_CHECKING:
    from collections.abc import Iterable

HEAD = 6
"""What is free above the first row."""

LABEL_MOST, LINE_MOST = 33, 42
"""So many letters of a name fit a phone beside a short figure, and so many of a name and its figure together."""


def draw_chart(name: str, title: str, description: str, parts: Iterable[svg.Element], height: float) -> Markup:
    """A chart with its title and its description for those who do not see it."""
    made = svg.SVG(
        width=percent(100),
        height=height,
        class_=["chart"],
        extra={"role": "img", "aria-labelledby": f"{name}-title {name}-desc"},
        elements=[
            svg.Title(id=f"{name}-title", text=_safe(title)),
            svg.Desc(id=f"{name}-desc", text=_safe(f"{description}.")),
            *parts,
        ],
    )
    return Markup(made.as_str())  # noqa: S704 (every text and attribute above is escaped or a number)


def _safe(text: str) -> str:
    return str(escape(harmless(text)))


def percent(value: float) -> svg.Length:
    """A length, from 0 to 100."""
    return svg.Length(round(min(max(value, 0), 100), 2), "%")


def draw_labels(top: float, name: str, figure: str) -> tuple[svg.Element, svg.Element]:
    """A name on the left and a figure on the right of the line below a height."""
    return draw_text(name, 0, top + 13, "start", "name"), draw_text(figure, 100, top + 13, "end", "figure")


def cut(name: str, most: int = LABEL_MOST) -> str:
    """A name that is no wider than so many Latin letters: a Chinese one takes the room of two. Tables have it whole."""
    name = harmless(name)
    if cell_len(name) <= most:
        return name
    return f"{set_cell_size(name, most - 1).rstrip()}\N{HORIZONTAL ELLIPSIS}"


def draw_text(text: str, x: float, y: float, anchor: str, kind: str) -> svg.Element:
    """A text that starts, ends or has its middle at a place."""
    return svg.Text(x=percent(x), y=y, text=_safe(text), class_=[anchor, kind])


def draw_bar(kind: str, start: float, end: float, y: float, height: float, *, fill: str | None = None) -> svg.Element:
    """A bar; `fill` names a pattern of the chart, otherwise the kind says its colour."""
    start, end = (min(max(value, 0), 100) for value in (start, end))
    paint = f"url(#{fill})" if fill else None
    return svg.Rect(x=percent(start), y=y, width=percent(end - start), height=height, rx=2, class_=[kind], fill=paint)


def draw_hatching(name: str) -> svg.Element:
    """A pattern of slanted lines, for what is there and not told."""
    lines = svg.Line(x1=0, y1=0, x2=0, y2=6, class_=["hatch"])
    size = {"width": "6", "height": "6", "patternUnits": "userSpaceOnUse"}
    return svg.Defs(elements=[svg.Pattern(id=name, patternTransform=[svg.Rotate(45)], elements=[lines], extra=size)])


def draw_line(kind: str, x1: float, y1: float, x2: float, y2: float) -> svg.Element:
    """A straight line."""
    return svg.Line(x1=percent(x1), y1=y1, x2=percent(x2), y2=y2, class_=[kind])


def draw_whisker(low: float, high: float, y: float) -> tuple[svg.Element, ...]:
    """A range, with its ends marked."""
    ends = (draw_line("whisker", value, y - 5, value, y + 5) for value in (low, high))
    return draw_line("whisker", low, y, high, y), *ends
