"""Files in the making, and what is left of those whose writers did not live to finish them.

One stands beside its target, hidden, readable by its owner alone, and locked by its writer. A writer that is killed
leaves it behind; nobody holds the lock any more then, and the next to write the same target removes it.
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

from careerpath.disk.locking import lock

IN_THE_MAKING: Final = ".part"
ABANDONED_AFTER: Final = 3600
"""Seconds after which nobody writes a file any more, where locks cannot tell. Writing takes far less than one."""


def begin(path: Path) -> tuple[int, Path]:
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


def remove_abandoned(path: Path) -> None:
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
