"""The compiled copy: used where it is right, never needed, never trusted where it is not."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

import careerpath.catalog.read
from careerpath.catalog import compiled
from careerpath.catalog.compiled import encode_copy, read_copy, write_copy
from careerpath.catalog.load import load_catalog
from careerpath.catalog.read import read_catalog
from careerpath.catalog.source import Source, read_folder, read_shipped

if TYPE_CHECKING:
    from careerpath.model.catalog import Catalog


class _ReadsYaml(Exception):  # noqa: N818 (a signal of the test)
    pass


@pytest.fixture
def no_yaml(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading YAML fails."""

    def refuse(source: Source) -> Catalog:
        raise _ReadsYaml

    monkeypatch.setattr(careerpath.catalog.read, "read_catalog", refuse)


@pytest.fixture
def loaded(team: Path) -> Catalog:
    """The team's catalogue, loaded once, so that there is a copy."""
    return load_catalog(team)


def _copies(cache: Path) -> list[Path]:
    return sorted(cache.glob("*"))


def test_the_copy_is_equal_to_what_was_read(team: Path) -> None:
    for source in (read_folder(team), read_shipped()):
        catalog = read_catalog(source)
        write_copy(catalog)
        assert read_copy(source.digest) == catalog
        assert encode_copy(catalog) == encode_copy(read_catalog(source))


def test_a_fresh_copy_is_used(team: Path, loaded: Catalog, cache: Path, no_yaml: None) -> None:
    assert load_catalog(team) == loaded
    assert len(_copies(cache)) == 1


def test_a_changed_file_is_noticed(team: Path, loaded: Catalog) -> None:
    file = team / "roles.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("title: Design lead", "title: Head"), encoding="utf-8")
    assert load_catalog(team).role_by_id["design-lead"].title == "Head"
    file.write_text(file.read_text(encoding="utf-8").replace("title: Head", "title: Design lead"), encoding="utf-8")
    assert load_catalog(team) == loaded


def test_a_changed_shipped_file_is_noticed_below_an_overlay(
    tmp_path: Path, team: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("careerpath.catalog.source.shipped_folder", lambda: team)
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "catalog.yaml").write_text('name: mine\nversion: "1"\nbase: shipped\n', encoding="utf-8")
    assert load_catalog(mine).role_by_id["design-lead"].title == "Design lead"
    file = team / "roles.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("title: Design lead", "title: Head"), encoding="utf-8")
    assert load_catalog(mine).role_by_id["design-lead"].title == "Head"


@pytest.mark.parametrize("where", [0, 1, 10, 40, 100, 130, 200, 1000, -500, -1])
def test_a_damaged_copy_is_ignored_and_replaced(team: Path, loaded: Catalog, cache: Path, where: int) -> None:
    (copy,) = _copies(cache)
    good = copy.read_bytes()
    damaged = bytearray(good)
    damaged[where] ^= 1
    copy.write_bytes(damaged)
    assert read_copy(loaded.digest) is None
    assert load_catalog(team) == loaded
    assert copy.read_bytes() == good


@pytest.mark.parametrize(
    "data", [b"", b"\x00", b"\x93\xa1a\xa1b", b"\xff" * 1000, msgspec.msgpack.encode(["a", 1, None])]
)
def test_nonsense_in_place_of_a_copy_is_ignored(team: Path, loaded: Catalog, cache: Path, data: bytes) -> None:
    (copy,) = _copies(cache)
    copy.write_bytes(data)
    assert load_catalog(team) == loaded


def test_part_of_a_copy_is_ignored(team: Path, loaded: Catalog, cache: Path) -> None:
    (copy,) = _copies(cache)
    copy.write_bytes(copy.read_bytes()[:-10])
    assert load_catalog(team) == loaded


def test_a_copy_of_another_format_is_ignored(
    team: Path, loaded: Catalog, monkeypatch: pytest.MonkeyPatch, no_yaml: None
) -> None:
    monkeypatch.setattr(compiled, "FORMAT", "careerpath.catalog/0/0.0")
    with pytest.raises(_ReadsYaml):
        load_catalog(team)


def test_a_copy_of_other_files_is_ignored(team: Path, loaded: Catalog, cache: Path) -> None:
    (copy,) = _copies(cache)
    other = "0" * 64
    copy.rename(cache / f"catalog-{other[:32]}.msgpack")
    assert read_copy(other) is None


def test_the_shipped_copy_comes_first(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, cache: Path, no_yaml: None
) -> None:
    shipped = tmp_path / "shipped.msgpack"
    shipped.write_bytes(encode_copy(read_catalog(read_shipped())))
    monkeypatch.setattr(compiled, "SHIPPED_COPY", shipped)
    assert load_catalog().digest == read_shipped().digest
    assert not _copies(cache)


def test_a_cache_that_is_no_folder_is_harmless(team: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert load_catalog(team) == load_catalog(team)


def test_a_read_only_cache_is_harmless(team: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.mkdir(parents=True)
    cache.chmod(0o500)

    def refuse(**options: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(tempfile, "mkstemp", refuse)  # permissions alone do not stop root
    assert load_catalog(team) == load_catalog(team)
    assert not _copies(cache)


def test_a_full_disk_leaves_nothing_behind(team: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    load_catalog(team)
    assert not _copies(cache)


def test_old_copies_are_removed(team: Path, cache: Path) -> None:
    catalogs = [msgspec.structs.replace(read_catalog(read_folder(team)), digest=f"{n:064}"[::-1]) for n in range(12)]
    for age, catalog in enumerate(reversed(catalogs)):
        write_copy(catalog)
        os.utime(cache / f"catalog-{catalog.digest[:32]}.msgpack", (10**9 - age, 10**9 - age))
    # The last one written is the newest at that moment, and is never the one to go.
    assert len(_copies(cache)) == 8
    assert read_copy(catalogs[0].digest) == catalogs[0]
    assert read_copy(catalogs[-1].digest) == catalogs[-1]


def _start(code: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE, text=True)


def test_two_processes_at_once(team: Path, cache: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from careerpath.catalog.load import load_catalog;"
        "print(load_catalog(Path(sys.argv[1])).digest)"
    )
    started = [_start(code, str(team)) for _ in range(4)]
    answers = {process.communicate(timeout=60)[0].strip() for process in started}
    assert answers == {read_folder(team).digest}
    assert [path.suffix for path in _copies(cache)] == [".msgpack"]


def test_a_copy_is_read_without_yaml(team: Path, loaded: Catalog) -> None:
    code = (
        "import sys; from pathlib import Path; from careerpath.catalog.load import load_catalog;"
        "load_catalog(Path(sys.argv[1]));"
        "print(sorted({'yaml', 'difflib', 'careerpath.parsing.yaml_text'} & set(sys.modules)))"
    )
    process = _start(code, str(team))
    assert process.communicate(timeout=60)[0].strip() == "[]"
