"""What is done of an unfinished run, kept beside its output, so that the next run goes on from there.

A folder `OUTPUT.unfinished` holds what the run is (`job.json`) and a file for each block that is done: checked by its
sum, and put there whole by renaming, so that a process that is killed at any moment leaves whole blocks or none. The
outputs in the making are there too. It may be a link to a folder with more room.
"""

from __future__ import annotations

import json
import os
import zlib
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from careerpath.cohort.tables.block import Reject
from careerpath.disk.locking import lock
from careerpath.errors import InvalidInputError, Problem, UsageError

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

SUFFIX: Final = ".unfinished"
JOB: Final = "job.json"
LOCK: Final = "lock"
NEW: Final = ".new"
BLOCK: Final = ".block"
OUTPUT, REJECTS = "output", "rejects"
"""The files in the making."""

CHECKSUM_BYTES: Final = 4


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """A block that is done: how many lines it has, who was rejected (lines from 0), the counts, and the results.

    ignored: what of no use its people name.
    """

    extent: int
    rejects: list[Reject]
    ignored: tuple[str, ...]
    tally: bytes
    rendered: bytes


class JobIdentity(msgspec.Struct, frozen=True, kw_only=True):
    """What makes a run the same run: its blocks are of use to no other."""

    program: str
    catalog: str
    source: str
    size: int
    changed: int
    output: str
    top: int
    gaps: int


class DamagedError(Exception):
    """A block was kept and is not whole. Never leaves the run."""


class Journal:
    """The folder of a run, locked while it is open."""

    def __init__(self, output: Path, job: JobIdentity) -> None:
        """Opens the folder of an output, or makes it; blocks of another run are removed.

        Raises:
            UsageError: another process is at it, or the folder is somebody else's.
            InvalidInputError: it cannot be written.
        """
        self.folder = folder_of(output)
        try:
            self._open(output, job)
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            message = f"'{self.folder}' cannot be written: {reason}."
            hint = "The results are collected beside the output; name one in a folder that you may write to."
            raise InvalidInputError(Problem(code="unwritable", message=message, hint=hint)) from None

    def _open(self, output: Path, job: JobIdentity) -> None:
        # In ASCII: names of files may hold bytes that are no text.
        described = json.dumps(msgspec.to_builtins(job), indent=2).encode()
        if self.folder.exists() and not (self.folder / JOB).is_file() and self._holds_more_than_a_beginning():
            message = f"'{self.folder}' is in the way: results are collected there until '{output}' is whole."
            raise UsageError(Problem(code="in-the-way", message=message, hint="Move it away, or name another output."))
        self.folder.mkdir(mode=0o700, exist_ok=True)  # answers are in it
        self._lock = _lock(self.folder)
        same = (self.folder / JOB).is_file() and (self.folder / JOB).read_bytes() == described
        for path in [] if same else list(self.folder.glob(f"*{BLOCK}")):
            path.unlink()
        if not same:
            _replace(self.folder / JOB, described)

    def _holds_more_than_a_beginning(self) -> bool:
        """Whether somebody else's things are in the folder: a run that is killed at once leaves no more than these."""
        return any(entry.name not in {LOCK, Path(JOB).with_suffix(NEW).name} for entry in self.folder.iterdir())

    def write(self, number: int, record: Record) -> None:
        """Keeps a block. May be called from several threads, for different blocks."""
        data = msgspec.msgpack.encode(record)
        _replace(self._path(number), data + zlib.crc32(data).to_bytes(CHECKSUM_BYTES, "big"))

    def read(self, number: int) -> Record:
        """A block that is done.

        Raises:
            DamagedError: it is not whole.
        """
        try:
            whole = self._path(number).read_bytes()
            data, checksum = whole[:-CHECKSUM_BYTES], whole[-CHECKSUM_BYTES:]
            if zlib.crc32(data).to_bytes(CHECKSUM_BYTES, "big") != checksum:
                raise DamagedError
            return msgspec.msgpack.decode(data, type=Record)
        except (OSError, msgspec.MsgspecError):
            raise DamagedError from None

    def whole_blocks(self) -> set[int]:
        """The numbers of the blocks that are done; those that are damaged have to be done again."""
        found = set()
        for path in self.folder.glob(f"*{BLOCK}"):
            with suppress(DamagedError, ValueError):
                self.read(int(path.stem))
                found.add(int(path.stem))
        return found

    def begin(self, name: str) -> Path:
        """The place of a file in the making; what an earlier run left there is removed."""
        return _free(self.folder / name)

    def remove(self) -> None:
        """Removes the folder: the output is whole, or what is there is of no use. What is not of a run stays.

        Killed in the middle, it leaves what the next run knows for its own: the job goes last but one, then the lock.
        """
        for path in sorted(self.folder.iterdir(), key=lambda path: (path.name == LOCK, path.name == JOB)):
            if path.name in {JOB, LOCK, OUTPUT, REJECTS} or path.suffix in {BLOCK, NEW}:
                path.unlink()
        with suppress(OSError):  # somebody else's things are in it, or it is a link to a folder
            self.folder.rmdir()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.close(self._lock)

    def _path(self, number: int) -> Path:
        return self.folder / f"{number:08d}{BLOCK}"


def folder_of(output: Path) -> Path:
    """Where the results of a run are collected until they are whole: beside the output."""
    return output.with_name(output.name + SUFFIX)


def _replace(path: Path, data: bytes) -> None:
    temporary = _free(path.with_suffix(NEW))
    temporary.write_bytes(data)
    temporary.replace(path)


def _free(path: Path) -> Path:
    """A place where nothing is: what is written there goes through no link and waits for no pipe."""
    path.unlink(missing_ok=True)
    return path


def _lock(folder: Path) -> int:
    """A lock on the folder, for as long as the process lives. Where the system has no such locks, none."""
    handle = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    if lock(handle, wait=False) is False:
        os.close(handle)
        message = f"another run is at '{folder}'."
        hint = "Wait for it, or name another output."
        raise UsageError(Problem(code="run-in-progress", message=message, hint=hint))
    return handle
