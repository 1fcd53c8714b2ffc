"""Writes what a command makes to where its caller wants it: a file, or stdout."""

from __future__ import annotations

from pathlib import Path

from careerpath.cli.outcome import write_stdout
from careerpath.disk.replacing import put, unwritable

STDOUT = "-"


def write_output(target: str, content: bytes) -> None:
    """Writes a file, or stdout for `-`. A file of that name is replaced in one step; a failure leaves it as it was.

    Raises:
        InvalidInputError: it cannot be written there.
    """
    if target == STDOUT:
        write_stdout(content)
        return
    try:
        put(Path(target), content)
    except (OSError, ValueError) as error:
        raise unwritable(target, error) from None
