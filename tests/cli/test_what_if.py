"""`what-if`, through the real program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from support.program import Program


def what_if(careerpath: Program, *arguments: str) -> Any:
    run = careerpath("what-if", *arguments, "--json")
    assert run.code == 0, run.out
    assert run.json["schema"] == "careerpath.what-if/v1"
    return run.json["data"]


def test_names_are_forgiving_and_ranks_are_told(careerpath: Program, answers_file: str) -> None:
    data = what_if(careerpath, "SEO=expert", "data ana=3 advanced", "--answers", answers_file)
    assert [(entry["skill"], entry["from"], entry["to"]) for entry in data["improvements"]] == [
        ("data-analysis", None, 3),
        ("seo", 2, 4),
    ]
    for side in ("before", "after"):
        assert {"role", "rank", "match", "readiness", "band"} <= data[side][0].keys()
        assert [place["match"] for place in data[side]] == sorted((p["match"] for p in data[side]), reverse=True)


def test_a_goal_comes_first_with_what_is_suggested(careerpath: Program, answers_file: str) -> None:
    data = what_if(careerpath, "--goal", "cmo", "--answers", answers_file)
    assert data["possible"] is True
    assert data["after"][0]["role"] == "chief-marketing-officer"
    assert data["cost"] == sum(entry["hours"] for entry in data["improvements"])
    pairs = [f"{entry['skill']}={entry['to']}" for entry in data["improvements"]]
    assert what_if(careerpath, *pairs, "--answers", answers_file)["after"] == data["after"]


def test_what_stands_in_the_way_is_named(careerpath: Program, answers_file: str) -> None:
    data = what_if(careerpath, "--goal", "director of products", "--ready", "--by", "steps", "--answers", answers_file)
    assert data["possible"] is False
    assert {reason["item"] for reason in data["reasons"]} >= {"experience"}
    assert data["before"] == data["after"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((), "what-if-use"),
        (("seo=3", "--goal", "pm"), "what-if-use"),
        (("--goal", "pm", "--top", "--ready"), "what-if-use"),
        (("seo=3", "--ready"), "what-if-use"),
        (("seo",), "what-if-pair"),
        (("seo=9",), "unknown-level"),
        (("juggling=2",), "unknown-skill"),
        (("product=2",), "ambiguous-skill"),
        (("--goal", "nobody"), "unknown-role"),
        (("seo=3", "--by", "weeks"), "usage"),
    ],
)
def test_wrong_use_is_explained(careerpath: Program, answers_file: str, arguments: tuple[str, ...], code: str) -> None:
    run = careerpath("what-if", *arguments, "--answers", answers_file, "--json")
    assert run.code == 2, run.out
    assert [error["code"] for error in run.json["errors"]] == [code]


def test_without_a_profile_it_says_so(careerpath: Program) -> None:
    run = careerpath("what-if", "seo=3", "--json")
    assert (run.code, run.json["errors"][0]["code"]) == (2, "unknown-profile")
