"""Text into lines of a width in terminal columns. Wide (East Asian) characters count two, combining ones none."""

from __future__ import annotations

import unicodedata
from itertools import accumulate

from careerpath.harmless import harmless_in_cells


def measure(text: str) -> int:
    """The columns that a text takes."""
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def clean(text: str) -> str:
    """On one line, with characters that could drive the terminal, or hide in it, shown by their code."""
    return " ".join(harmless_in_cells(text).split())


def wrap(text: str, width: int, *, indent: str = "", hanging: str | None = None) -> list[str]:
    """Lines of at most `width` columns, broken between words, or within a word that is longer than a line.

    indent stands before the first line, `hanging` (if given, else indent) before the others. Nothing is left out.
    """
    rest = indent if hanging is None else hanging
    lines, line, empty = [], indent, True
    for word in _pieces(clean(text), max(width - max(measure(indent), measure(rest)), 2)):
        candidate = line + word if empty else f"{line} {word}"
        if empty or measure(candidate) <= width:
            line, empty = candidate, False
        else:
            lines.append(line)
            line = rest + word
    return [*lines, line.rstrip() if empty else line]


def _pieces(text: str, width: int) -> list[str]:
    pieces = []
    for word in text.split():
        left = word
        while measure(left) > width:
            piece = _start(left, width)
            pieces.append(piece)
            left = left[len(piece) :]
        pieces.append(left)
    return pieces


def shorten(text: str, width: int) -> str:
    """On one line of at most `width` columns; an ellipsis says that the end is left out."""
    text = clean(text)
    return text if measure(text) <= width else _start(text, width - 1).rstrip(" ,;.:?") + "…"


def _start(text: str, width: int) -> str:
    ends = accumulate(_columns(character) for character in text)
    return text[: sum(end <= width for end in ends)] or text[:1]
