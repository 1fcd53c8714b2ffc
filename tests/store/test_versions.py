"""Stores of every earlier version become stores of this one, with all that they hold."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from careerpath.errors import StoreError
from careerpath.store import connection, schema
from careerpath.store.schema import MIGRATIONS, SCHEMA_VERSION
from careerpath.store.store import Store
from store.make_version import fill

VERSIONS = Path(__file__).with_name("versions")


def contents(path: Path) -> object:
    with Store.open(path) as store:
        assert store.warnings == []
        names = [entry.name for entry in store.profiles()]
        told = [(store.load(name), store.draft(name), store.results(name), store.done(name)) for name in names]
        return store.profiles(), told


def shape(path: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as raw:
        return sorted(raw.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))


def test_every_version_has_a_fixture() -> None:
    """A change of the format needs a migration, and before that a store of the version it begins from."""
    assert sorted(file.stem for file in VERSIONS.iterdir()) == [
        str(version) for version in range(1, SCHEMA_VERSION + 1)
    ]
    assert len(MIGRATIONS) == SCHEMA_VERSION


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION + 1))
def test_an_earlier_version_is_migrated_with_everything_in_it(tmp_path: Path, version: int) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    shutil.copy(VERSIONS / f"{version}.sqlite3", old)
    fill(new)
    assert contents(old) == contents(new)
    assert shape(old) == shape(new)
    with closing(sqlite3.connect(old)) as raw:
        assert schema.read_version(raw) == SCHEMA_VERSION


def test_the_released_format_is_not_edited(tmp_path: Path) -> None:
    """What is in the hands of people is as the fixture of the present version has it."""
    fill(tmp_path / "new")
    assert shape(tmp_path / "new") == shape(VERSIONS / f"{SCHEMA_VERSION}.sqlite3")


@pytest.fixture
def next_version(monkeypatch: pytest.MonkeyPatch) -> None:
    """A later careerpath, whose format has a table more and a column more."""
    more = ("ALTER TABLE profile ADD COLUMN note TEXT", "CREATE TABLE later (id INTEGER PRIMARY KEY)")
    monkeypatch.setattr(schema, "MIGRATIONS", (*MIGRATIONS, more))
    for module in (schema, connection):
        monkeypatch.setattr(module, "SCHEMA_VERSION", SCHEMA_VERSION + 1)


@pytest.mark.usefixtures("next_version")
def test_the_next_version_would_be_migrated_to(tmp_path: Path) -> None:
    path = tmp_path / "store"
    shutil.copy(VERSIONS / f"{SCHEMA_VERSION}.sqlite3", path)
    fill(tmp_path / "new")
    assert contents(path) == contents(tmp_path / "new")
    assert shape(path) == shape(tmp_path / "new")


@pytest.mark.usefixtures("next_version")
def test_a_migration_that_fails_leaves_the_earlier_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "store"
    shutil.copy(VERSIONS / f"{SCHEMA_VERSION}.sqlite3", path)
    before = path.read_bytes()
    with monkeypatch.context() as patched:
        patched.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS[:-1], (schema.MIGRATIONS[-1][0], "CREATE NONSENSE")))
        with pytest.raises(StoreError):
            Store.open(path)
    assert path.read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir()] == ["store"]
