"""Differences are found where they are, and called what they are."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerpath.parsing.json_text import parse_json
from careerpath.verification.compare import find_differences

_SCALARS = st.none() | st.booleans() | st.integers(-9, 9) | st.floats(-9, 9).map(lambda x: round(x, 2)) | st.text("ab")
_DOCUMENTS = st.recursive(
    _SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["id", "a", "b"]), inner)
)


def differences(found: Any, expected: Any) -> list[str]:
    text = json.dumps(found)
    return [f"{entry.kind} {entry.path}" for entry in find_differences(parse_json(text, "f.json"), expected)]


@given(_DOCUMENTS, _DOCUMENTS)
def test_there_are_differences_exactly_if_documents_differ(found: Any, expected: Any) -> None:
    def typed(document: Any) -> Any:
        match document:
            case dict():
                return {key: typed(value) for key, value in document.items()}
            case list():
                return [typed(value) for value in document]
            case _:
                return isinstance(document, bool), document

    assert bool(differences(found, expected)) == (typed(found) != typed(expected))


@pytest.mark.parametrize(
    ("found", "expected", "what"),
    [
        ({"a": 1, "b": 2}, {"b": 2, "a": 1.0}, []),
        ({"a": True}, {"a": 1}, ["changed a"]),
        ({"a": 0}, {"a": False}, ["changed a"]),
        ({"a": None}, {}, ["extra a"]),
        ({}, {"a": None}, ["missing a"]),
        ({"a": "1"}, {"a": 1}, ["changed a"]),
        ({"a": []}, {"a": {}}, ["changed a"]),
        ({"a b": {"c-d": 1}}, {"a b": {"c-d": 2}}, ['changed ["a b"]["c-d"]']),
        ({"a": [1, 2, 3]}, {"a": [3, 1, 2]}, ["reordered a"]),
        ({"a": [1, 1]}, {"a": [1]}, ["extra a[1]"]),
        ({"a": [{"id": "y", "v": 1}]}, {"a": [{"id": "x"}, {"id": "y", "v": 2}]}, ["changed a[0].v", "missing a[0]"]),
        ({"a": [{"id": "x"}, {"id": "z"}]}, {"a": [{"id": "x"}, {"id": "y"}]}, ["changed a[1].id"]),
        ({"a": [{"id": "y"}, {"id": "x"}]}, {"a": [{"id": "x"}, {"id": "y"}]}, ["reordered a"]),
        ({"a": [{"id": "x"}, {"id": "x"}]}, {"a": [{"id": "x"}, {"id": "y"}]}, ["changed a[1].id"]),
    ],
)  # fmt: skip
def test_differences_are_called_what_they_are(found: Any, expected: Any, what: list[str]) -> None:
    assert differences(found, expected) == what


def test_a_difference_has_its_place() -> None:
    text = '{\n  "a": [\n    {"id": "x", "v": 1}\n  ],\n  "extra": 5\n}'
    first, second, third = find_differences(parse_json(text, "f.json"), {"a": [{"id": "x", "v": 2}], "gone": 1})
    assert (first.path, str(first.location), first.found, first.expected) == ("a[0].v", "f.json:3:22", 1, 2)
    assert (second.path, str(second.location)) == ("extra", "f.json:5:3")
    assert (third.path, str(third.location), third.expected) == ("gone", "f.json:1:1", 1)
