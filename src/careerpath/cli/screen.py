"""Printing for people: the console, its width and its looks. Loaded only where text, not JSON, is asked for."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from rich.console import Console

from careerpath.render.text.options import RenderOptions
from careerpath.render.text.theme import THEME

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import RenderableType

MIN_WIDTH, MAX_WIDTH = 40, 120
"""Lines longer than this are hard to read; narrower terminals wrap by themselves."""


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


def screen_options(*, plain: bool | None = None) -> RenderOptions:
    """Width and character set of this terminal; plain (ASCII) where the locale knows no more."""
    width = Console().width if sys.stdout.isatty() or os.environ.get("COLUMNS") else 80
    encoding = (sys.stdout.encoding or "ascii").lower().replace("-", "")
    return RenderOptions(
        width=max(MIN_WIDTH, min(width, MAX_WIDTH)),
        plain=not encoding.startswith("utf") if plain is None else plain,
    )
