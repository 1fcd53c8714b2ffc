"""Ctrl-C, SIGTERM and SIGHUP at every stage: nothing half-written, nothing lost, no traceback, the signal's own end."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from careerpath.store.store import Store
from prompts.emulator import ENTER, Emulator
from support.hooked import hooked
from support.program import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from support.program import Program

INT, TERM, HUP = signal.SIGINT, signal.SIGTERM, signal.SIGHUP

STAGES = [
    (("roles",), "import careerpath.cli.outcome"),
    (("roles",), "import typer.core"),
    (("roles",), "import careerpath.render.text.roles"),
    (("quiz", "--answers", "anna.yaml"), "open anna.yaml"),
    (("quiz", "--answers", "anna.yaml"), "sqlite3.connect careerpath.sqlite3"),
    (("quiz", "--answers", "anna.yaml"), "import numpy"),
    (("quiz", "--answers", "anna.yaml"), "import careerpath.scoring.assess"),
    (("results",), "import careerpath.render.text.ranking"),
]


@pytest.mark.usefixtures("answers_file")
@pytest.mark.parametrize("number", [INT, TERM])
@pytest.mark.parametrize(("arguments", "event"), STAGES, ids=str)
def test_a_signal_at_every_stage(stored: Program, arguments: tuple[str, ...], event: str, number: int) -> None:
    run = stored(*arguments, **hooked(signal=f"{int(number)} {event}"))
    early = event == "import careerpath.cli.outcome"  # before there is anything to unwind
    assert run.code == (-INT if early else 130) if number == INT else run.code == -TERM
    assert run.out == ""
    assert "Traceback" not in run.err
    assert "defect" not in run.err
    assert early or run.err.strip().startswith("careerpath: interrupted")
    assert stored(*arguments).code == 0


def test_a_signal_between_asking_and_telling_keeps_the_envelope(stored: Program) -> None:
    run = stored("results", "--json", **hooked(signal=f"{int(INT)} sqlite3.connect careerpath.sqlite3"))
    assert (run.code, [error["code"] for error in run.json["errors"]]) == (130, ["interrupted"])


@pytest.mark.parametrize("number", [INT, TERM, HUP])
@pytest.mark.parametrize("event", ["open .report.md", "os.chmod .report.md", "os.rename .report.md"])
def test_a_file_is_whole_or_not_there(stored: Program, event: str, number: int) -> None:
    target = stored.home / "report.md"
    target.write_text("the one before", encoding="utf-8")
    run = stored("report", "--markdown", "report.md", **hooked(signal=f"{int(number)} {event}"))
    assert run.code == (130 if number == INT else -number)
    left = sorted(path.name for path in stored.home.iterdir())
    assert left == ["data", "report.md"]
    # At the last event the new file may stand in its place already.
    assert target.read_text(encoding="utf-8").startswith(("the one before", "# Career report"))


def test_a_signal_that_is_ignored_stays_ignored(stored: Program) -> None:
    """As under `nohup`, or in the background of a script."""
    code = (
        "import os, signal, sys;"
        "signal.signal(signal.SIGHUP, signal.SIG_IGN); signal.signal(signal.SIGINT, signal.SIG_IGN);"
        "os.execv(sys.executable, [sys.executable, '-m', 'careerpath', 'results', '--json'])"
    )
    for number in (INT, HUP):
        done = subprocess.run(
            [sys.executable, "-c", code],
            env=stored.environment | hooked(signal=f"{int(number)} import careerpath.scoring.assess"),
            cwd=stored.home,
            capture_output=True,
            timeout=60,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, b"")


EDITOR = """\
import os, pathlib, signal, sys, time
file = pathlib.Path(sys.argv[-1])
def stop(*_):
    file.write_text(file.read_text().replace("seo: 2", "seo: 1"))
    sys.exit(1)
signal.signal(signal.SIGTERM, stop)
signal.signal(signal.SIGINT, {on_interrupt})
pathlib.Path("ready").touch()
deadline = time.monotonic() + 30
while not os.path.exists("go") and time.monotonic() < deadline:
    time.sleep(0.02)
file.write_text(file.read_text().replace("seo: 2", "seo: 4"))
"""


@pytest.fixture
def editing(stored: Program) -> Iterator[Callable[[str], subprocess.Popen[bytes]]]:
    running: list[subprocess.Popen[bytes]] = []

    def start(on_interrupt: str) -> subprocess.Popen[bytes]:
        (stored.home / "editor.py").write_text(EDITOR.format(on_interrupt=on_interrupt), encoding="utf-8")
        editor = f"{sys.executable} {stored.home / 'editor.py'}"
        process = subprocess.Popen(
            [*stored.command, "profile", "edit"],
            env=stored.environment | {"EDITOR": editor, "VISUAL": ""},
            cwd=stored.home,
            stdin=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        running.append(process)
        wait_for(stored.home / "ready")
        return process

    yield start
    for process in running:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def wait_for(path: Path) -> None:
    deadline = time.monotonic() + 30
    while not path.exists():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def seo(program: Program) -> int:
    return int(program("profile", "show", "--json").json["data"]["answers"]["skills"]["seo"])


def test_ctrl_c_belongs_to_the_editor(stored: Program, editing: Callable[[str], subprocess.Popen[bytes]]) -> None:
    """A terminal sends it to both; an editor that uses it for itself goes on."""
    process = editing("signal.SIG_IGN")
    os.killpg(process.pid, INT)
    time.sleep(0.1)
    (stored.home / "go").touch()
    assert process.wait(timeout=30) == 0
    assert seo(stored) == 4


def test_an_editor_that_ctrl_c_ends_ends_the_command(
    stored: Program, editing: Callable[[str], subprocess.Popen[bytes]]
) -> None:
    process = editing("signal.SIG_DFL")
    os.killpg(process.pid, INT)
    assert process.wait(timeout=30) == 130
    assert process.stderr is not None
    assert b"Nothing was stored" in process.stderr.read()
    assert seo(stored) == 2


@pytest.mark.parametrize("number", [TERM, HUP])
def test_the_editor_may_write_before_it_is_ended(
    stored: Program, editing: Callable[[str], subprocess.Popen[bytes]], number: int
) -> None:
    process = editing("signal.SIG_IGN")
    process.send_signal(number)
    assert process.wait(timeout=30) == -number
    assert process.stderr is not None
    assert b"your edit is kept in" in process.stderr.read()
    (kept,) = (stored.home / "data").glob("edit-*")
    assert "seo: 1" in kept.read_text(encoding="utf-8")
    assert seo(stored) == 2


@pytest.mark.terminal
@pytest.mark.parametrize(("number", "status"), [(TERM, 143), (HUP, 129), (INT, 130)])
def test_a_quiz_that_is_ended_keeps_its_answers_and_gives_the_terminal_back(
    tmp_path: Path, number: int, status: int
) -> None:
    command = (
        f"stty -a > before; {sys.executable} -m careerpath quiz & echo $! > pid; fg %1; echo code=$?; stty -a > after"
    )
    environment = {"CAREERPATH_HOME": str(tmp_path), "PYTHONPATH": str(ROOT / "src")}
    shell = f"import os; os.chdir({str(tmp_path)!r}); os.execvp('bash', ['bash', '-c', 'set -m; ' + {command!r}])"
    emulator = Emulator("-c", shell, lines=40, env=environment)
    try:
        emulator.has("Which of these roles is closest")
        emulator.send("\x1b[F", ENTER)
        emulator.has("In which field")
        os.kill(int((tmp_path / "pid").read_text(encoding="utf-8")), number)
        emulator.has("1 answer is kept", f"code={status}")
        assert emulator.close() == 0
    finally:
        emulator.kill()
    assert (tmp_path / "before").read_text(encoding="utf-8") == (tmp_path / "after").read_text(encoding="utf-8")
    assert emulator.raw.rfind(b"\x1b[?25l") < emulator.raw.rfind(b"\x1b[?25h")
    with Store.open(tmp_path / "careerpath.sqlite3") as store:
        draft = store.draft("me")
    assert draft is not None
    assert len(draft.answers) == 1


@pytest.mark.terminal
def test_a_quiz_whose_store_is_taken_away_stops_and_says_so(tmp_path: Path) -> None:
    """Going on would ask for answers that nobody keeps."""
    home = tmp_path / "home"
    environment = {"CAREERPATH_HOME": str(home), "PYTHONPATH": str(ROOT / "src")}
    emulator = Emulator("-m", "careerpath", "quiz", columns=250, lines=40, env=environment)
    try:
        emulator.has("Which of these roles is closest")
        emulator.send("\x1b[F", ENTER)
        emulator.has("In which field")
        home.rename(tmp_path / "elsewhere")
        emulator.send("\x1b[F", ENTER)
        emulator.has("careerpath.sqlite3: ", "this answer cannot be kept; those before it are")
        assert emulator.close() == 3
    finally:
        emulator.kill()
    assert not home.exists()
    with Store.open(tmp_path / "elsewhere" / "careerpath.sqlite3") as store:
        draft = store.draft("me")
    assert draft is not None
    assert len(draft.answers) == 1
