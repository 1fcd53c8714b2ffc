"""Puts a damaged file aside and brings what can still be read of it into a new one.

There is a file under the store's name at every moment, and a journal of the damaged file is moved away before the new
one takes its place: SQLite would play it back into it.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any, Final

from careerpath.disk.durable import make_certain
from careerpath.errors import Problem, UsageError
from careerpath.store import faults
from careerpath.store.connection import connect, open_sound
from careerpath.store.files import create_private
from careerpath.store.names import check_profile_name
from careerpath.store.schema import TABLES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_SIDE_FILES: Final = ("-journal", "-wal", "-shm")


def recover(path: Path) -> Problem | None:
    """Mends the store at `path` and says what became of it; None if another process had mended it meanwhile.

    Raises:
        StoreError, OSError, sqlite3.Error: it cannot be mended (say, a folder that cannot be written).
    """
    with _alone(path):
        try:
            open_sound(path).close()
        except faults.DamagedError:
            return _recover(path)
    return None


def damaged_copies(path: Path) -> tuple[Path, ...]:
    """The damaged files that were put aside; they still hold what stood in them."""
    names = path.parent.glob(f"{path.name}.damaged-*") if path.parent.is_dir() else ()
    return tuple(sorted(names))


def _recover(path: Path) -> Problem:
    fresh = path.with_name(f"{path.name}.recovered")
    for leftover in (fresh, *(fresh.with_name(fresh.name + end) for end in _SIDE_FILES)):
        leftover.unlink(missing_ok=True)
    create_private(fresh)
    with closing(open_sound(fresh)) as target, closing(connect(path)) as source:
        _salvage(source, target)
        profiles, rows = _count(target)
    aside = _put_aside(path)
    fresh.replace(path)
    make_certain(path.parent)
    saved = f"{profiles} profile(s) with {rows} row(s)" if rows else "nothing"
    return faults.store_problem(
        path,
        "store-damaged",
        f"The file with the profiles was damaged; {saved} could be recovered from it.",
        f"The damaged file is kept as {aside.name} in the same folder; it may still hold answers. "
        "Delete it when you no longer need it.",
    )


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """Lets one process at a time recover. The lock is a transaction on a file of its own: it ends with its holder."""
    lock = path.with_name(f"{path.name}.recovery-lock")
    create_private(lock)
    with closing(connect(lock)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        yield


def _put_aside(path: Path) -> Path:
    number = 1
    while (aside := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    for end in _SIDE_FILES:
        if (side := path.with_name(path.name + end)).exists():
            side.replace(aside.with_name(aside.name + end))
    try:
        aside.hardlink_to(path)
    except OSError:  # a file system without hard links
        create_private(aside)
        shutil.copyfile(path, aside)
    return aside


def _salvage(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    source.text_factory = lambda raw: raw.decode(errors="replace")
    source.execute("PRAGMA writable_schema = ON")  # opens files whose end is missing, too
    target.execute("PRAGMA foreign_keys = OFF")
    target.execute("BEGIN IMMEDIATE")
    for table in TABLES:
        columns = [name for _, name, *_ in target.execute(f"PRAGMA table_info({table})")]
        for row in _readable_rows(source, table):
            _insert(target, table, {name: row[name] for name in columns if name in row})
    _adopt_orphans(target)
    target.execute("COMMIT")


def _readable_rows(source: sqlite3.Connection, table: str) -> list[dict[str, Any]]:
    """The rows before the first unreadable place and those after the last one, in the order of the table."""
    found: dict[int, dict[str, Any]] = {}
    for direction in ("ASC", "DESC"):
        query = f"SELECT rowid, * FROM {table} NOT INDEXED ORDER BY rowid {direction}"  # noqa: S608 (our own names)
        try:
            cursor = source.execute(query)
            names = [column[0] for column in cursor.description]
            for row in cursor:
                if row[0] in found:
                    break
                found[row[0]] = dict(zip(names[1:], row[1:], strict=True))
        except sqlite3.DatabaseError:
            continue
    return [found[key] for key in sorted(found)]


def _insert(target: sqlite3.Connection, table: str, row: dict[str, Any]) -> None:
    if table == "profile":
        row = row | {"name": _usable_name(row)}
    columns, places = ", ".join(row), ", ".join("?" * len(row))
    target.execute(
        f"INSERT OR IGNORE INTO {table} ({columns}) VALUES ({places})",  # noqa: S608 (our own names)
        tuple(row.values()),
    )


def _usable_name(row: dict[str, Any]) -> str:
    try:
        return check_profile_name(str(row.get("name")))
    except UsageError:
        return f"recovered-{row.get('id')}"


def _adopt_orphans(target: sqlite3.Connection) -> None:
    """Gives rows whose profile is lost one called `recovered-N`, so that they can still be reached."""
    target.execute(
        "INSERT OR IGNORE INTO draft (profile, mode, catalog_digest, started)"
        " SELECT profile, 'full', '', min(at) FROM draft_answer GROUP BY profile"
    )
    for table, time, stamp in (("answer", "at", "''"), ("draft", "started", "NULL"), ("result", "at", "NULL")):
        target.execute(
            "INSERT OR IGNORE INTO profile (id, name, created, updated, catalog_name, catalog_version, catalog_digest)"  # noqa: S608
            f" SELECT profile, 'recovered-' || profile, min({time}), max({time}), {stamp}, {stamp}, {stamp}"
            f" FROM {table} WHERE profile NOT IN (SELECT id FROM profile) GROUP BY profile"
        )
    for table in TABLES[1:]:
        target.execute(f"DELETE FROM {table} WHERE profile NOT IN (SELECT id FROM profile)")  # noqa: S608


def _count(target: sqlite3.Connection) -> tuple[int, int]:
    counts = [target.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES]  # noqa: S608
    return counts[0], sum(counts)
