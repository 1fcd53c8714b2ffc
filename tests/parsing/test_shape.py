"""Trees held against types: everything that does not fit is listed, and what fits is converted."""

from __future__ import annotations

import json
from typing import Any, Literal

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerpath.errors import InvalidInputError
from careerpath.model.answers import Answers
from careerpath.parsing.json_text import parse_json
from careerpath.parsing.limits import MAX_PROBLEMS
from careerpath.parsing.node import quoted
from careerpath.parsing.shape import convert, shape_problems


class Inner(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    size: int
    share: float = 0.5


class Outer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    name: str
    kind: Literal["a", "b"] = "a"
    inner: Inner | None = None
    several: tuple[Inner, ...] = ()
    either: str | int | tuple[str, ...] | None = None
    counts: dict[Literal["x", "y"], int] = {}
    sure: bool = False


_SCALARS = st.none() | st.booleans() | st.integers(-3, 3) | st.floats(-2, 2) | st.sampled_from(["a", "b", "c", "x"])
_ANY = st.recursive(
    _SCALARS, lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["size", "x"]), inner)
)
_KEYS = ["name", "kind", "inner", "several", "either", "counts", "sure", "nmae"]
_OUTERS = st.fixed_dictionaries({}, optional=dict.fromkeys(_KEYS, _ANY))


@settings(deadline=None)
@given(_OUTERS)
def test_the_same_is_accepted_as_by_msgspec(value: Any) -> None:
    try:
        expected = msgspec.convert(value, Outer, strict=True)
    except msgspec.ValidationError:
        expected = None
    node = parse_json(json.dumps(value), "f.json")
    problems = shape_problems(node, Outer)
    assert bool(problems) == (expected is None)
    if expected is not None:
        assert convert(node, Outer) == expected


def test_everything_that_is_wrong_is_listed_in_reading_order() -> None:
    text = '{"kind": "c",\n "inner": {"siez": 1, "share": "x"},\n "several": [1, {"size": true}],\n "sure": 1}'
    with pytest.raises(InvalidInputError) as caught:
        convert(parse_json(text, "f.json"), Outer)
    found = [(problem.code, str(problem.location)) for problem in caught.value.problems]
    assert found == [
        ("missing-key", "f.json:1:1"),
        ("choice", "f.json:1:10"),
        ("missing-key", "f.json:2:11"),
        ("unknown-key", "f.json:2:12"),
        ("type", "f.json:2:32"),
        ("type", "f.json:3:14"),
        ("type", "f.json:3:26"),
        ("type", "f.json:4:10"),
    ]


def test_problems_end() -> None:
    text = '{"several": [' + ",".join(["0"] * 100_000) + "]}"
    problems = shape_problems(parse_json(text, "f.json"), Outer)
    assert len(problems) == MAX_PROBLEMS + 1
    assert {problem.code for problem in problems} == {"type", "too-many"}
    nested = '{"inner": {' + ",".join(f'"k{n}": 0' for n in range(1000)) + "}}"
    assert len(shape_problems(parse_json(nested, "f.json"), Outer)) == MAX_PROBLEMS + 1


def test_hostile_names_do_not_break_a_message() -> None:
    text = json.dumps({"a\nb" * 5000: 1, "name": "x", "counts": {"\n\n": "\n"}})
    for problem in shape_problems(parse_json(text, "f.json"), Outer):
        assert "\n" not in str(problem)
        assert len(str(problem)) < 400


def test_answers_are_read() -> None:
    text = (
        '{"background": {"field": "sales", "experience": 3, "credentials": ["scrum"]}, "skills": {"seo": 2, "x": null}}'
    )
    answers = convert(parse_json(text, "f.json"), Answers)
    assert answers.background == {"field": "sales", "experience": 3, "credentials": ("scrum",)}
    assert answers.skills == {"seo": 2, "x": None}
    assert not shape_problems(parse_json('{"background": {"field": {}}}', "f.json"), Answers)[1:]


MAPPING = "a mapping of keys to values"
EITHER = "text or a whole number or a list or nothing"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"name": 1}', "'name' must be text, not 1. Put quotes around it."),
        ('{"name": null}', "'name' is empty, but must be text. Write text, in quotes if need be."),
        ('{"name": {}}', "'name' must be text, not a mapping. Write text, in quotes if need be."),
        ('{"name": "x", "kind": null}', "'kind' cannot be empty. One of: a, b."),
        ('{"name": "x", "kind": ["a"]}', "'kind' cannot be a list. One of: a, b."),
        ('{"name": "x", "kind": true}', "'kind' cannot be true. One of: a, b."),
        ('{"name": "x", "kind": "A"}', "'kind' cannot be 'A'. Did you mean 'a'?"),
        ('{"name": "x", "sure": "yes"}', "'sure' must be true or false, not 'yes'. Write it without quotes or a unit."),
        ('{"name": "x", "sure": 1.5}', "'sure' must be true or false, not 1.5. Give true or false."),
        ('{"name": "x", "inner": {"size": false}}', "'size' must be a whole number, not false. Give a whole number."),
        ('{"name": "x", "inner": {"size": 1, "share": []}}', "'share' must be a number, not a list. Give a number."),
        (
            '{"name": "x", "inner": []}',
            "'inner' must be a mapping of keys to values, not a list. Write it as 'key: value', one to a line.",
        ),
        (
            '{"name": "x", "several": {}}',
            "'several' must be a list, not a mapping. Write it as [one, two], or one entry to a line after '- '.",
        ),
        (
            '{"name": "x", "several": [3]}',
            f"an entry of 'several' must be {MAPPING}, not 3. Write it as 'key: value', one to a line.",
        ),
        ('{"name": "x", "either": 0.5}', f"'either' must be {EITHER}, not 0.5. Give {EITHER}."),
        ('{"name": "x", "counts": {"z": 1}}', "unknown key 'z'. Known keys: x, y."),
        (
            '{"name": "x", "counts": {"x": "1"}}',
            "'x' must be a whole number, not '1'. Write it without quotes or a unit.",
        ),
        (
            '{"name": "One, two", "and the rest": null}',
            "unknown key 'and the rest'. If it belongs to the text before it, put quotes around the whole text.",
        ),
        ('{"nmae": "x", "name": "x"}', "unknown key 'nmae'. Did you mean 'name'?"),
        ("{}", "the key 'name' is missing. Add 'name' (text)."),
        ("3", "the content must be a mapping of keys to values, not 3. Write it as 'key: value', one to a line."),
    ],
)
def test_what_does_not_fit_is_said_in_words(text: str, message: str) -> None:
    (problem,) = shape_problems(parse_json(text, "f.json"), Outer)
    assert f"{problem.message} {problem.hint}" == message


def test_a_type_that_was_never_asked_for_before() -> None:
    class Loose(msgspec.Struct, forbid_unknown_fields=True):
        anything: Any
        nothing: None = None

    assert convert(parse_json('{"anything": [1, {}]}', "f.json"), Loose).anything == [1, {}]
    assert [problem.code for problem in shape_problems(parse_json('{"nothing": 1}', "f.json"), Loose)] == [
        "missing-key",
        "type",
    ]


def test_lists_in_lists_and_choices_of_types() -> None:
    class Nested(msgspec.Struct):
        rows: tuple[tuple[int, ...], ...] = ()
        both: str | int = 0

    for text, message in (
        ('{"rows": [[1], ["x"]]}', "an entry of 'rows' must be a whole number, not 'x'."),
        ('{"rows": [1]}', "an entry of 'rows' must be a list, not 1."),
        ('{"both": null}', "'both' is empty, but must be text or a whole number."),
    ):
        (problem,) = shape_problems(parse_json(text, "f.json"), Nested)
        assert problem.message == message


def test_a_type_that_no_check_knows_is_no_accident() -> None:
    class Raw(msgspec.Struct):
        data: bytes

    with pytest.raises(NotImplementedError, match="no check for BytesType"):
        shape_problems(parse_json('{"data": "x"}', "f.json"), Raw)


@pytest.mark.parametrize(("share", "fits"), [("0.25", True), ("1", True), ("true", False), ('"1"', False)])
def test_a_fraction_may_be_a_whole_number_but_no_truth(share: str, fits: bool) -> None:  # noqa: FBT001
    node = parse_json(f'{{"name": "a", "inner": {{"size": 1, "share": {share}}}}}', "f.json")
    assert bool(shape_problems(node, Outer)) is not fits


class Needing(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    inner: Inner


def test_what_is_missing_is_described() -> None:
    (problem,) = shape_problems(parse_json("{}", "f.json"), Needing)
    assert problem.hint == "Add 'inner' (a mapping of keys to values)."


def test_a_piece_of_input_is_quoted_on_one_line_and_not_without_end() -> None:
    assert quoted("a \n b") == "'a b'"
    assert quoted("x" * 60) == "'" + "x" * 60 + "'"
    assert quoted("x" * 61) == quoted("x" * 1000) == "'" + "x" * 57 + "...'"
