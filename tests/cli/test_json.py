"""The JSON that scripts rely on."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from support.program import Program


def quiz(careerpath: Program, answers_file: str) -> Any:
    run = careerpath("quiz", "--answers", answers_file, "--json")
    assert run.code == 0, run.err
    return run.json


def test_every_role_is_recommended_in_order_of_match(careerpath: Program, answers_file: str) -> None:
    recommendations = quiz(careerpath, answers_file)["data"]["recommendations"]
    roles = {entry["role"] for entry in careerpath("roles", "--json").json["data"]["roles"]}
    assert {entry["role"] for entry in recommendations} == roles
    matches = [entry["match"] for entry in recommendations]
    assert matches == sorted(matches, reverse=True)


def test_the_points_add_up_to_the_match_in_decimal(careerpath: Program, answers_file: str) -> None:
    for entry in quiz(careerpath, answers_file)["data"]["recommendations"]:
        points = sum(Decimal(str(part["points"])) for part in entry["explanation"])
        assert points == Decimal(str(entry["match"])), entry["role"]
        gains = sum(Decimal(str(gap["readiness_gain"])) for gap in entry["gaps"])
        assert gains + Decimal(str(entry["readiness"])) == 100


def test_the_documented_fields_are_there(careerpath: Program, answers_file: str) -> None:
    entry = quiz(careerpath, answers_file)["data"]["recommendations"][0]
    assert entry.keys() >= {
        "role", "title", "track", "rung", "band", "match", "readiness", "appeal", "basis", "explanation", "gaps",
        "next_steps",
    }  # fmt: skip
    assert entry["explanation"][0].keys() >= {
        "item", "label", "answer", "required", "importance", "points", "basis", "claims",
    }  # fmt: skip
    assert entry["gaps"][0].keys() >= {"skill", "label", "have", "need", "importance", "readiness_gain", "learning"}
    assert entry["next_steps"][0].keys() >= {"kind", "title", "provider", "url", "builds", "hours", "claims"}
    assert entry["band"] in {"ready", "next", "later"}


def test_every_cited_claim_is_listed_with_its_place(careerpath: Program, answers_file: str) -> None:
    data = quiz(careerpath, answers_file)["data"]
    listed = {claim["id"]: claim for claim in data["claims"]}
    for entry in data["recommendations"]:
        for part in (*entry["explanation"], *entry["next_steps"]):
            for claim in part["claims"]:
                assert listed[claim]["document"]
                assert listed[claim]["place"]


def test_the_same_answers_give_the_same_bytes(careerpath: Program, answers_file: str) -> None:
    first = careerpath("quiz", "--answers", answers_file, "--json")
    second = careerpath("quiz", "--answers", answers_file, "--json")
    assert first.out == second.out


def test_results_score_the_stored_profile_alike(careerpath: Program, answers_file: str) -> None:
    given = quiz(careerpath, answers_file)
    stored = careerpath("results", "--json").json
    assert stored["schema"] == "careerpath.results/v1"
    assert stored["data"] == given["data"]


def test_no_save_leaves_nothing(careerpath: Program, answers_file: str) -> None:
    run = careerpath("quiz", "--answers", answers_file, "--no-save", "--json")
    assert run.json["data"]["profile"] is None
    assert not (careerpath.home / "data").exists()


def test_comparison_fields(careerpath: Program) -> None:
    data = careerpath("compare", "marketing", "product", "--json").json["data"]
    assert [role["role"] for role in data["roles"]] == ["marketing-manager", "product-manager"]
    assert {(move["from"], move["to"]) for move in data["transfer"]} == {
        ("marketing-manager", "product-manager"),
        ("product-manager", "marketing-manager"),
    }
    assert set(data["distinct"]) == {"marketing-manager", "product-manager"}
    assert data["shared"]
    assert data["pay_comparable"] is False
    assert {"amount", "currency", "statistic", "publisher", "as_of", "caution"} <= data["pay"]["product-manager"][
        0
    ].keys()
    assert data["pay"]["marketing-manager"][0]["amount"] == 156580


def test_show_cites_document_place_and_date(careerpath: Program) -> None:
    data = careerpath("show", "cmo", "--json").json["data"]
    assert data["role"] == "chief-marketing-officer"
    assert data["basis"] == "extrapolated"
    for claim in data["claims"]:
        assert claim["document"]
        assert claim["place"]
        assert claim["date"]


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("marketing", "marketing-manager"),
        ("PM", "product-manager"),
        ("Marketing Manager", "marketing-manager"),
        ("cmo", "chief-marketing-officer"),
        ("VP_of_Marketing", "vp-of-marketing"),
        ("affil", "affiliate-marketing-manager"),
    ],
)
def test_names_are_forgiving(careerpath: Program, name: str, role: str) -> None:
    assert careerpath("show", name, "--json").json["data"]["role"] == role
