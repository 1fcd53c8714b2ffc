"""What can go wrong with the file, told to the person. Never quotes what is stored."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from careerpath.errors import Location, Problem, StoreError
from careerpath.store.files import can_lock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_DAMAGED: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_BUSY: Final = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_NO_LOCKS: Final = frozenset(
    {
        sqlite3.SQLITE_IOERR_LOCK,
        sqlite3.SQLITE_IOERR_RDLOCK,
        sqlite3.SQLITE_IOERR_CHECKRESERVEDLOCK,
        sqlite3.SQLITE_NOLFS,
        sqlite3.SQLITE_PROTOCOL,
    }
)
_UNWRITABLE: Final = {
    sqlite3.SQLITE_READONLY: "it may only be read",
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened",
    sqlite3.SQLITE_IOERR: "the disk reports an error",
    sqlite3.SQLITE_PERM: "access is denied",
    sqlite3.SQLITE_AUTH: "access is denied",
}


class DamagedError(Exception):
    """The file is no store that can be used as it is; inside this package only, since it leads to a recovery."""


def is_damage(error: sqlite3.Error) -> bool:
    """Whether the error means that the file itself is broken."""
    return _primary_code(error) in _DAMAGED


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turns every error of SQLite and of the system into a StoreError about `path`."""
    try:
        yield
    except DamagedError as error:
        raise StoreError(damaged(path)) from error
    except sqlite3.Error as error:
        raise StoreError(_explain(path, error)) from error
    except OSError as error:
        raise StoreError(unwritable(path, error.strerror or type(error).__name__)) from error


def damaged(path: Path, what: str = "The file with the profiles is damaged.") -> Problem:
    """A file found to be broken while in use; the next opening recovers it."""
    return store_problem(
        path, "store-damaged", what, "Run the command again: what can still be read is recovered then."
    )


def newer(path: Path, version: int, known: int) -> Problem:
    """A file that a later careerpath wrote."""
    return store_problem(
        path,
        "store-newer",
        f"The file with the profiles has format {version}; this careerpath knows formats up to {known}.",
        "Upgrade careerpath, or set CAREERPATH_HOME to another folder. The file was left as it is.",
    )


def foreign(path: Path) -> Problem:
    """A database of some other program."""
    return store_problem(
        path,
        "store-foreign",
        "The file is a database of another program.",
        "Set CAREERPATH_HOME to another folder. The file was left as it is.",
    )


def unwritable(path: Path, reason: str) -> Problem:
    """A file or folder that the system does not let us use."""
    return store_problem(
        path,
        "store-unwritable",
        f"The file with the profiles cannot be used: {reason}.",
        "Check the folder's permissions and the free space, or set CAREERPATH_HOME to another folder.",
    )


def busy(
    path: Path,
    what: str = "The file with the profiles is in use by another program.",
    hint: str = "Try again when the other careerpath has finished.",
) -> Problem:
    """Somebody else has held the file for longer than we wait."""
    return store_problem(path, "store-busy", what, hint)


def replaced(path: Path) -> Problem:
    """Another file has taken the place of the one that is open; nothing is written into either."""
    what = "Another file has taken the place of the one with the profiles, which was mended, restored or removed."
    return store_problem(path, "store-replaced", what, "What was stored before is kept. Run the command again.")


def no_locks(path: Path) -> Problem:
    """A file system on which two programs would overwrite each other's changes."""
    what = "The file with the profiles is on a file system that locks no files, as some network folders do."
    return store_problem(path, "store-no-locks", what, "Set CAREERPATH_HOME to a folder on a local disk.")


def _explain(path: Path, error: sqlite3.Error) -> Problem:
    code = _primary_code(error)
    if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_READONLY_DBMOVED:
        return replaced(path)
    if getattr(error, "sqlite_errorcode", None) in _NO_LOCKS or (code in _BUSY and not can_lock(path.parent)):
        return no_locks(path)
    if code in _DAMAGED or (code is None and isinstance(error, sqlite3.OperationalError)):
        return damaged(path)
    if code in _BUSY:
        return busy(path)
    if code in _UNWRITABLE:
        return unwritable(path, _UNWRITABLE[code])
    name = getattr(error, "sqlite_errorname", type(error).__name__)
    return store_problem(
        path, "store-failed", f"The file with the profiles cannot be used ({name}).", "Please report this."
    )


def _primary_code(error: sqlite3.Error) -> int | None:
    code: int | None = getattr(error, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF


def store_problem(path: Path, code: str, message: str, hint: str) -> Problem:
    """A problem whose place is the store's file."""
    return Problem(code=code, message=message, hint=hint, location=Location(file=str(path)))
