"""The file behind the store: opening it, mending it if need be, and one transaction at a time."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Self

from careerpath.disk.looking import look
from careerpath.store import erasure, faults
from careerpath.store.connection import open_empty, open_sound
from careerpath.store.files import close_to_others, create_private

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import TracebackType

    from careerpath.errors import Problem


class OpenFile:
    """An open file of the store; a context manager."""

    def __init__(self, path: Path, connection: sqlite3.Connection, warnings: list[Problem]) -> None:
        self.path = path
        self.warnings = warnings
        self._connection = connection

    @classmethod
    def open(cls, path: Path, *, create: bool = True) -> Self:
        """Opens the file, which is made (0600, in a folder 0700) if there is none.

        A damaged file is put aside, and what can be read of it is recovered; `warnings` then says so. What an earlier
        run had deleted and could not erase is erased. With `create=False` a missing file is an empty store that takes
        nothing (`store-unwritable`), and none is made.
        """
        warnings: list[Problem] = []
        with faults.explained(path):
            if create:
                create_private(path)
            elif (found := look(path)) is None or found.st_size == 0:
                return cls(path, open_empty(), warnings)
            elif note := _close_if_ours(path):
                warnings.append(note)
            try:
                connection = open_sound(path)
            except faults.DamagedError:
                from careerpath.store.recovery import recover  # noqa: PLC0415 (hardly any file is ever damaged)

                if note := recover(path):
                    warnings.append(note)
                connection = open_sound(path)
            if erasure.is_pending(path):
                warnings += erasure.finish(connection, path)
        return cls(path, connection, warnings)

    def close(self) -> None:
        """Closes the file; a store that is closed cannot be used any more."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _transaction(self, kind: str = "IMMEDIATE") -> Iterator[sqlite3.Connection]:
        """One transaction, undone by whatever leaves it. Writers take the lock at once: waiting later can deadlock."""
        db = self._connection
        with faults.explained(self.path):
            db.execute(f"BEGIN {kind}")
            try:
                yield db
                db.execute("COMMIT")
            finally:
                if db.in_transaction:
                    db.execute("ROLLBACK")

    def _note_unreadable(self, name: str, unreadable: list[str]) -> None:
        if unreadable:
            what = f"Some of what is stored for '{name}' cannot be made out: {', '.join(unreadable)}."
            note = faults.store_problem(self.path, "store-damaged", what, "It is treated as unknown: answer it again.")
            if note not in self.warnings:
                self.warnings.append(note)


def _close_if_ours(path: Path) -> Problem | None:
    """Takes the file away from other people; a note if it is not ours to do so, which need not stop a reader."""
    try:
        close_to_others(path)
    except OSError:
        what = "Other people on this computer may be able to read the file with the profiles."
        return faults.store_problem(path, "store-open-to-others", what, "Have its owner run 'chmod 600' on it.")
    return None
