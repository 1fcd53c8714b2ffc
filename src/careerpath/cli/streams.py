"""The three standard streams, in whatever state the program was given them.

Loaded before everything else, so it imports next to nothing.
"""

from __future__ import annotations

import errno
import io
import os
import sys

_STAND_INS = ((0, os.O_WRONLY), (1, os.O_RDONLY), (2, os.O_WRONLY))


class StdoutLostError(Exception):
    """What was to be read on stdout cannot be written there.

    No OSError: several libraries have ideas of their own about a pipe that breaks.
    """

    def __init__(self, cause: OSError) -> None:
        super().__init__()
        self.reason = (cause.strerror or type(cause).__name__).lower()
        self.reader_is_gone = cause.errno == errno.EPIPE


class _Stdout(io.FileIO):
    def write(self, data: bytes | memoryview, /) -> int:  # type: ignore[override]
        try:
            return super().write(data)
        except OSError as error:
            raise StdoutLostError(error) from None


_LONGEST_SIZE = 4
"""Digits: no terminal has ten thousand columns."""


def prepare_streams() -> None:
    """Makes the streams safe to use, before any other file is opened.

    The numbers of streams that are closed (`<&-`, `>&-`, `2>&-`) would go to the next files that are opened, and what
    is meant for a person would be written into those. What stands in for stdin cannot be read and what stands in for
    stdout cannot be written, so that a command that needs them fails as it should; what goes to stderr is lost.
    """
    _forget_odd_sizes()
    for number, flags in _STAND_INS:
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, flags)  # gets the lowest number that is free, which is this one
    if sys.stdin is None:
        sys.stdin = io.TextIOWrapper(io.BufferedReader(io.FileIO(0, closefd=False)), encoding="utf-8")
    if sys.stderr is None:
        sys.stderr = io.TextIOWrapper(io.BufferedWriter(io.FileIO(2, "w", closefd=False)), encoding="utf-8")
    given = sys.stdout
    sys.stdout = io.TextIOWrapper(
        io.BufferedWriter(_Stdout(1, "w", closefd=False)),
        encoding=given.encoding if given else "utf-8",
        errors=given.errors if given else "strict",
        line_buffering=bool(given and given.line_buffering),
        write_through=getattr(given, "write_through", False),
    )


def _forget_odd_sizes() -> None:
    """Unsets the size of the terminal where it is no number: some libraries fail on what others pass over."""
    for name in ("COLUMNS", "LINES"):
        size = os.environ.get(name, "")
        if not (size.isascii() and size.isdigit() and len(size) <= _LONGEST_SIZE):
            os.environ.pop(name, None)


def discard_stdout() -> None:
    """Sends what is still to be written to nowhere. Python would complain once more when it flushes at exit."""
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, 1)
    os.close(devnull)
