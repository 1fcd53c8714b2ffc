"""Names in any script, in every view: within the width, in their columns, whole, and moving nothing beside them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len
from wcwidth import wcswidth

from careerpath import direction
from careerpath.harmless import harmless_in_cells
from careerpath.prompts.frame import draw
from careerpath.prompts.listing import View, list_entries, list_frame, summarise
from careerpath.prompts.wrap import measure
from careerpath.render.html.drawing import LABEL_MOST
from careerpath.render.text.bars import EMPTY, FULL, bar
from careerpath.render.text.options import RenderOptions
from render.views import printed
from safety import outputs
from support.bidi import visual_order
from support.scripts_of_the_world import RTL, SAMPLES

if TYPE_CHECKING:
    from collections.abc import Iterator

WIDTHS = (40, 60, 80, 120, 200)
BAR = re.compile(f"[{FULL}{EMPTY}]{{10}}")
ANCHOR = direction.ANCHOR


def lines(view: str, sample: str, width: int, *, plain: bool = False) -> list[str]:
    made = outputs.text_view(view, SAMPLES[sample], RenderOptions(width=width, plain=plain))
    return printed(made, width).split("\n")


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("view", outputs.TEXT_VIEWS)
def test_every_line_fits_and_nothing_is_left_out(view: str, sample: str) -> None:
    expected = harmless_in_cells(SAMPLES[sample])
    letters = {letter for letter in expected if not letter.isascii() and not letter.isspace()}
    for width in WIDTHS:
        made = lines(view, sample, width)
        assert max(map(cell_len, made)) <= width
        assert max(map(wcswidth, made)) <= width
        text = "".join(made).replace(ANCHOR, "")
        times = {text.count(letter) / expected.count(letter) for letter in letters}
        assert len(times) == 1, f"some of it is lost at {width}: {times}"
        assert times.pop() > 0


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("view", ["result", "path", "history", "comparison with a person"])
def test_bars_stand_below_each_other(view: str, sample: str) -> None:
    for width in WIDTHS:
        wanted = set(bars(printed(outputs.text_view(view, "Any", RenderOptions(width=width)), width).split("\n")))
        assert set(bars(lines(view, sample, width))) == wanted, width


def bars(made: list[str]) -> Iterator[int]:
    """Where bars begin, in cells."""
    for line in made:
        for found in BAR.finditer(line):
            yield cell_len(line[: found.start()])


def test_a_bar_is_as_long_as_its_figure_says_in_every_view() -> None:
    seen = set()
    for view in outputs.TEXT_VIEWS:
        for width in WIDTHS:
            text = printed(outputs.text_view(view, None, RenderOptions(width=width)), width)
            assert len(BAR.findall(text)) == len(re.findall(f"[{FULL}{EMPTY}]+", text))
            for value, drawn in re.findall(rf"(-?[0-9]+\.[0-9])[ *]({BAR.pattern})", text):
                assert drawn == bar(float(value))
                seen.add(view)
    assert seen == {"result", "comparison", "comparison with a person", "path", "history"}


@pytest.mark.parametrize("sample", RTL)
@pytest.mark.parametrize("view", outputs.TEXT_VIEWS)
def test_names_from_right_to_left_move_nothing_beside_them(view: str, sample: str) -> None:
    for width in WIDTHS:
        for line in lines(view, sample, width):
            assert moved(line) == [], line


def moved(line: str) -> list[str]:
    """What leaves its place on the screen without being part of a name from right to left."""
    names = re.compile("[\u0590-\u08ff](?:(?:(?!  )[^A-Za-z\u200e])*[\u0590-\u08ff])?")
    inside = {place for found in names.finditer(line) for place in range(*found.span())}
    order = visual_order(line)
    return [line[place] for seen, place in enumerate(order) if place not in inside and seen != place]


def test_without_anchors_they_would(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(direction, "anchors", lambda _line: [])
    spoilt = {view for view in outputs.TEXT_VIEWS for line in lines(view, "arabic", 80) if moved(line)}
    assert {"result", "explanation", "comparison", "role"} <= spoilt


def test_the_algorithm_orders_as_the_standard_says() -> None:
    def seen(line: str) -> str:
        return "".join(line[place] for place in visual_order(line))

    assert seen("abc 12") == "abc 12"
    assert seen("אבג 12") == "12 גבא"
    assert seen("אבג\u200e 12") == "גבא\u200e 12"
    assert seen("a אב, גד b") == "a דג ,בא b"
    assert seen("1 אב +4.20|12.0") == "1 12.0|4.20+ בא"
    assert seen("אב ٢٠٢٤ גד") == "דג ٢٠٢٤ בא"


@pytest.mark.parametrize("view", outputs.TEXT_VIEWS)
def test_plain_text_is_ascii_and_as_wide(view: str) -> None:
    for sample in SAMPLES:
        for line in lines(view, sample, 80, plain=True):
            assert line.isascii()
            assert len(line) <= 80


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("width", WIDTHS)
def test_questions_fit(sample: str, width: int) -> None:
    expected = harmless_in_cells(SAMPLES[sample])
    for prompt in outputs.prompts_with(SAMPLES[sample]):
        assert measure(summarise(prompt.question, None, width)) <= width
        if not prompt.question.options:
            continue
        entries = list_entries(prompt.question)
        view = View(shown=list(range(len(entries))), pointed=0, ticked=None, search="", found=len(entries), note="")
        drawn = [line for _, line in draw(list_frame(prompt, entries, view), width, 2000)]
        assert max(map(measure, drawn)) < width
        assert max(map(wcswidth, drawn)) < width
        assert re.sub(r"\s", "", expected) in re.sub(r"\s", "", "".join(drawn))


@pytest.mark.parametrize("sample", SAMPLES)
def test_names_in_charts_are_cut_by_their_width(sample: str) -> None:
    labels = re.findall(r'<text[^>]*class="start name"[^>]*>([^<]*)', outputs.html_output(SAMPLES[sample]))
    assert labels
    assert all(cell_len(label.removesuffix(" (X)")) <= LABEL_MOST for label in labels)


@pytest.mark.parametrize("sample", RTL)
def test_page_and_markdown_set_names_apart(sample: str) -> None:
    name = "שיווק" if sample == "both ways" else SAMPLES[sample]
    assert f"<bdi>{name}</bdi>" in outputs.html_output(SAMPLES[sample])
    assert f"<bdi>{name}</bdi>" in outputs.notebook_output(SAMPLES[sample])
    assert f"&#8296;{name}&#8297;" in outputs.markdown_output(SAMPLES[sample])


def test_without_names_from_right_to_left_there_is_no_anchor() -> None:
    for sample in SAMPLES.keys() - RTL.keys():
        assert ANCHOR not in "".join(lines("result", sample, 80))


def test_a_command_can_be_copied() -> None:
    assert direction.anchored("  careerpath results 'מנהל'") == "  careerpath results 'מנהל'"
    assert (
        direction.anchored("careerpath results 'מנהל'   where you stand")
        == "careerpath results 'מנהל'   where you stand"
    )
    assert direction.anchored("to מנהל: 12") == f"to מנהל{ANCHOR}: 12"
    assert direction.anchored("a מנהל  בעל") == f"a מנהל{ANCHOR}  בעל"
    assert direction.anchored("מנהל") == f"{ANCHOR}מנהל"
