"""Writes a file that a person asked for: whole or not at all, and readable by that person alone if it is new.

Such files hold answers. Who wants to share one changes its rights once; they stay when it is written again.

A file in the making stands beside its target, hidden, readable by its owner alone, and locked by its writer. A writer
that is killed leaves it behind; nobody holds the lock any more then, and the next to write the same target removes it.
"""

from __future__ import annotations

import os
import re
import stat
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import Final

from careerpath.cli.outcome import write_stdout
from careerpath.durable import make_certain
from careerpath.errors import InvalidInputError, Problem

STDOUT = "-"
NEW_FILE_MODE = 0o600
IN_THE_MAKING: Final = ".part"
ABANDONED_AFTER: Final = 3600
"""Seconds after which nobody writes a file any more, where locks cannot tell. Writing takes far less than one."""


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
    with suppress(OSError):
        _remove_abandoned(path)
    handle, temporary = _begin(path)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            temporary.chmod(mode)
            if os.name != "posix":
                file.close()  # other systems move no file that is open
            temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    make_certain(path.parent)


def _begin(path: Path) -> tuple[int, Path]:
    """Makes an empty file beside its target and locks it; its handle, and where it is."""
    while True:
        handle, name = tempfile.mkstemp(prefix=_prefix(path), suffix=IN_THE_MAKING, dir=path.parent)
        try:
            lock(handle, wait=True)
            if os.name != "posix" or os.fstat(handle).st_nlink:
                return handle, Path(name)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        os.close(handle)  # taken for abandoned before it was locked


def _prefix(path: Path) -> str:
    return f".{path.name[:40]}."


def _remove_abandoned(path: Path) -> None:
    """Removes what writers of the same target left who did not live to remove it."""
    name_of_one = re.compile(re.escape(_prefix(path)) + "[a-z0-9_]{8}" + re.escape(IN_THE_MAKING))
    for found in path.parent.iterdir():
        if name_of_one.fullmatch(found.name):
            with suppress(OSError):  # another process removes it, or it is somebody else's
                _remove_if_abandoned(found)


def _remove_if_abandoned(path: Path) -> None:
    if not stat.S_ISREG(path.lstat().st_mode):
        return
    handle = os.open(path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    try:
        # The name is looked up again: meanwhile its writer may have moved the file to its target.
        found, here = os.fstat(handle), lock(handle, wait=False)
        is_dead = time.time() - found.st_mtime > ABANDONED_AFTER if here is None else here
        if not is_dead or not os.path.samestat(found, path.lstat()):
            return
        if os.name == "posix":
            path.unlink()
    finally:
        os.close(handle)
    if os.name != "posix":
        path.unlink()


def lock(handle: int, *, wait: bool) -> bool | None:
    """Locks a file until it is closed, or its process ends. False: another process has it. None: no locks here."""
    try:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        return False
    except (ImportError, OSError):
        return None
    return True
