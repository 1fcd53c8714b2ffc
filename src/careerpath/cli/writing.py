"""Writes a file that a person asked for: whole or not at all, and readable by that person alone if it is new.

Such files hold answers. Who wants to share one changes its rights once; they stay when it is written again.
"""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

from careerpath.cli.outcome import write_stdout
from careerpath.errors import InvalidInputError, Problem

STDOUT = "-"
NEW_FILE_MODE = 0o600


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
            replace_whole(path, content)
    except (OSError, ValueError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or type(error).__name__
        message = f"'{target}' cannot be written: {reason.lower()}."
        hint = "Name a file in a folder that exists and that you may write to."
        raise InvalidInputError(Problem(code="unwritable", message=message, hint=hint)) from None


def replace_whole(path: Path, content: bytes) -> None:
    """Puts a new file in the place of the old one, with the rights of the old one, in one step.

    Raises:
        OSError: it cannot be written; the old file is as it was.
    """
    if path.is_dir():
        raise IsADirectoryError(21, os.strerror(21))
    mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else NEW_FILE_MODE
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
