"""ASCII where the locale or `--plain` asks, in all that is said to people; and lines no wider than the terminal."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import pytest

from careerpath.cli import saying
from careerpath.cli.outcome import run
from support.commands import leaves
from support.program import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from support.program import Program

NAME = "Zoë 名前"
ANSWERS = str(ROOT / "docs" / "examples" / "anna.yaml")
CALLS = (
    ["quiz", "--answers", ANSWERS, "--profile", NAME],
    ["results", NAME],
    ["history", NAME],
    ["profile", "list"],
    ["roles", "--track", "product"],
    ["show", "product owner"],
    ["compare", "marketing", "product", "--profile", NAME],
    ["path", "product", "--profile", NAME],
    ["plan", "product", "--hours-per-week", "2", "--weeks", "3", "--profile", NAME],
    ["what-if", "seo=4", "--profile", NAME],
    ["catalog", "sources"],
    ["catalog", "lint"],
    ["results", "名"],
    ["show", "名"],
)


def test_every_command_takes_plain() -> None:
    for words, found in leaves():
        assert sum("--plain" in option.opts for option in found.params) == 1, words


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAREERPATH_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("COLUMNS", "60")


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("locale", [False, True], ids=["--plain", "LC_ALL=C"])
def test_all_that_is_said_is_ascii(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], *, locale: bool
) -> None:
    wide = ""
    for call in CALLS:
        run(call)
        wide += "".join(capfd.readouterr())
    assert {"═", "ë", "名"} <= set(wide)
    if locale:
        monkeypatch.setenv("LC_ALL", "C")
    for call in CALLS:
        run(call if locale else [*call, "--plain"])
        out, err = capfd.readouterr()
        assert out.isascii(), call
        assert err.isascii(), call
        assert max(map(len, out.split("\n"))) <= 60, call


def test_the_locale_c_is_one_although_python_reads_utf_8_in_it(careerpath: Program) -> None:
    assert "═" in careerpath("roles", LC_ALL="", LANG="C.UTF-8").out
    assert careerpath("roles", LC_ALL="", LANG="C").out.isascii()
    assert careerpath("roles", LC_ALL="POSIX").out.isascii()
    nowhere = {"LC_ALL": "", "LANG": "", "LC_CTYPE": ""}
    for read, ascii_alone in (("", False), ("0", True)):
        said = careerpath("roles", **nowhere, PYTHONUTF8=read, PYTHONCOERCECLOCALE=read).out
        assert ("═" not in said) is ascii_alone, "no locale at all: the encoding decides"


def test_a_pipe_is_no_wider_than_the_terminal_in_which_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    for columns, expected in ((30, 40), (50, 50), (80, 80), (200, 80)):
        monkeypatch.setattr(saying, "_columns_of_stderr", lambda columns=columns: columns)
        monkeypatch.setattr(shutil, "get_terminal_size", lambda _: os.terminal_size((0, 0)))
        assert saying.line_width() == expected
    monkeypatch.setattr(shutil, "get_terminal_size", lambda _: os.terminal_size((200, 50)))
    assert saying.line_width() == 120
