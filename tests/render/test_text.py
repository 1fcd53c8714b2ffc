"""What holds for every view of the terminal: widths, harmless text, no escapes in a pipe; and what the words claim."""

from __future__ import annotations

import re
import sys
import unicodedata
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from careerpath.harmless import BLANK, harmless, is_plain
from careerpath.model.answers import Answers
from careerpath.model.catalog import Catalog
from careerpath.render.data.ranges import PointsRange
from careerpath.render.text import numbers
from careerpath.render.text.bars import CELLS, bar
from careerpath.render.text.explanation import explanation_view
from careerpath.render.text.options import RenderOptions
from careerpath.render.text.result import result_view
from careerpath.render.text.safe import in_ascii
from careerpath.scoring.table import build_table
from render.conftest import scored
from render.views import VIEWS, WIDTHS, printed, view

if TYPE_CHECKING:
    from careerpath.render.data.result import ResultData

HOSTILE = "[/bold][red] :smile: \x1b[31m\x1b]8;;http://x\x07\x9b2J\r\n\u202eright\u200b \u4ea7\u54c1"
FREE_TEXT = {
    "title", "label", "summary", "statement", "text", "why", "caution", "description", "detail", "handling", "subject",
    "place", "publisher", "suits", "note", "provider", "address", "url", "language",
}  # fmt: skip


def _hostile(value: Any, key: str = "") -> Any:
    """The same value with hostile characters at the end of each text that people write."""
    if isinstance(value, dict):
        return {name: _hostile(entry, name) for name, entry in value.items()}
    if isinstance(value, (list, tuple)):
        return [_hostile(entry, key) for entry in value]
    return f"{value} {HOSTILE}" if isinstance(value, str) and key in FREE_TEXT else value


@pytest.fixture(scope="module")
def hostile(catalog: Catalog) -> tuple[Catalog, ResultData]:
    fields = {name: getattr(catalog, name) for name in catalog.__struct_fields__}
    encoded = _hostile(msgspec.to_builtins(fields))
    made = msgspec.convert(encoded, Catalog, strict=False)
    return made, scored(made, build_table(made), Answers(skills={"seo": 3}, likes={"plan-campaigns": 5}))


@pytest.mark.parametrize("width", [24, 40, 59, 60, 80, 109, 110, 120, 200])
@pytest.mark.parametrize("name", VIEWS)
def test_no_line_is_wider_than_the_terminal(name: str, width: int, catalog: Catalog, result: ResultData) -> None:
    text = printed(view(name, catalog, result, RenderOptions(width=width)), width)
    assert max(cell_len(line) for line in text.split("\n")) <= width
    assert not re.search(r" $", text, flags=re.MULTILINE)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", VIEWS)
def test_hostile_texts_are_shown_and_do_nothing(name: str, width: int, hostile: tuple[Catalog, ResultData]) -> None:
    text = printed(view(name, *hostile, RenderOptions(width=width)), width)
    lines = text.split("\n")
    unshown = {character for line in lines for character in line if unicodedata.category(character)[0] in "CZ"}
    assert unshown == {" "}
    together = "".join(text.split())
    assert "[/bold][red]" in together
    assert ":smile:" in together
    assert r"\x1b[31m" in together
    assert r"\u202e" in together
    assert max(cell_len(line) for line in lines) <= width


@pytest.mark.parametrize("name", VIEWS)
def test_plain_is_ascii_and_breaks_lines_at_the_same_places(
    name: str, catalog: Catalog, result: ResultData, hostile: tuple[Catalog, ResultData]
) -> None:
    plain = printed(view(name, catalog, result, RenderOptions(width=80, plain=True)), 80)
    fancy = printed(view(name, catalog, result, RenderOptions(width=80)), 80)
    assert plain.isascii()
    assert [cell_len(line) for line in plain.split("\n")] == [cell_len(line) for line in fancy.split("\n")]
    assert printed(view(name, *hostile, RenderOptions(width=80, plain=True)), 80).isascii()


@pytest.mark.parametrize("name", VIEWS)
def test_no_escapes_in_a_pipe_and_no_colour_on_a_terminal(name: str, catalog: Catalog, result: ResultData) -> None:
    page = view(name, catalog, result, RenderOptions(width=80))
    piped, shown = printed(page, 80), printed(page, 80, colour=True)
    assert "\x1b" not in piped
    # Bold and dim only: they suit light and dark terminals alike, and say nothing that the words do not.
    assert set(re.findall(r"\x1b\[([0-9;]*)m", shown)) <= {"0", "1", "2", "1;2"}
    assert re.sub(r"\x1b\[[0-9;]*m", "", shown) == piped


def test_no_color_is_respected(catalog: Catalog, result: ResultData, monkeypatch: pytest.MonkeyPatch) -> None:
    page = view("result", catalog, result, RenderOptions(width=80))
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in printed(page, 80)
    assert set(re.findall(r"\x1b\[([0-9;]*)m", printed(page, 80, colour=True))) <= {"0", "1", "2", "1;2"}


def test_points_of_an_explanation_add_up_as_displayed(result: ResultData) -> None:
    for role in result.recommendations:
        lines = printed(explanation_view(role, RenderOptions(width=80)), 80).split("\n")
        figures = [(line, float(found[1])) for line in lines if (found := re.search(r" ([+-]?\d+\.\d\d)$", line))]
        parts = sum(round(100 * figure) for line, figure in figures if not line.startswith(("Sum", "Match,")))
        whole = [figure for line, figure in figures if line.startswith("Match,")]
        assert [parts / 100] == whole == [role.match]


def test_the_headline_claims_nothing_when_nothing_is_answered(catalog: Catalog, nothing_answered: ResultData) -> None:
    text = printed(result_view(nothing_answered, catalog, RenderOptions(width=80)), 80)
    assert "You have answered nothing yet" in text
    assert "You already have" not in text
    assert "You like" not in text
    assert "Ready now: No role yet." in text


def test_ready_roles_come_first(catalog: Catalog, everything_met: ResultData) -> None:
    text = printed(result_view(everything_met, catalog, RenderOptions(width=80)), 80)
    assert text.index("Ready now: ") < text.index("Roles by match")
    assert "All 108 questions" in text or f"{everything_met.answered} of {everything_met.asked_for}" in text


def test_ties_are_said(catalog: Catalog, result: ResultData) -> None:
    first, second, *rest = result.recommendations
    level = tuple(msgspec.structs.replace(role, rank=1, tied=True, band="next") for role in (first, second))
    tied = msgspec.structs.replace(result, recommendations=(*level, *rest))
    for width in WIDTHS:
        words = " ".join(printed(result_view(tied, catalog, RenderOptions(width=width)), width).split())
        assert f"Next step: {first.title}, level with {second.title}" in words
        assert "1=" in words


def test_extrapolated_roles_say_so(catalog: Catalog, result: ResultData) -> None:
    best = msgspec.structs.replace(result.recommendations[0], basis="extrapolated", band="ready")
    changed = msgspec.structs.replace(result, recommendations=(best, *result.recommendations[1:]))
    text = " ".join(printed(result_view(changed, catalog, RenderOptions(width=80)), 80).split())
    assert f"Ready now: {best.title} (extrapolated: the documents only name this role)" in text


def test_figures_that_cannot_be_compared_say_why(catalog: Catalog, result: ResultData) -> None:
    text = printed(view("comparison", catalog, result, RenderOptions(width=120)), 120)
    assert "These figures cannot be compared:" in text
    assert "- the publisher differs" in text


@given(st.floats(-1000, 1000))
def test_bars_have_one_length(value: float) -> None:
    assert len(bar(value)) == len(bar(value, plain=True)) == CELLS
    assert bar(value).count("\N{BLACK SQUARE}") == bar(value, plain=True).count("#")


@given(st.text())
def test_harmless_text_has_no_controls_and_ascii_keeps_the_width(text: str) -> None:
    shown = harmless(text)
    assert not {unicodedata.category(character) for character in shown} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
    assert in_ascii(shown).isascii()
    assert cell_len(in_ascii(shown)) == cell_len(shown)


def test_figures() -> None:
    assert [numbers.short(value) for value in (67.75, -0.04, 100.0)] == ["67.8", "0.0", "100.0"]
    assert [numbers.exact(value) for value in (4.17, -0.001, -12.0)] == ["+4.17", "0.00", "-12.00"]
    assert numbers.hours(5, 12) == "5-12 h"
    assert numbers.money(156580, "USD") == "$156,580"
    assert numbers.money(90000, "CHF") == "CHF 90,000"
    assert numbers.whole_range(PointsRange(low=50.02, high=87.51)) == "50-88"
    assert numbers.total([0.1, 0.2, -0.3]) == 0


def test_what_is_plain_acts_nowhere_hides_nothing_and_takes_a_column() -> None:
    """Plain text is shown as it is, without a look at each character; so none may be among them that needs one."""
    plain = [sign for sign in map(chr, range(sys.maxunicode + 1)) if is_plain(sign)]
    assert len(plain) > 600
    for sign in plain:
        assert unicodedata.category(sign)[0] in "LNPSZ", ascii(sign)
        assert sign == " " or unicodedata.category(sign)[0] != "Z", ascii(sign)
        assert sign not in BLANK
        assert unicodedata.normalize("NFC", f"a{sign}") == f"a{sign}"
        assert cell_len(sign) == 1
