"""Every exit code, in the program itself: what it is for, and that the envelope says the same."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from typer import Abort

from careerpath.cli import app, outcome
from careerpath.cli.outcome import ExitCode
from careerpath.errors import InvalidInputError, NeedsAnswerError, Problem, StoreError, UsageError
from cli.test_failures import FAILURES
from support.commands import leaves
from support.schemas import faults

if TYPE_CHECKING:
    from collections.abc import Callable

PROBLEM = Problem(code="some-problem", message="this is wrong.", hint="Mend it.")

ENDINGS = [
    (UsageError(PROBLEM), ExitCode.WRONG_USE, "some-problem"),
    (InvalidInputError(PROBLEM, PROBLEM), ExitCode.INVALID_INPUT, "some-problem"),
    (StoreError(PROBLEM), ExitCode.INVALID_INPUT, "some-problem"),
    (NeedsAnswerError(PROBLEM), ExitCode.NEEDS_ANSWER, "some-problem"),
    (RuntimeError("boom"), ExitCode.DEFECT, "defect"),
    (KeyboardInterrupt(), ExitCode.INTERRUPTED, "interrupted"),
    (EOFError(), ExitCode.INTERRUPTED, "interrupted"),
    (Abort(), ExitCode.INTERRUPTED, "interrupted"),
    (outcome.Interrupted("7 answers are kept."), ExitCode.INTERRUPTED, "interrupted"),
]


def ending(error: BaseException) -> Callable[[], object]:
    def fail() -> object:
        raise error

    return fail


@pytest.mark.parametrize(("error", "code", "problem"), ENDINGS, ids=repr)
def test_an_ending_for_people(
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    error: BaseException,
    code: ExitCode,
    problem: str,
) -> None:
    monkeypatch.setattr(app, "command", ending(error))
    assert outcome.run(["roles"]) == code
    out, err = capfd.readouterr()
    assert out == ""
    assert err.startswith("careerpath: ")
    assert "Traceback" not in err


@pytest.mark.parametrize(("error", "code", "problem"), ENDINGS, ids=repr)
def test_an_ending_for_scripts(
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    error: BaseException,
    code: ExitCode,
    problem: str,
) -> None:
    monkeypatch.setattr(app, "command", ending(error))
    assert outcome.run(["roles", "--json"]) == code
    out, err = capfd.readouterr()
    envelope = json.loads(out)
    assert faults("error", envelope) == []
    assert {entry["code"] for entry in envelope["errors"]} == {problem}
    assert err == ""


def test_every_code_has_a_case_and_a_meaning() -> None:
    assert {code for _, code, _ in ENDINGS} == set(ExitCode) - {ExitCode.DONE}
    assert len({code.meaning for code in ExitCode}) == len(ExitCode)


def test_every_command_has_a_failure() -> None:
    for path, _ in leaves():
        assert any(arguments[: len(path)] == path for arguments, _, _ in FAILURES), path
