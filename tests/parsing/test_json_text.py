"""JSON: the same values as the standard library reads, each with its place, under limits."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerpath.errors import InvalidInputError
from careerpath.parsing import json_text
from careerpath.parsing.json_text import parse_json
from careerpath.parsing.limits import MAX_DEPTH

if TYPE_CHECKING:
    from careerpath.parsing.node import Node

# What no value may hold is left out here, and has tests of its own.
_TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff\ufffe\uffff")
) | st.sampled_from(["\n", "\t", "\r\n", '"', "\\", "/", "😀"])
_NUMBER = st.integers(-(10**15) + 1, 10**15 - 1) | st.floats(allow_nan=False, allow_infinity=False)
_VALUES = st.recursive(
    st.none() | st.booleans() | _NUMBER | _TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_TEXT, inner, max_size=4),
    max_leaves=20,
)
_INDENTS = st.sampled_from([None, 0, 1, "\t", "  "])


def _problem(text: str) -> tuple[str, int | None, int | None]:
    with pytest.raises(InvalidInputError) as caught:
        parse_json(text, "f.json")
    (problem,) = caught.value.problems
    assert problem.location
    return problem.code, problem.location.line, problem.location.column


@settings(deadline=None)
@given(_VALUES, _INDENTS, st.booleans())
def test_values_are_those_of_the_standard_library(value: Any, indent: Any, ascii_only: bool) -> None:  # noqa: FBT001 (given by Hypothesis)
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    read = parse_json(text, "f.json").plain()
    assert read == json.loads(text)
    assert json.dumps(read) == json.dumps(value)


def _nodes(node: Node) -> list[Node]:
    inner = node.value.values() if isinstance(node.value, dict) else node.entries()
    return [node, *(found for child in inner for found in _nodes(child))]


@settings(deadline=None)
@given(_VALUES, _INDENTS)
def test_each_place_is_where_its_value_starts(value: Any, indent: Any) -> None:
    text = json.dumps(value, indent=indent)
    lines = text.split("\n")
    decoder = json.JSONDecoder()
    for node in _nodes(parse_json(text, "f.json")):
        from_here = "\n".join([lines[node.line - 1][node.column - 1 :], *lines[node.line :]])
        assert decoder.raw_decode(from_here)[0] == node.plain()
        if node.key:
            assert lines[(node.key.line or 0) - 1][(node.key.column or 0) - 1] == '"'


@settings(deadline=None)
@given(st.text(st.sampled_from('{}[]",:0123.eE+-truefalsn \n\\u')))
def test_nonsense_is_refused_where_the_standard_library_refuses_it(text: str) -> None:
    try:
        read, code = parse_json(text, "f.json").plain(), None
    except InvalidInputError as error:
        read, code = None, error.problems[0].code
    try:
        expected, expected_code = json.loads(text), None
    except ValueError:
        expected, expected_code = None, "json-syntax"
    # Beyond the library, repeated keys, long numbers and half characters are refused.
    assert (read, code) == (expected, expected_code) or code in {"duplicate-key", "number", "surrogate"}


@pytest.mark.parametrize("text", ["\x00", "\x1b", "\x7f", "\x9b", "\ufffe"])
def test_no_control_character_comes_in_through_an_escape(text: str) -> None:
    assert _problem(json.dumps([text])) == ("control-character", 1, 2)
    assert _problem(json.dumps({text: 1})) == ("control-character", 1, 2)


def test_half_a_character_is_refused_and_a_whole_one_read() -> None:
    assert _problem('["\\ud800"]') == ("surrogate", 1, 2)
    assert _problem('{"a": 1,\n "\\udc00": 1}') == ("surrogate", 2, 2)
    assert parse_json('"\\ud83d\\ude00"', "f.json").plain() == "😀"


def test_line_ends_of_every_kind() -> None:
    assert parse_json("[1,\r\n2]", "f.json").entries()[1].location.line == 2
    assert parse_json("\ufeff[1]".removeprefix("\ufeff"), "f.json").plain() == [1]


def test_depth_is_bounded() -> None:
    allowed = "[" * MAX_DEPTH + "1" + "]" * MAX_DEPTH
    assert parse_json(allowed, "f.json").plain() == json.loads(allowed)
    assert _problem("[" * 100_000) == ("too-deep", 1, MAX_DEPTH + 1)
    assert _problem('{"a":' * 100_000) == ("too-deep", 1, 5 * MAX_DEPTH + 1)


def test_the_number_of_values_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_text, "MAX_NODES", 1000)
    assert len(parse_json("[" + "1," * 998 + "1]", "f.json").entries()) == 999
    with pytest.raises(InvalidInputError) as caught:
        parse_json("[" + "1,\n" * 999 + "1]", "f.json")
    assert str(caught.value.problems[0]) == "f.json:1000:1: there are more than 1,000 values. Split the file."
    assert caught.value.problems[0].code == "too-large"


def test_numbers_are_bounded() -> None:
    assert parse_json(f"[{'9' * 15}, -{'9' * 15}, 0.{'1' * 28}]", "f.json").entries()[1].value == 1 - 10**15
    assert _problem(f"[1, {'9' * 16}]") == ("number", 1, 5)
    assert _problem(f"[1, 0.{'1' * 29}]") == ("number", 1, 5)
    assert _problem("[1, -1e999]") == ("number", 1, 5)


def test_one_long_line_takes_no_longer_than_many_short_ones() -> None:
    text = "[" + ",".join(["1"] * 200_000) + "]"
    started = time.process_time()
    parse_json(text, "f.json")
    assert time.process_time() - started < 10
