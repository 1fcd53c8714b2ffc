"""YAML: a small and safe part of it, each value with its place, under limits."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from careerpath.errors import InvalidInputError
from careerpath.parsing import yaml_text
from careerpath.parsing.limits import MAX_DEPTH
from careerpath.parsing.text import decode_text
from careerpath.parsing.yaml_text import parse_yaml

# What no value may hold is left out here, and has tests of its own.
_TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff\ufffe\uffff")
) | st.sampled_from(
    ["\n", "\t", "no", "1", "~", "null", "true", "2024-01-01", "- a", "a: b", "#", "'", '"', "\u2028", "😀"]
)
_DECIMAL = st.floats(1e-50, 1e50) | st.floats(-1e50, -1e-50) | st.just(0.0)
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**15) + 1, 10**15 - 1) | _DECIMAL | _TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_TEXT, inner, max_size=4),
    max_leaves=20,
)


class _Dumper(yaml.SafeDumper):
    """Quotes all text (PyYAML leaves out quotes that only its own idea of numbers makes needless), has no aliases."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


_Dumper.add_representer(str, lambda dumper, data: dumper.represent_scalar("tag:yaml.org,2002:str", data, style='"'))


def _read(text: str) -> Any:
    return parse_yaml(text, "f.yaml").plain()


def _problem(text: str) -> tuple[str, int | None, int | None]:
    with pytest.raises(InvalidInputError) as caught:
        parse_yaml(text, "f.yaml")
    (problem,) = caught.value.problems
    assert problem.location
    return problem.code, problem.location.line, problem.location.column


@settings(deadline=None)
@given(_VALUES, st.sampled_from([True, False, None]), st.booleans(), st.sampled_from(["\n", "\r\n"]))
def test_what_is_written_is_read_back(value: Any, flow: Any, unicode: bool, line_end: str) -> None:  # noqa: FBT001 (given by Hypothesis)
    text = yaml.dump(value, Dumper=_Dumper, default_flow_style=flow, allow_unicode=unicode, line_break=line_end)
    assert _read(text) == value


@settings(deadline=None)
@given(
    st.from_regex(r"[a-z][a-z 0-9_.-]*[a-z]", fullmatch=True).filter(lambda text: text not in {"true", "false", "null"})
)
def test_plain_words_are_text(text: str) -> None:
    assert _read(f"key: {text}") == {"key": text}
    assert _read(f"- {text}\n") == [text]


@settings(deadline=None)
@given(st.text(st.sampled_from("{}[]-:,?&*!|>'\"%@`# \nab1")))
def test_nonsense_is_refused_in_words(text: str) -> None:
    try:
        parse_yaml(text, "f.yaml")
    except InvalidInputError as error:
        problems = error.problems
    else:
        problems = ()
    assert all(problem.hint for problem in problems)


@pytest.mark.parametrize(
    "text",
    [
        "no",
        "yes",
        "on",
        "off",
        "y",
        "True",
        "NULL",
        "2024-01-01",
        "012",
        "0x1F",
        "0b1",
        "1_000",
        "1:30",
        "1e5",
        ".5",
        "5.",
        ".inf",
        ".nan",
        "=",
        "<<",
        "+",
        "٣",
    ],
)
def test_only_few_words_are_more_than_text(text: str) -> None:
    assert _read(f"value: {text}") == {"value": text}


def test_the_words_and_numbers_that_are() -> None:
    text = "[true, false, null, ~, , 0, -7, +7, 1.5, -0.25, 1.5e3, '1', \"true\"]".replace(", ,", ", '',")
    assert _read(text) == [True, False, None, None, "", 0, -7, 7, 1.5, -0.25, 1500.0, "1", "true"]
    assert _read("a:\nb: ") == {"a": None, "b": None}
    assert _read("") is None
    assert _read("# only a comment\n") is None


def test_keys_are_text_as_they_are_written() -> None:
    assert _read("1.50: a\nnull: b\nNo: c\n007: d\ntrue: e\n") == {
        "1.50": "a",
        "null": "b",
        "No": "c",
        "007": "d",
        "true": "e",
    }
    assert _problem("1: a\n'1': b\n") == ("duplicate-key", 2, 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x 1\nb: *x\n", ("alias", 2, 4)),
        ("a: {<<: *x}\n", ("alias", 1, 9)),
        ("a: !!int 1\n", ("tag", 1, 4)),
        ("a: ! 1\n", ("tag", 1, 4)),
        ("!!map {a: 1}\n", ("tag", 1, 1)),
        ("- !!python/object/apply:os.system [ls]\n", ("tag", 1, 3)),
        ("a: 1\nb: {c: 1, c: 2}\n", ("duplicate-key", 2, 11)),
        ("a: 1\n---\nb: 1\n", ("documents", 2, 1)),
        ("? [a]\n: 1\n", ("key", 1, 3)),
        ("? {a: 1}\n: 1\n", ("key", 1, 3)),
        ("é: [ö, ü, 😀, *x]\n", ("alias", 1, 14)),
        ('a: "\\ud800"\n', ("yaml-syntax", 1, 4)),
        ('a: "\\u0007"\n', ("control-character", 1, 4)),
        ('"\\0": 1\n', ("control-character", 1, 1)),
        ("a: \x07\n", ("yaml-syntax", None, None)),
    ],
)
def test_what_is_refused(text: str, expected: tuple[str, int | None, int | None]) -> None:
    code, line, column = _problem(text)
    assert (code, line) == expected[:2]
    assert column == expected[2] or code == "yaml-syntax"


def test_places() -> None:
    node = parse_yaml("# comment\r\nroles:\r\n  - id: ä\r\n    title: 'Ö'\r\n", "f.yaml")
    role = node.each("roles")[0]
    assert (role.line, role.column) == (3, 5)
    title = role.get("title")
    assert title
    assert title.key
    assert (title.line, title.column, title.key.line, title.key.column) == (4, 12, 4, 5)


def test_a_mark_at_the_start_is_no_text() -> None:
    node = parse_yaml(decode_text(b"\xef\xbb\xbfname: x\n", "f.yaml"), "f.yaml")
    assert node.plain() == {"name": "x"}
    assert node.column == 1


def test_depth_is_bounded() -> None:
    assert _read("[" * MAX_DEPTH + "]" * MAX_DEPTH)
    assert _problem("[" * 100_000) == ("too-deep", 1, MAX_DEPTH + 1)
    assert _problem("é: 1\nü: " + "{a: " * 100_000) == ("too-deep", 2, 4 + 4 * (MAX_DEPTH - 1))
    assert _problem("".join("  " * depth + "a:\n" for depth in range(200))) == (
        "too-deep",
        MAX_DEPTH + 1,
        2 * MAX_DEPTH + 1,
    )
    assert _problem("- " * 10_000)[0] == "too-deep"


def test_the_number_of_values_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_text, "MAX_NODES", 1000)
    assert len(_read("[" + "1," * 998 + "1]")) == 999
    with pytest.raises(InvalidInputError) as caught:
        parse_yaml("- 1\n" * 1000, "f.yaml")
    assert str(caught.value.problems[0]) == "f.yaml:1000:3: there are more than 1,000 values. Split the file."
    assert caught.value.problems[0].code == "too-large"


def test_numbers_are_bounded() -> None:
    assert _read(f"[{'9' * 15}, -{'9' * 15}, 0.{'1' * 28}]")[1] == 1 - 10**15
    assert _problem(f"- 1\n- {'9' * 16}") == ("number", 2, 3)
    assert _problem(f"- 1\n- 0.{'1' * 29}") == ("number", 2, 3)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a: \x07", "f.yaml: this is not YAML: it holds a character that YAML does not allow."),
        ("a: b: c", "f.yaml:1:5: this is not YAML: mapping values are not allowed in this context."),
        ("a: [1", "f.yaml:2:1: this is not YAML: did not find expected ',' or ']'."),
    ],
)
def test_what_is_not_yaml_says_where(text: str, message: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        parse_yaml(text, "f.yaml")
    assert str(caught.value.problems[0]) == f"{message} Check indentation, quotes and brackets here."
