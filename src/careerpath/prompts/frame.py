"""What a question looks like on a screen of a given size, as styled text; knows no terminal.

A frame never has more lines than the screen: empty lines go first, then the list is shown in pages. Nothing rests on
colour: the option pointed at has a `>` and is reversed, ticks are `[x]`, the question is bold.
"""

from __future__ import annotations

from typing import TypeAlias

import msgspec

from careerpath.prompts import wording
from careerpath.prompts.wrap import clean, measure, shorten, wrap

Line: TypeAlias = tuple[str, str]
"""A style and a text without a line break."""

MARKERS = 2
"""The lines that say how many options stand above and below a page."""

_BLANKS = ((1, 1, 1), (0, 1, 1), (0, 1, 0), (0, 0, 0))
"""Empty lines above the question, below it, and above the hint; the first that fits is taken."""


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """An option as shown. key: what chooses it, of one width in a list; ticked: None where options are not ticked."""

    key: str
    label: str
    help: str = ""
    ticked: bool | None = None
    previous: bool = False


class Frame(msgspec.Struct, frozen=True, kw_only=True):
    """A question on the screen. hints: the keys, from the longest wording to the shortest."""

    position: str
    text: str
    hints: tuple[str, ...]
    rows: tuple[Row, ...] = ()
    pointed: int = 0
    note: str = ""


def draw(frame: Frame, columns: int, lines: int) -> list[Line]:
    """A question with its options in at most `lines` - 1 lines of at most `columns` - 1 columns."""
    width, height = columns - 1, max(lines - 1, 1)
    foot = draw_foot(frame, columns)
    blocks = _blocks(frame, width)
    total, least = sum(map(len, blocks)), len(blocks[frame.pointed]) + MARKERS
    heads = _heads(frame, width)
    head = next((head for head in heads if len(head) + min(total, least) + len(foot) <= height), heads[-1])
    room = max(height - len(head) - len(foot), 1)
    above, below, bottom = next((b for b in _BLANKS if total + sum(b) <= room), _BLANKS[-1])
    blank: list[Line] = [("", "")]
    drawn = [*above * blank, *head, *below * blank, *_page(blocks, frame.pointed, room), *bottom * blank, *foot]
    return drawn[:height] if len(head) + len(foot) < height else _page(blocks, frame.pointed, height)


def draw_head(frame: Frame, columns: int, lines: int) -> list[Line]:
    """The question alone, in at most `lines` lines."""
    heads = _heads(frame, columns - 1)
    head = next((head for head in heads if len(head) <= lines), heads[-1])
    return [("", ""), *head] if len(head) < lines else head


def draw_asking(frame: Frame, columns: int, lines: int) -> list[Line]:
    """A question without options, and what can be pressed."""
    foot = draw_foot(frame, columns)
    return [*draw_head(frame, columns, lines - 1 - len(foot)), *foot]


def draw_foot(frame: Frame, columns: int) -> list[Line]:
    """The note, if there is one, and one line with the keys."""
    width = columns - 1
    hint = next((hint for hint in frame.hints if measure(hint) <= width), shorten(frame.hints[-1], width))
    note = [("bold", line) for line in wrap(frame.note, width)] if frame.note else []
    return [*note, ("", hint)]


def _heads(frame: Frame, width: int) -> list[list[Line]]:
    position = [("", line) for line in wrap(frame.position, width)] if frame.position else []
    text = [("bold", line) for line in wrap(frame.text, width)]
    return [[*position, *text], text, [("bold", shorten(frame.text, width))]]


def _blocks(frame: Frame, width: int) -> list[list[Line]]:
    return [_block(row, width, pointed=index == frame.pointed) for index, row in enumerate(frame.rows)]


def _block(row: Row, width: int, *, pointed: bool) -> list[Line]:
    tick = {None: "", True: "[x] ", False: "[ ] "}[row.ticked]
    label = f"{clean(row.label)} {wording.PREVIOUS}" if row.previous else row.label
    start = f"{'> ' if pointed else '  '}{tick}{row.key} "
    indent = " " * len(start)
    lines: list[Line] = [
        ("reverse" if pointed else "", line) for line in wrap(label, width, indent=start, hanging=indent)
    ]
    return lines + ([("", line) for line in wrap(row.help, width, indent=indent)] if row.help else [])


def _page(blocks: list[list[Line]], pointed: int, room: int) -> list[Line]:
    """The options that fit, in pages that stay where they are while the pointer moves within them."""
    if sum(map(len, blocks)) <= room:
        return [line for block in blocks for line in block]
    inner = room - MARKERS
    if inner < 1:
        return blocks[pointed][:room]
    first, last = _bounds([len(block) for block in blocks], pointed, inner)
    shown = [line for block in blocks[first:last] for line in block][:inner]
    return [
        ("", f"  {wording.more(first, '↑')}" if first else ""),
        *shown,
        ("", f"  {wording.more(len(blocks) - last, '↓')}" if last < len(blocks) else ""),
    ]


def _bounds(heights: list[int], pointed: int, room: int) -> tuple[int, int]:
    """The first option of the page with the pointed one, and the first one after that page."""
    first, used = 0, 0
    for index, height in enumerate(heights):
        if used and used + height > room:
            if index > pointed:
                return first, index
            first, used = index, 0
        used += height
    return first, len(heights)
