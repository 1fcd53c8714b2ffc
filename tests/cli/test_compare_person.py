"""`compare` for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from support.program import Program

PAIR = ("compare", "marketing", "product")


def test_a_profile_and_a_file_say_the_same(careerpath: Program, answers_file: str) -> None:
    assert careerpath("quiz", "--answers", answers_file).code == 0
    stored = careerpath(*PAIR, "--profile", "me", "--json").json["data"]
    given = careerpath(*PAIR, "--answers", answers_file, "--json").json["data"]
    assert stored["person"].pop("profile") == "me"
    assert given["person"].pop("profile") is None
    assert stored == given
    assert {"readiness", "band", "appeal", "first_chance", "gaps", "hours"} <= stored["person"]["roles"][0].keys()
    assert [point["about"] for point in stored["verdict"]] == ["closer", "likes", "overall", "pay"]


def test_the_readiness_is_that_of_the_result(careerpath: Program, answers_file: str) -> None:
    result = careerpath("quiz", "--answers", answers_file, "--json").json["data"]["recommendations"]
    told = {entry["role"]: (entry["readiness"], entry["band"], entry["appeal"], entry["match"]) for entry in result}
    for role in careerpath(*PAIR, "--profile", "me", "--json").json["data"]["person"]["roles"]:
        assert (role["readiness"], role["band"], role["appeal"], role["match"]) == told[role["role"]]


def test_hours_add_up_and_what_carries_over_is_not_missing(careerpath: Program) -> None:
    for move in careerpath("compare", "pm", "po", "cmo", "--json").json["data"]["transfer"]:
        missing = {gap["item"] for gap in move["gaps"]}
        carried = {entry["item"] for entry in move["carries_over"]}
        assert not missing & carried
        steps = [step["hours"] for gap in move["gaps"] for step in gap["learning"]]
        for end in ("low", "high"):
            assert move["hours"][end] == sum(step[end] for step in steps)
            assert move["hours"][end] == move["hours"]["documented"][end] + move["hours"]["editorial"][end]


def test_the_text_has_a_verdict_and_whole_addresses(careerpath: Program, answers_file: str) -> None:
    run = careerpath(*PAIR, "--answers", answers_file, COLUMNS="120")
    assert "The verdict" in run.out
    assert "https://www.bls.gov/ooh/management/advertising-promotions-and-marketing-managers.htm" in run.out


def test_failures(careerpath: Program, answers_file: str) -> None:
    assert careerpath(*PAIR, "--profile", "nobody", "--json").json["errors"][0]["code"] == "unknown-profile"
    run = careerpath(*PAIR, "--profile", "me", "--answers", answers_file)
    assert (run.code, run.out) == (2, "")
