"""What writers of a file leave that are killed: removed by the next one, and nothing else is.

That the file is the old one or the new one, whole, is seen in `test_kills.py`.
"""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from careerpath.disk import unfinished
from careerpath.disk.locking import lock
from careerpath.disk.replacing import put


def _left(target: Path) -> list[Path]:
    return list(target.parent.glob(f".{target.name}.*"))


KILLED_BEFORE_ITS_END = """\
import os, sys
from pathlib import Path
from careerpath.disk.replacing import put
Path.replace = lambda *_: os._exit(9)
put(Path(sys.argv[1]), b"half")
"""


def abandon(target: Path) -> Path:
    """What a writer leaves that is killed before its file is in place."""
    assert subprocess.run([sys.executable, "-c", KILLED_BEFORE_ITS_END, str(target)], check=False).returncode == 9
    (left,) = _left(target)
    return left


def test_what_a_dead_writer_left_goes_with_the_next_write(tmp_path: Path) -> None:
    target = tmp_path / "r.html"
    left = abandon(target)
    assert stat.S_IMODE(left.stat().st_mode) == 0o600
    put(tmp_path / "other.html", b"new")
    assert left.exists(), "of another file"
    put(target, b"new")
    assert sorted(tmp_path.iterdir()) == [tmp_path / "other.html", target]


def test_what_a_living_writer_writes_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "r.html"
    replace = Path.replace
    seen: list[Path] = []

    def write_meanwhile(self: Path, to: Path) -> Path:
        if not seen:
            seen.append(self)
            put(target, b"faster")
            assert target.read_bytes() == b"faster"
        return replace(self, to)

    monkeypatch.setattr(Path, "replace", write_meanwhile)
    put(target, b"slower")
    assert target.read_bytes() == b"slower"
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_that_is_removed_before_it_is_locked_is_begun_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "r.html"
    removed: list[Path] = []

    def remove_first(handle: int, *, wait: bool) -> bool | None:
        if not removed:
            removed.extend(_left(target))
            removed[0].unlink()
        return lock(handle, wait=wait)

    monkeypatch.setattr(unfinished, "lock", remove_first)
    put(target, b"new")
    assert target.read_bytes() == b"new"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("old", [False, True])
def test_where_nothing_can_be_locked_age_tells(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, old: bool) -> None:
    target = tmp_path / "r.html"
    monkeypatch.setattr(unfinished, "lock", lambda _handle, **_: None)
    left = abandon(target)
    if old:
        os.utime(left, (0, 0))
    put(target, b"new")
    assert left.exists() is not old


@pytest.mark.parametrize("name", [".r.html.notes", ".r.html.abcdefgh", ".r.html.abcdefgh.part.txt", "r.html.part"])
def test_files_of_others_stay(tmp_path: Path, name: str) -> None:
    other = tmp_path / name
    other.write_bytes(b"mine")
    os.utime(other, (0, 0))
    put(tmp_path / "r.html", b"new")
    assert other.read_bytes() == b"mine"


def test_links_and_folders_in_the_place_of_one_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "precious").write_bytes(b"mine")
    link, folder, pipe = (tmp_path / f".r.html.{letter * 8}.part" for letter in "abc")
    link.symlink_to("precious")
    folder.mkdir()
    os.mkfifo(pipe)
    put(tmp_path / "r.html", b"new")
    assert (tmp_path / "precious").read_bytes() == b"mine"
    assert link.is_symlink()
    assert folder.is_dir()
    assert pipe.is_fifo()
