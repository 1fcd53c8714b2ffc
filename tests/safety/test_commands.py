"""Whole commands that say something of a catalogue besides their tables: shown, and never doing anything."""

from __future__ import annotations

from typing import get_type_hints

import pytest

from careerpath.cli import saying
from careerpath.cohort.local import Advance
from careerpath.prompts import wrap
from safety.commands import COMMANDS, explained_questions, written
from support.hostile import DIRECTION, TERMINAL, chunks
from support.sinks import check_json, check_line, check_terminal

CHUNKS = range(len(chunks()))


@pytest.mark.parametrize("chunk", CHUNKS)
@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_only_writes(name: str, chunk: int) -> None:
    text = chunks()[chunk]
    shown = written(name, text)
    assert check_terminal(shown.out.decode()) == []
    assert [found for line in shown.err.splitlines(keepends=True) for found in check_line(line)] == []
    in_json = written(name, text, "--json")
    assert check_json(in_json.out) == []
    assert in_json.err == ""
    assert in_json.code == shown.code


@pytest.mark.parametrize("chunk", CHUNKS)
def test_questions_that_are_explained_only_write(chunk: int) -> None:
    assert check_terminal(explained_questions(chunks()[chunk])) == []


def test_the_progress_of_a_cohort_tells_numbers_alone() -> None:
    assert set(get_type_hints(Advance).values()) == {int}


@pytest.mark.parametrize("name", DIRECTION)
def test_the_check_can_fail(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wrap, "harmless_in_cells", lambda text: text)
    monkeypatch.setattr(saying, "anchored", lambda text: text)
    for command in ("catalog check", "catalog lint", "verify"):
        assert check_terminal(written(command, DIRECTION[name]).out.decode()) != []


@pytest.mark.parametrize("name", ["colour", "clear", "title"])
def test_the_check_of_explained_questions_can_fail(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wrap, "harmless_in_cells", lambda text: text)
    assert check_terminal(explained_questions(TERMINAL[name])) != []
