"""Unfinished quizzes, in SQL. Everything here runs inside a transaction of `store.Store`."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from careerpath.errors import Problem, StoreError
from careerpath.model.profile import Draft
from careerpath.store.encoding import decode_time
from careerpath.store.profiles import decode_rows, find

if TYPE_CHECKING:
    import sqlite3


def begin(db: sqlite3.Connection, profile: int, catalog_digest: str, mode: str, at: str) -> None:
    """An empty draft in the place of the one that there may be."""
    db.execute("DELETE FROM draft WHERE profile = ?", (profile,))
    db.execute(
        "INSERT INTO draft (profile, mode, catalog_digest, started) VALUES (?, ?, ?, ?)",
        (profile, mode, catalog_digest, at),
    )


def take(db: sqlite3.Connection, profile: int, catalog_digest: str, mode: str, at: str) -> None:
    """The draft goes on, begun anew: whoever had begun it before has it no longer."""
    db.execute(
        "UPDATE draft SET mode = ?, catalog_digest = ?, started = ? WHERE profile = ?",
        (mode, catalog_digest, at, profile),
    )


def require(db: sqlite3.Connection, name: str, begun: str | None = None) -> int:
    """The number of a profile that has a draft, begun at this time if one is given.

    Raises:
        StoreError: (`draft-missing`) it has none, say because another terminal finished or dropped it; (`draft-taken`)
            another terminal has begun it anew; (`draft-deleted`) there is no such profile any more.
    """
    profile = find(db, name)
    if profile is None:
        raise StoreError(
            Problem(
                code="draft-deleted",
                message=f"There is no profile '{name}' any more, and no quiz of it.",
                hint="Begin a new one with 'careerpath quiz'.",
            )
        )
    row = db.execute("SELECT started FROM draft WHERE profile = ?", (profile,)).fetchone()
    if row is not None and begun is not None and row[0] != begun:
        raise StoreError(
            Problem(
                code="draft-taken",
                message=f"The quiz of '{name}' goes on in another terminal.",
                hint="Go on there, or take another name with --profile.",
            )
        )
    if row is None:
        raise StoreError(
            Problem(
                code="draft-missing",
                message=f"The quiz of '{name}' is no longer open: it was finished or dropped elsewhere.",
                hint=f"Begin it again with 'careerpath quiz --profile {shlex.quote(name)}'.",
            )
        )
    return profile


def record(db: sqlite3.Connection, profile: int, question: str, value: str, at: str) -> None:
    """One answer; a question that was answered before keeps its place."""
    db.execute(
        "INSERT INTO draft_answer (profile, question, value, at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (profile, question) DO UPDATE SET value = excluded.value, at = excluded.at",
        (profile, question, value, at),
    )


def forget(db: sqlite3.Connection, profile: int, question: str) -> None:
    """Without the answer to one question."""
    db.execute("DELETE FROM draft_answer WHERE profile = ? AND question = ?", (profile, question))


def read(db: sqlite3.Connection, name: str) -> tuple[Draft, list[str]] | None:
    """The draft of a profile, and the questions whose answer cannot be made out; None if there is none."""
    query = "SELECT profile, mode, draft.catalog_digest, started FROM draft JOIN profile ON id = profile WHERE name = ?"
    row = db.execute(query, (name,)).fetchone()
    if row is None:
        return None
    profile, mode, catalog_digest, started = row
    query = "SELECT question, CAST(value AS BLOB) FROM draft_answer WHERE profile = ? ORDER BY id"
    given, unreadable = decode_rows(db.execute(query, (profile,)))
    draft = Draft(
        name=name,
        mode=mode,
        catalog_digest=catalog_digest,
        started=decode_time(started),
        answers=tuple(given),
    )
    return draft, unreadable


def finish(db: sqlite3.Connection, profile: int) -> None:
    """The draft's answers, with their times, become those of the profile; the draft is gone."""
    db.execute("DELETE FROM answer WHERE profile = ?", (profile,))
    db.execute(
        "INSERT INTO answer (profile, question, value, at)"
        " SELECT profile, question, value, at FROM draft_answer WHERE profile = ? ORDER BY id",
        (profile,),
    )
    db.execute("DELETE FROM draft WHERE profile = ?", (profile,))


def drop(db: sqlite3.Connection, profile: int) -> bool:
    """Without a draft. A profile that was never saved and has no history goes with it; whether there was a draft."""
    dropped = db.execute("DELETE FROM draft WHERE profile = ?", (profile,)).rowcount == 1
    db.execute(
        "DELETE FROM profile WHERE id = ? AND catalog_digest IS NULL"
        " AND id NOT IN (SELECT profile FROM result) AND id NOT IN (SELECT profile FROM done)",
        (profile,),
    )
    return dropped
