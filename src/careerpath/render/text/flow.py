"""Lays parts out below each other, hanging or side by side: most of every view, and what its speed depends on.

Rich can do the same with tables and paddings, which measure, pad and cut each line again at every level; here a line
is made once and gets its indent in front.
"""

from __future__ import annotations

from itertools import pairwise, zip_longest
from typing import TYPE_CHECKING, Final

from rich.console import Group
from rich.segment import Segment
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console, ConsoleOptions, RenderableType, RenderResult

GAP: Final = 2
"""The blanks between columns."""

_TO_BE_SPLIT: Final = ("\n", "\t")


class _LaidOut:
    """A part that is laid out here, wherever Rich may meet it."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Renders the part within the width of the options."""
        for line in laid_out(self, console, options):
            yield from line
            yield Segment.line()


class Hanging(_LaidOut):
    """Parts that hang behind a marker or an indent: `marker` on the first line, as many blanks on the others."""

    def __init__(self, marker: str, *parts: RenderableType) -> None:
        self.marker = marker
        self.parts = parts


class Beside(_LaidOut):
    """Columns of about the same width, two blanks apart; at least one."""

    def __init__(self, first: RenderableType, *others: RenderableType) -> None:
        self.columns = (first, *others)


def laid_out(part: RenderableType, console: Console, options: ConsoleOptions) -> Iterator[list[Segment]]:
    """The lines of a part, each within the width of the options; those of texts are not padded."""
    match part:
        case Text():
            yield from _text_lines(part, console, options.max_width)
        case Group():
            for inner in part.renderables:
                yield from laid_out(inner, console, options)
        case Hanging():
            yield from _hanging_lines(part, console, options)
        case Beside():
            yield from _lines_beside(part, console, options)
        case _:
            yield from console.render_lines(part, options, pad=False)


def _text_lines(text: Text, console: Console, width: int) -> Iterator[list[Segment]]:
    if text.cell_len <= width and not any(sign in text.plain for sign in _TO_BE_SPLIT):
        yield list(text.render(console))
        return
    for line in text.wrap(console, width, overflow="fold"):
        yield list(line.render(console))


def _hanging_lines(part: Hanging, console: Console, options: ConsoleOptions) -> Iterator[list[Segment]]:
    within = options.update_width(max(1, options.max_width - len(part.marker)))
    prefix, indent = Segment(part.marker), Segment(" " * len(part.marker))
    for inner in part.parts:
        for line in laid_out(inner, console, within):
            yield [prefix, *line]
            prefix = indent


def _lines_beside(part: Beside, console: Console, options: ConsoleOptions) -> Iterator[list[Segment]]:
    starts = _starts(len(part.columns), options.max_width)
    # The gap belongs to the column before it; nothing stands behind the last.
    rooms = [end - start - GAP for start, end in pairwise(starts)] + [options.max_width - starts[-1]]
    cells = [
        laid_out(column, console, options.update_width(max(1, room)))
        for column, room in zip(part.columns, rooms, strict=True)
    ]
    for row in zip_longest(*cells, fillvalue=()):
        line: list[Segment] = []
        for start, cell in zip(starts, row, strict=True):
            line += [Segment(" " * (start - Segment.get_line_length(line))), *cell]
        yield line


def _starts(columns: int, width: int) -> list[int]:
    """Where columns begin that share a width; what cannot be shared goes to the first."""
    starts = [0]
    for columns_left in range(columns, 1, -1):
        starts.append(starts[-1] - (starts[-1] - width) // columns_left)
    return starts
