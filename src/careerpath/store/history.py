"""Past results and finished learning, in SQL. Everything here runs inside a transaction of `store.Store`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.model.profile import StoredResult
from careerpath.store.encoding import decode_answers, decode_time

if TYPE_CHECKING:
    import sqlite3
    from datetime import datetime


def add(db: sqlite3.Connection, profile: int, at: str, catalog: tuple[str, str], contents: tuple[str, bytes]) -> None:
    """One result: `catalog` is version and digest, `contents` the answers as JSON and the summary."""
    db.execute(
        "INSERT INTO result (profile, at, catalog_version, catalog_digest, answers, summary) VALUES (?, ?, ?, ?, ?, ?)",
        (profile, at, *catalog, *contents),
    )


def amend_last(db: sqlite3.Connection, profile: int, summary: bytes) -> None:
    """Puts another summary in the place of that of the last result."""
    last = "SELECT max(id) FROM result WHERE profile = ?"
    db.execute(f"UPDATE result SET summary = ? WHERE id = ({last})", (summary, profile))  # noqa: S608 (no input)


def read(db: sqlite3.Connection, profile: int) -> tuple[list[StoredResult], list[str]]:
    """The results in the order in which they were kept, and the times of those that cannot be made out.

    That is not always the order of their times: a clock can be put back.
    """
    results: list[StoredResult] = []
    unreadable: list[str] = []
    for at, version, digest, answers, summary in db.execute(
        "SELECT at, catalog_version, catalog_digest, CAST(answers AS BLOB), summary"
        " FROM result WHERE profile = ? ORDER BY id",
        (profile,),
    ):
        try:
            result = StoredResult(
                at=decode_time(at),
                catalog_version=version,
                catalog_digest=digest,
                answers=decode_answers(answers),
                summary_json=summary,
            )
        except ValueError:
            unreadable.append(at)
        else:
            results.append(result)
    return results, unreadable


def mark_done(db: sqlite3.Connection, profile: int, learning: str, at: str) -> None:
    """Keeps when something was learnt first; a second time changes nothing."""
    db.execute("INSERT OR IGNORE INTO done (profile, learning, at) VALUES (?, ?, ?)", (profile, learning, at))


def read_done(db: sqlite3.Connection, profile: int) -> dict[str, datetime]:
    """When each learning was finished, oldest first."""
    query = "SELECT learning, at FROM done WHERE profile = ? ORDER BY at, id"
    return {learning: decode_time(at) for learning, at in db.execute(query, (profile,))}
