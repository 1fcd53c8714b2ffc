"""Every free text of a catalogue, and the name of a person, in every output: shown, and never doing anything.

`matrix.txt` says which text comes out where; it is written anew with UPDATE_GOLDEN=1.
"""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from careerpath.answers.read import parse_answers
from careerpath.answers.write import answers_text
from careerpath.cli import candidates
from careerpath.cli.completing import complete
from careerpath.prompts.frame import draw
from careerpath.prompts.listing import View, list_entries, list_frame, summarise
from careerpath.render.text.options import RenderOptions
from render.views import printed
from safety import commands, outputs
from support.foreign import FREE, NAMES, tags, tags_in, text_fields
from support.hostile import PAYLOADS, chunks
from support.program import ROOT
from support.sinks import (
    check_calendar,
    check_completion,
    check_html,
    check_json,
    check_markdown,
    check_terminal,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from careerpath.quiz.prompter import Prompt

OF_OTHERS = {
    ("render/data/roles.py", "activity.why"),
    ("render/text/role.py", "activity.why"),
}
"""These are the activities of a role, which say why themselves."""

MATRIX = Path(__file__).with_name("matrix.txt")
WIDE = RenderOptions(width=200)
CHUNKS = range(len(chunks()))


def screens(text: str | None) -> str:
    """Every question of the quiz as a list on the screen, and the line that remains of each."""
    return "\n".join(line for prompt in outputs.prompts_with(text) for line in _screen(prompt))


def _screen(prompt: Prompt) -> list[str]:
    entries = list_entries(prompt.question)
    view = View(shown=list(range(len(entries))), pointed=0, ticked=None, search="", found=len(entries), note="")
    lines = [line for _, line in draw(list_frame(prompt, entries, view), 200, 400)] if prompt.question.options else []
    return [*lines, summarise(prompt.question, None, 200)]


def template(text: str | None) -> str:
    return answers_text(outputs.catalog_with(text))


def command(name: str, text: str | None, *, as_json: bool) -> str:
    """Both streams of a command."""
    shown = commands.written(name, text, *(["--json"] if as_json else []))
    return shown.out.decode() + shown.err


OUTPUTS: dict[str, Callable[[str | None], str]] = {
    **{
        f"text: {name}": lambda text, name=name: printed(outputs.text_view(name, text, WIDE), 200)  # type: ignore[misc]
        for name in outputs.TEXT_VIEWS
    },
    **{
        f"json: {kind}": lambda text, kind=kind: outputs.json_output(kind, text).decode()  # type: ignore[misc]
        for kind in outputs.JSON_KINDS
    },
    "page": outputs.html_output,
    "page on a cohort": outputs.summary_output,
    "notebook": outputs.notebook_output,
    "markdown": outputs.markdown_output,
    "checklist": outputs.checklist_output,
    "calendar": lambda text: outputs.calendar_output(text).decode().replace("\r\n ", ""),
    "quiz": screens,
    "quiz, explained": commands.explained_questions,
    "template": template,
    **{
        f"command: {name}{' --json' * as_json}": lambda text, name=name, as_json=as_json: command(  # type: ignore[misc]
            name, text, as_json=as_json
        )
        for name in commands.COMMANDS
        for as_json in (False, True)
    },
}
NOWHERE = {"Activity.why", "Claim.subject", "Scoring.why", "Skill.why"}
"""Texts for who keeps the catalogue; the program shows them to nobody."""


@cache
def reached() -> dict[str, list[str]]:
    """The texts that come out, by output."""
    return {name: [*tags_in(make(None)), *_person(make(None))] for name, make in OUTPUTS.items()}


def _person(text: str) -> list[str]:
    return ["profile"] if outputs.PERSON in text else []


def test_every_text_of_the_model_is_known_to_be_free_or_a_name() -> None:
    fields = {field for _, field in text_fields()}
    assert fields == FREE | NAMES
    assert not FREE & NAMES


def test_every_text_comes_out_somewhere_or_is_known_not_to() -> None:
    """A new field of the model has to be seen in an output here, else it would be in none of these tests."""
    assert set(tags()) - {field for fields in reached().values() for field in fields} == NOWHERE


def test_texts_that_come_out_nowhere_are_used_nowhere() -> None:
    """What has a `why` elsewhere is told by another class; these fields are read by the reader of catalogues alone."""
    used = re.compile(r"\b(activity|skill|scoring|claim)(_by_id\[\w+\])?\.(why|subject)\b")
    package = ROOT / "src" / "careerpath"
    found = {
        (path.relative_to(package).as_posix(), match[0])
        for path in package.rglob("*.py")
        for match in used.finditer(path.read_text(encoding="utf-8"))
    }
    assert found == OF_OTHERS


def test_the_matrix_is_as_written() -> None:
    rows = [f"{name}: {', '.join(fields)}" for name, fields in reached().items()]
    cells = sum(map(len, reached().values()))
    rows += ["", f"{cells} places, each with {len(PAYLOADS)} texts. Nowhere: {', '.join(sorted(NOWHERE))}"]
    text = "\n".join(rows) + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        MATRIX.write_text(text, encoding="utf-8")
    assert text == MATRIX.read_text(encoding="utf-8"), "if that is meant: UPDATE_GOLDEN=1 pytest tests/safety"


@pytest.mark.parametrize("chunk", CHUNKS)
@pytest.mark.parametrize("name", outputs.TEXT_VIEWS)
def test_the_terminal_only_writes(name: str, chunk: int) -> None:
    view = outputs.text_view(name, chunks()[chunk], RenderOptions(width=80))
    assert check_terminal(printed(view, 80, colour=True), styled=True) == []


@pytest.mark.parametrize("chunk", CHUNKS)
@pytest.mark.parametrize("kind", outputs.JSON_KINDS)
def test_json_holds_the_text_and_acts_on_no_terminal(kind: str, chunk: int) -> None:
    text = chunks()[chunk]
    whole = text.encode("utf-8", "backslashreplace").decode()
    assert check_json(outputs.json_output(kind, text), [whole] if reached()[f"json: {kind}"] else []) == []


@pytest.mark.parametrize("chunk", CHUNKS)
def test_the_page_keeps_its_structure(chunk: int) -> None:
    text = chunks()[chunk]
    assert check_html(outputs.html_output(text), outputs.html_output(None)) == []
    assert check_html(outputs.summary_output(text), outputs.summary_output(None)) == []
    assert check_html(outputs.notebook_output(text), outputs.notebook_output(None)) == []


@pytest.mark.parametrize("name", PAYLOADS)
def test_markdown_keeps_its_structure(name: str) -> None:
    for make in (outputs.markdown_output, outputs.checklist_output):
        assert check_markdown(make(f"{PAYLOADS[name]}x{PAYLOADS[name]}"), make(None)) == []


@pytest.mark.parametrize("name", PAYLOADS)
def test_a_calendar_keeps_its_structure(name: str) -> None:
    neutral = outputs.calendar_output(None)
    assert check_calendar(outputs.calendar_output(f"{PAYLOADS[name]}x{PAYLOADS[name]}"), neutral) == []


@pytest.mark.parametrize("chunk", CHUNKS)
def test_the_quiz_only_writes(chunk: int) -> None:
    assert check_terminal(screens(chunks()[chunk])) == []


@pytest.mark.parametrize("chunk", CHUNKS)
def test_a_template_holds_comments_and_answers_alone(chunk: int) -> None:
    made, neutral = template(chunks()[chunk]), template(None)
    assert check_terminal(made) == []
    assert yaml.safe_load(made) == yaml.safe_load(neutral)
    assert parse_answers(made.encode(), "me.yaml", outputs.catalog_with(chunks()[chunk])).in_order()


@pytest.mark.parametrize("chunk", CHUNKS)
@pytest.mark.parametrize(
    "words", [("show", ""), ("what-if", ""), ("roles", "--track", ""), ("plan", "--done", "")], ids=str
)
def test_completion_offers_a_word_and_a_harmless_meaning(
    words: tuple[str, ...], chunk: int, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setattr(candidates.Asked, "catalog", lambda _: outputs.catalog_with(chunks()[chunk]))
    assert complete(["zsh", "careerpath", *words]) == 0
    team = outputs.team()
    known = {role.id for role in team.roles} | {track.id for track in team.tracks}
    known |= {entry.id for entry in team.learning} | {f"{skill.id}=" for skill in team.skills}
    out = capfdbinary.readouterr().out
    assert out
    assert check_completion(out, known) == []
