"""A run that is broken off at any moment goes on from there: nothing twice, nothing lost, the same bytes."""

from __future__ import annotations

import errno
import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import msgspec
import pytest

from careerpath.cohort import journal as journals
from careerpath.cohort.journal import DamagedError, JobIdentity, Journal, Record
from careerpath.cohort.local import Advance, Job, run_job
from careerpath.cohort.results import Extent
from careerpath.cohort.tables import lines
from careerpath.cohort.tables.block import Reject
from careerpath.errors import InvalidInputError, UsageError
from support.catalogs import shipped

if TYPE_CHECKING:
    from collections.abc import Callable

    from careerpath.cohort.local import Outcome

SMALL_BLOCKS = 1500
HEADER = "id,skills.seo,skills.writing,likes.lead-people\n"
ROWS = "".join(f"person {n},{n % 5},{n % 7 if n % 50 else 9},{1 + n % 5}\n" for n in range(1, 601) if n % 7 < 5)


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(lines, "BLOCK_BYTES", SMALL_BLOCKS)
    path = tmp_path / "people.csv"
    path.write_text(HEADER + ROWS, encoding="utf-8")
    return path


def job(source: Path, name: str = "out.csv", *, top: int = 3, strict: bool = False) -> Job:
    output = source.with_name(name)
    rejects = output.with_suffix(".rejects")
    return Job(source=source, output=output, rejects=rejects, extent=Extent(top=top), strict=strict, cores=2)


def go(wanted: Job, tell: Callable[[Advance], None] = lambda _: None, program: str = "test") -> Outcome:
    return run_job(shipped(), wanted, program, tell)


class BrokenOffError(Exception):
    """What a test ends a run with."""


def break_off(after: int) -> Callable[[Advance], None]:
    seen = 0

    def tell(_: Advance) -> None:
        nonlocal seen
        seen += 1
        if seen == after:
            raise BrokenOffError

    return tell


def files(wanted: Job) -> tuple[bytes, bytes]:
    return wanted.output.read_bytes(), wanted.rejects.read_bytes()


@pytest.mark.parametrize("kind", ["csv", "jsonl", "parquet"])
def test_a_run_goes_on_where_it_was_broken_off(source: Path, kind: str) -> None:
    whole, parts = job(source, f"whole.{kind}"), job(source, f"parts.{kind}")
    outcome = go(whole)
    assert outcome.continued == 0
    steps: list[Advance] = []
    go(job(source, f"again.{kind}"), steps.append)
    assert len(steps) > 4, "several blocks"
    assert steps[-1].weight == steps[-1].whole
    for after in range(1, len(steps)):
        with pytest.raises(BrokenOffError):
            go(parts, break_off(after))
        assert not parts.output.exists()
    told: list[Advance] = []
    continued = go(parts, told.append)
    assert continued.continued >= steps[-2].people
    assert files(parts) == files(whole)
    assert continued.tally.to_bytes() == outcome.tally.to_bytes()
    assert told == steps
    assert sorted(path.name for path in source.parent.iterdir() if "unfinished" in path.name) == []


def test_only_what_is_missing_is_done_again(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = job(source)
    with pytest.raises(BrokenOffError):
        go(wanted, break_off(3))
    folder = source.with_name("out.csv.unfinished")
    kept = {path.name: path.stat().st_mtime_ns for path in folder.glob("*.block")}
    written: list[int] = []
    write = Journal.write

    def watch(self: Journal, number: int, record: Record) -> None:
        written.append(number)
        write(self, number, record)

    monkeypatch.setattr(Journal, "write", watch)
    go(wanted)
    assert kept
    assert not {f"{number:08d}.block" for number in written} & set(kept)


@pytest.mark.parametrize("damage", ["cut", "flipped", "empty", "gone", "rubbish"])
def test_a_damaged_block_is_done_again(source: Path, damage: str) -> None:
    whole, wanted = job(source, "whole.csv"), job(source)
    go(whole)
    with pytest.raises(BrokenOffError):
        go(wanted, break_off(4))
    path = min(source.with_name("out.csv.unfinished").glob("*.block"))
    data = bytearray(path.read_bytes())
    match damage:
        case "cut":
            del data[len(data) // 2 :]
        case "flipped":
            data[len(data) // 2] ^= 4
        case "rubbish":
            data[:] = os.urandom(100)
        case _:
            data.clear()
    path.unlink() if damage == "gone" else path.write_bytes(data)
    path.with_name("notes.block").write_bytes(b"not ours")
    go(wanted)
    assert files(wanted) == files(whole)


CHANGES: dict[str, Callable[[Job], Job]] = {
    "other people": lambda wanted: (wanted.source.write_text(HEADER + ROWS[:400], encoding="utf-8"), wanted)[1],
    "more roles": lambda wanted: job(wanted.source, top=5),
}


@pytest.mark.parametrize("change", CHANGES)
def test_another_run_begins_anew(source: Path, change: str) -> None:
    with pytest.raises(BrokenOffError):
        go(job(source), break_off(3))
    wanted = CHANGES[change](job(source))
    assert go(wanted).continued == 0
    whole = Job(
        **{**{name: getattr(wanted, name) for name in wanted.__struct_fields__}, "output": source.with_name("w.csv")}
    )
    go(whole)
    assert wanted.output.read_bytes() == whole.output.read_bytes()


def test_names_of_files_may_hold_bytes_that_are_no_text(source: Path) -> None:
    odd = source.rename(source.with_name(os.fsdecode(b"people\xff.csv")))
    wanted = job(odd, os.fsdecode(b"out\xfe.csv"))
    with pytest.raises(BrokenOffError):
        go(wanted, break_off(3))
    assert go(wanted).continued > 0
    assert wanted.output.exists()


def test_another_version_begins_anew(source: Path) -> None:
    with pytest.raises(BrokenOffError):
        go(job(source), break_off(3))
    assert go(job(source), program="next").continued == 0


def test_a_table_that_changes_meanwhile_is_refused(source: Path) -> None:
    def change(_: Advance) -> None:
        with source.open("a", encoding="utf-8") as file:
            file.write("late,1,1,1\n")

    with pytest.raises(InvalidInputError, match="changed while it was read"):
        go(job(source), change)
    assert [path.name for path in source.parent.iterdir()] == ["people.csv"]


def test_a_strict_run_ends_at_the_first_bad_row_and_leaves_nothing(source: Path) -> None:
    with pytest.raises(InvalidInputError, match=r"cannot be scored: skills.writing: '9'"):
        go(job(source, strict=True))
    assert [path.name for path in source.parent.iterdir()] == ["people.csv"]


def test_two_runs_of_one_output_do_not_meet(source: Path) -> None:
    wanted = job(source)
    problems: list[str] = []

    def second(_: Advance) -> None:
        try:
            go(wanted)
        except UsageError as error:
            problems.append(error.problems[0].code)

    go(wanted, second)
    assert set(problems) == {"run-in-progress"}


def test_where_nothing_can_be_locked_a_run_goes_on(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_locks(*_: object) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    go(job(source, "whole.csv"))
    monkeypatch.setattr("fcntl.flock", no_locks)
    wanted = job(source)
    go(wanted)
    assert files(wanted) == files(job(source, "whole.csv"))


def test_a_folder_of_somebody_else_is_left_alone(source: Path) -> None:
    folder = source.with_name("out.csv.unfinished")
    folder.mkdir()
    (folder / "thesis.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="is in the way"):
        go(job(source))
    assert (folder / "thesis.txt").read_text(encoding="utf-8") == "mine"


def test_things_of_others_stay_when_its_folder_is_removed(source: Path) -> None:
    wanted = job(source)
    with pytest.raises(BrokenOffError):
        go(wanted, break_off(3))
    folder = source.with_name("out.csv.unfinished")
    (folder / "thesis.txt").write_text("mine", encoding="utf-8")
    assert go(wanted).continued > 0
    assert [path.name for path in folder.iterdir()] == ["thesis.txt"]


def test_its_folder_may_be_a_link_to_one_with_more_room(source: Path) -> None:
    room, link = source.with_name("room"), source.with_name("out.csv.unfinished")
    room.mkdir()
    link.symlink_to(room)
    wanted = job(source)
    with pytest.raises(BrokenOffError):
        go(wanted, break_off(3))
    assert go(wanted).continued > 0
    assert link.is_symlink()
    assert list(room.iterdir()) == []


@pytest.mark.parametrize("name", ["output", "rejects", "job.new"])
@pytest.mark.parametrize("kind", ["link", "pipe"])
def test_nothing_is_written_through_what_stands_in_its_folder(source: Path, name: str, kind: str) -> None:
    wanted, folder, mine = job(source), source.with_name("out.csv.unfinished"), source.with_name("mine")
    mine.write_text("mine", encoding="utf-8")
    folder.mkdir()
    (folder / "job.json").write_text("{}", encoding="utf-8")
    if kind == "link":
        (folder / name).symlink_to(mine)
    else:
        os.mkfifo(folder / name)
    go(wanted)
    assert wanted.output.read_bytes().startswith(b"id,")
    assert mine.read_text(encoding="utf-8") == "mine"
    assert not folder.exists()


@pytest.mark.parametrize("what", ["source", "rejects"])
def test_no_file_of_a_run_lies_in_its_folder(source: Path, what: str) -> None:
    folder = source.with_name("out.csv.unfinished")
    folder.mkdir()
    (folder / "job.json").write_text("{}", encoding="utf-8")
    inside = folder / source.name
    inside.write_bytes(source.read_bytes())
    with pytest.raises(UsageError, match="is there for the run only"):
        go(msgspec.structs.replace(job(source), **{what: inside}))
    assert inside.read_bytes() == source.read_bytes()


def test_rejects_of_an_earlier_run_do_not_stay(source: Path) -> None:
    wanted = job(source)
    go(wanted)
    assert wanted.rejects.exists()
    source.write_text(HEADER + "a,1,1,1\n", encoding="utf-8")
    go(wanted)
    assert not wanted.rejects.exists()


@pytest.mark.parametrize("bad", ["same", "folder", "nowhere", "rejects"])
def test_an_output_that_makes_no_sense_is_refused(source: Path, bad: str) -> None:
    (source.parent / "folder.csv").mkdir()
    output = {"same": source, "folder": source.parent / "folder.csv", "nowhere": source.parent / "no" / "out.csv"}.get(
        bad
    )
    rejects = source if bad == "rejects" else source.with_name("r.csv")
    wanted = Job(source=source, output=output or source.with_name("o.csv"), rejects=rejects, extent=Extent())
    with pytest.raises(UsageError):
        go(wanted)
    assert source.read_text(encoding="utf-8") == HEADER + ROWS


def test_rejects_may_go_to_another_file_system(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here, there = job(source), job(source, "there.csv")
    (source.parent / "far").mkdir()
    there = msgspec.structs.replace(there, rejects=source.parent / "far" / "aside.csv")
    rename = Path.replace

    def only_within_a_folder(self: Path, to: Path) -> Path:
        if "far" in to.parts and "far" not in self.parts:
            raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))
        return rename(self, to)

    go(here)
    monkeypatch.setattr(Path, "replace", only_within_a_folder)
    go(there)
    assert files(there) == files(here)
    assert [path.name for path in there.rejects.parent.iterdir()] == ["aside.csv"]
    assert not list(source.parent.glob("*.unfinished"))


def test_outputs_are_for_their_owner_alone_and_keep_the_rights_they_are_given(source: Path) -> None:
    wanted = job(source)
    old = os.umask(0o000)
    try:
        modes: list[int] = []
        go(wanted, lambda _: modes.append(source.with_name("out.csv.unfinished").stat().st_mode & 0o777))
        assert set(modes) == {0o700}
        assert wanted.output.stat().st_mode & 0o777 == wanted.rejects.stat().st_mode & 0o777 == 0o600
        wanted.output.chmod(0o644)
        go(wanted)
        assert wanted.output.stat().st_mode & 0o777 == 0o644
    finally:
        os.umask(old)


def test_a_full_disk_is_told_and_what_is_done_is_kept(source: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace = journals._replace
    count = 0

    def full(path: Path, data: bytes) -> None:
        nonlocal count
        count += 1
        if count > 4:
            raise OSError(28, os.strerror(28))
        replace(path, data)

    monkeypatch.setattr(journals, "_replace", full)
    with pytest.raises(InvalidInputError, match="no space left"):
        go(job(source))
    monkeypatch.undo()
    monkeypatch.setattr(lines, "BLOCK_BYTES", SMALL_BLOCKS)
    assert go(job(source)).continued > 0


IDENTITY = JobIdentity(program="1", catalog="c", source="s", size=1, changed=1, output="o", top=1, gaps=1)


def test_a_block_comes_back_as_it_was_kept(tmp_path: Path) -> None:
    rejects = [Reject(3, "ä\n", "why"), Reject(4, None, "")]
    record = Record(extent=7, rejects=rejects, ignored=("note",), tally=b"t", rendered=b"\x00r")
    with Journal(tmp_path / "o", IDENTITY) as journal:
        journal.write(12, record)
        assert journal.read(12) == record
        assert journal.whole_blocks() == {12}
        with pytest.raises(DamagedError):
            journal.read(13)


CHILD = f"""\
import sys
from careerpath.cohort.tables import lines
lines.BLOCK_BYTES = {SMALL_BLOCKS}
from careerpath.__main__ import main
sys.argv[1:] = ["cohort", "people.csv", "-o", "out.csv", "--cores", "2"]
main()
"""


@pytest.mark.parametrize("seed", range(int(os.environ.get("CAREERPATH_KILLS", "2"))))
def test_a_run_that_is_killed_at_any_moment_goes_on_from_there(source: Path, seed: int) -> None:
    whole = job(source, "whole.csv")
    go(whole)
    chance = random.Random(seed)  # noqa: S311 (no secret)
    kills = 0
    for _ in range(5):
        child = subprocess.Popen([sys.executable, "-c", CHILD], cwd=source.parent, stderr=subprocess.DEVNULL)
        folder = source.with_name("out.csv.unfinished")
        _wait_for(child, folder, "job.json")
        time.sleep(chance.random() * 0.05 * kills)  # (the first at once, so that there is one on a fast machine too)
        child.send_signal(signal.SIGKILL)
        if child.wait() != -signal.SIGKILL:
            break
        kills += 1
        if source.with_name("out.csv").exists():  # (killed between putting it in place and cleaning up)
            assert source.with_name("out.csv").read_bytes() == whole.output.read_bytes()
    else:
        go(
            Job(
                source=source,
                output=source.with_name("out.csv"),
                rejects=source.with_name("out.rejects.csv"),
                extent=Extent(),
            )
        )
    assert kills > 0
    assert source.with_name("out.csv").read_bytes() == whole.output.read_bytes()
    assert source.with_name("out.rejects.csv").read_bytes() == whole.rejects.read_bytes()


def _wait_for(child: subprocess.Popen[Any], folder: Path, name: str) -> None:
    """Waits until such a file is there, or the child is gone."""
    end = time.monotonic() + 60
    while child.poll() is None and not any(folder.glob(name)):
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.005)


def test_an_interrupted_run_says_that_it_goes_on(source: Path) -> None:
    child = subprocess.Popen([sys.executable, "-c", CHILD], cwd=source.parent, stderr=subprocess.PIPE, encoding="utf-8")
    folder = source.with_name("out.csv.unfinished")
    _wait_for(child, folder, "*.block")
    child.send_signal(signal.SIGINT)
    _, told = child.communicate(timeout=60)
    if child.returncode:  # (it may just have finished)
        assert "interrupted; what is done is kept, and the same command goes on from there" in told
        assert child.returncode in {130, -signal.SIGINT}
        assert any(folder.glob("*.block"))


def test_threads_end_with_the_run(source: Path) -> None:
    def fail(_: Advance) -> NoReturn:
        raise BrokenOffError

    before = threading.active_count()
    with pytest.raises(BrokenOffError):
        go(job(source), fail)
    assert threading.active_count() == before
