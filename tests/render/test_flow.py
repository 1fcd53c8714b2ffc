"""Parts that are laid out by careerpath look as Rich's own tables and paddings would make them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console, Group
from rich.padding import Padding
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from careerpath.render.text.flow import Beside, Hanging, laid_out

if TYPE_CHECKING:
    from rich.console import RenderableType

WORDS = st.lists(st.sampled_from(["a", "word", "figures,", "漢字", "e\u0301", "unbreakably-long-name"]), max_size=12)
STYLED = st.builds(lambda first, rest: Text.assemble((" ".join(first), "bold"), " ", " ".join(rest)), WORDS, WORDS)
WIDTHS = st.integers(12, 60)
"""Rich gives a table's column at least a character; below that its tables get wider than they are told."""


def _lines(part: RenderableType, width: int) -> list[list[Segment]]:
    console = Console(width=width, force_terminal=True, color_system="truecolor")
    lines = laid_out(part, console, console.options.update(width=width, height=None))
    return [_joined(line) for line in lines]


def _joined(line: list[Segment]) -> list[Segment]:
    """Without blanks at the end, and with what has the same style in one."""
    made = list(Segment.simplify(Segment(text, style or None) for text, style, _ in line if text))
    while made and not made[-1].text.strip(" "):
        made.pop()
    return [*made[:-1], Segment(made[-1].text.rstrip(" "), made[-1].style)] if made else []


def _by_rich(part: RenderableType, width: int) -> list[list[Segment]]:
    return _lines(Padding(part, 0), width)


@given(texts=st.lists(STYLED, min_size=1, max_size=4), width=WIDTHS)
def test_what_hangs_behind_a_marker(texts: list[Text], width: int) -> None:
    grid = Table.grid(padding=(0, 1, 0, 0), pad_edge=False, expand=True)
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    grid.add_row(Text("-"), Group(*texts))
    assert _lines(Hanging("- ", *texts), width) == _by_rich(grid, width)
    assert _lines(Hanging("  ", Hanging("- ", *texts)), width) == _by_rich(Padding(grid, (0, 0, 0, 2)), width)


@given(texts=st.lists(STYLED, min_size=1, max_size=3), width=WIDTHS)
def test_columns_beside_each_other(texts: list[Text], width: int) -> None:
    grid = Table.grid(padding=(0, 2, 0, 0), pad_edge=False, expand=True)
    for _ in texts:
        grid.add_column(ratio=1, overflow="fold")
    grid.add_row(*texts)
    assert _lines(Beside(*texts), width) == _by_rich(grid, width)


@given(text=st.text("ab 漢\n\t", max_size=60), width=WIDTHS)
def test_a_text_is_broken_as_rich_breaks_it(text: str, width: int) -> None:
    part = Text(text, overflow="fold")
    assert _lines(part, width) == _by_rich(part, width)


@given(texts=st.lists(STYLED, min_size=1, max_size=3), width=st.integers(1, 12))
def test_no_line_is_wider_than_there_is_room(texts: list[Text], width: int) -> None:
    narrow = [Segment.get_line_length(line) for line in _lines(Hanging("  ", *texts), width + 2)]
    assert max(narrow) <= max(width + 2, 4)  # a wide character cannot be broken


def test_rich_lays_them_out_alike_wherever_it_meets_them() -> None:
    part = Hanging("- ", Text("one two three"))
    console = Console(width=9)
    with console.capture() as captured:
        console.print(Padding(part, (0, 0, 0, 1)))
    assert [line.rstrip() for line in captured.get().splitlines()] == [" - one", "   two", "   three"]


@pytest.mark.parametrize("part", [Hanging("- "), Beside(Group()), Group()], ids=["hanging", "beside", "group"])
def test_nothing_has_no_lines(part: RenderableType) -> None:
    assert _lines(part, 20) == []
