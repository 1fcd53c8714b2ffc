"""A whole view: keeps to its width, ends no line with blanks, speaks ASCII if asked to; for a pipe, or for Rich."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.direction import anchored_parts
from careerpath.render.text.blocks import Group, without_end
from careerpath.render.text.safe import in_ascii
from careerpath.render.text.theme import STYLES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import Console, ConsoleOptions, RenderResult

    from careerpath.render.text.blocks import Block, Line
    from careerpath.render.text.options import RenderOptions


class Page:
    """Blocks one below the other."""

    def __init__(self, options: RenderOptions, blocks: Iterable[Block]) -> None:
        self._options = options
        self._blocks = tuple(blocks)

    def plain_text(self) -> str:
        """The page without styles, each line with its end: for a pipe or a file."""
        return "".join([f"{''.join([text for text, _ in line])}\n" for line in self._lines(self._options.width)])

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The page with its styles, at the width of the view, or of the console if that is less."""
        from rich.segment import Segment  # noqa: PLC0415 (a pipe needs nothing of Rich)
        from rich.style import Style  # noqa: PLC0415

        styles = {"": None} | {name: Style.parse(style) for name, style in STYLES.items()}
        for line in self._lines(max(1, min(self._options.width, options.max_width))):
            yield from (Segment(text, styles[style]) for text, style in line)
            yield Segment.line()

    def _lines(self, width: int) -> Iterator[Line]:
        finish = _in_ascii if self._options.plain else _anchored
        return (finish(without_end(line)) for line in Group(*self._blocks).lines(width))


def _in_ascii(line: Line) -> Line:
    return [(in_ascii(text), style) for text, style in line]


def _anchored(line: Line) -> Line:
    if all(text.isascii() for text, _ in line):
        return line
    texts = anchored_parts([text for text, _ in line])
    return [(text, style) for text, (_, style) in zip(texts, line, strict=True)]
