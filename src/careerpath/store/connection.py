"""Opens the file: settings, version, soundness."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Final

from careerpath.errors import StoreError
from careerpath.store import faults
from careerpath.store.schema import SCHEMA_VERSION, check_soundness, is_foreign, migrate, read_version

if TYPE_CHECKING:
    from pathlib import Path

BUSY_SECONDS: Final = 10.0
"""How long a command waits for another one that is writing."""

_SETTINGS: Final = (
    "PRAGMA journal_mode = DELETE",
    # FULL would leave it to chance whether a power failure brings back the journal of what was just stored: and undoes it.
    "PRAGMA synchronous = EXTRA",
    "PRAGMA fullfsync = ON",  # macOS alone: its fsync does not wait for the disk
    "PRAGMA secure_delete = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA temp_store = MEMORY",  # VACUUM would leave the answers in a file in /tmp
)


def connect(path: Path) -> sqlite3.Connection:
    """A bare connection to a file that exists."""
    address = f"{path.absolute().as_uri()}?mode=rw"
    return sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS, isolation_level=None)


def open_sound(path: Path) -> sqlite3.Connection:
    """A connection to a store of this version that has been checked; an empty file becomes one.

    Raises:
        DamagedError: the file is broken.
        StoreError: it is of a later version, or of another program; it is left untouched.
        sqlite3.Error: anything else.
    """
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


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    if (version := read_version(connection)) > SCHEMA_VERSION:
        raise StoreError(faults.newer(path, version, SCHEMA_VERSION))
    if is_foreign(connection):
        raise StoreError(faults.foreign(path))
    for setting in _SETTINGS:
        connection.execute(setting)
    check_soundness(connection)
    migrate(connection)
