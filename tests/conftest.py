"""What holds for every test."""

from __future__ import annotations

import pytest

from careerpath.cli.characters import note_plain


@pytest.fixture(autouse=True)
def no_plain() -> None:
    """What an earlier test asked for with `--plain`, in this process, is over."""
    note_plain(())
