"""`careerpath report`: where it writes, what it says, and how it fails."""

from __future__ import annotations

import os
import stat
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from careerpath.cli import reporting, writing
from careerpath.errors import InvalidInputError, UsageError

if TYPE_CHECKING:
    from pathlib import Path

    from support.program import Program


def test_a_page_and_a_markdown_are_written(careerpath: Program, answers_file: str) -> None:
    run = careerpath("report", "--answers", answers_file, "--html", "r.html", "--markdown", "r.md")
    assert (run.code, run.out) == (0, "")
    assert "Written: r.html" in run.err
    page = (careerpath.home / "r.html").read_text(encoding="utf-8")
    assert page.lstrip().startswith("<!doctype html>")
    assert f"{datetime.now().astimezone():%Y-}" in page
    assert (careerpath.home / "r.md").read_text(encoding="utf-8").startswith("# Career report")
    assert not (careerpath.home / "data").exists(), "answers from a file are not stored"
    left = {path.name for path in careerpath.home.iterdir()} - {"cache"}
    assert left == {"anna.yaml", "r.html", "r.md"}


def test_a_profile_is_named(careerpath: Program, answers_file: str) -> None:
    assert careerpath("quiz", "--answers", answers_file, "--profile", "anna").code == 0
    run = careerpath("report", "anna", "--markdown", "-")
    assert run.out.startswith("# Career report for anna\n")
    assert run.err == ""


def test_the_goal_can_be_chosen(careerpath: Program, answers_file: str) -> None:
    data = careerpath("report", "--answers", answers_file, "--goal", "PM", "--json").json
    assert data["schema"] == "careerpath.report/v1"
    assert data["data"]["goal"] == "product-manager"
    assert data["data"]["plan"]["role"] == "product-manager"
    assert data["data"]["path"]["to"] == "product-manager"
    assert data["data"]["told"] == [entry["role"] for entry in data["data"]["result"]["recommendations"][:3]]


FAILURES = [
    ((), 2, "report-use"),
    (("--json", "--markdown", "-"), 2, "two-outputs"),
    (("nobody", "--json"), 2, "unknown-profile"),
    (("me", "--answers", "anna.yaml", "--json"), 2, "two-people"),
    (("--answers", "anna.yaml", "--goal", "nothing", "--json"), 2, "unknown-role"),
    (("--answers", "missing.yaml", "--html", "r.html", "--json"), 3, "unreadable"),
    (("--answers", "anna.yaml", "--html", "no/such/folder/r.html", "--json"), 3, "unwritable"),
    (("--answers", "anna.yaml", "--html", ".", "--json"), 3, "unwritable"),
]


@pytest.mark.usefixtures("answers_file")
@pytest.mark.parametrize(("arguments", "code", "problem"), FAILURES[1:], ids=str)
def test_failures(careerpath: Program, arguments: tuple[str, ...], code: int, problem: str) -> None:
    run = careerpath("report", *arguments)
    assert run.code == code
    assert [error["code"] for error in run.json["errors"]] == [problem]


def test_nowhere_to_write_to(careerpath: Program) -> None:
    run = careerpath("report")
    assert run.code == 2
    assert "--html FILE" in run.err


def test_without_the_extra_its_name_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reporting, "find_spec", lambda name: None)
    with pytest.raises(UsageError) as failure:
        reporting.check_extra()
    assert "careerpath[report]" in str(failure.value)
    assert failure.value.problems[0].code == "missing-extra"


def test_a_file_is_replaced_in_one_step_and_keeps_its_rights(tmp_path: Path) -> None:
    target = tmp_path / "r.html"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o640)
    inode = target.stat().st_ino
    writing.write_output(str(target), b"new")
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert target.stat().st_ino != inode
    assert list(tmp_path.iterdir()) == [target]


def test_a_failure_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "r.html"
    target.write_text("old", encoding="utf-8")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(InvalidInputError, match="no space left"):
        writing.write_output(str(target), b"new")
    assert target.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_link_is_followed_and_a_pipe_is_written_to(tmp_path: Path) -> None:
    (tmp_path / "real.html").write_text("old", encoding="utf-8")
    (tmp_path / "link.html").symlink_to("real.html")
    writing.write_output(str(tmp_path / "link.html"), b"new")
    assert (tmp_path / "link.html").is_symlink()
    assert (tmp_path / "real.html").read_bytes() == b"new"
    writing.write_output(os.devnull, b"gone")
