"""Printing for people: the screen, its width and its looks. Loaded only where text, not JSON, is asked for."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Final

from careerpath.cli.characters import wants_ascii
from careerpath.cli.saying import line_width
from careerpath.render.text.options import RenderOptions

if TYPE_CHECKING:
    from collections.abc import Callable

    from careerpath.render.text.page import Page

_ASKS_FOR_STYLES: Final = ("FORCE_COLOR", "TTY_COMPATIBLE")
"""Variables by which people ask for styles where there is no terminal."""


def show(view: Callable[[RenderOptions], Page]) -> None:
    """Prints a view on stdout, at the width of the terminal (80 columns where there is none)."""
    options = screen_options()
    page = view(options)
    if not sys.stdout.isatty() and not any(name in os.environ for name in _ASKS_FOR_STYLES):
        sys.stdout.write(page.plain_text())
        return
    # Rich knows what a terminal can do; loading it takes a third of the time that a command takes to start.
    from rich.console import Console

    console = Console(
        width=options.width,
        highlight=False,
        markup=False,
        emoji=False,
        safe_box=True,
        soft_wrap=False,
    )
    console.print(page)


def screen_options() -> RenderOptions:
    """Width and characters of this terminal, and the clock of its place."""
    return RenderOptions(width=line_width(), plain=wants_ascii(sys.stdout), local=True)
