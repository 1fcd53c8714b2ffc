"""What stands at a path, told alike by every Python.

`Path.exists`, `is_file` and `is_dir` say no from Python 3.14 on where one may not look; before, they raise. A folder
that may not be entered would be taken for a missing one, and its owner for somebody without profiles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import os
    from pathlib import Path


def look(path: Path) -> os.stat_result | None:
    """What the path leads to, over links; None if there is nothing.

    Raises:
        OSError: that cannot be told: one may not look, links go round, or no file can have such a name.
    """
    try:
        return path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
