"""Every failure: one clear message, the documented code, the right stream, and the envelope."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.program import Program

FAILURES = [
    (("show", "nothing"), 2, "unknown-role"),
    (("show", "lead"), 2, "ambiguous-role"),
    (("show",), 2, "usage"),
    (("roles", "--track", "art"), 2, "unknown-track"),
    (("roles", "--nonsense"), 2, "usage"),
    (("schema", "nothing"), 2, "unknown-kind"),
    (("verify", "missing.json"), 3, "unreadable"),
    (("history", "nobody"), 2, "unknown-profile"),
    (("report", "nobody", "--markdown", "report.md"), 2, "unknown-profile"),
    (("path", "nothing"), 2, "unknown-role"),
    (("path", "marketing", "marketing"), 2, "same-role"),
    (("plan", "product"), 2, "plan-use"),
    (("what-if",), 2, "what-if-use"),
    (("what-if", "seo=3", "--profile", "nobody"), 2, "unknown-profile"),
    (("profile", "edit", "nobody"), 2, "unknown-profile"),
    (("profile", "list", "--nonsense"), 2, "usage"),
    (("catalog", "check", "missing"), 2, "no-catalog"),
    (("catalog", "lint", "missing"), 2, "no-catalog"),
    (("catalog", "sources", "--catalog", "missing"), 2, "no-catalog"),
    (("catalog", "conflicts", "--catalog", "missing"), 2, "no-catalog"),
    (("catalog", "evaluate", "--people", "1"), 2, "usage"),
    (("completion", "tcsh"), 2, "usage"),
    (("cohort", "missing.csv", "-o", "results.csv"), 3, "not-a-file"),
    (("cohort", "--template", "-o", "results.csv"), 2, "option-unused"),
    (("cohort", "people.csv", "--template"), 2, "option-unused"),
    (("nonsense",), 2, "usage"),
    (("compare", "pm"), 2, "compare-count"),
    (("compare", "pm", "product"), 2, "compare-count"),
    (("results", "nobody"), 2, "unknown-profile"),
    (("profile", "show", "nobody"), 2, "unknown-profile"),
    (("profile", "export", "nobody"), 2, "unknown-profile"),
    (("profile", "delete", "nobody"), 2, "unknown-profile"),
    (("profile", "import", "missing.yaml"), 3, "unreadable"),
    (("quiz", "--answers", "missing.yaml"), 3, "unreadable"),
    (("quiz",), 4, "no-terminal"),
    (("roles", "--catalog", "missing"), 2, "no-catalog"),
    (("quiz", "--answers", "bad.yaml", "--explain", "nothing"), 3, "unknown-answer"),
]


@pytest.fixture
def prepared(careerpath: Program) -> Program:
    (careerpath.home / "bad.yaml").write_text("skills: {seo: 9}\n", encoding="utf-8")
    return careerpath


@pytest.mark.parametrize(("arguments", "code", "problem"), FAILURES, ids=str)
def test_failure_for_people(prepared: Program, arguments: tuple[str, ...], code: int, problem: str) -> None:
    run = prepared(*arguments)
    assert run.code == code
    assert run.out == ""
    assert len(run.err.strip().splitlines()) == 1, run.err
    assert "Traceback" not in run.err


@pytest.mark.parametrize(("arguments", "code", "problem"), FAILURES, ids=str)
def test_failure_for_scripts(prepared: Program, arguments: tuple[str, ...], code: int, problem: str) -> None:
    run = prepared(*arguments, "--json")
    assert run.code == code
    envelope = run.json
    assert envelope["status"] == "error"
    assert envelope["data"] is None
    assert [error["code"] for error in envelope["errors"]] == [problem]
    assert envelope["errors"][0].keys() == {"code", "message", "hint", "location"}


def test_without_a_terminal_both_ways_out_are_named(careerpath: Program) -> None:
    run = careerpath("quiz")
    assert "in a terminal" in run.err
    assert "--template" in run.err
    assert "--answers" in run.err


def test_an_invalid_answers_file_lists_every_fault_with_its_place(careerpath: Program) -> None:
    (careerpath.home / "bad.yaml").write_text("skills:\n  seo: 9\n  storytling: 2\nlikes: 3\n", encoding="utf-8")
    run = careerpath("quiz", "--answers", "bad.yaml")
    assert run.code == 3
    assert run.err.splitlines() == [
        "bad.yaml:2:8: '9' is no answer to 'seo'. Known: 0, 1, 2, 3, 4.",
        "bad.yaml:3:3: there is no question 'storytling' under 'skills'. Did you mean 'storytelling'?",
        "bad.yaml:4:8: 'likes' must be a mapping of names to answers. Write one 'name: answer' a line.",
    ]


def test_a_failed_quiz_leaves_the_profile_as_it_was(careerpath: Program, answers_file: str) -> None:
    careerpath("quiz", "--answers", answers_file)
    before = careerpath("profile", "show").out
    Path(answers_file).write_text("skills: {seo: 9}\n", encoding="utf-8")
    assert careerpath("quiz", "--answers", answers_file).code == 3
    assert careerpath("profile", "show").out == before


def test_deleting_asks_or_wants_yes(careerpath: Program, answers_file: str) -> None:
    careerpath("quiz", "--answers", answers_file)
    refused = careerpath("profile", "delete")
    assert refused.code == 4
    assert "--yes" in refused.err
    assert careerpath("profile", "delete", "--yes").code == 0
    assert careerpath("profile", "list", "--json").json["data"]["profiles"] == []


def test_a_closed_pipe_ends_quietly(careerpath: Program) -> None:
    shell = f"{' '.join(careerpath.command)} roles --json | head -c 1"
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {shell}"],
        env=careerpath.environment,
        cwd=careerpath.home,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout == "{"
    assert done.stderr == ""
    assert done.returncode == 0


def test_stdin_is_read_for_a_dash(careerpath: Program) -> None:
    run = careerpath("quiz", "--answers", "-", "--json", stdin='{"skills": {"seo": 3}}')
    assert run.json["data"]["answers"]["skills"] == {"seo": 3}


@pytest.mark.parametrize("command", ["profile import -", "quiz --answers -"])
def test_what_json_prints_is_no_answers_file(careerpath: Program, answers_file: str, command: str) -> None:
    assert careerpath("profile", "import", answers_file).code == 0
    printed = careerpath("profile", "export", "--json").out
    run = careerpath(*command.split(), "--json", stdin=printed)
    assert (run.code, [error["code"] for error in run.json["errors"]]) == (3, ["not-answers"])
    assert "without --json" in run.json["errors"][0]["hint"]
    assert careerpath(*command.split(), stdin=careerpath("profile", "export").out).code == 0


def test_the_template_fed_back_is_valid(careerpath: Program) -> None:
    template = careerpath("quiz", "--template").out
    assert careerpath("quiz", "--answers", "-", "--json", stdin=template).code == 0


def test_another_catalogue_is_used_everywhere(careerpath: Program) -> None:
    folder = str(Path(__file__).parents[1] / "catalogs" / "design-team")
    listed = careerpath("roles", "--json", "--catalog", folder).json["data"]["roles"]
    assert len(listed) == 4
    by_environment = careerpath("roles", "--json", CAREERPATH_CATALOG=folder).json["data"]["roles"]
    assert by_environment == listed
    assert careerpath("quiz", "--template", "--catalog", folder).code == 0
    assert careerpath("catalog", "check", folder).code == 0
