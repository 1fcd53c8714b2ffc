"""The few building blocks of all views. Every text enters through `line`, which makes it harmless."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from careerpath.harmless import harmless_in_cells
from careerpath.render.text import words
from careerpath.render.text.blocks import GAP, Group, Hanging, Table, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from careerpath.render.text.blocks import Block, Justify, Piece
    from careerpath.render.text.options import RenderOptions

Part: TypeAlias = str | tuple[str, str] | Text
"""Text, text with a style, or text that is made already."""


def line(*parts: Part) -> Text:
    """A paragraph from texts as they are: nothing in them is taken for markup."""
    return Text(*(piece for part in parts for piece in _pieces(part)))


def _pieces(part: Part) -> Iterator[Piece]:
    if isinstance(part, Text):
        yield from part.pieces
    elif isinstance(part, tuple):
        yield harmless_in_cells(part[0]), part[1]
    else:
        yield harmless_in_cells(part), ""


def quiet(text: str) -> Text:
    """A paragraph of less weight."""
    return line((text, "cp.quiet"))


def blank() -> Text:
    """An empty line."""
    return Text()


def title(text: str, options: RenderOptions) -> Group:
    """The title of a view, with a rule over the whole width."""
    return Group(line((text, "cp.title")), _rule("\N{BOX DRAWINGS DOUBLE HORIZONTAL}", options.width))


def heading(text: str, options: RenderOptions) -> Group:
    """The heading of a section, after an empty line, underlined."""
    made = line((text, "cp.heading"))
    return Group(blank(), made, _rule("\N{BOX DRAWINGS LIGHT HORIZONTAL}", min(made.cell_len, options.width)))


def _rule(sign: str, width: int) -> Text:
    return Text((sign * width, ""))


def subheading(text: str) -> Group:
    """The heading of a part of a section, after an empty line."""
    return Group(blank(), line((text, "cp.heading")))


def indented(part: Block, by: int = 2) -> Hanging:
    """A part moved to the right."""
    return Hanging(" " * by, part)


def item(marker: str, *parts: Block) -> Hanging:
    """Parts behind a marker, all of them hanging at the same place."""
    return Hanging(f"{marker} ", *parts)


def bullets(texts: Iterable[Part]) -> Group:
    """A list of paragraphs."""
    return Group(*(item("-", line(text)) for text in texts))


def labelled(label: str, text: Part) -> Text:
    """A paragraph that begins with what it is about."""
    return line((f"{label}: ", "cp.name"), text)


def caution(text: str) -> Text:
    """A warning that comes with a fact."""
    return line((f"{words.CAUTION}: ", "cp.warning"), text)


def table(*columns: tuple[str, Justify, int | None], gap: int = GAP) -> Table:
    """A table; a column is its heading, its side, and its width or None for what is left."""
    return Table(*((line((head, "cp.heading")), side, width) for head, side, width in columns), gap=gap)
