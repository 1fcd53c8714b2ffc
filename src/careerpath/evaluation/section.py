"""What a chapter says: a title, and paragraphs, commands and tables in order; as Markdown and as text of 80 columns."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WIDTH = 80


class Grid(NamedTuple):
    """A table. The first column holds names, the others figures; `title` says what is counted."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Section(NamedTuple):
    """A chapter in words: the parts stand in the order in which they are read."""

    title: str
    parts: tuple[Part, ...]


Part: TypeAlias = str | Grid


def share_text(share: float) -> str:
    """A share from 0 to 1 in percent, with one decimal."""
    return f"{100 * share:.1f}"


def points_text(hundredths: float) -> str:
    """Hundredths in points, with two decimals."""
    return f"{hundredths / 100:.2f}"


def to_markdown(sections: Sequence[Section], *, level: int = 2) -> str:
    """The chapters as Markdown, one heading each."""
    return "\n".join(line for section in sections for line in _markdown(section, level))


def _markdown(section: Section, level: int) -> Iterator[str]:
    yield from (f"{'#' * level} {section.title}", "")
    for part in section.parts:
        if isinstance(part, str):
            yield from (*textwrap.wrap(part, 120, break_long_words=False, break_on_hyphens=False), "")
            continue
        yield from (f"**{part.title}**", "")
        yield _markdown_row(part.head)
        yield "|" + " --- |" + " ---: |" * (len(part.head) - 1)
        yield from (_markdown_row(row) for row in part.rows)
        yield ""


def _markdown_row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def to_text(sections: Sequence[Section], width: int = WIDTH) -> str:
    """The chapters as plain text; a table that is too wide for it becomes a list."""
    return "\n".join(line for section in sections for line in _text(section, width))


def _text(section: Section, width: int) -> Iterator[str]:
    yield from (section.title.upper(), "")
    for part in section.parts:
        if isinstance(part, str):
            yield from (*textwrap.wrap(part.replace("`", ""), width, break_on_hyphens=False), "")
            continue
        yield from textwrap.wrap(part.title, width)
        yield from _table(part) if _width_of(part) <= width else _list(part, width)
        yield ""


def _widths(grid: Grid) -> list[int]:
    return [max(map(len, column)) for column in zip(grid.head, *grid.rows, strict=True)]


def _width_of(grid: Grid) -> int:
    widths = _widths(grid)
    return sum(widths) + 2 * (len(widths) - 1)


def _table(grid: Grid) -> Iterator[str]:
    widths = _widths(grid)
    for row in (grid.head, tuple("-" * width for width in widths), *grid.rows):
        yield "  ".join((row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:]))).rstrip()


def _list(grid: Grid, width: int) -> Iterator[str]:
    for name, *figures in grid.rows:
        yield from textwrap.wrap(name, width, subsequent_indent="  ")
        for head, figure in zip(grid.head[1:], figures, strict=True):
            yield from textwrap.wrap(f"{head}: {figure}", width, initial_indent="  ", subsequent_indent="    ")
