"""Puts a file where a person asked for it: whole or not at all, and readable by that person alone if it is new.

Such files hold answers. Who wants to share one changes its rights once; they stay when it is written again. A link is
followed, and what cannot be replaced, a pipe or a device, is written to.
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
import tempfile
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from careerpath.disk.durable import make_certain
from careerpath.disk.looking import look
from careerpath.disk.unfinished import begin, remove_abandoned
from careerpath.errors import InvalidInputError, Problem, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import BinaryIO

NEW_FILE_MODE: Final = 0o600


def check_place(target: Path) -> None:
    """Whether a file can be put there, as far as that can be known before what it is to hold is made.

    Raises:
        UsageError: there is a folder of that name, or no folder for it.
        InvalidInputError: it cannot be written there.
    """
    try:
        path = real_path(target)
        found, folder = look(path), look(path.parent)
        if found is not None and stat.S_ISDIR(found.st_mode):
            raise _bad_output(f"'{target}' is a folder.", "Name a file for it.")
        if folder is None or not stat.S_ISDIR(folder.st_mode):
            raise _bad_output(f"the folder '{path.parent}' does not exist.", "Make it, or name another.")
        _refuse_protected(path, found)
        if _is_replaceable(found):
            with tempfile.TemporaryFile(dir=path.parent):
                """Trying tells more than asking: a full or read-only disk, a share that takes no files."""
    except (OSError, ValueError) as error:
        raise unwritable(str(target), error) from None


def check_apart(files: Iterable[Path]) -> None:
    """Whether what is read and what is written are different files. A pipe or a device may be named for several.

    A place that cannot be looked at is left for the writing to refuse.

    Raises:
        UsageError: a file is named twice.
    """
    taken = set()
    for file in files:
        path = real_path(file)
        with suppress(OSError):
            if path in taken and _is_replaceable(look(path)):
                raise _bad_output(f"'{file}' is named twice.", "What is read and what is written are different files.")
        taken.add(path)


def put(target: Path, content: bytes) -> None:
    """Writes a file. One of that name is replaced in one step; a failure leaves it as it was.

    Raises:
        OSError: it cannot be written.
    """
    path = real_path(target)
    _put(path, look(path), BytesIO(content))


def move(made: Path, target: Path) -> None:
    """Moves a file that is whole to its target, as if `put` there; within a file system it need not be read for that.

    Raises:
        OSError: it cannot be written; what stood there is as it was.
    """
    path = real_path(target)
    found = look(path)
    if _is_replaceable(found) and _rename(made, path, found):
        return
    with made.open("rb") as file:
        _put(path, found, file)
    made.unlink()


def remove(target: Path) -> None:
    """Removes a file of an earlier time, if there is one; a pipe or a device stays.

    Raises:
        OSError: it cannot be removed.
    """
    path = real_path(target)
    if (found := look(path)) is not None and _is_replaceable(found):
        path.unlink(missing_ok=True)


def real_path(target: Path) -> Path:
    """Where a path leads over links. Links that go round are left for the next look at them to refuse.

    Raises:
        OSError, ValueError: no file can have such a name.
    """
    return Path(os.path.realpath(target))  # `Path.resolve` has errors of its own for links, not the same on each Python


def unwritable(target: str, error: Exception) -> InvalidInputError:
    """What to say of a file that cannot be written."""
    reason = getattr(error, "strerror", None) or type(error).__name__
    message = f"'{target}' cannot be written: {reason.lower()}."
    hint = "Name a file in a folder that exists and that you may write to."
    return InvalidInputError(Problem(code="unwritable", message=message, hint=hint))


def _bad_output(message: str, hint: str) -> UsageError:
    return UsageError(Problem(code="bad-output", message=message, hint=hint))


def _is_replaceable(found: os.stat_result | None) -> bool:
    """Whether a new file can take the place of what is there: not of a folder, a pipe or a device."""
    return found is None or stat.S_ISREG(found.st_mode)


def _refuse_protected(path: Path, found: os.stat_result | None) -> None:
    """Respects a file that may not be written, though its folder would allow to replace it."""
    if found is not None and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def _mode(found: os.stat_result | None) -> int:
    return NEW_FILE_MODE if found is None else stat.S_IMODE(found.st_mode)


def _rename(made: Path, path: Path, found: os.stat_result | None) -> bool:
    """Renames a file if that can be done, which it cannot from one file system to another."""
    _refuse_protected(path, found)
    with made.open("r+b") as file:  # not every system makes certain what is only read
        os.fsync(file.fileno())
    made.chmod(_mode(found))
    try:
        made.replace(path)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        return False
    make_certain(path.parent)
    return True


def _put(path: Path, found: os.stat_result | None, content: BinaryIO) -> None:
    if _is_replaceable(found):
        _replace_whole(path, found, content)
        return
    with path.open("wb") as file:
        shutil.copyfileobj(content, file)


def _replace_whole(path: Path, found: os.stat_result | None, content: BinaryIO) -> None:
    _refuse_protected(path, found)
    with suppress(OSError):
        remove_abandoned(path)
    handle, temporary = begin(path)
    try:
        with os.fdopen(handle, "wb") as file:
            shutil.copyfileobj(content, file)
            file.flush()
            os.fsync(file.fileno())
            temporary.chmod(_mode(found))
            if os.name != "posix":
                file.close()  # other systems move no file that is open
            temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    make_certain(path.parent)
