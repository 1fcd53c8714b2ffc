"""Foreign text made harmless: what a catalogue or a person wrote is shown, and never does anything to the terminal."""

from __future__ import annotations

import unicodedata

from rich.cells import cell_len

UNSHOWN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Controls, invisible and direction-changing characters, half pairs, private and unassigned ones, separators."""

LIKE_ASCII = {
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


def harmless(text: str) -> str:
    r"""The text in one line, with characters that would act or hide shown by their code: `\x1b`, `\u202e`."""
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    if character in "\n\t\r":
        return " "
    if unicodedata.category(character) in UNSHOWN:
        return character.encode("unicode_escape").decode("ascii")
    return character


def in_ascii(text: str) -> str:
    """The text in ASCII, as wide as before: letters lose their accents, and what has no likeness becomes `?`."""
    return text if text.isascii() else "".join(_in_ascii(character) for character in text)


def _in_ascii(character: str) -> str:
    if character.isascii():
        return character
    width = cell_len(character)
    likeness = LIKE_ASCII.get(character) or unicodedata.normalize("NFKD", character)
    likeness = "".join(part for part in likeness if part.isascii())
    return likeness if len(likeness) == width else "?" * width
