"""The compiled copy: used where it is right, never needed, never trusted where it is not."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest

import careerpath.catalog.read
from careerpath.catalog import compiled
from careerpath.catalog.compiled import decode_copy, encode_copy, read_copy, write_copy
from careerpath.catalog.load import load_catalog
from careerpath.catalog.read import read_catalog
from careerpath.catalog.source import Source, read_folder, read_shipped
from support.catalogs import make_catalog

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


KEY = b"k" * 64


@pytest.fixture
def small(cache: Path) -> Path:
    """A copy of a very small catalogue, for `KEY`."""
    write_copy(KEY, make_catalog(roles=1, skills=1, activities=1, learning=0, seed=3))
    (copy,) = _copies(cache)
    return copy


def _copies(cache: Path) -> list[Path]:
    return sorted(cache.glob("*"))


def _forged(content: bytes) -> bytes:
    """A copy for `KEY` that is whole, and holds this in place of a catalogue."""
    return compiled.FORMAT.encode() + b"\0" + KEY + blake2b(content, digest_size=32).digest() + content


def test_the_copy_is_equal_to_what_was_read(team: Path) -> None:
    for source in (read_folder(team), read_shipped()):
        catalog = read_catalog(source)
        write_copy(source.key, catalog)
        assert read_copy(source.key) == catalog
        assert encode_copy(source.key, catalog) == encode_copy(source.key, read_catalog(source))


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


def test_a_change_that_leaves_size_and_times_as_they_were_is_noticed(team: Path, loaded: Catalog) -> None:
    file = team / "roles.yaml"
    before, text = file.stat(), file.read_text(encoding="utf-8")
    file.write_text(text.replace("title: Design lead", "title: Design head"), encoding="utf-8")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert (file.stat().st_size, file.stat().st_mtime_ns) == (before.st_size, before.st_mtime_ns)
    assert load_catalog(team).role_by_id["design-lead"].title == "Design head"


@pytest.mark.parametrize("where", [0, 1, 10, 40, 100, 130, 200, 1000, -500, -1])
def test_a_damaged_copy_is_ignored_and_replaced(team: Path, loaded: Catalog, cache: Path, where: int) -> None:
    (copy,) = _copies(cache)
    good = copy.read_bytes()
    damaged = bytearray(good)
    damaged[where] ^= 1
    copy.write_bytes(damaged)
    assert read_copy(read_folder(team).key) is None
    assert load_catalog(team) == loaded
    assert copy.read_bytes() == good


def test_no_part_of_a_copy_is_taken_for_a_copy(small: Path) -> None:
    good = small.read_bytes()
    assert decode_copy(KEY, good)
    assert not [size for size in range(len(good)) if decode_copy(KEY, good[:size])]
    assert decode_copy(KEY, good + b"\0") is None


def test_no_bit_of_a_copy_can_change_unnoticed(small: Path) -> None:
    damaged = bytearray(small.read_bytes())
    for place in range(len(damaged)):
        for bit in range(8):
            damaged[place] ^= 1 << bit
            assert decode_copy(KEY, bytes(damaged)) is None, (place, bit)
            damaged[place] ^= 1 << bit


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xc0",
        b"\x80",
        b"\xff" * 1000,
        b"\x91" * 100_000,
        b"\xdd\xff\xff\xff\xff",
        b"\x81\xa4name\xa1\xff",
        b"\x81\xa5roles\xdd\xff\xff\xff\xff",
        b"\x81\xa5roles" + b"\x91" * 100_000,
        msgspec.msgpack.encode({"name": "n", "version": 1}),
        msgspec.msgpack.encode(["a", 1, None]),
    ],
    ids=lambda content: content[:12].hex(),
)
def test_what_is_whole_and_no_catalogue_is_ignored(content: bytes) -> None:
    assert decode_copy(KEY, _forged(content)) is None


def test_a_copy_that_others_can_write_is_not_believed(
    team: Path, loaded: Catalog, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (copy,) = _copies(cache)
    key = read_folder(team).key
    for mode, believed in ((0o600, True), (0o644, True), (0o620, False), (0o602, False)):
        copy.chmod(mode)
        assert (read_copy(key) == loaded) is believed, oct(mode)
    copy.chmod(0o600)
    monkeypatch.setattr(os, "geteuid", lambda: os.getuid() + 1)
    assert read_copy(key) is None
    assert load_catalog(team) == loaded


def test_what_is_no_file_is_no_copy(small: Path) -> None:
    small.unlink()
    small.mkdir()
    assert read_copy(KEY) is None
    small.rmdir()
    os.mkfifo(small, 0o600)  # to open it would wait for ever
    assert read_copy(KEY) is None


def test_a_file_far_too_large_is_not_read(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    size = small.stat().st_size
    monkeypatch.setattr(compiled, "LARGEST", size)
    assert read_copy(KEY)
    monkeypatch.setattr(compiled, "LARGEST", size - 1)
    assert read_copy(KEY) is None


def test_a_copy_of_another_format_is_ignored(
    team: Path, loaded: Catalog, monkeypatch: pytest.MonkeyPatch, no_yaml: None
) -> None:
    monkeypatch.setattr(compiled, "FORMAT", "careerpath.catalog/0/0.0")
    with pytest.raises(_ReadsYaml):
        load_catalog(team)


def test_a_copy_of_other_files_is_ignored(small: Path, cache: Path) -> None:
    other = b"\0" * 64
    small.rename(cache / f"catalog-{other.hex()[:32]}.msgpack")
    assert read_copy(other) is None


def test_the_shipped_copy_comes_first(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, cache: Path, no_yaml: None
) -> None:
    shipped = tmp_path / "shipped.msgpack"
    source = read_shipped()
    shipped.write_bytes(encode_copy(source.key, read_catalog(source)))
    monkeypatch.setattr(compiled, "SHIPPED_COPY", shipped)
    assert load_catalog().digest == source.digest
    assert not _copies(cache)


def test_a_shipped_copy_of_other_data_is_not_used(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, team: Path, cache: Path
) -> None:
    shipped = tmp_path / "shipped.msgpack"
    source = read_shipped()
    shipped.write_bytes(encode_copy(source.key, read_catalog(source)))
    monkeypatch.setattr(compiled, "SHIPPED_COPY", shipped)
    monkeypatch.setattr("careerpath.catalog.source.shipped_folder", lambda: team)
    assert load_catalog().digest == read_folder(team).digest
    assert len(_copies(cache)) == 1


def test_no_home_is_harmless(team: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platformdirs.user_cache_dir", lambda *_, **__: "~/.cache/careerpath")
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    assert load_catalog(team) == load_catalog(team)
    assert not list(here.iterdir()), "a folder called ~ has been made"


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


def test_old_copies_are_removed(cache: Path) -> None:
    catalog = make_catalog(roles=1, skills=1, activities=1, learning=0, seed=3)
    keys = [bytes([number]) * 64 for number in range(12)]
    for age, key in enumerate(reversed(keys)):
        write_copy(key, catalog)
        os.utime(cache / f"catalog-{key.hex()[:32]}.msgpack", (10**9 - age, 10**9 - age))
    # The last one written is the newest at that moment, and is never the one to go.
    assert len(_copies(cache)) == 8
    assert read_copy(keys[0]) == catalog
    assert read_copy(keys[-1]) == catalog


def test_what_a_killed_process_left_is_removed_in_time(small: Path, cache: Path) -> None:
    old, new = cache / "catalog-old.part", cache / "catalog-new.part"
    for part in (old, new):
        part.touch()
    os.utime(old, (10**9, 10**9))
    write_copy(KEY, make_catalog(roles=1, skills=1, activities=1, learning=0, seed=3))
    assert _copies(cache) == sorted([small, new])


def _start(code: str, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE, encoding="utf-8")


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
        "print(sorted({'yaml', 'difflib', 'hashlib', '_hashlib', 'careerpath.parsing.yaml_text'} & set(sys.modules)))"
    )
    process = _start(code, str(team))
    assert process.communicate(timeout=60)[0].strip() == "[]"
