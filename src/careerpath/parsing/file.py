"""Files and standard input into bytes: never more than is allowed, and never waiting for what is no file."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path
from typing import Final

from careerpath.errors import InvalidInputError, Location
from careerpath.parsing.limits import MAX_BYTES
from careerpath.parsing.node import invalid

STDIN: Final = "-"
STDIN_NAME: Final = "<stdin>"

_FLAGS: Final = (
    os.O_RDONLY
    # A pipe that nobody writes to would be waited for; what is opened is looked at before it is read.
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)

_KINDS: Final = {
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}


def read_source(source: str) -> tuple[bytes, str]:
    """The bytes of a file, or of standard input for '-', and what to call them in messages.

    Raises:
        InvalidInputError: they cannot be read.
    """
    return (read_stdin(), STDIN_NAME) if source == STDIN else (read_file(Path(source)), source)


def read_file(path: Path, most: int = MAX_BYTES) -> bytes:
    """The bytes of a regular file, at most one more than `most` of them, so that `decode_text` can tell.

    Raises:
        InvalidInputError: it is a folder, a pipe, a socket or a device; it cannot be read; it changes meanwhile.
    """
    place = Location(file=str(path))
    try:
        _refuse_kind(os.stat(path), place)  # noqa: PTH116 (a path of 100,000 characters is an OSError here)
        with os.fdopen(os.open(path, _FLAGS), "rb", buffering=0) as file:
            before = os.fstat(file.fileno())
            _refuse_kind(before, place)
            data = _read_whole(file.fileno(), most + 1)
            after = os.fstat(file.fileno())
    except (OSError, ValueError) as error:
        raise _unreadable(error, place) from None
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        message = "this file was changed while it was read."
        raise invalid("changed", message, "Try again when nothing writes to it.", place)
    return data


def read_stdin() -> bytes:
    """The bytes of standard input to its end, at most one more than `MAX_BYTES` of them.

    Raises:
        InvalidInputError: it is closed, or cannot be read.
    """
    place = Location(file=STDIN_NAME)
    buffer = getattr(sys.stdin, "buffer", None)
    if buffer is None:
        message = "standard input is closed."
        raise invalid("unreadable", message, "Name a file, or send the text: 'command < file'.", place)
    try:
        return buffer.read(MAX_BYTES + 1) or b""
    except (OSError, ValueError) as error:
        raise _unreadable(error, place) from None


def _refuse_kind(status: os.stat_result, place: Location) -> None:
    kind = _KINDS.get(stat.S_IFMT(status.st_mode))
    if kind is not None:
        hint = "Put a text file in its place"
        hint += ", or read it as standard input: '- < FILE'." if kind == "a pipe" else "."
        raise invalid("not-a-file", f"this is {kind}, not a file.", hint, place)


def _read_whole(handle: int, most: int) -> bytes:
    parts: list[bytes] = []
    while most > 0 and (part := os.read(handle, min(most, 1 << 20))):
        parts.append(part)
        most -= len(part)
    return b"".join(parts)


def _unreadable(error: OSError | ValueError, place: Location) -> InvalidInputError:
    why = (getattr(error, "strerror", None) or "no file can have this name").lower()
    message, hint = f"this cannot be read: {why}.", "Check the name and the permissions."
    return invalid("unreadable", message, hint, place)
