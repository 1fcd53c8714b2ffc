"""Names that are written from right to left, set apart so that figures and words around them stay in their places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_RTL: Final = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
"""The blocks of Hebrew, Arabic, Syriac and the other scripts from right to left, with their marks and digits."""

_HELD: Final = re.compile(f"[{_RTL}]")
_OTHER_LETTER: Final = re.compile(f"(?![{_RTL}])[^\\W\\d_]")
_WORDS: Final = re.compile(f"[{_RTL}](?:[^\\w\\n]*[{_RTL}])*")
"""Words from right to left and what stands between them, as long as that is no digit and no other letter."""


def holds_rtl(text: str) -> bool:
    """Whether any letter of the text is written from right to left."""
    return not text.isascii() and _HELD.search(text) is not None


def set_apart(text: str, wrapped: Callable[[str], str], plain: Callable[[str], str]) -> str:
    """A text whose parts from right to left are wrapped, so that they order nothing but themselves.

    A text without other letters is one part: its digits and its full stop belong to it.

    Args:
        text: any text.
        wrapped: puts a part into what isolates it, as `<bdi>` does.
        plain: what becomes of the rest.
    """
    if not holds_rtl(text):
        return plain(text)
    if not _OTHER_LETTER.search(text):
        return wrapped(text)
    made, end = [], 0
    for found in _WORDS.finditer(text):
        made += [plain(text[end : found.start()]), wrapped(found.group())]
        end = found.end()
    return "".join([*made, plain(text[end:])])
