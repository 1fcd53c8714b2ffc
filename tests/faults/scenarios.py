"""What a process may be doing to a store, or to an output, while it is killed, and what then has to hold."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
import tempfile
from contextlib import closing
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from careerpath.disk.replacing import put
from careerpath.store.schema import SCHEMA_VERSION
from careerpath.store.store import Store
from faults.life import NAMES, SECRET, STEPS, at, snapshot, snapshots
from store.samples import ANSWERS, save
from support.catalogs import shipped

if TYPE_CHECKING:
    from collections.abc import Callable

HERE: Final = Path(__file__).parent
FILE: Final = Path("home", "careerpath.sqlite3")
ENVIRONMENT: Final = {**os.environ, "PYTHONPATH": os.pathsep.join(entry for entry in sys.path if entry)}


class Scenario(NamedTuple):
    """prepare: lays out a folder; script: what runs, given file; check: given the folder and the acknowledgements."""

    name: str
    prepare: Callable[[Path], object]
    script: str
    check: Callable[[Path, int], None]
    file: Path = FILE

    def command(self, folder: Path) -> list[str]:
        return [sys.executable, str(HERE / self.script), str(folder / self.file)]

    def store_in(self, folder: Path) -> Path | None:
        """The folder of the store that is written to, if it is one."""
        return (folder / self.file).parent if self.file == FILE else None


def scratch() -> tempfile.TemporaryDirectory[str]:
    """A folder in memory if that can be, since nothing here waits for a disk to learn something."""
    memory = "/dev/shm"  # noqa: S108 (a folder of our own is made in it)
    return tempfile.TemporaryDirectory(dir=memory if os.access(memory, os.W_OK) else None)


def read_raw(path: Path) -> tuple[int, dict[str, list[Any]]]:
    """The version of a file, and all rows of all tables; the file has to be sound."""
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        (version,) = raw.execute("PRAGMA user_version").fetchone()
        tables = [name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        return version, {name: raw.execute(f"SELECT * FROM {name}").fetchall() for name in tables}  # noqa: S608


@cache
def _whole_life() -> list[object]:
    with scratch() as folder:
        return snapshots(Path(folder) / FILE)


def _check_life(folder: Path, acknowledged: int) -> None:
    """Everything acknowledged is there, at most one step more; the store goes on; nothing deleted is left."""
    with Store.open(folder / FILE) as store:
        assert store.warnings == []
        assert snapshot(store) in _whole_life()[acknowledged : acknowledged + 2], f"after {acknowledged} steps"
        gone = "me" not in {entry.name for entry in store.profiles()}
    read_raw(folder / FILE)
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
    assert sorted(entry.name for entry in (folder / FILE).parent.iterdir()) == [FILE.name]


def assert_no_secret(folder: Path) -> None:
    for file in folder.rglob("*"):
        assert not file.is_file() or SECRET.encode() not in file.read_bytes(), file


def _prepare_damaged(folder: Path) -> bytes:
    with Store.open(folder / FILE) as store:
        for number in range(5):
            save(store, f"person-{number}")
            store.add_result(f"person-{number}", at(number), "1", "ab", ANSWERS, b"s" * 2000)
    file = folder / FILE
    damaged = file.read_bytes()[:-4096]
    file.write_bytes(damaged)
    return damaged


@cache
def _recovered() -> tuple[bytes, object]:
    """The damaged file, and what can be recovered of it."""
    with scratch() as place:
        folder = Path(place)
        damaged = _prepare_damaged(folder)
        Store.open(folder / FILE).close()
        return damaged, read_raw(folder / FILE)


def _check_recovery(folder: Path, acknowledged: int) -> None:
    """What can be recovered is, now or at the next opening, and the damaged file is kept."""
    damaged, recovered = _recovered()
    with Store.open(folder / FILE) as store:
        assert {note.code for note in store.warnings} <= (set() if acknowledged else {"store-damaged"})
    assert read_raw(folder / FILE) == recovered
    assert damaged in [file.read_bytes() for file in (folder / FILE).parent.glob("*.damaged-?")]
    with Store.open(folder / FILE) as store:
        save(store, "new")
        assert store.delete("new")
    assert not list((folder / FILE).parent.glob("*.damaged-*"))


def _prepare_earlier(folder: Path) -> None:
    (folder / FILE).parent.mkdir()
    shutil.copy(HERE.parent / "store" / "versions" / f"{SCHEMA_VERSION}.sqlite3", folder / FILE)


@cache
def _earlier() -> dict[str, list[Any]]:
    with scratch() as place:
        _prepare_earlier(Path(place))
        return read_raw(Path(place) / FILE)[1]


def _check_migration(folder: Path, acknowledged: int) -> None:
    """The file is of the one version or of the other, with every row."""
    version, tables = read_raw(folder / FILE)
    assert version == SCHEMA_VERSION + 1 or (version == SCHEMA_VERSION and not acknowledged)
    if version > SCHEMA_VERSION:
        assert tables.pop("later") == []
        tables["profile"] = [row[:-1] for row in tables["profile"]]
    assert tables == _earlier()


REPORT: Final = Path("home", "report.md")
OLD: Final = b"old " * 1500
NEW: Final = b"new. " * 1400


def _prepare_output(folder: Path) -> None:
    (folder / REPORT).parent.mkdir()
    (folder / REPORT).write_bytes(OLD)


def _check_output(folder: Path, acknowledged: int) -> None:
    """The old file or the new one, whole, at most one file beside it, and none after the next run."""
    target = folder / REPORT
    assert target.read_bytes() in ([NEW] if acknowledged else [OLD, NEW])
    assert len(list(target.parent.iterdir())) <= 1 + 1
    put(target, OLD)
    assert list(target.parent.iterdir()) == [target]
    assert target.read_bytes() == OLD


RESULTS: Final = Path("home", "out.csv")
PEOPLE: Final = "id,skills.seo,likes.lead-people\n" + "".join(f"p{n},{n % 7},{1 + n % 5}\n" for n in range(40))


def score_people(output: Path) -> None:
    """What `careerpath cohort people.csv -o out.csv` does, in several blocks."""
    from careerpath.cohort.local import Job, run_job  # noqa: PLC0415 (Arrow takes its time to load)
    from careerpath.cohort.results import Extent  # noqa: PLC0415
    from careerpath.cohort.tables import lines  # noqa: PLC0415

    lines.BLOCK_BYTES = 200  # type: ignore[misc]
    source = output.with_name("people.csv")
    rejects = output.with_name("out.rejects.csv")
    run_job(shipped(), Job(source=source, output=output, rejects=rejects, extent=Extent()), "test", lambda _: None)


def _prepare_results(folder: Path) -> None:
    (folder / RESULTS).parent.mkdir()
    (folder / RESULTS).with_name("people.csv").write_text(PEOPLE, encoding="utf-8")
    for name in ("out.csv", "out.rejects.csv"):
        (folder / RESULTS).with_name(name).write_bytes(OLD)


@cache
def _scored() -> dict[str, bytes]:
    """The whole folder once the people are scored."""
    with scratch() as place:
        _prepare_results(Path(place))
        score_people(Path(place) / RESULTS)
        return {entry.name: entry.read_bytes() for entry in (Path(place) / RESULTS).parent.iterdir()}


def _check_results(folder: Path, acknowledged: int) -> None:
    """The old results or the new ones, whole, and the same of the rejects; the next run ends as one without a kill."""
    home = (folder / RESULTS).parent
    for name in ("out.csv", "out.rejects.csv"):
        new = _scored()[name]
        assert (home / name).read_bytes() in ([new] if acknowledged else [OLD, new]), name
    score_people(folder / RESULTS)
    assert {entry.name: entry.read_bytes() for entry in home.iterdir()} == _scored()


SCENARIOS: Final = (
    Scenario("life", lambda folder: None, "life.py", _check_life),
    Scenario("recovery", _prepare_damaged, "open_it.py", _check_recovery),
    Scenario("migration", _prepare_earlier, "migrate_it.py", _check_migration),
    Scenario("output", _prepare_output, "write_it.py", _check_output, REPORT),
    Scenario("results", _prepare_results, "score_it.py", _check_results, RESULTS),
)
