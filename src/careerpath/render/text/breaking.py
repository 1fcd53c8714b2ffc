"""How many columns of the terminal text takes, and where it is broken into lines.

Nearly all text is plain and has a column for each character; Rich knows how wide the others are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from careerpath.harmless import is_plain

if TYPE_CHECKING:
    from collections.abc import Iterator


def cell_len(text: str) -> int:
    """The columns that a text takes; wide characters (East Asian ones, emoji) take two, combining ones none."""
    if is_plain(text):
        return len(text)
    from rich import cells  # noqa: PLC0415 (hardly ever needed)

    return cells.cell_len(text)


def line_starts(text: str, width: int) -> list[int]:
    """Where in a text lines of at most `width` columns begin, but for the first line.

    They begin with a word; a word that is longer than a line begins one and is broken where the line is full.
    """
    return list(_narrow_starts(text, width) if is_plain(text) else _wide_starts(text, width))


def _narrow_starts(text: str, width: int) -> Iterator[int]:
    start = 0
    while start + width < len(text):
        end = text.rfind(" ", start, start + width + 1)
        # Blanks at the very beginning are an indent, and no place to break.
        if end < 0 or not text[start:end].strip(" "):
            start += width
        else:
            start = len(text) - len(text[end:].lstrip(" "))
        if start >= len(text):
            return
        yield start


def _wide_starts(text: str, width: int) -> Iterator[int]:
    from rich import cells  # noqa: PLC0415 (as above)

    column = 0
    for found in re.finditer(r"\s*\S+\s*", text):
        start, word = found.start(), found[0].rstrip()
        length = cells.cell_len(word)
        if column + length > width:
            if start:
                yield start
            *full, last = cells.chop_cells(word, max(width, 2)) if length > width else [word]
            for piece in full:
                start += len(piece)
                yield start
            column, length = 0, cells.cell_len(last)
        column += length + cells.cell_len(found[0][len(word) :])
