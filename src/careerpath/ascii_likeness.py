"""What stands for a character where there is nothing but ASCII."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

LIKENESS: Final = {
    "\N{BLACK SQUARE}": "#",
    "\N{MIDDLE DOT}": ".",
    "\N{BOX DRAWINGS LIGHT HORIZONTAL}": "-",
    "\N{BOX DRAWINGS DOUBLE HORIZONTAL}": "=",
    "\N{EN DASH}": "-",
    "\N{EM DASH}": "-",
    "\N{LEFT SINGLE QUOTATION MARK}": "'",
    "\N{RIGHT SINGLE QUOTATION MARK}": "'",
    "\N{LEFT DOUBLE QUOTATION MARK}": '"',
    "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
}


def in_ascii(text: str, measure: Callable[[str], int]) -> str:
    """The text in ASCII, as wide as before: letters lose their accents, and what has no likeness becomes `?`.

    Args:
        text: any text.
        measure: the columns that a character takes.
    """
    return text if text.isascii() else "".join(_in_ascii(character, measure) for character in text)


def _in_ascii(character: str, measure: Callable[[str], int]) -> str:
    if character.isascii():
        return character
    width = measure(character)
    likeness = LIKENESS.get(character) or unicodedata.normalize("NFKD", character)
    likeness = "".join(part for part in likeness if part.isascii())
    return likeness if len(likeness) == width else "?" * width
