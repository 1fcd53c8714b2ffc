"""The tables, and how a file of an earlier version becomes one of this version.

A migration that has been released is never edited; a change is a further entry at the end. Nothing here needs an
SQLite later than 3.24, so that the one which comes with an old system will do.
"""

from __future__ import annotations

import sqlite3
from typing import Final

from careerpath.store.faults import DamagedError

APPLICATION_ID: Final = 0x43505448
"""Says in the file's header whose database it is ("CPTH")."""

_TIME: Final = "GLOB '{0}{0}{0}{0}-{0}{0}-{0}{0}T{0}{0}:{0}{0}:{0}{0}.*+00:00'".format("[0-9]")

_FIRST: Final = (
    f"""CREATE TABLE profile (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE CHECK (typeof(name) = 'text'),
        created TEXT NOT NULL CHECK (created {_TIME}),
        updated TEXT NOT NULL CHECK (updated {_TIME}),
        catalog_name TEXT,
        catalog_version TEXT,
        catalog_digest TEXT,
        CHECK ((catalog_digest IS NULL) = (catalog_name IS NULL)),
        CHECK ((catalog_digest IS NULL) = (catalog_version IS NULL))
    )""",
    f"""CREATE TABLE answer (
        id INTEGER PRIMARY KEY,
        profile INTEGER NOT NULL REFERENCES profile ON DELETE CASCADE,
        question TEXT NOT NULL CHECK (typeof(question) = 'text'),
        value TEXT NOT NULL CHECK (typeof(value) = 'text'),
        at TEXT NOT NULL CHECK (at {_TIME}),
        UNIQUE (profile, question)
    )""",
    f"""CREATE TABLE draft (
        profile INTEGER PRIMARY KEY REFERENCES profile ON DELETE CASCADE,
        mode TEXT NOT NULL CHECK (typeof(mode) = 'text'),
        catalog_digest TEXT NOT NULL CHECK (typeof(catalog_digest) = 'text'),
        started TEXT NOT NULL CHECK (started {_TIME})
    )""",
    f"""CREATE TABLE draft_answer (
        id INTEGER PRIMARY KEY,
        profile INTEGER NOT NULL REFERENCES draft ON DELETE CASCADE,
        question TEXT NOT NULL CHECK (typeof(question) = 'text'),
        value TEXT NOT NULL CHECK (typeof(value) = 'text'),
        at TEXT NOT NULL CHECK (at {_TIME}),
        UNIQUE (profile, question)
    )""",
    f"""CREATE TABLE result (
        id INTEGER PRIMARY KEY,
        profile INTEGER NOT NULL REFERENCES profile ON DELETE CASCADE,
        at TEXT NOT NULL CHECK (at {_TIME}),
        catalog_version TEXT NOT NULL,
        catalog_digest TEXT NOT NULL,
        answers TEXT NOT NULL CHECK (typeof(answers) = 'text'),
        summary BLOB NOT NULL CHECK (typeof(summary) = 'blob')
    )""",
    "CREATE INDEX result_by_time ON result (profile, at)",
    f"""CREATE TABLE done (
        id INTEGER PRIMARY KEY,
        profile INTEGER NOT NULL REFERENCES profile ON DELETE CASCADE,
        learning TEXT NOT NULL CHECK (typeof(learning) = 'text'),
        at TEXT NOT NULL CHECK (at {_TIME}),
        UNIQUE (profile, learning)
    )""",
    f"PRAGMA application_id = {APPLICATION_ID}",
)

MIGRATIONS: Final[tuple[tuple[str, ...], ...]] = (_FIRST,)
"""The statements that lead from each version to the next, beginning at the empty file (version 0)."""

SCHEMA_VERSION: Final = len(MIGRATIONS)
"""What `PRAGMA user_version` says in a file of this version."""

TABLES: Final = ("profile", "answer", "draft", "draft_answer", "result", "done")
"""Every table, each after those that it refers to."""


def read_version(connection: sqlite3.Connection) -> int:
    """The version of the file; 0 if nothing has been made in it."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def is_foreign(connection: sqlite3.Connection) -> bool:
    """Whether the file holds the tables of another program."""
    # The tables first: who finds some, finds the name of the owner that came with them, even if that was just now.
    if not _table_names(connection):
        return False
    return bool(connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID)


def migrate(connection: sqlite3.Connection) -> None:
    """Brings the file to this version in one transaction; does nothing if it is, or another process did so first."""
    if read_version(connection) == SCHEMA_VERSION:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statements in MIGRATIONS[read_version(connection) :]:
            for statement in statements:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def check_soundness(connection: sqlite3.Connection) -> None:
    """Looks at every page of the file and every constraint of its rows: some milliseconds for a person's history.

    Raises:
        DamagedError: the file or a row in it is broken, or a table is missing.
    """
    if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
        raise DamagedError
    if read_version(connection) == SCHEMA_VERSION and not _table_names(connection).issuperset(TABLES):
        raise DamagedError


def _table_names(connection: sqlite3.Connection) -> frozenset[str]:
    return frozenset(name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'"))
