"""Files and standard input into bytes."""

from __future__ import annotations

import io
import os
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from careerpath.errors import InvalidInputError, Location
from careerpath.parsing import file as module
from careerpath.parsing.file import STDIN_NAME, read_file, read_source, read_stdin

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def failure(read: Callable[[], object]) -> tuple[str, str, str, Location | None]:
    """Code, message, hint and place of the one problem of a reading."""
    with pytest.raises(InvalidInputError) as caught:
        read()
    (problem,) = caught.value.problems
    return problem.code, problem.message, problem.hint, problem.location


def test_a_file_is_read_to_its_end_or_to_one_byte_more_than_allowed(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"0123456789")
    assert [read_file(file, most) for most in (20, 10, 9, 5)] == [b"0123456789"] * 3 + [b"012345"]
    large = bytes(range(256)) * 10_000  # more than is read at once
    file.write_bytes(large)
    assert read_file(file) == large
    assert read_source(str(file)) == (large, str(file))


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert failure(lambda: read_file(tmp_path / "pipe")) == (
        "not-a-file",
        "this is a pipe, not a file.",
        "Put a text file in its place, or read it as standard input: '- < FILE'.",
        Location(file=str(tmp_path / "pipe")),
    )
    assert failure(lambda: read_file(tmp_path))[1:3] == (
        "this is a folder, not a file.",
        "Put a text file in its place.",
    )


def test_what_is_no_file_any_more_when_it_is_opened_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file, pipe = tmp_path / "a.yaml", tmp_path / "pipe"
    file.touch()
    os.mkfifo(pipe)
    really_look = os.stat

    def look(path: Any, **options: Any) -> os.stat_result:
        return really_look(file if path == pipe else path, **options)

    monkeypatch.setattr(os, "stat", look)
    code, message, _, place = failure(lambda: read_file(pipe))
    assert (code, message, place) == ("not-a-file", "this is a pipe, not a file.", Location(file=str(pipe)))


def test_what_cannot_be_opened_says_why(tmp_path: Path) -> None:
    assert failure(lambda: read_source(str(tmp_path / "none"))) == (
        "unreadable",
        "this cannot be read: no such file or directory.",
        "Check the name and the permissions.",
        Location(file=str(tmp_path / "none")),
    )
    no_name = failure(lambda: read_source("a\0b"))
    assert no_name[1] == "this cannot be read: no file can have this name."


def test_a_file_that_changes_meanwhile_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"one")
    really_read = os.read

    def read(handle: int, most: int) -> bytes:
        file.write_bytes(b"three")
        return really_read(handle, most)

    monkeypatch.setattr(os, "read", read)
    assert failure(lambda: read_file(file))[0] == "changed"


def test_standard_input_is_read_to_one_byte_more_than_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_BYTES", 4)
    for data, read in ((b"", b""), (b"1234", b"1234"), (b"123456", b"12345")):
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
        assert read_source("-") == (read, STDIN_NAME)


def test_standard_input_that_cannot_be_read_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    place = Location(file="<stdin>")
    for closed in (None, SimpleNamespace()):
        monkeypatch.setattr(sys, "stdin", closed)
        assert failure(read_stdin) == (
            "unreadable",
            "standard input is closed.",
            "Name a file, or send the text: 'command < file'.",
            place,
        )

    def refuse(most: int) -> bytes:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=SimpleNamespace(read=refuse)))
    assert failure(read_stdin) == (
        "unreadable",
        "this cannot be read: input/output error.",
        "Check the name and the permissions.",
        place,
    )
    ended = io.BytesIO()
    ended.close()
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=ended))
    assert failure(read_stdin)[0] == "unreadable"
