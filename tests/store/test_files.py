from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from careerpath.errors import StoreError
from careerpath.model.answers import Answers
from careerpath.store.location import default_path
from careerpath.store.store import Store
from store.samples import ANSWERS, NOON, save

if TYPE_CHECKING:
    from collections.abc import Iterator

SECRET = "quetzalcoatl-hunter2"  # noqa: S105 (planted)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture(params=[0o000, 0o022, 0o377, 0o777])
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


@pytest.mark.usefixtures("umask")
def test_only_the_owner_can_read_whatever_the_umask(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "careerpath.sqlite3"
    with Store.open(path) as store:
        save(store)
        assert [mode(path.parent.parent), mode(path.parent), mode(path)] == [0o700, 0o700, 0o600]
        with store._transaction() as db:
            db.execute("DELETE FROM answer")
            assert mode(path.with_name(path.name + "-journal")) == 0o600


def test_a_file_open_to_others_is_closed_and_an_existing_folder_stays(tmp_path: Path) -> None:
    path = tmp_path / "careerpath.sqlite3"
    tmp_path.chmod(0o755)
    Store.open(path).close()
    for create in (True, False):
        path.chmod(0o664)
        Store.open(path, create=create).close()
        assert mode(path) == 0o600
    assert mode(tmp_path) == 0o755


@pytest.mark.parametrize(
    "name", [b"a?mode=memory", b"a#b", b"100%", b"%41%3f", b"a&b=c d", "né".encode(), b"\xff"], ids=ascii
)
def test_the_folder_may_be_called_anything(tmp_path: Path, name: bytes) -> None:
    path = tmp_path / os.fsdecode(name) / "careerpath.sqlite3"
    with Store.open(path) as store:
        save(store)
    assert [file.relative_to(tmp_path) for file in tmp_path.rglob("*") if file.is_file()] == [
        path.relative_to(tmp_path)
    ]
    with Store.open(path, create=False) as store:
        assert store.load("ana")


def test_reader_makes_no_file_and_takes_nothing(path: Path) -> None:
    with Store.open(path, create=False) as store:
        assert store.profiles() == ()
        assert store.load("ana") is None
        assert store.results("ana") == ()
        assert store.delete("ana") is False
        assert store.drop_draft("ana") is False
        with pytest.raises(StoreError) as caught:
            save(store)
    assert caught.value.problems[0].code == "store-unwritable"
    assert not path.parent.exists()


def test_reader_leaves_an_empty_file_empty(path: Path) -> None:
    path.parent.mkdir()
    path.touch()
    with Store.open(path, create=False) as store:
        assert store.profiles() == ()
    assert path.stat().st_size == 0


def test_settings_that_keep_answers_safe_and_private(store: Store) -> None:
    def setting(name: str) -> object:
        return store._connection.execute(f"PRAGMA {name}").fetchone()[0]

    names = ("journal_mode", "synchronous", "secure_delete", "foreign_keys", "temp_store", "busy_timeout")
    assert [setting(name) for name in names] == ["delete", 3, 1, 1, 2, 60_000]


@pytest.mark.parametrize("size", [1, 500])
def test_nothing_of_a_deleted_profile_stays_on_the_disk(path: Path, size: int) -> None:
    answers = Answers(background={f"note-{n}": f"{SECRET} {n}" for n in range(size)})
    with Store.open(path) as store:
        save(store, "bo")
        for _ in range(3):
            save(store, f"name-{SECRET}", answers)
            store.begin_draft(f"name-{SECRET}", "cd", SECRET, NOON)
            store.record(f"name-{SECRET}", "background:note", SECRET, NOON)
            store.add_result(f"name-{SECRET}", NOON, "1", "ab", answers, SECRET.encode() * size)
            store.mark_done(f"name-{SECRET}", SECRET, NOON)
        assert any(SECRET.encode() in file.read_bytes() for file in path.parent.iterdir())
        assert store.delete(f"name-{SECRET}") is True
        assert store.warnings == []
        assert not any(SECRET.encode() in file.read_bytes() for file in path.parent.iterdir())
        profile = store.load("bo")
    assert profile is not None
    assert profile.answers == ANSWERS
    assert not any(SECRET.encode() in file.read_bytes() for file in path.parent.iterdir())


def test_nothing_of_a_dropped_or_replaced_answer_stays_in_the_file(path: Path, store: Store) -> None:
    save(store, answers=Answers(background={"note": SECRET}))
    store.begin_draft("ana", "cd", "full", NOON)
    store.record("ana", "background:note", SECRET, NOON)
    store.record("ana", "background:other", SECRET, NOON)
    store.forget("ana", "background:note")
    store.drop_draft("ana")
    assert SECRET.encode() in path.read_bytes()
    save(store)
    assert SECRET.encode() not in path.read_bytes()


def test_default_path_follows_the_variable_and_then_the_system(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CAREERPATH_HOME", str(tmp_path / "x"))
    assert default_path() == tmp_path / "x" / "careerpath.sqlite3"
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("CAREERPATH_HOME", "~/y")
    assert default_path() == tmp_path / "y" / "careerpath.sqlite3"
    monkeypatch.setenv("CAREERPATH_HOME", "")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    if sys.platform == "linux":
        assert default_path() == tmp_path / "data" / "careerpath" / "careerpath.sqlite3"


def test_path_with_signs_that_mean_something_in_an_address(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode("50% of? #é".encode()) / "careerpath.sqlite3"
    with Store.open(path) as store:
        save(store)
    assert path.is_file()
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_sqlite_is_loaded_only_by_the_store_itself() -> None:
    code = (
        "import sys, careerpath.store, careerpath.store.location, careerpath.store.names, careerpath.model.profile;"
        "print('sqlite3' in sys.modules, end=' '); import careerpath.store.store; print('sqlite3' in sys.modules)"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(entry for entry in sys.path if entry)}
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True, env=environment
    )
    assert done.stdout.split() == ["False", "True"]
