"""Where the profiles of this person are kept."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

from careerpath.errors import Problem, StoreError

FILE_NAME: Final = "careerpath.sqlite3"


def default_path() -> Path:
    """`$CAREERPATH_HOME/careerpath.sqlite3` if the variable is set and not empty, else in the user's data folder.

    Raises:
        StoreError: (`no-home`) it is not known where this person's files belong; wherever the command is run would be
            a bad guess.
    """
    try:
        if home := os.environ.get("CAREERPATH_HOME"):
            return Path(home).expanduser() / FILE_NAME
        folder = data_folder()
    except RuntimeError:  # the system knows no home folder, of this person or of the one that is named
        raise _no_home("there is no home folder") from None
    if os.environ.get("HOME") == "" and not os.environ.get("XDG_DATA_HOME"):
        raise _no_home("HOME is empty")
    if not folder.is_absolute():
        raise _no_home(f"'{str(folder)[:64]}' is no whole path")
    return folder / FILE_NAME


def data_folder() -> Path:
    """The user's data folder for careerpath, as the system has it.

    Raises:
        RuntimeError: the user has no home folder.
    """
    if sys.platform == "linux" and "ANDROID_DATA" not in os.environ:
        # The rule is short (XDG Base Directory Specification), and platformdirs takes as long to load as the store.
        base = Path(os.environ.get("XDG_DATA_HOME", "").strip())
        return (base if base.is_absolute() else Path("~/.local/share").expanduser()) / "careerpath"
    import platformdirs  # noqa: PLC0415 (not needed everywhere)

    return Path(platformdirs.user_data_dir("careerpath", appauthor=False))


def _no_home(why: str) -> StoreError:
    return StoreError(
        Problem(
            code="no-home",
            message=f"it is not known where your profiles belong: {why}.",
            hint="Set CAREERPATH_HOME to a folder.",
        )
    )
