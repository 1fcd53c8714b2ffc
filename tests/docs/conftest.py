"""The site, built once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from docs.site import CONFIGURATION, build

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    done = build(folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / str(CONFIGURATION["site_dir"])
