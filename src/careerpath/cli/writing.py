"""Writes a file that a person asked for: whole or not at all."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

from careerpath.cli.outcome import write_stdout
from careerpath.errors import InvalidInputError, Problem

STDOUT = "-"


def write_whole(target: str, content: bytes) -> None:
    """Writes a file, or stdout for `-`. A file of that name is replaced in one step; a failure leaves it as it was.

    Raises:
        InvalidInputError: it cannot be written there.
    """
    if target == STDOUT:
        write_stdout(content)
        return
    try:
        path = Path(target).resolve()
        if path.exists() and not stat.S_ISREG(path.stat().st_mode) and not path.is_dir():
            path.write_bytes(content)  # a pipe or a device cannot be replaced
        else:
            _replace(path, content)
    except (OSError, ValueError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        message = f"'{target}' cannot be written: {reason.lower()}."
        hint = "Name a file in a folder that exists and that you may write to."
        raise InvalidInputError(Problem(code="unwritable", message=message, hint=hint)) from None


def _replace(path: Path, content: bytes) -> None:
    """Puts a new file in the place of the old one, with the rights of the old one or those that new files get."""
    if path.is_dir():
        raise IsADirectoryError(21, os.strerror(21))
    mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o666 & ~_umask()
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(13, os.strerror(13))
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(mode)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _umask() -> int:
    """The rights that new files do not get; there is no way to read them without setting them."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
