from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from careerpath.errors import Location, StoreError
from careerpath.model.answers import Answers
from careerpath.store import connection, erasure
from careerpath.store.schema import APPLICATION_ID, SCHEMA_VERSION
from careerpath.store.store import Store
from store.samples import ANSWERS, NOON, save

if TYPE_CHECKING:
    from pathlib import Path

PAGE = 4096


def fill(path: Path, people: int = 40) -> None:
    with Store.open(path) as store:
        for number in range(people):
            save(store, f"person-{number:02}")
            store.add_result(f"person-{number:02}", NOON, "1.2", "ab", ANSWERS, b"s" * 500)


def code_of(error: pytest.ExceptionInfo[StoreError], path: Path) -> str:
    (problem,) = error.value.problems
    assert problem.location == Location(file=str(path))
    assert problem.hint
    return problem.code


@pytest.mark.parametrize("create", [True, False])
@pytest.mark.parametrize(
    "contents", [b"xy", b"these are not the profiles\n" * 300, b"SQLite format 3\0" + b"\xff" * 5000]
)
def test_file_that_is_no_store_is_put_aside(path: Path, contents: bytes, create: bool) -> None:  # noqa: FBT001
    path.parent.mkdir()
    path.write_bytes(contents)
    with Store.open(path, create=create) as store:
        (warning,) = store.warnings
        assert store.profiles() == ()
        save(store)
    assert (warning.code, warning.location) == ("store-damaged", Location(file=str(path)))
    aside = path.with_name("careerpath.sqlite3.damaged-1")
    assert aside.name in warning.hint
    assert aside.read_bytes() == contents
    assert aside.stat().st_mode & 0o777 == path.stat().st_mode & 0o777 == 0o600
    with Store.open(path) as store:
        assert store.warnings == []
        assert store.load("ana") is not None


def test_each_damaged_file_is_kept(path: Path) -> None:
    path.parent.mkdir()
    for number in (1, 2):
        path.write_bytes(b"damage %d" % number)
        Store.open(path).close()
        assert path.with_name(f"careerpath.sqlite3.damaged-{number}").read_bytes() == b"damage %d" % number


def test_a_file_system_without_links_keeps_the_damaged_file_all_the_same(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """There is a file under the store's name at every moment: without one, the next run would begin with nothing."""

    def refuse(aside: Path, target: Path) -> None:
        raise PermissionError(1, "Operation not permitted")

    path.parent.mkdir()
    path.write_bytes(b"no database")
    monkeypatch.setattr(type(path), "hardlink_to", refuse)
    monkeypatch.setattr(type(path), "rename", refuse)
    Store.open(path).close()
    aside = path.with_name("careerpath.sqlite3.damaged-1")
    assert aside.read_bytes() == b"no database"
    assert aside.stat().st_mode & 0o777 == 0o600


def test_file_cut_off_gives_back_what_stands_before_the_cut(path: Path) -> None:
    fill(path)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) * 2 // 3 // PAGE * PAGE])
    with Store.open(path) as store:
        (warning,) = store.warnings
        assert "row(s)" in warning.message
        profiles = [store.load(entry.name) for entry in store.profiles()]
        assert store._connection.execute("PRAGMA foreign_key_check").fetchall() == []
    kept = [profile for profile in profiles if profile is not None and profile.answers == ANSWERS]
    assert len(kept) >= 10


def test_one_broken_page_anywhere_loses_little(path: Path) -> None:
    fill(path)
    whole = path.read_bytes()
    lost = []
    for page in range(1, len(whole) // PAGE):
        broken = bytearray(whole)
        broken[page * PAGE : (page + 1) * PAGE] = b"\xa5" * PAGE
        path.write_bytes(broken)
        with Store.open(path) as store:
            assert [note.code for note in store.warnings] == ["store-damaged"], page
            answers = sum(entry.answers for entry in store.profiles())
            results = sum(len(store.results(entry.name)) for entry in store.profiles())
            save(store, "new")
            assert store.load("new") is not None
        lost.append((40 * 9 - answers) + (40 - results))
    assert sorted(lost)[len(lost) // 2] <= 10
    assert max(lost) <= 40 * 9


def test_answers_whose_profile_is_lost_get_another_name(path: Path) -> None:
    fill(path, people=3)
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        (root,) = raw.execute("SELECT rootpage FROM sqlite_master WHERE name = 'profile'").fetchone()
    broken = bytearray(path.read_bytes())
    broken[(root - 1) * PAGE : root * PAGE] = b"\xa5" * PAGE
    path.write_bytes(broken)
    with Store.open(path) as store:
        assert [entry.name for entry in store.profiles()] == ["recovered-1", "recovered-2", "recovered-3"]
        profile = store.load("recovered-2")
        assert len(store.results("recovered-2")) == 1
    assert profile is not None
    assert profile.answers == ANSWERS


def test_missing_table_is_damage(path: Path) -> None:
    fill(path, people=1)
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("DROP TABLE done")
    with Store.open(path) as store:
        assert [note.code for note in store.warnings] == ["store-damaged"]
        assert store.load("person-00") is not None
        assert store.done("person-00") == {}


def test_old_journal_of_a_damaged_file_does_not_touch_the_new_one(path: Path) -> None:
    fill(path, people=1)
    path.write_bytes(b"no database")
    journal = path.with_name(path.name + "-journal")
    journal.write_bytes(b"remains")
    with Store.open(path) as store:
        assert [note.code for note in store.warnings] == ["store-damaged"]
        save(store)
    with Store.open(path) as store:
        assert store.load("ana") is not None
    assert not journal.exists()


def test_answer_that_cannot_be_made_out_is_unknown_and_said_so(path: Path) -> None:
    fill(path, people=1)
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("UPDATE answer SET value = CAST(X'22FF22' AS TEXT) WHERE question = 'skill:seo'")
    with Store.open(path) as store:
        profile = store.load("person-00")
        assert store.load("person-00") == profile
        (warning,) = store.warnings
    assert profile is not None
    assert "seo" not in profile.answers.skills
    assert len(list(profile.answers.items())) == 8
    assert warning.code == "store-damaged"
    assert "skill:seo" in warning.message


def test_damage_met_while_open_is_told_and_mended_at_the_next_opening(path: Path) -> None:
    fill(path)
    with Store.open(path) as store:
        store._connection.execute("PRAGMA cache_size = 1")
        with path.open("r+b") as file:
            file.seek(PAGE)
            file.write(b"\xa5" * PAGE * 60)
        with pytest.raises(StoreError) as caught:
            save(store)
    assert code_of(caught, path) == "store-damaged"
    with Store.open(path) as store:
        assert [note.code for note in store.warnings] == ["store-damaged"]


@pytest.mark.parametrize("create", [True, False])
def test_file_of_a_later_version_is_refused_and_left_as_it_is(path: Path, create: bool) -> None:  # noqa: FBT001
    fill(path, people=1)
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    before = path.read_bytes()
    with pytest.raises(StoreError) as caught:
        Store.open(path, create=create)
    assert code_of(caught, path) == "store-newer"
    assert path.read_bytes() == before
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_database_of_another_program_is_refused_and_left_as_it_is(path: Path) -> None:
    path.parent.mkdir()
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("CREATE TABLE bookmarks (url)")
    before = path.read_bytes()
    with pytest.raises(StoreError) as caught:
        Store.open(path)
    assert code_of(caught, path) == "store-foreign"
    assert path.read_bytes() == before


def test_file_held_by_somebody_else_is_busy(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.05)
    Store.open(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as other, Store.open(path) as store:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError) as caught:
            save(store)
        assert code_of(caught, path) == "store-busy"
        assert store.profiles() == ()
        other.execute("ROLLBACK")
        save(store)


def test_delete_beside_a_reader_says_that_the_file_could_not_be_rewritten(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(path, people=2)
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.05)
    with Store.open(path) as store, closing(sqlite3.connect(path, isolation_level=None)) as other:
        assert erasure.finish(store._connection, path) == []
        other.execute("BEGIN")
        other.execute("SELECT * FROM profile").fetchone()
        assert [note.code for note in erasure.finish(store._connection, path)] == ["store-busy"]


def test_a_deletion_that_was_interrupted_is_erased_at_the_next_opening(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(path, people=3)
    with Store.open(path) as store:
        store.add_result("person-01", NOON, "1.2", "ab", ANSWERS, b"s" * 20_000)
        with monkeypatch.context() as patched:
            patched.setattr(erasure, "finish", lambda *_: [])
            assert store.delete("person-01")
        assert store._connection.execute("PRAGMA freelist_count").fetchone()[0] > 0
    assert erasure.is_pending(path)
    for _ in range(2):
        with Store.open(path, create=False) as store:
            assert store.warnings == []
            assert store._connection.execute("PRAGMA freelist_count").fetchone()[0] == 0
        assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_delete_removes_damaged_copies_and_says_so(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"no database")
    path.with_name(f"{path.name}-journal").write_bytes(b"remains")
    with Store.open(path) as store:
        save(store)
        assert store.delete("ana") is True
        assert [note.code for note in store.warnings] == ["store-damaged", "store-damaged-copy"]
        assert "careerpath.sqlite3.damaged-1" in store.warnings[1].message
    assert not list(path.parent.glob("*damaged*"))


def test_a_file_that_takes_the_place_of_an_open_one_gets_nothing_and_loses_nothing(path: Path) -> None:
    """As when another process mends the store: what is written to the old file would be lost."""
    fill(path, people=1)
    with Store.open(path) as store:
        whole = path.read_bytes()
        path.rename(path.with_name("aside"))
        path.write_bytes(whole)
        with pytest.raises(StoreError) as caught:
            save(store, "new")
        assert code_of(caught, path) == "store-replaced"
    with Store.open(path) as store:
        assert store.load("new") is None
        assert store.load("person-00") is not None


@pytest.mark.parametrize("contents", ["person-00", "bookmarks"])
def test_files_that_are_refused_are_not_touched_whatever_their_state(path: Path, contents: str) -> None:
    """Opening a file with a log of changes beside it would write these into it."""
    fill(path, people=1)
    other = path.with_name("other")
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
        raw.execute(f"PRAGMA application_id = {0 if contents == 'bookmarks' else APPLICATION_ID}")
        raw.execute("PRAGMA journal_mode = WAL")
        raw.execute("CREATE TABLE later (x)")
        shutil.copytree(path.parent, other)
    path = other / path.name
    before = {entry.name: entry.read_bytes() for entry in other.iterdir()}
    assert len(before) == 3
    with pytest.raises(StoreError) as caught:
        Store.open(path)
    assert code_of(caught, path) == "store-newer"
    assert {entry.name: entry.read_bytes() for entry in other.iterdir()} == before


def test_full_disk_is_told_and_keeps_what_was_there(path: Path) -> None:
    with Store.open(path) as store:
        save(store)
        (pages,) = store._connection.execute("PRAGMA page_count").fetchone()
        store._connection.execute(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(StoreError) as caught:
            save(store, answers=Answers(background={str(n): "hunter2" * 9 for n in range(500)}))
        assert code_of(caught, path) == "store-unwritable"
        assert "hunter2" not in str(caught.value)
        profile = store.load("ana")
    assert profile is not None
    assert profile.answers == ANSWERS


def test_folder_that_cannot_be_made_and_path_that_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for path in (tmp_path / "file" / "careerpath.sqlite3", tmp_path):
        with pytest.raises(StoreError) as caught:
            Store.open(path)
        assert code_of(caught, path) == "store-unwritable"


def test_failure_of_another_kind_is_a_store_error_as_well(path: Path) -> None:
    store = Store.open(path)
    store.close()
    with pytest.raises(StoreError) as caught:
        store.profiles()
    assert code_of(caught, path) == "store-failed"
