"""Blocks are laid out as Rich's own texts, tables and paddings would be: line by line and style by style."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from typing import TYPE_CHECKING, TypeAlias

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.console import Group as RichGroup
from rich.padding import Padding
from rich.segment import Segment
from rich.style import Style
from rich.table import Table as RichTable
from rich.text import Text as RichText

from careerpath.render.text.blocks import Beside, Group, Hanging, Table, Text
from careerpath.render.text.breaking import cell_len, line_starts
from careerpath.render.text.options import RenderOptions
from careerpath.render.text.page import Page
from careerpath.render.text.theme import STYLES

if TYPE_CHECKING:
    from rich.console import RenderableType

    from careerpath.render.text.blocks import Block, Line

WORDS = st.lists(
    st.sampled_from(
        [
            "a",
            "word",
            "figures,",
            "漢字",
            "e\u0301",
            "\u2013",
            "■■··",
            "a\u00a0b",
            "\uff11\u3000\uff12",
            "unbreakably-long,",
        ]
    ),
    max_size=12,
)
TEXTS = st.builds(
    lambda bold, rest: Text((" ".join(["a", *bold]), "cp.name"), (" ", ""), (" ".join(rest), "")), WORDS, WORDS
)
WIDTHS = st.integers(12, 60)
"""Rich gives a table's column at least a character; below that its tables get wider than they are told. And where the
end of a word that is broken fills a line, it puts the blank behind that on a line of its own: no width divides 17."""


Shown: TypeAlias = tuple[str, str]
"""A line of the screen, and below it which of its characters are bold; what style a blank has cannot be seen."""


def _shown(line: Line) -> Shown:
    signs = [
        (sign, style) for text, style in line for sign in re.sub(r"\s", lambda blank: " " * cell_len(blank[0]), text)
    ]
    text = "".join(character for character, _ in signs)
    bold = "".join("b" if style == "bold" and not character.isspace() else " " for character, style in signs)
    return text.rstrip(), bold.rstrip()


def _lines(block: Block, width: int) -> list[Shown]:
    return [_shown([(text, STYLES.get(style, "none")) for text, style in line]) for line in block.lines(width)]


def _rich(text: Text) -> RichText:
    return RichText.assemble(*((piece, STYLES.get(style, "none")) for piece, style in text.pieces), overflow="fold")


def _by_rich(part: RenderableType, width: int) -> list[Shown]:
    console = Console(width=width, force_terminal=True, color_system="truecolor")
    lines = console.render_lines(part, console.options.update(width=width, height=None), pad=False)
    bold = Style(bold=True)
    return [_shown([(text, "bold" if style == bold else "none") for text, style, _ in line]) for line in lines]


@given(text=TEXTS, width=WIDTHS)
def test_a_paragraph(text: Text, width: int) -> None:
    assert _lines(text, width) == _by_rich(_rich(text), width)


@given(texts=st.lists(TEXTS, min_size=1, max_size=4), width=WIDTHS)
def test_what_hangs_behind_a_marker(texts: list[Text], width: int) -> None:
    grid = RichTable.grid(padding=(0, 1, 0, 0), pad_edge=False, expand=True)
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=1, overflow="fold")
    grid.add_row(RichText("-"), RichGroup(*map(_rich, texts)))
    assert _lines(Hanging("- ", *texts), width) == _by_rich(grid, width)
    assert _lines(Hanging("  ", Hanging("- ", *texts)), width) == _by_rich(Padding(grid, (0, 0, 0, 2)), width)


@given(texts=st.lists(TEXTS, min_size=1, max_size=3), width=st.integers(36, 90))
def test_columns_beside_each_other(texts: list[Text], width: int) -> None:
    grid = RichTable.grid(padding=(0, 2, 0, 0), pad_edge=False, expand=True)
    for _ in texts:
        grid.add_column(ratio=1, overflow="fold")
    grid.add_row(*map(_rich, texts))
    assert _lines(Beside(*texts), width) == _by_rich(grid, width)


@given(
    rows=st.lists(st.tuples(TEXTS, TEXTS, st.lists(TEXTS, min_size=1, max_size=2)), min_size=1, max_size=3),
    heads=st.booleans(),
    width=st.integers(40, 90),
)
def test_a_table(rows: list[tuple[Text, Text, list[Text]]], width: int, *, heads: bool) -> None:
    head = ("First", "Second one", "Third") if heads else ("", "", "")
    table = Table(
        (Text((head[0], "cp.heading")), "left", 12),
        (Text((head[1], "cp.heading")), "right", 9),
        (Text((head[2], "cp.heading")), "left", None),
        gap=1,
    )
    made = RichTable(
        box=None, pad_edge=False, padding=(0, 1, 0, 0), collapse_padding=False, expand=True, show_header=heads
    )
    for name, side, size in zip(head, ("left", "right", "left"), (12, 9, None), strict=True):
        text = RichText(name, "bold", overflow="fold")
        made.add_column(text, justify=side, width=size, ratio=None if size else 1, overflow="fold", vertical="top")  # type: ignore[arg-type]
    for first, second, third in rows:
        table.add_row(first, second, Group(*third))
        made.add_row(_rich(first), _rich(second), RichGroup(*map(_rich, third)))
    assert _lines(table, width) == _by_rich(made, width)


@given(text=st.text("ab 漢é—\u0301\u00a0", max_size=60), width=st.integers(2, 30))
def test_a_text_is_broken_without_loss(text: str, width: int) -> None:
    starts = line_starts(text, width)
    pieces = [text[start:end] for start, end in zip([0, *starts], [*starts, None], strict=True)]
    assert "".join(pieces) == text
    assert all(cell_len(piece.rstrip()) <= width for piece in pieces)
    assert all(pieces) or not text, "no line is empty"


@given(text=st.text("ab c", max_size=60), width=st.integers(2, 30))
def test_text_of_one_column_each_is_broken_like_any_other(text: str, width: int) -> None:
    """A letter that looks as wide, but is not known to be, takes the other way."""
    assert line_starts(text, width) == line_starts(text.replace("a", "\u03b1"), width)


@given(text=st.text(max_size=30))
def test_columns_are_counted_as_rich_counts_them(text: str) -> None:
    shown = "".join(character for character in text if character.isprintable())
    assert cell_len(shown) == RichText(shown).cell_len


@given(texts=st.lists(TEXTS, min_size=1, max_size=3), width=st.integers(1, 12))
def test_no_line_is_wider_than_there_is_room(texts: list[Text], width: int) -> None:
    widths = [sum(cell_len(text) for text, _ in line) for line in Hanging("  ", *texts).lines(width + 2)]
    assert max(widths) <= max(width + 2, 4)  # a wide character cannot be broken


@pytest.mark.parametrize("block", [Hanging("- "), Beside(Group()), Group()], ids=["hanging", "beside", "group"])
def test_nothing_has_no_lines(block: Block) -> None:
    assert list(block.lines(20)) == []


def test_a_page_is_the_same_for_a_pipe_and_for_rich() -> None:
    blocks = Text(("A title", "cp.title")), Hanging("- ", Text(("one two three four", ""))), Text(("", ""))
    page = Page(RenderOptions(width=9), blocks)
    out = io.StringIO()
    Console(file=out, width=9).print(page)
    assert page.plain_text() == out.getvalue() == "A title\n- one two\n  three\n  four\n\n"


def test_a_page_for_a_pipe_loads_nothing_of_rich() -> None:
    code = (
        "import sys; from careerpath.render.text.page import Page; from careerpath.render.text.parts import line;"
        "from careerpath.render.text.options import RenderOptions;"
        "print(Page(RenderOptions(width=20), [line('Z\u00fcrich \u2013 caf\u00e9 ' * 9)]).plain_text(), end='');"
        "sys.exit('rich' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code.encode()], check=True, capture_output=True, encoding="utf-8"
    )
    assert done.stdout.splitlines()[0] == "Z\u00fcrich \u2013 caf\u00e9 Z\u00fcrich"


def test_segments_end_lines() -> None:
    page = Page(RenderOptions(width=20), [Text(("bold", "cp.name"))])
    console = Console(width=20)
    assert list(console.render(page)) == [Segment("bold", Style(bold=True)), Segment.line()]
