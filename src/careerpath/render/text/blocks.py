"""What views are made of: paragraphs and how they stand together, laid out in lines of a width.

Rich can do this too, and did: but loading it takes a third of the time that a command takes to start, and its tables
measure, pad and cut each line again at every level. It writes the lines to the terminal, which it knows best (see
`page`). Property tests hold every line against what Rich makes of the same parts.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from itertools import accumulate, zip_longest
from typing import TYPE_CHECKING, Final, Literal, TypeAlias

from careerpath.render.text.breaking import cell_len, line_starts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Piece: TypeAlias = tuple[str, str]
"""Text in one style: a name of `theme.STYLES`, or '' for none."""
Line: TypeAlias = list[Piece]
Justify: TypeAlias = Literal["left", "right"]

GAP: Final = 2
"""The blanks between columns."""


class Block(ABC):
    """Something that takes whole lines."""

    @abstractmethod
    def lines(self, width: int) -> Iterator[Line]:
        """The lines, each of at most `width` columns (1 or more), but for a wide character that has no room at all."""


class Text(Block):
    """A paragraph of harmless text, broken between words where it is too long for a line."""

    def __init__(self, *pieces: Piece) -> None:
        self.pieces = pieces
        self.plain = "".join([text for text, _ in pieces])

    @property
    def cell_len(self) -> int:
        """The columns that it takes on one line."""
        return cell_len(self.plain)

    def lines(self, width: int) -> Iterator[Line]:
        """The paragraph; a style goes on in the next line."""
        if self.cell_len <= width:
            yield list(self.pieces)
            return
        line: Line = []
        starts = iter(line_starts(self.plain, width))
        place, start = 0, next(starts, None)
        for text, style in self.pieces:
            taken, end = 0, place + len(text)
            while start is not None and start <= end:
                line.append((text[taken : start - place], style))
                yield without_end(line)
                line, taken, start = [], start - place, next(starts, None)
            line.append((text[taken:], style))
            place = end
        yield without_end(line)


class Group(Block):
    """Blocks below each other."""

    def __init__(self, *blocks: Block) -> None:
        self.blocks = blocks

    def lines(self, width: int) -> Iterator[Line]:
        """The lines of the blocks."""
        for block in self.blocks:
            yield from block.lines(width)


class Hanging(Block):
    """Blocks that hang behind a marker or an indent: `marker` on the first line, as many blanks on the others."""

    def __init__(self, marker: str, *blocks: Block) -> None:
        self.marker = marker
        self.blocks = blocks

    def lines(self, width: int) -> Iterator[Line]:
        """The lines of the blocks, moved to the right."""
        before, indent = (self.marker, ""), (" " * len(self.marker), "")
        for block in self.blocks:
            for line in block.lines(max(1, width - len(self.marker))):
                yield [before, *line]
                before = indent


class Beside(Block):
    """Columns of about the same width, two blanks apart; at least one."""

    def __init__(self, first: Block, *others: Block) -> None:
        self.columns = (first, *others)

    def lines(self, width: int) -> Iterator[Line]:
        """The columns side by side; what cannot be shared out evenly goes to the first."""
        left, rooms = width, list[int]()
        for columns in range(len(self.columns), 0, -1):
            # (rounded up; the gap belongs to the column before it, and nothing stands behind the last)
            share = -(-left // columns)
            rooms.append(max(1, share - GAP if columns > 1 else share))
            left -= share
        yield from _beside(self.columns, rooms, GAP)


class Table(Block):
    """A table without lines, its headings only if there are any.

    A column is its heading, its side, and its width or None: of that kind there is one, and it takes what is left.
    """

    def __init__(self, *columns: tuple[Text, Justify, int | None], gap: int = GAP) -> None:
        self._heads = tuple(head for head, _, _ in columns)
        self._sides = [side for _, side, _ in columns]
        self._widths = [width for _, _, width in columns]
        self._gap = gap
        self._rows: list[tuple[Block, ...]] = []

    def add_row(self, *cells: Block) -> None:
        """A row below the others, with a cell for each column."""
        self._rows.append(cells)

    def lines(self, width: int) -> Iterator[Line]:
        """The headings and the rows."""
        taken = sum(width for width in self._widths if width is not None) + self._gap * (len(self._widths) - 1)
        rooms = [max(1, width - taken) if room is None else room for room in self._widths]
        for row in (*self._headings(rooms), *self._rows):
            yield from _beside(row, rooms, self._gap, self._sides)

    def _headings(self, rooms: Sequence[int]) -> Iterator[tuple[Block, ...]]:
        """The row of headings, which stand at its bottom."""
        if not any(head.plain for head in self._heads):
            return
        heights = [len(list(head.lines(room))) for head, room in zip(self._heads, rooms, strict=True)]
        above = ([Text()] * (max(heights) - height) for height in heights)
        yield tuple(Group(*blanks, head) for blanks, head in zip(above, self._heads, strict=True))


def without_end(line: Line) -> Line:
    """A line without blanks at its end."""
    end = len(line)
    while end and not line[end - 1][0].strip():
        end -= 1
    if not end:
        return []
    text, style = line[end - 1]
    return [*line[: end - 1], (text.rstrip(), style)]


def _beside(blocks: Iterable[Block], rooms: Sequence[int], gap: int, sides: Sequence[Justify] = ()) -> Iterator[Line]:
    """Blocks side by side, each within its room; those to the right of it where a side says so."""
    ends = accumulate(room + gap for room in rooms)
    starts = (0, *ends)
    cells = [block.lines(room) for block, room in zip(blocks, rooms, strict=True)]
    nothing: Line = []
    for row in zip_longest(*cells, fillvalue=nothing):
        line: Line = []
        at = 0
        for number, cell in enumerate(map(without_end, row)):
            if cell:
                length = sum([cell_len(text) for text, _ in cell])
                moved = max(0, rooms[number] - length) if sides and sides[number] == "right" else 0
                line += [(" " * (starts[number] + moved - at), ""), *cell]
                at = starts[number] + moved + length
        yield line
