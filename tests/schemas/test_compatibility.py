"""Version 1 of every kind keeps what it promised: tests/schemas/v1 says what that is."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from careerpath.render.data.kinds import KINDS
from careerpath.render.data.schemas import build_schema
from schemas.differences import broken_promises
from support.schemas import FROZEN, load_schema

PROMISED = sorted(path.stem for path in FROZEN.glob("*.json"))


def test_every_kind_is_promised() -> None:
    assert set(PROMISED) >= set(KINDS), "scripts/make_schemas.py --freeze KIND, for a kind that is new"


@pytest.mark.parametrize("kind", PROMISED)
def test_nothing_that_was_promised_is_gone(kind: str) -> None:
    assert kind in KINDS, "a kind that was published must stay"
    frozen = load_schema(FROZEN / f"{kind}.json")
    assert broken_promises(frozen, build_schema(kind), is_input=KINDS[kind].flow == "input") == []


@pytest.mark.parametrize("kind", sorted(set(PROMISED) & set(KINDS)))
def test_what_is_there_is_promised(kind: str) -> None:
    """A field that was added later is promised like the others, or it could go again unnoticed."""
    frozen = load_schema(FROZEN / f"{kind}.json")
    added = [broken for broken in broken_promises(build_schema(kind), frozen, is_input=False) if "gone" in broken]
    assert added == [], f"scripts/make_schemas.py --freeze {kind}"


def changed(kind: str, definition: str, change: str) -> list[str]:
    current = copy.deepcopy(load_schema(FROZEN / f"{kind}.json"))
    found: dict[str, Any] = current["$defs"][definition]
    name = next(iter(found["properties"]))
    match change:
        case "gone":
            del found["properties"][name]
            found["required"].remove(name)
        case "type":
            found["properties"][name] = {"type": "array", "items": {"type": "string"}}
        case "added":
            found["properties"]["brand_new"] = {"type": "string"}
        case "added and required":
            found["properties"]["brand_new"] = {"type": "string"}
            found["required"].append("brand_new")
    return broken_promises(load_schema(FROZEN / f"{kind}.json"), current, is_input=KINDS[kind].flow == "input")


@pytest.mark.parametrize(
    ("kind", "definition"),
    [
        ("quiz", "ResultData"),
        ("quiz", "HoursData"),
        ("compare", "RoleData"),
        ("error", "Place"),
        ("roles-file", "Link"),
    ],
)
def test_what_goes_or_changes_is_noticed_wherever_it_is(kind: str, definition: str) -> None:
    assert changed(kind, definition, "gone")
    assert changed(kind, definition, "type")
    assert not changed(kind, definition, "added")


def test_outputs_may_gain_fields_and_inputs_only_optional_ones() -> None:
    assert not changed("quiz", "ResultData", "added and required")
    assert changed("roles-file", "Link", "added and required")
