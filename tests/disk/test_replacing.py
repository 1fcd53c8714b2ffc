"""Putting files where they are wanted: in one step where that can be, and doing no harm where it cannot."""

from __future__ import annotations

import errno
import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from careerpath.disk.looking import look
from careerpath.disk.replacing import check_apart, check_place, move, put, remove
from careerpath.errors import InvalidInputError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

WAYS: list[Callable[[Path, Path], None]] = [lambda _, target: put(target, b"new"), move]


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def made(tmp_path: Path) -> Path:
    path = tmp_path / "made"
    path.write_bytes(b"new")
    return path


@pytest.fixture
def far(monkeypatch: pytest.MonkeyPatch, made: Path) -> None:
    """The file that was made is on another file system than its target."""
    replace = Path.replace

    def refuse(self: Path, to: Path) -> Path:
        if self == made:
            raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))
        return replace(self, to)

    monkeypatch.setattr(Path, "replace", refuse)


@pytest.mark.parametrize("old", [False, True])
def test_a_file_is_moved_and_the_old_one_leaves_its_rights(tmp_path: Path, made: Path, *, old: bool) -> None:
    target, inode = tmp_path / "target", made.stat().st_ino
    if old:
        target.write_bytes(b"old")
        target.chmod(0o640)
    move(made, target)
    assert target.read_bytes() == b"new"
    assert target.stat().st_ino == inode, "not read and written"
    assert mode(target) == (0o640 if old else 0o600)
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.usefixtures("far")
@pytest.mark.parametrize("old", [False, True])
def test_from_another_file_system_it_comes_in_one_step_too(tmp_path: Path, made: Path, *, old: bool) -> None:
    target = tmp_path / "target"
    if old:
        target.write_bytes(b"old")
        target.chmod(0o640)
        before = target.stat().st_ino
    move(made, target)
    assert target.read_bytes() == b"new"
    assert mode(target) == (0o640 if old else 0o600)
    assert list(tmp_path.iterdir()) == [target]
    if old:
        assert target.stat().st_ino != before, "not written over"


@pytest.mark.usefixtures("far")
def test_what_cannot_come_from_there_leaves_both(tmp_path: Path, made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "target"
    target.write_bytes(b"old")
    calls: list[int] = []

    def full(handle: int) -> None:
        calls.append(handle)
        if len(calls) > 1:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        move(made, target)
    assert (made.read_bytes(), target.read_bytes()) == (b"new", b"old")
    assert sorted(tmp_path.iterdir()) == [made, target]


def test_other_failures_of_a_move_are_told(tmp_path: Path, made: Path) -> None:
    with pytest.raises(FileNotFoundError):
        move(made, tmp_path / "missing" / "target")
    (tmp_path / "folder").mkdir()
    with pytest.raises(IsADirectoryError):
        move(made, tmp_path / "folder")
    assert made.read_bytes() == b"new"


def test_a_pipe_is_written_to_and_stays(tmp_path: Path, made: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    with ThreadPoolExecutor() as readers:
        for write in WAYS:
            reading = readers.submit(pipe.read_bytes)
            write(made, pipe)
            read.append(reading.result())
    remove(pipe)
    assert read == [b"new", b"new"]
    assert pipe.is_fifo()
    assert not made.exists()


def test_a_link_is_followed(tmp_path: Path, made: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    link.symlink_to("real")
    move(made, link)
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    put(link, b"newer")
    assert real.read_bytes() == b"newer"
    remove(link)
    assert not real.exists()
    remove(link)


@pytest.mark.skipif(os.name != "posix", reason="no such rights")
def test_a_file_that_is_protected_stays(tmp_path: Path, made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "target"
    target.write_bytes(b"old")
    monkeypatch.setattr(os, "access", lambda path, _mode: path != target)
    for write in WAYS:
        with pytest.raises(PermissionError):
            write(made, target)
    with pytest.raises(InvalidInputError, match="permission denied"):
        check_place(target)
    assert target.read_bytes() == b"old"


def test_a_place_is_tried_and_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "old").write_bytes(b"old")
    for name in ("new", "old", os.devnull):
        check_place(tmp_path / name)
    assert [path.name for path in tmp_path.iterdir()] == ["old"]
    assert (tmp_path / "old").read_bytes() == b"old"


def test_a_disk_that_takes_no_file_is_told_of_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(**_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("tempfile.TemporaryFile", full)
    with pytest.raises(InvalidInputError, match="no space left"):
        check_place(tmp_path / "new")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("folder", "is a folder"),
        ("missing/file", "the folder '.*missing' does not exist"),
        ("file/file", "'.*file' does"),
    ],
)
def test_what_is_no_place(tmp_path: Path, name: str, message: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match=message):
        check_place(tmp_path / name)


def test_a_look_tells_nothing_from_what_cannot_be_looked_at(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"four")
    (tmp_path / "loop").symlink_to("loop")
    found = look(tmp_path / "file")
    assert found is not None
    assert found.st_size == 4
    assert look(tmp_path / "missing") is None
    assert look(tmp_path / "file" / "below") is None
    for name in ("loop", "x" * 300):
        with pytest.raises(OSError, match=r"links|too long"):
            look(tmp_path / name)


def test_a_place_that_cannot_be_looked_at_is_left_for_the_writing_to_refuse(tmp_path: Path) -> None:
    check_apart([tmp_path / ("x" * 300)] * 2)
    check_apart([tmp_path, tmp_path])
    with pytest.raises(UsageError, match="named twice"):
        check_apart([tmp_path / "new", tmp_path / "other", tmp_path / "new"])
