"""Opens the file: settings, version, soundness."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Final

from careerpath.errors import StoreError
from careerpath.store import faults
from careerpath.store.schema import SCHEMA_VERSION, check_soundness, is_foreign, migrate, read_version

if TYPE_CHECKING:
    from pathlib import Path

BUSY_SECONDS: Final = 60.0
"""How long a command waits for others that are writing. With 50 at once on a slow disk, some wait for 20 seconds."""

_SETTINGS: Final = (
    "PRAGMA journal_mode = DELETE",
    # With FULL, a power failure could bring back the journal of what was just stored, which then would be undone.
    "PRAGMA synchronous = EXTRA",
    "PRAGMA fullfsync = ON",  # macOS alone: its fsync does not wait for the disk
    "PRAGMA secure_delete = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA temp_store = MEMORY",  # VACUUM would leave the answers in a file in /tmp
)


def connect(path: Path) -> sqlite3.Connection:
    """A bare connection to a file that exists."""
    return sqlite3.connect(_address(path, "mode=rw"), uri=True, timeout=BUSY_SECONDS, isolation_level=None)


def refuse_others(path: Path) -> None:
    """Looks at the head of the file alone, so that a file that is not ours is not touched, nor its journal.

    Raises:
        StoreError: it is of a later version, or of another program.
    """
    if path.stat().st_size == 0:
        return
    # Not by reading it ourselves: closing the file would drop the locks that SQLite holds on it in this process.
    with closing(sqlite3.connect(_address(path, "immutable=1"), uri=True)) as connection:
        try:
            _refuse_others(connection, path)
        except sqlite3.DatabaseError:
            return  # damaged, or half-way through a change: for the real opening to see


def open_sound(path: Path) -> sqlite3.Connection:
    """A connection to a store of this version that has been checked; an empty file becomes one.

    Raises:
        DamagedError: the file is broken.
        StoreError: it is of a later version, or of another program; it is left untouched.
        sqlite3.Error: anything else.
    """
    refuse_others(path)
    connection = connect(path)
    try:
        _prepare(connection, path)
    except sqlite3.Error as error:
        connection.close()
        if faults.is_damage(error):
            raise faults.DamagedError from error
        raise
    except BaseException:
        connection.close()
        raise
    return connection


def open_empty() -> sqlite3.Connection:
    """A store in memory that holds nothing and takes nothing."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    migrate(connection)
    connection.execute("PRAGMA query_only = ON")
    return connection


def _address(path: Path, how: str) -> str:
    """The file and how to open it, as SQLite takes both. `Path.as_uri` loads a web client from Python 3.14 on."""
    name = path.absolute().as_posix().replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    return f"file://{name if name.startswith('/') else f'/{name}'}?{how}"


def _refuse_others(connection: sqlite3.Connection, path: Path) -> None:
    if (version := read_version(connection)) > SCHEMA_VERSION:
        raise StoreError(faults.newer(path, version, SCHEMA_VERSION))
    if is_foreign(connection):
        raise StoreError(faults.foreign(path))


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    _refuse_others(connection, path)
    for setting in _SETTINGS:
        connection.execute(setting)
    check_soundness(connection)
    migrate(connection)
