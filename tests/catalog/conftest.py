"""Catalogues to change, and a cache folder of one's own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from invalid_cases import DESIGN_TEAM


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The cache folder, empty."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "careerpath"


@pytest.fixture
def team(tmp_path: Path) -> Path:
    """A copy of the design team's catalogue."""
    return Path(shutil.copytree(DESIGN_TEAM, tmp_path / "team"))
