"""The few building blocks of all views. Every text enters through `line`, which makes it harmless."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from rich.console import Group
from rich.text import Text

from careerpath.harmless import harmless_in_cells
from careerpath.render.text import words
from careerpath.render.text.flow import Hanging

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import RenderableType

    from careerpath.render.text.options import RenderOptions

Part: TypeAlias = str | tuple[str, str] | Text
"""Text, text with a style, or text that is made already."""


def line(*parts: Part) -> Text:
    """A paragraph from texts as they are: nothing in them is taken for markup."""
    made = Text(overflow="fold")
    for part in parts:
        if isinstance(part, Text):
            made.append_text(part)
        elif isinstance(part, tuple):
            made.append(harmless_in_cells(part[0]), style=part[1])
        else:
            made.append(harmless_in_cells(part))
    return made


def quiet(text: str) -> Text:
    """A paragraph of less weight."""
    return line((text, "cp.quiet"))


def blank() -> Text:
    """An empty line."""
    return Text("")


def title(text: str, options: RenderOptions) -> Group:
    """The title of a view, with a rule over the whole width."""
    return Group(line((text, "cp.title")), Text("\N{BOX DRAWINGS DOUBLE HORIZONTAL}" * options.width))


def heading(text: str, options: RenderOptions) -> Group:
    """The heading of a section, after an empty line, underlined."""
    made = line((text, "cp.heading"))
    return Group(blank(), made, Text("\N{BOX DRAWINGS LIGHT HORIZONTAL}" * min(made.cell_len, options.width)))


def subheading(text: str) -> Group:
    """The heading of a part of a section, after an empty line."""
    return Group(blank(), line((text, "cp.heading")))


def indented(part: RenderableType, by: int = 2) -> Hanging:
    """A part moved to the right."""
    return Hanging(" " * by, part)


def item(marker: str, *parts: RenderableType) -> Hanging:
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
