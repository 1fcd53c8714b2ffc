"""Homes that are missing, or may not be written."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from support.program import ROOT, Run

if TYPE_CHECKING:
    from support.program import Program

NOBODY = 54_321
"""A user of no name and no home; only root can become one."""

AS_NOBODY = ["setpriv", "--reuid", str(NOBODY), "--regid", str(NOBODY), "--clear-groups"]


def _can_become_nobody() -> bool:
    """Whether another user can be become here, and can run this Python."""
    if shutil.which("setpriv") is None or os.geteuid() != 0:
        return False
    probe = [*AS_NOBODY, sys.executable, "-c", "import careerpath, sqlite3, msgspec"]
    return subprocess.run(probe, check=False, capture_output=True, cwd="/").returncode == 0


as_nobody = pytest.mark.skipif(not _can_become_nobody(), reason="another user cannot run this Python, or needs root")

WITHOUT_HOME = [
    ({"HOME": ""}, "HOME is empty"),
    ({"CAREERPATH_HOME": "~nobody-of-this-name/x"}, "there is no home folder"),
]


def run(program: Program, *arguments: str, nobody: bool = False, **environment: str | None) -> Run:
    """The program with variables changed, or taken away (None), perhaps as a user of no name."""
    changed = program.environment | {"CAREERPATH_HOME": ""} | environment
    done = subprocess.run(
        [*(AS_NOBODY if nobody else ()), *program.command, *arguments],
        env={key: value for key, value in changed.items() if value is not None},
        cwd=program.home,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    return Run(done.returncode, done.stdout, done.stderr)


@pytest.fixture
def reachable(stored: Program) -> Program:
    """The same, for everybody to enter."""
    for folder in (stored.home, *stored.home.parents):
        if folder.is_relative_to("/tmp") and folder != Path("/tmp"):  # noqa: S108 (the folders of the tests)
            folder.chmod(folder.stat().st_mode | 0o055)
    return stored


@pytest.mark.parametrize(("environment", "why"), WITHOUT_HOME)
def test_without_a_home_nothing_is_written_and_the_way_out_is_named(
    stored: Program, answers_file: str, environment: dict[str, Any], why: str
) -> None:
    before = sorted(stored.home.rglob("*"))
    for arguments in (("quiz", "--answers", answers_file), ("profile", "list"), ("results",)):
        ended = run(stored, *arguments, **environment)
        assert (ended.code, ended.out) == (3, "")
        assert why in ended.err
        assert "Set CAREERPATH_HOME" in ended.err
    assert sorted(stored.home.rglob("*")) == before
    assert run(stored, "quiz", "--answers", answers_file, "--no-save", **environment).code == 0
    assert run(stored, "roles", **environment).code == 0


@as_nobody
def test_a_user_without_a_home_is_told_so(reachable: Program, answers_file: str) -> None:
    before = sorted(reachable.home.rglob("*"))
    variables: dict[str, Any] = {"HOME": None, "XDG_CACHE_HOME": None, "CAREERPATH_HOME": None}
    ended = run(reachable, "quiz", "--answers", answers_file, nobody=True, **variables)
    assert ended.code == 3
    assert "there is no home folder. Set CAREERPATH_HOME" in ended.err
    team = str(ROOT / "tests" / "catalogs" / "design-team")
    assert run(reachable, "roles", "--catalog", team, nobody=True, **variables).code == 0
    assert run(reachable, nobody=True, **variables).code == 0
    assert sorted(reachable.home.rglob("*")) == before


@as_nobody
def test_a_home_that_may_only_be_read_is_read(reachable: Program, answers_file: str) -> None:
    home = Path(reachable.environment["CAREERPATH_HOME"])
    store = home / "careerpath.sqlite3"
    home.chmod(0o755)
    store.chmod(0o644)
    read_only: dict[str, Any] = {"CAREERPATH_HOME": str(home), "HOME": str(home)}
    shown = run(reachable, "results", "--json", nobody=True, **read_only)
    assert (shown.code, shown.json["status"]) == (0, "ok")
    assert run(reachable, "profile", "show", nobody=True, **read_only).code == 0
    for arguments in (("profile", "import", answers_file), ("profile", "delete", "--yes"), ("profile", "edit")):
        failed = run(reachable, *arguments, nobody=True, EDITOR="true", VISUAL="", **read_only)
        assert (failed.code, failed.out) == (3, ""), arguments
        assert "Traceback" not in failed.err
    assert [entry.name for entry in home.iterdir()] == ["careerpath.sqlite3"]


@as_nobody
def test_a_home_that_may_not_be_looked_into_is_not_taken_for_an_empty_one(reachable: Program) -> None:
    home = reachable.environment["CAREERPATH_HOME"]
    Path(home).chmod(0o700)
    for arguments in (("profile", "list"), ("results",), ("profile", "show"), ("history",)):
        ended = run(reachable, *arguments, nobody=True, CAREERPATH_HOME=home)
        assert (ended.code, ended.out) == (3, ""), arguments
        assert "ermission denied" in ended.err, arguments
    assert run(reachable, nobody=True, CAREERPATH_HOME=home).code == 0, "the welcome needs no profile"


@as_nobody
def test_a_table_that_may_not_be_looked_for_is_not_said_to_be_missing(reachable: Program) -> None:
    folder = reachable.home / "locked"
    folder.mkdir(mode=0o700)
    (folder / "people.csv").write_text("id,skills.seo\nanna,2\n", encoding="utf-8")
    ended = run(reachable, "cohort", str(folder / "people.csv"), "-o", "out.csv", nobody=True)
    assert (ended.code, ended.out) == (3, "")
    assert "ermission denied" in ended.err


@as_nobody
def test_a_home_that_cannot_be_made_is_told(reachable: Program, answers_file: str) -> None:
    ended = run(reachable, "quiz", "--answers", answers_file, nobody=True, CAREERPATH_HOME="/nowhere/to/be")
    assert (ended.code, ended.out) == (3, "")
    assert "/nowhere/to/be/careerpath.sqlite3: " in ended.err
    assert "CAREERPATH_HOME" in ended.err
