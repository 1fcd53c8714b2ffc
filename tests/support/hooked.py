"""Environments in which the program is watched or disturbed from inside; see `hooks/sitecustomize.py`."""

from __future__ import annotations

import os
import sys
from pathlib import Path

HOOKS = str(Path(__file__).with_name("hooks"))


def hooked(**hooks: str) -> dict[str, str]:
    """The variables that load the hooks: signal, forbid, log."""
    path = os.pathsep.join([HOOKS, *(entry for entry in sys.path if entry)])
    return {"PYTHONPATH": path} | {f"HOOK_{name.upper()}": value for name, value in hooks.items()}
