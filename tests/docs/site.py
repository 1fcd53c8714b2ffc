"""Builds the documentation as a site."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tomllib
from typing import TYPE_CHECKING

from docs.pages import DOCS
from support.program import ROOT

if TYPE_CHECKING:
    from pathlib import Path

CONFIGURATION = tomllib.loads((ROOT / "zensical.toml").read_text(encoding="utf-8"))["project"]


def build(folder: Path) -> subprocess.CompletedProcess[str]:
    shutil.copy(ROOT / "zensical.toml", folder)
    if not (folder / "docs").exists():
        shutil.copytree(DOCS, folder / "docs")
    program = [sys.executable, "-m", "zensical", "build", "--strict", "--clean"]
    return subprocess.run(program, cwd=folder, capture_output=True, encoding="utf-8", timeout=120, check=False)
