"""The store while its writer is killed, or the power fails, at any of its writes."""

from __future__ import annotations

import os
import random
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from careerpath.store.store import Store
from faults.disk import Disk
from faults.life import NAMES, SECRET, STEPS, snapshot, snapshots
from faults.recording import Call, kill_at, needs_strace, record

if TYPE_CHECKING:
    from collections.abc import Iterator

LIFE = str(Path(__file__).with_name("life.py"))
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(entry for entry in sys.path if entry)}
FILE = Path("home", "careerpath.sqlite3")


def life(folder: Path) -> list[str]:
    return [sys.executable, LIFE, str(folder / FILE)]


@pytest.fixture
def found() -> Iterator[Path]:
    """Where a store is laid out: in memory if that can be, since nothing here waits for a disk to learn something."""
    memory = Path("/dev/shm")  # noqa: S108 (a folder of our own is made in it)
    with tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None) as folder:
        yield Path(folder) / "found"


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> list[object]:
    return snapshots(tmp_path_factory.mktemp("whole") / FILE)


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Call]]:
    """Where the life was recorded, and its calls."""
    folder = tmp_path_factory.mktemp("recorded")
    root = folder / "root"
    root.mkdir()
    return root, record(life(root), ENVIRONMENT, folder / "log")


def check(folder: Path, acknowledged: int, expected: list[object]) -> None:
    """That everything acknowledged is there, at most one step more, and that the store is sound and goes on."""
    with Store.open(folder / FILE) as store:
        assert store.warnings == []
        (sound,) = store._connection.execute("PRAGMA integrity_check").fetchone()
        assert sound == "ok"
        assert snapshot(store) in expected[acknowledged : acknowledged + 2], f"after {acknowledged} steps"
        gone = "me" not in {entry.name for entry in store.profiles()}
    if gone:
        assert_no_secret(folder)
    with Store.open(folder / FILE) as store:
        for name in NAMES:
            store.delete(name)
        STEPS[0](store)
        STEPS[1](store)
        store.delete("me")
        assert store.profiles() == ()
        assert store.warnings == []
    assert_no_secret(folder)
    left = sorted(entry.name for entry in (folder / FILE).parent.iterdir())
    assert left == [FILE.name]


def assert_no_secret(folder: Path) -> None:
    for file in folder.rglob("*"):
        assert not file.is_file() or SECRET.encode() not in file.read_bytes(), file


def moments(calls: list[Call], root: Path) -> Iterator[tuple[int, Disk]]:
    """The disk before each call that changes it, and after the last one."""
    disk = Disk(root)
    for number, call in enumerate(calls):
        if call.paths == ("",) or call.paths[0].startswith(str(root)):
            yield number, disk
        disk.take(call)
    yield len(calls), disk


@needs_strace
def test_a_kill_at_each_write_loses_nothing(
    recorded: tuple[Path, list[Call]], expected: list[object], found: Path
) -> None:
    root, calls = recorded
    tried = 0
    for _, disk in moments(calls, root):
        disk.lay_out_killed(found)
        check(found, disk.acknowledged, expected)
        tried += 1
    assert tried > 150


@needs_strace
@pytest.mark.parametrize("seed", range(2))
def test_a_power_failure_at_each_write_loses_nothing(
    recorded: tuple[Path, list[Call]], expected: list[object], found: Path, seed: int
) -> None:
    root, calls = recorded
    for number, disk in moments(calls, root):
        chance = random.Random(f"{seed} {number}")  # noqa: S311 (no secret)
        disk.lay_out_without_power(found, chance)
        check(found, disk.acknowledged, expected)


@needs_strace
@pytest.mark.parametrize("number", [1, 4, 9, 16, 25, 40, 60, 90, 120, 150, 180, 220])
def test_real_kills(number: int, expected: list[object], found: Path) -> None:
    found.mkdir()
    killed, out = kill_at(number, life(found), ENVIRONMENT, (found / FILE).parent)
    assert killed
    check(found, out.count(b"\n"), expected)
