"""Bytes into text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerpath.errors import InvalidInputError, Location
from careerpath.parsing.limits import MAX_BYTES
from careerpath.parsing.text import decode_text


def _problem(data: bytes) -> tuple[str, Location | None]:
    with pytest.raises(InvalidInputError) as caught:
        decode_text(data, "f")
    (problem,) = caught.value.problems
    return problem.code, problem.location


@settings(deadline=None)
@given(st.binary())
def test_bytes_are_text_or_refused_with_a_place(data: bytes) -> None:
    try:
        text = decode_text(data, "f")
    except InvalidInputError as error:
        place = error.problems[0].location
        assert place
        assert place.line == data[: data.rfind(b"\n") + 1].count(b"\n") + 1 or place.line
    else:
        assert text.encode() in {data, data.removeprefix(b"\xef\xbb\xbf")}


@pytest.mark.parametrize(
    ("data", "code", "line", "column"),
    [
        (b"a\nb\xff", "encoding", 2, 2),
        ("ä\nöé".encode()[:-1], "encoding", 2, 2),
        (b"\xef\xbb\xbf\xff", "encoding", 1, 1),
        (b"\xef\xbb\xbfab\xff", "encoding", 1, 3),
        ("café".encode("latin-1"), "encoding", 1, 4),
        ("a".encode("utf-16"), "encoding", 1, 1),
        (b"a\r\nb\x00", "control-character", 2, 2),
        ("ö\x1b[31m".encode(), "control-character", 1, 2),
        ("a\ufeff".encode(), "control-character", 1, 2),
    ],
)
def test_the_first_fault_has_its_place(data: bytes, code: str, line: int, column: int) -> None:
    assert _problem(data) == (code, Location(file="f", line=line, column=column))


def test_another_encoding_is_called_by_its_name() -> None:
    for data, message in (
        ("a".encode("utf-16"), "f:1:1: this is UTF-16 text, not UTF-8."),
        ("a".encode("utf-16-be").join((b"\xfe\xff", b"")), "f:1:1: this is UTF-16 text, not UTF-8."),
        (b"\xff", "f:1:1: this is not UTF-8 text."),
    ):
        with pytest.raises(InvalidInputError) as caught:
            decode_text(data, "f")
        assert str(caught.value.problems[0]) == f"{message} Save the file with the encoding UTF-8."


def test_size_is_bounded() -> None:
    assert len(decode_text(b"a" * MAX_BYTES, "f")) == MAX_BYTES
    assert _problem(b"a" * (MAX_BYTES + 1)) == ("too-large", Location(file="f"))
