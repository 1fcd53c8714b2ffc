"""Names that are written from right to left, set apart so that figures and words around them stay in their places."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_RTL: Final = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
"""The blocks of Hebrew, Arabic, Syriac and the other scripts from right to left, with their marks and digits.

The patterns are compiled when there is such a text, which for most people is never.
"""

_HELD: Final = f"[{_RTL}]"
_OTHER_LETTER: Final = f"(?![{_RTL}])[^\\W\\d_]"
_WORDS: Final = f"[{_RTL}](?:[^\\w\\n]*[{_RTL}])*"
"""Words from right to left and what stands between them, as long as that is no digit and no other letter."""

_IN_A_LINE: Final = f"[{_RTL}](?:(?:(?!  |\n)(?:[\\W\\d_]))*[{_RTL}])*"
"""Words from right to left in a line of the screen, with digits between them; two blanks are the end of a column."""

_LETTER: Final = r"[^\W\d_]"

ANCHOR: Final = "\N{LEFT-TO-RIGHT MARK}"
"""Takes no room and is not seen; what stands on either side of it keeps its place.

Some terminals order a line by the Unicode rules for both directions, so that a Hebrew name drags the figures of its row
along. Tried in xterm, VTE and mlterm: this mark holds them in each and moves nothing, while isolates (U+2068, U+2069)
do nothing in VTE and take a column in mlterm.
"""


def holds_rtl(text: str) -> bool:
    """Whether any letter of the text is written from right to left."""
    return not text.isascii() and re.search(_HELD, text) is not None


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
    if not re.search(_OTHER_LETTER, text):
        return wrapped(text)
    made, end = [], 0
    for found in re.finditer(_WORDS, text):
        made += [plain(text[end : found.start()]), wrapped(found.group())]
        end = found.end()
    return "".join([*made, plain(text[end:])])


def anchors(line: str) -> list[int]:
    """Where in a line of a left-to-right screen an anchor belongs: after a name from right to left that moves others.

    That is one after which a figure or another such name comes; a letter from left to right holds its own place, and
    a command with a name in it can be copied. A line that begins with a name needs an anchor in front too: else some
    terminals begin it at the right.
    """
    if not holds_rtl(line):
        return []
    places = [found.end() for found in re.finditer(_IN_A_LINE, line) if _moves(line, found.end())]
    first = re.search(_LETTER, line)
    return [0, *places] if first is None or re.match(_HELD, first.group()) else places


def _moves(line: str, place: int) -> bool:
    follows = re.compile(r"[^\W_]").search(line, place)
    return follows is not None and (follows.group().isdigit() or holds_rtl(follows.group()))


def anchored(line: str) -> str:
    """A line of the screen with its anchors."""
    return anchored_parts([line])[0]


def anchored_parts(parts: Sequence[str]) -> list[str]:
    """The same for a line that is made of parts, as of some in bold."""
    made, start = list(parts), 0
    places = anchors("".join(parts))
    for number, part in enumerate(parts):
        end = start + len(part)
        # An anchor between two parts goes to the first of them.
        for place in reversed([place for place in places if start < place <= end or place == start == number]):
            at = place - start
            made[number] = f"{made[number][:at]}{ANCHOR}{made[number][at:]}"
        start = end
    return made
