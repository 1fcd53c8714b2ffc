"""The checks can fail: each one complains once what protects its output is taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from markupsafe import Markup

from careerpath.answers import write
from careerpath.cli import candidates, completing, outcome
from careerpath.prompts import wrap
from careerpath.render.data import envelope
from careerpath.render.export import calendar, checklist
from careerpath.render.html import environment
from careerpath.render.markdown import report
from careerpath.render.text import parts
from careerpath.render.text.options import RenderOptions
from render.views import printed
from safety import outputs
from safety.test_catalogue import screens, template
from support.hostile import DIRECTION, HIDDEN, HTML, MARKDOWN, TABLE, TERMINAL
from support.sinks import (
    check_calendar,
    check_completion,
    check_csv,
    check_html,
    check_json,
    check_line,
    check_markdown,
    check_terminal,
    hidden_in,
)

if TYPE_CHECKING:
    from types import ModuleType

INVISIBLE = TERMINAL | DIRECTION | {name: text for name, text in HIDDEN.items() if name != "selectors"}


def as_it_is(text: Any) -> Any:
    return text


@pytest.mark.parametrize("name", INVISIBLE)
def test_what_acts_or_hides_is_found(name: str) -> None:
    assert hidden_in(INVISIBLE[name].replace("\n", "\x00")) != []


@pytest.mark.parametrize("name", [name for name in TERMINAL if name not in {"null", "delete", "line feed"}])
def test_the_terminal(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "harmless_in_cells", as_it_is)
    view = outputs.text_view("role", TERMINAL[name], RenderOptions(width=80))
    assert check_terminal(printed(view, 80, colour=True), styled=True) != [] or name in {
        # Rich takes these out by itself.
        "bell", "backspace", "carriage return", "form feed",
    }  # fmt: skip


@pytest.mark.parametrize(("module", "make"), [(wrap, screens), (write, template)], ids=["the quiz", "the template"])
@pytest.mark.parametrize("name", DIRECTION)
def test_the_quiz_and_its_template(module: ModuleType, make: Any, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "harmless_in_cells" if module is wrap else "harmless", as_it_is)
    assert check_terminal(make(DIRECTION[name])) != []


@pytest.mark.parametrize("name", DIRECTION)
def test_json(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(envelope, "_escape", lambda found: found[0])
    assert check_json(outputs.json_output("roles", DIRECTION[name])) != []
    assert check_json(b'{"a": "b"}', ["c"]) != []


@pytest.mark.parametrize("name", ["script", "image", "close", "comment"])
def test_the_page(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    neutral = outputs.html_output(None)
    monkeypatch.setattr(environment, "_shown", Markup)
    try:
        complaints = check_html(outputs.html_output(HTML[name]), neutral)
    except AssertionError:
        return  # elements are closed that were not open
    assert complaints != []


ANYWHERE = ("md image", "code", "stress", "raw", "autolink", "bare link", "mention", "formula", "paragraph", "end")
"""Markdown that means something wherever it stands; no text of ours stands at the start of a line."""


@pytest.mark.parametrize("name", ANYWHERE)
def test_markdown(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    pairs = [(report, outputs.markdown_output), (checklist, outputs.checklist_output)]
    neutral = [make(None) for _, make in pairs]
    complaints = []
    for (module, make), shape in zip(pairs, neutral, strict=True):
        monkeypatch.setattr(module, "escaped", as_it_is)
        complaints += check_markdown(make(MARKDOWN[name]), shape)
    assert complaints != []


@pytest.mark.parametrize("name", [name for name in MARKDOWN if name not in {"footnote", "bracket link", "end", "task"}])
def test_markdown_at_the_start_of_a_line(name: str) -> None:
    text = MARKDOWN[name]
    assert check_markdown(f"x\n\n{text}\n\n{text}\n|---|---|---|---|\n", "x\n\nx\n\nx\n") != []


@pytest.mark.parametrize("name", DIRECTION)
def test_the_calendar(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    neutral = outputs.calendar_output(None)
    monkeypatch.setattr(calendar, "harmless", as_it_is)
    assert check_calendar(outputs.calendar_output(DIRECTION[name]), neutral) != []


def test_an_injected_alarm_is_seen() -> None:
    neutral = outputs.calendar_output(None)
    assert check_calendar(neutral.replace(b"END:VEVENT", b"BEGIN:VALARM\r\nEND:VALARM\r\nEND:VEVENT", 1), neutral) != []


@pytest.mark.parametrize("name", TABLE)
def test_tables(name: str) -> None:
    row = '"{}",1\r\n'.format(TABLE[name].replace('"', '""'))
    assert (check_csv(row, 2) == []) == (name == "quotes")
    assert check_csv("a;b\r\n", 2) != []
    assert check_csv("+12.5,-3\r\n", 2) == []


def test_completion(monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    monkeypatch.setattr(candidates.Asked, "catalog", lambda _: outputs.catalog_with(DIRECTION["override"]))
    monkeypatch.setattr(completing, "harmless", as_it_is)
    completing.complete(["zsh", "careerpath", "show", ""])
    assert check_completion(capfdbinary.readouterr().out, {role.id for role in outputs.team().roles}) != []
    assert check_completion(b"other\t\n", {"known"}) != []


@pytest.mark.parametrize("name", [name for name in TERMINAL if name not in {"null", "delete"}])
def test_messages(name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(outcome, "harmless", as_it_is)
    monkeypatch.setattr(outcome, "wants_ascii", lambda _: False)  # (in ASCII, much would be shown as codes anyway)
    outcome.narrate(TERMINAL[name])
    assert check_line(capsys.readouterr().err) != []
