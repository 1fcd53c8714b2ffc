"""SECURITY.md names no test, script or command that is not there."""

from __future__ import annotations

import re

import pytest

from pinned import ROOT

PAGE = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
PATHS = sorted(set(re.findall(r"`((?:tests|scripts|docs|src)/[^`\s]+|[\w-]+\.(?:txt|json|toml))`", PAGE)))
TARGETS = sorted(set(re.findall(r"`make (\w+)`", PAGE)))


@pytest.mark.parametrize("path", PATHS)
def test_the_files_that_it_names_are_there(path: str) -> None:
    assert (ROOT / path).exists()


@pytest.mark.parametrize("target", TARGETS)
def test_the_commands_that_it_names_are_there(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)


def test_every_promise_names_a_test() -> None:
    rows = [line.split("|") for line in PAGE.splitlines() if line.startswith("|")][2:]
    assert len(rows) >= 8
    for row in rows:
        assert re.search(r"`(tests/|make )", row[3]), row[1]
