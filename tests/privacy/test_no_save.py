"""`--no-save` writes nothing at all."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from prompts.emulator import CTRL_C, Emulator
from support.hooked import hooked
from support.program import ROOT, Program

if TYPE_CHECKING:
    from pathlib import Path

TEAM = str(ROOT / "tests" / "catalogs" / "design-team")
WAYS = [
    ("--answers", "anna.yaml"),
    ("--answers", "anna.yaml", "--json"),
    ("--answers", "team.yaml", "--catalog", TEAM),
    ("--template", "--catalog", TEAM),
]


@pytest.fixture
def bare(tmp_path: Path, answers_file: str) -> Program:
    """The program with everything that it could write to inside one folder, and nothing there yet."""
    program = Program(tmp_path)
    (tmp_path / "team.yaml").write_text("background: {education: bootcamp}\n", encoding="utf-8")
    (tmp_path / "tmp").mkdir()
    places = {"HOME": "", "TMPDIR": "/tmp", "XDG_DATA_HOME": "/share", "XDG_CACHE_HOME": "/cache"}  # noqa: S108
    places |= {"XDG_CONFIG_HOME": "/config", "XDG_STATE_HOME": "/state", "XDG_RUNTIME_DIR": "/run"}
    program.environment |= {name: f"{tmp_path}{place}" for name, place in places.items()}
    program.environment |= {"PYTHONDONTWRITEBYTECODE": "1"}
    return program


def tree(folder: Path) -> dict[str, tuple[int, bytes]]:
    return {
        str(entry.relative_to(folder)): (entry.stat().st_mtime_ns, entry.read_bytes() if entry.is_file() else b"")
        for entry in [folder, *folder.rglob("*")]
    }


@pytest.mark.parametrize("way", WAYS, ids=str)
def test_nothing_is_written(bare: Program, way: tuple[str, ...], tmp_path_factory: pytest.TempPathFactory) -> None:
    log = tmp_path_factory.mktemp("log") / "log"
    before = tree(bare.home)
    ended = bare("quiz", *way, "--no-save", **hooked(log=str(log)))
    assert ended.code == 0, ended.err
    assert tree(bare.home) == before
    assert log.read_text(encoding="utf-8") == ""


ANSWERS = ("--answers", "anna.yaml")
TELLING = [
    ("compare", "marketing", "product", *ANSWERS),
    ("path", "product manager", *ANSWERS),
    ("plan", "product manager", "--hours-per-week", "5", "--weeks", "12", *ANSWERS),
    ("what-if", "seo=4", *ANSWERS),
    ("report", "--markdown", "-", *ANSWERS),
    ("quiz", *ANSWERS, "--no-save"),
    ("cohort", "people.csv", "-o", "out.csv", "--summary", "all"),
    ("verify", "result.json"),
]
"""What tells of people without a profile."""


def test_what_is_told_without_a_profile_is_not_stored(bare: Program, tmp_path_factory: pytest.TempPathFactory) -> None:
    log = tmp_path_factory.mktemp("log") / "log"
    shutil.copy(ROOT / "docs" / "examples" / "people.csv", bare.home)
    result = bare("quiz", *ANSWERS, "--no-save", "--json").out
    (bare.home / "result.json").write_text(result, encoding="utf-8")
    before = tree(bare.home).keys()
    for call in TELLING:
        ended = bare(*call, **hooked(log=str(log)))
        assert ended.code == 0, (call, ended.err)
    outputs = {"out.csv", "out.rejects.csv", "all.json", "all.html"}
    assert tree(bare.home).keys() - before == outputs
    assert "sqlite3.connect" not in log.read_text(encoding="utf-8")


def test_without_it_something_is_written_and_noticed(bare: Program, tmp_path_factory: pytest.TempPathFactory) -> None:
    log = tmp_path_factory.mktemp("log") / "log"
    before = tree(bare.home)
    assert bare("quiz", *WAYS[2], **hooked(log=str(log))).code == 0
    assert tree(bare.home) != before
    assert "sqlite3.connect" in log.read_text(encoding="utf-8")
    assert "cache" in log.read_text(encoding="utf-8")


@pytest.mark.terminal
@pytest.mark.parametrize("plain", [(), ("--plain",)])
def test_nothing_is_written_while_a_person_is_asked(
    bare: Program, plain: tuple[str, ...], tmp_path_factory: pytest.TempPathFactory
) -> None:
    log = tmp_path_factory.mktemp("log") / "log"
    before = tree(bare.home)
    environment = bare.environment | hooked(log=str(log))
    emulator = Emulator("-m", "careerpath", "quiz", "--no-save", *plain, lines=60, env=environment)
    try:
        emulator.has("Which of these roles is closest")
        emulator.send("2\r")
        emulator.has("In which field")
        emulator.send(CTRL_C)
        emulator.has("Nothing was stored")
        assert emulator.close() == 130
    finally:
        emulator.kill()
    assert tree(bare.home) == before
    assert log.read_text(encoding="utf-8") == ""
