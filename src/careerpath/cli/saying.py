"""Sentences and short lists on stdout, for commands that need no page: wrapped to the width of the terminal."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

from careerpath.ascii_likeness import in_ascii
from careerpath.cli.characters import wants_ascii
from careerpath.direction import anchored
from careerpath.harmless import harmless_in_cells
from careerpath.prompts.wrap import measure, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable

MIN_WIDTH, MAX_WIDTH, USUAL_WIDTH = 40, 120, 80
"""Lines longer than this are hard to read; narrower terminals wrap by themselves."""


def line_width() -> int:
    """The columns of a line: those of the terminal, within reason; 80 where there is none.

    What goes through a pipe (`| less`) is mostly read in the terminal all the same, so it is no wider than that.
    """
    columns = shutil.get_terminal_size((0, 0)).columns or min(USUAL_WIDTH, _columns_of_stderr())
    return max(MIN_WIDTH, min(columns, MAX_WIDTH))


def _columns_of_stderr() -> int:
    try:
        return os.get_terminal_size(2).columns or USUAL_WIDTH
    except OSError:
        return USUAL_WIDTH


def say(*lines: str, hanging: int = 0) -> None:
    """Writes lines; what is too long goes on below where its line begins, or so many columns to the right of it."""
    width = line_width()
    for line in lines:
        indent = line[: len(line) - len(line.lstrip(" "))]
        _write(wrap(line, width, indent=indent, hanging=indent + " " * hanging))


def say_beside(left: str, right: str, column: int) -> None:
    """Writes two texts beside each other, the right one from a column on; one below the other if there is no room."""
    left, right = harmless_in_cells(left), harmless_in_cells(right)
    room = column - measure(left)
    if column + measure(right) > line_width():
        say(left, f"      {right}")
    elif room > 1:
        _write([f"{left}{' ' * room}{right}"])
    else:
        say(left)
        _write([f"{' ' * column}{right}"])


def _write(lines: Iterable[str]) -> None:
    plain = wants_ascii(sys.stdout)
    for line in lines:
        sys.stdout.write(f"{in_ascii(line, measure) if plain else anchored(line)}\n")
