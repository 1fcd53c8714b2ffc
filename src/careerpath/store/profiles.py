"""Profiles and their answers, in SQL. Everything here runs inside a transaction of `store.Store`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from careerpath.errors import Problem, StoreError, UsageError
from careerpath.model.profile import ProfileSummary
from careerpath.store.encoding import decode_time, decode_value, encode_value

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable
    from datetime import datetime

    from careerpath.model.answers import Answers, AnswerValue

Stamp: TypeAlias = tuple[str, str, str]
"""Name, version and digest of the catalogue that answers were saved for."""


def summarise(db: sqlite3.Connection) -> tuple[ProfileSummary, ...]:
    """Every profile, by name."""
    rows = db.execute(
        "SELECT name, created, updated, (SELECT count(*) FROM answer WHERE profile = profile.id),"
        " EXISTS (SELECT 1 FROM draft WHERE profile = profile.id) FROM profile ORDER BY name"
    )
    return tuple(
        ProfileSummary(
            name=name,
            created=decode_time(created),
            updated=decode_time(updated),
            answers=answers,
            has_draft=bool(has_draft),
        )
        for name, created, updated, answers, has_draft in rows
    )


def find(db: sqlite3.Connection, name: str) -> int | None:
    """The number of a profile; None if there is none of this name."""
    row = db.execute("SELECT id FROM profile WHERE name = ?", (name,)).fetchone()
    return None if row is None else int(row[0])


def require(db: sqlite3.Connection, name: str) -> int:
    """The number of a profile.

    Raises:
        UsageError: (`profile-unknown`) there is none of this name.
    """
    if (profile := find(db, name)) is None:
        raise UsageError(
            Problem(
                code="profile-unknown",
                message=f"There is no profile '{name}'.",
                hint="'careerpath profile list' shows the profiles there are.",
            )
        )
    return profile


def require_unchanged(db: sqlite3.Connection, name: str, seen: datetime) -> None:
    """Whether the answers of a profile are those that were stored at this time.

    Raises:
        StoreError: (`profile-deleted`) there is no such profile any more; (`profile-changed`) it has other answers.
    """
    row = db.execute("SELECT updated FROM profile WHERE name = ?", (name,)).fetchone()
    if row is None:
        message = f"the profile '{name}' was deleted elsewhere meanwhile."
        raise StoreError(Problem(code="profile-deleted", message=message, hint="'careerpath profile list' shows all."))
    if decode_time(row[0]) != seen:
        message = f"the answers of '{name}' were changed elsewhere meanwhile."
        raise StoreError(Problem(code="profile-changed", message=message, hint="Look at them before you go on."))


def ensure(db: sqlite3.Connection, name: str, at: str) -> int:
    """The number of a profile, which is made if there is none of this name."""
    db.execute("INSERT OR IGNORE INTO profile (name, created, updated) VALUES (?, ?, ?)", (name, at, at))
    return require(db, name)


def stamp(db: sqlite3.Connection, profile: int, catalog: Stamp, at: str) -> None:
    """Marks a profile as saved."""
    db.execute(
        "UPDATE profile SET catalog_name = ?, catalog_version = ?, catalog_digest = ?, updated = ? WHERE id = ?",
        (*catalog, at, profile),
    )


def read_stamp(db: sqlite3.Connection, profile: int) -> tuple[str, str, str, str] | None:
    """Name, version and digest of the catalogue, and the time of saving; None if nothing has been saved yet."""
    query = "SELECT catalog_name, catalog_version, catalog_digest, updated FROM profile WHERE id = ?"
    row: tuple[str, str, str, str] = db.execute(query, (profile,)).fetchone()
    return None if row[2] is None else row


def replace_answers(db: sqlite3.Connection, profile: int, answers: Answers, at: str) -> None:
    """Puts answers in the place of those that there are.

    Raises:
        ValueError: an answer is none that could be read back.
    """
    db.execute("DELETE FROM answer WHERE profile = ?", (profile,))
    db.executemany(
        "INSERT INTO answer (profile, question, value, at) VALUES (?, ?, ?, ?)",
        ((profile, question, encode_value(question, value), at) for question, value in answers.items()),
    )


def read_answers(db: sqlite3.Connection, profile: int) -> tuple[list[tuple[str, AnswerValue]], list[str]]:
    """The saved answers in order, and the questions whose answer cannot be made out."""
    query = "SELECT question, CAST(value AS BLOB) FROM answer WHERE profile = ? ORDER BY id"
    return decode_rows(db.execute(query, (profile,)))


def decode_rows(rows: Iterable[tuple[str, bytes]]) -> tuple[list[tuple[str, AnswerValue]], list[str]]:
    """Answers from rows of question and value, and the questions whose answer cannot be made out."""
    given: list[tuple[str, AnswerValue]] = []
    unreadable: list[str] = []
    for question, value in rows:
        try:
            given.append((question, decode_value(question, value)))
        except ValueError:
            unreadable.append(question)
    return given, unreadable
