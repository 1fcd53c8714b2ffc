"""Files that a person asks for: the rights of new ones, and disks that are full."""

from __future__ import annotations

import os
import resource
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from support.program import Program

EXPORTS = [
    ("report", "--markdown", "out"),
    ("report", "--html", "out"),
    ("plan", "product manager", "--hours-per-week", "5", "--weeks", "12", "--markdown", "out"),
    ("plan", "product manager", "--hours-per-week", "5", "--weeks", "12", "--ical", "out", "--start", "2027-01-04"),
]


@pytest.fixture(params=[0o000, 0o777])
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


@pytest.mark.usefixtures("umask")
@pytest.mark.parametrize("arguments", EXPORTS, ids=lambda words: f"{words[0]} {words[-2]}")
def test_a_new_file_with_answers_is_for_its_owner_alone(stored: Program, arguments: tuple[str, ...]) -> None:
    assert stored(*arguments).code == 0
    assert stat.S_IMODE((stored.home / "out").stat().st_mode) == 0o600


@pytest.mark.usefixtures("umask")
@pytest.mark.parametrize("kind", ["csv", "jsonl", "parquet"])
def test_new_files_about_many_people_are_for_their_owner_alone(stored: Program, kind: str) -> None:
    pytest.importorskip("pyarrow")
    (stored.home / "people.csv").write_text("id,skills.seo\nanna,2\nben,9\n", encoding="utf-8")
    before = set(stored.home.iterdir())
    assert stored("cohort", "people.csv", "-o", f"out.{kind}", "--summary", "all").code == 0
    made = {path.name: stat.S_IMODE(path.stat().st_mode) for path in set(stored.home.iterdir()) - before}
    assert made == dict.fromkeys((f"out.{kind}", "out.rejects.csv", "all.json", "all.html"), 0o600)


def test_the_rights_of_a_shared_file_stay(stored: Program) -> None:
    shared = stored.home / "report.md"
    shared.touch()
    shared.chmod(0o644)
    assert stored("report", "--markdown", "report.md").code == 0
    assert stat.S_IMODE(shared.stat().st_mode) == 0o644


def with_small_files(program: Program, size: int, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The program where no file can grow beyond a size: the same error as on a disk that is full."""

    def limit() -> None:
        import signal  # noqa: PLC0415 (in the child)

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return subprocess.run(
        [*program.command, *arguments],
        preexec_fn=limit,
        env=program.environment | {"PYTHONDONTWRITEBYTECODE": "1"},
        cwd=program.home,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("old", [None, "the one before"])
def test_a_report_that_does_not_fit_leaves_the_one_before(stored: Program, old: str | None) -> None:
    target = stored.home / "report.md"
    if old is not None:
        target.write_text(old, encoding="utf-8")
    done = with_small_files(stored, 1024, "report", "--markdown", "report.md")
    assert done.returncode == 3
    assert "'report.md' cannot be written" in done.stderr
    assert (target.read_text(encoding="utf-8") if target.exists() else None) == old
    assert not list(stored.home.glob(".report.md*"))


def test_a_store_that_cannot_grow_keeps_what_it_has(stored: Program, answers_file: str) -> None:
    before = stored("profile", "show", "--json").out
    store = Path(stored.environment["CAREERPATH_HOME"], "careerpath.sqlite3")
    done = with_small_files(
        stored, store.stat().st_size, "quiz", "--answers", answers_file, "--profile", "bo", "--json"
    )
    assert done.returncode in {0, 3}
    assert "Traceback" not in done.stderr
    if done.returncode:
        assert '"store-unwritable"' in done.stdout
    assert stored("profile", "show", "--json").out == before
    done = with_small_files(stored, 512, "quiz", "--answers", answers_file, "--profile", "bo", "--json")
    assert (done.returncode, '"store-unwritable"' in done.stdout) == (3, True)
    assert stored("profile", "show", "--json").out == before
    assert stored("profile", "import", answers_file, "--profile", "bo").code == 0


def test_an_edit_that_cannot_be_written_is_not_begun(stored: Program) -> None:
    """Half of the answers would be offered as an earlier edit, and the other half lost when it is taken over."""
    editor = f"{sys.executable} -c pass"
    stored.environment |= {"EDITOR": editor, "VISUAL": ""}
    done = with_small_files(stored, 4096, "profile", "edit", "--json")
    assert (done.returncode, '"edit-unwritable"' in done.stdout) == (3, True)
    assert [entry.name for entry in Path(stored.environment["CAREERPATH_HOME"]).iterdir()] == ["careerpath.sqlite3"]
    done = with_small_files(stored, 1 << 20, "profile", "edit")
    assert "earlier edit" not in done.stderr
    assert "Nothing was changed" in done.stderr
