"""`path`: what scripts rely on, and its failures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.program import Program


@pytest.mark.parametrize("by", ["hours", "years", "moves"])
def test_the_documented_fields(careerpath: Program, by: str) -> None:
    data = careerpath("path", "marketing", "product", "--by", by, "--json").json["data"]
    assert len(data["routes"]) == 3
    for route in data["routes"]:
        assert route.keys() >= {"moves", "hours", "years"}
        assert route["moves"][0]["from"] == "marketing-manager"
        assert route["moves"][-1]["to"] == "product-manager"
        for move in route["moves"]:
            assert move.keys() >= {"from", "to", "kind", "named_by", "gaps", "hours", "years", "gained"}
            assert move["kind"] in {"advancement", "lateral", "feeder"}
            assert move["named_by"]["claims"] or move["named_by"]["overlap"] is not None or move["named_by"]["why"]
        assert route["hours"]["high"] == sum(move["hours"]["high"] for move in route["moves"])
        assert route["years"] == sum(move["years"] for move in route["moves"])
    listed = {claim["id"] for claim in data["claims"]}
    assert {
        claim for route in data["routes"] for move in route["moves"] for claim in move["named_by"]["claims"]
    } == listed


def test_without_from_it_starts_from_the_default_profile(careerpath: Program, answers_file: str) -> None:
    assert careerpath("path", "product").code == 2
    careerpath("quiz", "--answers", answers_file)
    data = careerpath("path", "product", "--routes", "2", "--json").json["data"]
    assert (data["from"], data["profile"], len(data["routes"])) == (None, "me", 2)
    assert data["routes"][0]["moves"][0]["from"] is None
    assert data == careerpath("path", "product", "--routes", "2", "--profile", "me", "--json").json["data"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("pm", "pm"), "same-role"),
        (("pm", "po", "cmo"), "path-roles"),
        (("pm", "nonesuch"), "unknown-role"),
        (("pm", "po", "--profile", "me"), "two-starts"),
        (("po", "--profile", "nobody"), "unknown-profile"),
        (("po", "pm", "--routes", "0"), "usage"),
        (("po", "pm", "--by", "luck"), "usage"),
    ],
)
def test_failures(careerpath: Program, arguments: tuple[str, ...], code: str) -> None:
    run = careerpath("path", *arguments, "--json")
    assert run.code == 2
    assert run.json["errors"][0]["code"] == code


def test_who_is_there_already(careerpath: Program) -> None:
    run = careerpath("path", "pm", "--answers", "-", "--json", stdin="background: {current_role: product manager}\n")
    assert run.json["errors"][0]["code"] == "same-role"


def test_text(careerpath: Program) -> None:
    run = careerpath("path", "sales", "cmo")
    assert run.code == 0
    assert "Route 3" in run.out
    assert all(len(line) <= 80 for line in run.out.splitlines())
