"""Options of `quiz` and `plan`: none is passed over in silence, and nothing is stored before all of them are sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.program import Program

UNUSED = [
    (("--template", "--json"), "--template or --json"),
    (("--template", "--answers", "ANSWERS", "--mode", "full"), "--template or --answers and --mode"),
    (("--template", "--profile", "anna", "--all"), "--template or --profile and --all"),
    (("--answers", "ANSWERS", "--mode", "full"), "--answers or --mode"),
    (("--answers", "ANSWERS", "--sure", "95"), "--answers or --sure"),
    (("--answers", "ANSWERS", "--max-questions", "5"), "--answers or --max-questions"),
    (("--answers", "ANSWERS", "--restart", "--why"), "--answers or --restart and --why"),
    (("--answers", "ANSWERS", "--no-save", "--profile", "anna"), "--no-save or --profile"),
]


@pytest.mark.parametrize(("options", "left_out"), UNUSED, ids=str)
def test_an_option_that_means_nothing_is_refused(
    careerpath: Program, answers_file: str, options: tuple[str, ...], left_out: str
) -> None:
    run = careerpath("quiz", *(answers_file if option == "ANSWERS" else option for option in options))
    assert run.code == 2
    assert f"Leave out {left_out}." in run.out + run.err
    assert careerpath("profile", "list", "--json").json["data"]["profiles"] == []


@pytest.mark.parametrize("role", ["nonesuch", ""])
def test_the_role_to_explain_is_looked_up_before_anything_is_stored(
    careerpath: Program, answers_file: str, role: str
) -> None:
    run = careerpath("quiz", "--answers", answers_file, "--explain", role, "--json")
    assert (run.code, run.json["errors"][0]["code"]) == (2, "unknown-role")
    assert careerpath("profile", "list", "--json").json["data"]["profiles"] == []
    assert careerpath("quiz", "--explain", role, "--json").json["errors"][0]["code"] == "unknown-role"


DONE = ("plan", "--done", "scrum-training")


@pytest.mark.parametrize(
    "options",
    [
        ("product",),
        ("nonesuch", "--hours-per-week", "5", "--weeks", "3"),
        ("--hours-per-week", "5"),
        ("--weeks", "3"),
        ("--markdown", "plan.md"),
        ("--budget-free-only",),
        ("--ical", "plan.ics", "--start", "2027-01-31"),
    ],
    ids=str,
)
def test_a_plan_that_cannot_be_made_marks_nothing_as_done(
    careerpath: Program, answers_file: str, options: tuple[str, ...]
) -> None:
    assert careerpath("profile", "import", answers_file).code == 0
    run = careerpath(*DONE, *options)
    assert run.code == 2
    assert "Kept as done" not in run.err
    marked = careerpath("plan", "--done", "project-facebook-ads", "--json").json["data"]["done"]
    assert marked == ["project-facebook-ads"]
