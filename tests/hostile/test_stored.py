"""Contents of the store that careerpath never wrote: what cannot be made out is told and counts as unknown."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from hostile.refused import check_bounds
from support.bad_values import LONG_TEXT, MANY_DIGITS

if TYPE_CHECKING:
    from pathlib import Path

    from support.bounded import Bounded

VALUES: dict[str, str | bytes] = {
    "nothing": "",
    "a word": "three",
    "a number that is too large": "99",
    "a number below zero": "-1",
    "a number beyond 64 bits": "9" * 30,
    "a number of many digits": MANY_DIGITS,
    "a float": "3.0",
    "a float beyond all": "1e999",
    "NaN": "NaN",
    "true": "true",
    "a text": '"3"',
    "a list": "[3]",
    "brackets without end": "[" * 100_000,
    "half a character": '"\\ud800"',
    "an object": '{"level": 3}',
    "two values": "3 4",
    "a long text": f'"{LONG_TEXT}"',
    "bytes that are no text": b"\xff\xfe3",
    "NUL": "3\x00",
}
QUESTIONS = ("skill:seo", "background:credentials")
NAMES = ("", ":", "skill", "skill:", "nothing:seo", "skill:\x1b[31m", LONG_TEXT, "skill:seo:more", "background:../x")
ANSWERS = (
    "",
    "null",
    "[]",
    "{",
    '{"skills": 3}',
    '{"skills": {"seo": "3"}}',
    '{"more": ' + "[" * 100_000,
    '{"skills": {"seo": ' + "9" * 30 + "}}",
    '{"background": {"education": ["a", 3]}}',
    b"\xff",
    '{"skills": {"seo": 77}, "likes": {"lead-people": -3}, "background": {"experience": 1000}}',
)
SUMMARIES = (b"", b"\xff", b"null", b"[]", b"{", b'{"roles": 3}', b"[" * 100_000, b'{"readiness": 1e999}')
COMMANDS = (
    ("results", "--json"),
    ("profile", "show"),
    ("profile", "show", "--json"),
    ("history",),
    ("profile", "list", "--json"),
)


@pytest.fixture
def stored(bounded: Bounded, tmp_path: Path) -> Path:
    """A folder with a sound store of one profile."""
    answers = (
        "background: {education: bachelor, experience: 3, credentials: [scrum]}\n"
        "skills: {seo: 3, writing: 2}\nlikes: {lead-people: 4}\n"
    )
    (tmp_path / "me.yaml").write_text(answers, encoding="utf-8")
    assert bounded(tmp_path, "profile", "import", "me.yaml").code == 0
    return tmp_path


def change(folder: Path, statement: str, *values: str | bytes) -> None:
    """Changes the store as no careerpath would; bytes are stored as text that is none."""
    with closing(sqlite3.connect(folder / "data" / "careerpath.sqlite3")) as db:
        db.execute("PRAGMA ignore_check_constraints = ON")
        assert db.execute(statement, values).rowcount > 0
        db.commit()


def use(bounded: Bounded, folder: Path) -> str:
    """Everything that reads the store; gives what was said."""
    said = ""
    for command in COMMANDS:
        ended = bounded(folder, *command)
        check_bounds(ended)
        if "--json" in command:
            assert ended.json["status"] in {"ok", "error"}
        said += ended.err
    return said


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("name", VALUES)
def test_a_value_that_is_no_answer(bounded: Bounded, stored: Path, name: str, question: str) -> None:
    change(stored, "UPDATE answer SET value = CAST(? AS TEXT) WHERE question = ?", VALUES[name], question)
    said = use(bounded, stored)
    assert LONG_TEXT not in said
    assert MANY_DIGITS not in said


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_a_question_that_is_none(bounded: Bounded, stored: Path, name: str) -> None:
    change(stored, "UPDATE answer SET question = ? WHERE question = 'skill:seo'", name)
    assert LONG_TEXT not in use(bounded, stored)


@pytest.mark.parametrize("answers", ANSWERS, ids=range(len(ANSWERS)))
def test_a_result_whose_answers_are_none(bounded: Bounded, stored: Path, answers: str | bytes) -> None:
    change(stored, "UPDATE result SET answers = CAST(? AS TEXT)", answers)
    use(bounded, stored)


@pytest.mark.parametrize("summary", SUMMARIES, ids=range(len(SUMMARIES)))
def test_a_result_whose_summary_is_none(bounded: Bounded, stored: Path, summary: bytes) -> None:
    change(stored, "UPDATE result SET summary = ?", summary)
    use(bounded, stored)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE profile SET updated = ?",
        "UPDATE answer SET at = ?",
        "UPDATE result SET at = ?",
        "UPDATE result SET catalog_digest = ?",
        "UPDATE profile SET catalog_name = ?",
    ],
)
@pytest.mark.parametrize("value", ["", "yesterday", "9999-99-99T99:99:99.000000+00:00", "\x1b[31m", b"\xff"], ids=repr)
def test_a_column_with_rubbish(bounded: Bounded, stored: Path, statement: str, value: str | bytes) -> None:
    change(stored, statement.replace("?", "CAST(? AS TEXT)"), value)
    use(bounded, stored)
