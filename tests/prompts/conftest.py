"""The driver in a pseudo-terminal, and how it ended."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from prompts.emulator import DRIVER, PATH, Emulator

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from prompts.emulator import Outcome, Start


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    running: list[Emulator] = []

    def begin(*names: str, columns: int = 80, lines: int = 24, **env: str) -> Emulator:
        emulator = Emulator(
            DRIVER, str(tmp_path / "end"), *names, columns=columns, lines=lines, env={"PYTHONPATH": PATH, **env}
        )
        running.append(emulator)
        return emulator

    yield begin
    for emulator in running:
        emulator.kill()


@pytest.fixture
def outcome(tmp_path: Path) -> Outcome:
    def read(emulator: Emulator) -> dict[str, Any]:
        assert emulator.close() == 0, emulator.text
        result: dict[str, Any] = json.loads((tmp_path / "end").read_text())
        return result

    return read
