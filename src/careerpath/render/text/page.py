"""A whole view: brings its own styles, keeps to its width, ends no line with blanks, and speaks ASCII if asked to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group
from rich.segment import Segment

from careerpath.direction import anchored_parts
from careerpath.render.text.flow import laid_out
from careerpath.render.text.safe import in_ascii
from careerpath.render.text.theme import THEME

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import Console, ConsoleOptions, RenderableType, RenderResult

    from careerpath.render.text.options import RenderOptions


class Page:
    """Parts one below the other."""

    def __init__(self, options: RenderOptions, parts: Iterable[RenderableType]) -> None:
        self._options = options
        self._parts = tuple(parts)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Renders the parts at the width of the view, or of the console if that is less."""
        width = max(1, min(self._options.width, options.max_width))
        with console.use_theme(THEME):
            lines = list(laid_out(Group(*self._parts), console, options.update(width=width, height=None)))
        for line in lines:
            yield from self._finished(line)
            yield Segment.line()

    def _finished(self, line: list[Segment]) -> Iterator[Segment]:
        end = len(line)
        while end and not line[end - 1].text.strip(" "):
            end -= 1
        texts = [segment.text for segment in line[:end]]
        if texts:
            texts[-1] = texts[-1].rstrip(" ")
        texts = [in_ascii(text) for text in texts] if self._options.plain else anchored_parts(texts)
        for segment, text in zip(line, texts, strict=False):
            yield Segment(text, segment.style, segment.control)
