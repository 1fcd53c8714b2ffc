"""Printing for people: the console, its width and its looks. Loaded only where text, not JSON, is asked for."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from rich.console import Console

from careerpath.cli.characters import wants_ascii
from careerpath.cli.saying import line_width
from careerpath.render.text.options import RenderOptions
from careerpath.render.text.theme import THEME

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import RenderableType


def show(view: Callable[[RenderOptions], RenderableType]) -> None:
    """Prints a view on stdout, at the width of the terminal (80 columns where there is none)."""
    options = screen_options()
    console = Console(
        theme=THEME,
        width=options.width,
        highlight=False,
        markup=False,
        emoji=False,
        safe_box=True,
        soft_wrap=False,
    )
    console.print(view(options))


def screen_options() -> RenderOptions:
    """Width and characters of this terminal."""
    return RenderOptions(width=line_width(), plain=wants_ascii(sys.stdout))
