"""Fixtures: homes with and without a profile, which share one compiled catalogue."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from support.program import Program

if TYPE_CHECKING:
    from pathlib import Path

ANSWERS = """\
background: {field: marketing, education: bachelor, experience: 3}
skills: {campaign-management: 3, leadership: 2, writing: 3, seo: 2}
likes: {plan-campaigns: 5}
"""


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """A home with a profile `me` and a compiled catalogue; nobody changes it."""
    program = Program(tmp_path_factory.mktemp("prepared"))
    done = program("quiz", "--answers", "-", "--json", stdin=ANSWERS)
    assert done.code == 0, done.err
    return program


@pytest.fixture
def careerpath(prepared: Program, tmp_path: Path) -> Program:
    """The program with an empty home. The compiled catalogue is shared, since compiling takes most of a second."""
    program = Program(tmp_path)
    program.environment["XDG_CACHE_HOME"] = prepared.environment["XDG_CACHE_HOME"]
    return program


@pytest.fixture
def answers_file(tmp_path: Path) -> str:
    path = tmp_path / "anna.yaml"
    path.write_text(ANSWERS, encoding="utf-8")
    return str(path)


@pytest.fixture
def stored(careerpath: Program, prepared: Program) -> Program:
    """The program, with a profile `me`."""
    shutil.copytree(prepared.environment["CAREERPATH_HOME"], careerpath.environment["CAREERPATH_HOME"])
    return careerpath
