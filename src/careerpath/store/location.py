"""Where the profiles of this person are kept."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

FILE_NAME: Final = "careerpath.sqlite3"


def default_path() -> Path:
    """`$CAREERPATH_HOME/careerpath.sqlite3` if the variable is set and not empty, else in the user's data folder."""
    if home := os.environ.get("CAREERPATH_HOME"):
        return Path(home).expanduser() / FILE_NAME
    import platformdirs  # noqa: PLC0415 (not needed where the variable is set)

    return Path(platformdirs.user_data_dir("careerpath", appauthor=False)) / FILE_NAME
