"""Nothing leaves the machine: every command runs where sockets are forbidden."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from careerpath.cli.app import COMMANDS
from faults.recording import needs_strace
from privacy.calls import ANNA, CALLS
from prompts.emulator import CTRL_C, ENTER, Emulator
from support.hooked import hooked
from support.program import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from support.program import Program

FORBIDDEN = "socket.,ssl.,urllib.,http.client.,ftplib.,smtplib.,poplib.,imaplib.,telnetlib.,webbrowser."


@pytest.fixture
def furnished(stored: Program, answers_file: str) -> Program:
    """The program with everything that the calls need."""
    assert answers_file.endswith(ANNA)
    shutil.copy(ROOT / "docs" / "examples" / "people.csv", stored.home)
    result = stored("results", "--json").out
    (stored.home / "result.json").write_text(result, encoding="utf-8")
    stored.environment |= {"EDITOR": "true", "VISUAL": ""}
    return stored


def test_every_command_without_sockets(furnished: Program) -> None:
    assert {call[0] for call in CALLS if call} >= set(COMMANDS)
    for call in CALLS:
        ended = furnished(*call, **hooked(forbid=FORBIDDEN))
        assert ended.code == 0, (call, ended.err)


def test_a_socket_would_be_noticed(careerpath: Program) -> None:
    for attempt in (
        "socket.socket()",
        "socket.getaddrinfo('localhost', 80)",
        "urllib.request.urlopen('http://[::1]/')",
    ):
        done = subprocess.run(
            [sys.executable, "-c", f"import socket, urllib.request; {attempt}"],
            env=careerpath.environment | hooked(forbid=FORBIDDEN),
            capture_output=True,
            check=False,
        )
        assert done.returncode == 86


@pytest.mark.terminal
def test_a_quiz_in_a_terminal_without_sockets(tmp_path: Path) -> None:
    emulator = Emulator(
        "-m", "careerpath", "quiz", lines=40, env={"CAREERPATH_HOME": str(tmp_path), **hooked(forbid=FORBIDDEN)}
    )
    try:
        emulator.has("Which of these roles is closest")
        emulator.send("\x1b[F", ENTER)
        emulator.has("In which field")
        emulator.send(CTRL_C)
        assert emulator.close() == 130, emulator.text
    finally:
        emulator.kill()


@needs_strace
@pytest.mark.parametrize("call", [("quiz", "--answers", ANNA), ("report", "--html", "report.html")])
def test_the_system_is_not_asked_for_a_connection(furnished: Program, call: tuple[str, ...]) -> None:
    """Below Python, where a library of another language would open one."""
    log = furnished.home / "log"
    subprocess.run(
        ["strace", "-f", "-o", str(log), "-e", "trace=%network", *furnished.command, *call],
        env=furnished.environment,
        cwd=furnished.home,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=True,
        timeout=60,
    )
    asked = [line for line in log.read_text(encoding="utf-8").splitlines() if "AF_INET" in line or "AF_NETLINK" in line]
    assert asked == []
