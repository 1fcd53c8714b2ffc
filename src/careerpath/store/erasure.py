"""Takes what was deleted out of the files.

Deleted rows are overwritten at once, but SQLite can leave remains of them where it moved rows about. The file is
therefore rewritten after a deletion. A mark beside it, made before the deletion, says that this is still to be done:
whatever interrupts it, the next opening does it.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from careerpath.store import faults
from careerpath.store.files import create_private

if TYPE_CHECKING:
    from pathlib import Path

    from careerpath.errors import Problem


def begin(path: Path) -> None:
    """Marks that the file has to be rewritten; SQLite makes the mark certain, together with the deletion."""
    create_private(_mark(path))


def is_pending(path: Path) -> bool:
    """Whether something was deleted since the file was last rewritten."""
    return _mark(path).exists()


def finish(connection: sqlite3.Connection, path: Path) -> list[Problem]:
    """Rewrites the file; what to say if that cannot be done now."""
    try:
        connection.execute("VACUUM")
        _mark(path).unlink(missing_ok=True)
    except (sqlite3.Error, OSError):
        what = "What was deleted is overwritten, but the file is in use and could not be rewritten."
        return [faults.busy(path, what, "The next careerpath that can does it.")]
    return []


def remove_damaged_copies(path: Path) -> list[Problem]:
    """Removes the copies of an earlier, damaged file; what to say about them."""
    from careerpath.store.recovery import damaged_copies  # noqa: PLC0415 (only where something is deleted)

    copies = damaged_copies(path)
    if not copies:
        return []
    names = ", ".join(copy.name for copy in copies)
    try:
        for copy in copies:
            copy.unlink(missing_ok=True)
    except OSError:
        what = f"Copies of an earlier, damaged file may still hold what was deleted: {names}."
        return [faults.store_problem(path, "store-damaged-copy", what, "Delete them.")]
    what = f"Copies of an earlier, damaged file could hold what was deleted, and are removed, too: {names}."
    return [faults.store_problem(path, "store-damaged-copy", what, "")]


def _mark(path: Path) -> Path:
    return path.with_name(f"{path.name}.rewrite")
