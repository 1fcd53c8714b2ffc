"""The committed JSON Schemas, with a real validator."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from support.program import ROOT

FOLDER = ROOT / "src" / "careerpath" / "schemas"
FROZEN = Path(__file__).parents[1] / "schemas" / "v1"


def load_schema(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


@cache
def validator(kind: str, folder: Path = FOLDER) -> Draft202012Validator:
    return Draft202012Validator(load_schema(folder / f"{kind}.json"))


def faults(kind: str, value: Any, folder: Path = FOLDER) -> list[str]:
    """What a value does wrong by the schema of a kind; empty if it is valid."""
    return [f"{error.json_path}: {error.message[:200]}" for error in validator(kind, folder).iter_errors(value)]


def kind_of(envelope: Any) -> str:
    """The kind that an envelope says it is of."""
    return str(envelope["schema"]).removeprefix("careerpath.").removesuffix("/v1")


def parse_strict(text: str) -> Any:
    """JSON as the standard has it: no NaN, no infinity, no key twice."""

    def refuse(constant: str) -> Any:
        raise ValueError(constant)

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        assert len(dict(pairs)) == len(pairs), [key for key, _ in pairs]
        return dict(pairs)

    return json.loads(text, parse_constant=refuse, object_pairs_hook=once)
