"""Results are kept, and `history` shows them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from support.program import Program, Run

RATED = ("seo", "writing", "leadership", "agile", "scrum", "roadmapping", "pricing", "excel")


def retake(careerpath: Program, level: int, *options: str, rated: int = len(RATED)) -> Run:
    file = careerpath.home / "answers.yaml"
    levels = {skill: level if place < rated else 1 for place, skill in enumerate(RATED)}
    file.write_text("skills: {" + ", ".join(f"{skill}: {level}" for skill, level in levels.items()) + "}\n")
    run = careerpath("quiz", "--answers", str(file), *options)
    assert run.code == 0, run.err
    return run


def test_equal_answers_are_kept_once(careerpath: Program) -> None:
    assert "Since" not in retake(careerpath, 1).err
    assert "are the same as on" in retake(careerpath, 1).err
    careerpath("results")
    retake(careerpath, 2, "--no-save")
    data = careerpath("history", "--json").json["data"]
    assert len(data["results"]) == 1
    assert data["since_first"] is None
    assert data["results"][0]["catalog_is_todays"] is True


def test_a_rise_in_everything_is_more_than_noise(careerpath: Program) -> None:
    retake(careerpath, 1)
    run = retake(careerpath, 2)
    assert "8 up, 0 down, of 8 skills rated both times: more than the noise" in run.err
    assert len(run.err.strip().splitlines()) == 2
    data = careerpath("history", "--json").json["data"]
    assert data["since_first"]["progress"]["direction"] == "rise"
    assert data["since_first"]["progress"]["chance"] == 0.4
    assert len(data["changes"][0]["answers"]) == 8


def test_a_rise_in_little_is_not(careerpath: Program) -> None:
    retake(careerpath, 1)
    assert "no more than the noise" in retake(careerpath, 2, rated=3).err


def test_named_roles_are_tested_in_what_they_ask_for(careerpath: Program) -> None:
    retake(careerpath, 1)
    retake(careerpath, 2)
    data = careerpath("history", "me", "po", "cmo", "--json").json["data"]
    assert list(data["shown"]) == ["product-owner", "chief-marketing-officer"]
    assert [role["role"] for role in data["roles"]] == list(data["shown"])
    assert all(role["progress"]["compared"] < 8 for role in data["roles"])


def test_json_says_nothing_on_the_side(careerpath: Program) -> None:
    retake(careerpath, 1)
    assert retake(careerpath, 2, "--json").err == ""


def test_imports_are_kept(careerpath: Program, answers_file: str) -> None:
    assert careerpath("profile", "import", answers_file, "--profile", "anna").code == 0
    assert len(careerpath("history", "anna", "--json").json["data"]["results"]) == 1


def test_the_catalogue_of_then_does_not_pass_for_progress(careerpath: Program) -> None:
    retake(careerpath, 1)
    data = careerpath("history", "me", "pm", "--json").json["data"]
    point = data["results"][0]["roles"][0]
    assert point["readiness"] == point["readiness_then"]


def test_failures(careerpath: Program) -> None:
    run = careerpath("history", "nobody", "--json")
    assert (run.code, run.json["errors"][0]["code"]) == (2, "unknown-profile")
    assert "careerpath history me product-manager" in careerpath("history", "pm").err
    assert "There is none yet; 'careerpath quiz' makes one." in careerpath("history").err
    retake(careerpath, 1)
    assert careerpath("history", "me", "nonesuch", "--json").json["errors"][0]["code"] == "unknown-role"


def test_a_store_that_takes_nothing_still_shows_the_result(careerpath: Program, answers_file: str) -> None:
    assert careerpath("profile", "import", answers_file).code == 0
    file = Path(careerpath.environment["CAREERPATH_HOME"]) / "careerpath.sqlite3"
    assert file.stat().st_mode & 0o777 == 0o600
    assert careerpath("results").code == 0
