"""Whole commands on a catalogue with any text in it, and what they write to both streams."""

from __future__ import annotations

import io
import json
import tempfile
from contextlib import ExitStack, redirect_stderr, redirect_stdout
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import pytest

from careerpath.catalog.linting import lint as linting
from careerpath.catalog.linting.finding import Explanation, Finding
from careerpath.cli.answering import save_answers
from careerpath.cli.outcome import run
from careerpath.evaluation.chapters import evaluate
from careerpath.evaluation.size import Size
from careerpath.prompts.plain import PlainPrompter
from careerpath.quiz.prompter import Command
from careerpath.render.data.envelope import success, to_json
from careerpath.render.data.result import result_data
from careerpath.scoring.assess import assess
from careerpath.scoring.ranks import honest_ranks
from careerpath.scoring.table import build_table
from safety import outputs

if TYPE_CHECKING:
    from careerpath.evaluation.chapters import Evaluation
    from careerpath.model.catalog import Catalog


class Written(NamedTuple):
    """What a command wrote, and its exit code."""

    out: bytes
    err: str
    code: int


COMMANDS: Final = {
    "catalog check": ("catalog", "check"),
    "catalog lint": ("catalog", "lint"),
    "catalog evaluate": ("catalog", "evaluate", "--people", "10"),
    "verify": ("verify", "RESULT"),
    "verify of another catalogue": ("verify", "OTHER"),
    "verify of a changed result": ("verify", "CHANGED"),
    "profile list": ("profile", "list"),
    "profile show": ("profile", "show"),
    "profile export": ("profile", "export"),
}
"""RESULT, OTHER and CHANGED are results saved with the catalogue."""


def written(name: str, text: str | None, *options: str) -> Written:
    """What a command writes where the catalogue has one text everywhere; None gives the one with tags."""
    catalog = outputs.catalog_with(text)
    out, err = io.TextIOWrapper(io.BytesIO(), encoding="utf-8"), io.StringIO()
    with ExitStack() as stack:
        patch = stack.enter_context(pytest.MonkeyPatch.context())
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        patch.setenv("CAREERPATH_HOME", str(folder / "home"))
        patch.setenv("LC_ALL", "C.UTF-8")  # in the locale C nothing but ASCII is written, which is harmless anyway
        if name.startswith("profile"):
            save_answers(outputs.team(), "me", outputs.ANSWERS)
        _replace_catalog(patch, catalog, text)
        _lay_out(folder, text)
        arguments = [str(folder / word) if word.isupper() else word for word in COMMANDS[name]]
        stack.enter_context(redirect_stdout(out))
        stack.enter_context(redirect_stderr(err))
        code = run([*arguments, *options])
        out.flush()
    return Written(out.buffer.getvalue(), err.getvalue(), code)


def _replace_catalog(patch: pytest.MonkeyPatch, catalog: Catalog, text: str | None) -> None:
    for place in ("catalog.read", "catalog.linting.lint"):
        patch.setattr(f"careerpath.{place}.read_catalog", lambda _: catalog)
    for command in ("catalog", "verify", "profile"):
        patch.setattr(f"careerpath.cli.commands.{command}.open_catalog", lambda _: catalog)
    patch.setattr("careerpath.evaluation.chapters.evaluate", lambda *_: _figures())
    patch.setattr(linting, "find_all", lambda *known: (*FIND_ALL(*known), *_findings(text)))
    patch.setattr(linting, "_explanations", _explanations(text))


FIND_ALL: Final = linting.find_all


@cache
def _figures() -> Evaluation:
    """What is measured does not depend on how anything is called."""
    return evaluate(outputs.team(), Size(people=10, draws=20))


def _findings(text: str | None) -> tuple[Finding, ...]:
    quoted = text or "zqzz"
    return (Finding(code="lint-unused-skill", subject="role:explained", message=quoted, hint=quoted),)


def _explanations(text: str | None) -> Any:
    explanation = Explanation(code="lint-unused-skill", subject="role:explained", why=text or "zqzz")
    return lambda _: {("lint-unused-skill", "role:explained"): (explanation, None)}


def _lay_out(folder: Path, text: str | None) -> None:
    saved = _saved(text)
    (folder / "RESULT").write_bytes(saved)
    whole = json.loads(saved)
    (folder / "CHANGED").write_text(json.dumps(_changed(whole, text or "zqzz")), encoding="utf-8")
    whole["data"]["catalog"] |= {"digest": "0" * 64, "name": text or "zqzz", "version": text or "zqzz"}
    (folder / "OTHER").write_text(json.dumps(_changed(whole, text or "zqzz")), encoding="utf-8")


@cache
def _saved(text: str | None) -> bytes:
    catalog = outputs.catalog_with(text)
    table = build_table(catalog)
    ranks = honest_ranks(catalog, table, outputs.ANSWERS)
    return to_json(success("results", result_data(catalog, table, assess(catalog, outputs.ANSWERS), ranks, None)))


def _changed(value: Any, text: str, key: str = "") -> Any:
    """The result with other sentences in it."""
    match value:
        case dict():
            return {name: _changed(entry, text, name) for name, entry in value.items()}
        case list():
            return [_changed(entry, text, key) for entry in value]
        case str() if key in {"title", "label", "why", "summary", "statement"}:
            return f"{text} {text}"
        case _:
            return value


def explained_questions(text: str | None) -> str:
    """Every question of the quiz without a terminal, with what is said to somebody who asks why."""
    out = io.StringIO()
    for prompt in outputs.prompts_with(text):
        prompter = PlainPrompter(io.StringIO("?\n"), out)
        assert prompter.ask(prompt) is Command.WHY
        prompter.say(prompt.question.help)
    return out.getvalue()
