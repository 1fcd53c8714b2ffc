"""Files that only their owner can read, whatever the umask says."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from typing import TYPE_CHECKING, Final

from careerpath.disk.durable import make_certain

if TYPE_CHECKING:
    from pathlib import Path

_FOLDER_MODE: Final = 0o700
_FILE_MODE: Final = 0o600
_PROBE: Final = "careerpath.lock-probe"


def create_private(path: Path) -> None:
    """Makes an empty file and the folders that it needs, unless there are some; folders that exist stay as they are.

    An existing file is never opened here: closing it would drop the locks that SQLite holds on it in this process.
    """
    _create_folder(path.parent)
    with contextlib.suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _FILE_MODE))
    close_to_others(path)


def close_to_others(path: Path) -> None:
    """Takes a file away from everybody but its owner. SQLite gives its journal the same mode."""
    if os.name == "posix" and stat.S_ISREG(mode := path.stat().st_mode) and stat.S_IMODE(mode) != _FILE_MODE:
        path.chmod(_FILE_MODE)


def can_lock(folder: Path) -> bool:
    """Whether files in a folder can be locked; true where that cannot be found out.

    A system that cannot says so in a way that SQLite takes for "locked by somebody else".
    """
    try:
        import fcntl  # noqa: PLC0415 (only after a failure, and not on Windows)

        probe = folder / _PROBE
        handle = os.open(probe, os.O_RDWR | os.O_CREAT, _FILE_MODE)
        try:
            fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        finally:
            os.close(handle)
            probe.unlink(missing_ok=True)
    except OSError as error:
        return error.errno not in {errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP}
    except ImportError:
        return True
    return True


def _create_folder(folder: Path) -> None:
    if folder.is_dir():
        return
    _create_folder(folder.parent)
    try:
        folder.mkdir(mode=_FOLDER_MODE)
    except FileExistsError:
        if not folder.is_dir():
            raise
    else:
        folder.chmod(_FOLDER_MODE)
        make_certain(folder.parent)
