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


def to_text(sections: Sequence[Section]) -> str:
    """The chapters as plain text, 80 columns wide unless a table needs more."""
    return "\n".join(line for section in sections for line in _text(section))


def _text(section: Section) -> Iterator[str]:
    yield from (section.title.upper(), "")
    for part in section.parts:
        if isinstance(part, str):
            yield from (*textwrap.wrap(part.replace("`", ""), WIDTH, break_on_hyphens=False), "")
            continue
        yield from textwrap.wrap(part.title, WIDTH)
        widths = [max(map(len, column)) for column in zip(part.head, *part.rows, strict=True)]
        for row in (part.head, tuple("-" * width for width in widths), *part.rows):
            yield "  ".join((row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:]))).rstrip()
        yield ""
