"""Foreign text made harmless: what a catalogue or a person wrote is shown; it never acts, and it hides nothing.

Every place where text comes out (screen, page, Markdown, calendar, completion) starts from here.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

UNSHOWN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Controls, invisible and direction-changing characters, half pairs, private and unassigned ones, separators."""

BLANK: Final = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")
"""Letters and marks by their category that show nothing: fillers, and the joiner of graphemes."""

MOST_MARKS: Final = 6
"""Marks on one letter: Hebrew and Tibetan need up to five; hundreds would cover the lines above and below."""

_MARKS: Final = frozenset({"Mn", "Me"})
_EMOJI: Final = (
    "\u00a9\u00ae\u203c-\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u25aa-\u27bf\u2934-\u2bff\U0001f000-\U0001faff"
)
_JOINING: Final = "\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u17ff\u1800-\u18af"
"""Arabic to Sinhala, Burmese, Khmer, Mongolian: scripts in which a joiner between letters is a matter of spelling."""

_SELECTORS: Final = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
_EMOJI_JOINER: Final = f"(?<=[{_EMOJI}\ufe0f])\u200d(?=[{_EMOJI}])"
_IN_PLACE: Final = (
    f"{_EMOJI_JOINER}|(?<=[{_JOINING}])[\u200c\u200d](?=[{_JOINING}])"
    f"|(?<=[#*0-9\u00a9-\U000e00ff])(?<![{_SELECTORS}])[{_SELECTORS}]"
)
"""Invisible characters where they belong: a joiner inside a word or an emoji, one selector after what it selects."""

_SELECTOR: Final = f"[{_SELECTORS}]"
_OF_FONTS: Final = f"{_EMOJI_JOINER}|[{_SELECTORS}]"


_SIGNS: Final = "\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u2500\u2550\u25a0"
"""Dashes, quotation marks, the ellipsis; and what lines and bars of our own views are made of."""


def is_plain(text: str) -> bool:
    """Whether every character is a sign of its own, and takes a column of its own: letters of Latin scripts, figures.

    That is a quick look at what most texts are; others can be harmless, too.
    """
    return text.isprintable() if text.isascii() else _plain_signs().issuperset(text)


@cache
def _plain_signs() -> frozenset[str]:
    latin = (*range(0x20, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x300))
    return frozenset(map(chr, latin)) | frozenset(_SIGNS)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Compiled once there is foreign text: most runs have none, and would start a fifth later with these patterns."""
    return re.compile(pattern)


def harmless(text: str) -> str:
    r"""The text in one line, with characters that would act or hide shown by their code: `\x1b`, `\u202e`."""
    if is_plain(text):
        return text
    in_place = {found.start() for found in _compiled(_IN_PLACE).finditer(text)}
    selector = _compiled(_SELECTOR)
    shown: list[str] = []
    marks = 0
    for place, character in enumerate(text):
        category = unicodedata.category(character)
        marks = marks + 1 if category in _MARKS else 0
        hides = category in UNSHOWN or character in BLANK or selector.match(character)
        if character in "\n\t\r":
            shown.append(" ")
        elif marks > MOST_MARKS or (hides and place not in in_place):
            shown.append(code_of(character))
        else:
            shown.append(character)
    return "".join(shown)


def code_of(character: str) -> str:
    r"""A character by its code, as `\x1b`, `\u202e` or `\U000e0041`."""
    return character.encode("unicode_escape").decode("ascii")


def harmless_in_cells(text: str) -> str:
    """The same for a terminal: an emoji that is joined from several is shown as these, a letter and its mark as one.

    Terminals and fonts do not agree how wide a joined sequence, or one with a selector, is; its parts have one width.
    """
    shown = harmless(text)
    if is_plain(shown):
        return shown
    return unicodedata.normalize("NFC", _compiled(_OF_FONTS).sub("", shown))
