"""`careerpath catalog lint`: every kind of finding, and how one is explained."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from careerpath.catalog.linting.finding import Code
from careerpath.catalog.linting.lint import LintReport, lint
from careerpath.catalog.linting.report import report_text
from careerpath.catalog.read import read_catalog
from careerpath.catalog.source import read_folder, read_shipped
from careerpath.errors import InvalidInputError
from invalid_cases import DESIGN_TEAM
from lint.catalogs import spoilt_team
from support.program import Program

GOLDEN = Path(__file__).with_name("spoilt-team.txt")

REASON = "explained:\n  - {code: lint-unused-skill, subject: skill:juggling, why: It is a joke.}\n"


@pytest.fixture
def spoilt(tmp_path: Path) -> Path:
    return spoilt_team(tmp_path / "team")


def look_over(folder: Path, explained: str | None = None) -> LintReport:
    if explained is not None:
        (folder / "lint.yaml").write_text(explained, encoding="utf-8")
    return lint(read_folder(folder))


def test_the_report_of_a_spoilt_catalogue_reads_exactly_so(spoilt: Path) -> None:
    told = report_text(look_over(spoilt))
    assert told.split() == GOLDEN.read_text(encoding="utf-8").split(), "the golden file is broken into lines of 80"
    assert len(told.splitlines()) > 10


def test_every_kind_of_finding_is_shown(spoilt: Path) -> None:
    assert {problem.code for problem in look_over(spoilt).problems} == set(get_args(Code))


def test_the_shipped_catalogue_is_clean_and_what_stays_is_explained() -> None:
    report = lint(read_shipped())
    assert report.problems == ()
    assert all(len(entry.why) > 40 for entry in report.explained)
    assert [pair.distance for pair in report.closest] == sorted(pair.distance for pair in report.closest)
    assert report.closest[0].distance > 1000


def test_an_explained_finding_is_listed_apart(spoilt: Path) -> None:
    before = look_over(spoilt)
    after = look_over(spoilt, REASON)
    assert len(after.problems) == len(before.problems) - 1
    ((finding, why),) = [(entry.finding, entry.why) for entry in after.explained]
    assert (finding.code, finding.subject, why) == ("lint-unused-skill", "skill:juggling", "It is a joke.")
    text = report_text(after)
    assert "Explained\n  lint-unused-skill skill:juggling: no role asks" in text
    assert "    It may stay: It is a joke." in text


def test_an_explanation_of_nothing_is_stale(spoilt: Path) -> None:
    *_, stale = look_over(
        spoilt, REASON + "  - {code: lint-twins, subject: role:a role:b, why: They differ.}\n"
    ).problems
    assert stale.code == "lint-stale-explanation"
    assert stale.message == "lint-twins is no longer found about role:a role:b."
    assert str(stale.location) == f"{spoilt / 'lint.yaml'}:3:5"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("explained: 3\n", ":1:12: 'explained' must be a list, not 3."),
        ("- 3\n", ":1:1: the content must be a mapping"),
        (REASON.replace("unused-skill", "unused-skil"), ":2:12: 'code' cannot be 'lint-unused-skil'. Did you mean"),
        (REASON.replace(", why: It is a joke.", ""), ":2:5: the key 'why' is missing."),
    ],
)
def test_explanations_are_checked_like_every_other_file(spoilt: Path, text: str, message: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        look_over(spoilt, text)
    assert str(caught.value).startswith(f"{spoilt / 'lint.yaml'}{message}")


def test_a_catalogue_may_do_without_and_its_digest_covers_it(spoilt: Path) -> None:
    without = read_catalog(read_folder(spoilt))
    (spoilt / "lint.yaml").write_text(REASON, encoding="utf-8")
    with_it = read_catalog(read_folder(spoilt))
    assert with_it.digest != without.digest
    assert with_it.roles == without.roles


def test_what_is_laid_over_the_shipped_catalogue_inherits_its_explanations(tmp_path: Path) -> None:
    (tmp_path / "catalog.yaml").write_text('name: mine\nversion: "7"\nbase: shipped\n', encoding="utf-8")
    assert look_over(tmp_path).problems == ()
    assert len(look_over(tmp_path).explained) == len(lint(read_shipped()).explained)
    report = look_over(tmp_path, REASON)
    assert [problem.code for problem in report.problems] == ["lint-stale-explanation"]


def test_a_condition_of_a_used_question_is_used_itself(spoilt: Path) -> None:
    questions = spoilt / "questions.yaml"
    text = questions.read_text(encoding="utf-8")
    condition = "    when: {question: field, any_of: [design]}\n"
    questions.write_text(text.replace("    text: How many", f"{condition}    text: How many"), encoding="utf-8")
    problems = look_over(spoilt).problems
    unused = {problem.message.split(":")[1] for problem in problems if problem.code == "lint-unused-question"}
    assert unused == {"education_field", "hobby"}


def test_a_role_that_only_liking_its_work_puts_first_is_no_finding(spoilt: Path) -> None:
    roles = spoilt / "roles.yaml"
    head, old_hand = roles.read_text(encoding="utf-8").rsplit("  - id: old-hand", 1)
    other_work = old_hand.replace("activity: draw-screens", "activity: talk-to-users")
    roles.write_text(f"{head}  - id: old-hand{other_work}", encoding="utf-8")
    assert "lint-never-first" not in {problem.code for problem in look_over(spoilt).problems}


def test_the_command(tmp_path: Path, spoilt: Path) -> None:
    careerpath = Program(tmp_path)
    run = careerpath("catalog", "lint", str(spoilt))
    assert (run.code, run.out, run.err) == (3, GOLDEN.read_text(encoding="utf-8"), "")
    run = careerpath("catalog", "lint", "--catalog", str(spoilt), "--json")
    assert (run.code, run.json["status"]) == (3, "error")
    assert {entry["code"] for entry in run.json["errors"]} == set(get_args(Code))
    run = careerpath("catalog", "lint", "--json")
    assert (run.code, run.json["schema"], run.json["errors"]) == (0, "careerpath.catalog-lint/v1", [])
    assert all(entry["why"] for entry in run.json["data"]["explained"])
    assert len(run.json["data"]["closest"]) == 5
    assert careerpath("catalog", "lint", str(DESIGN_TEAM / "nowhere")).code == 2
