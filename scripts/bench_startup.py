"""Times whole commands against a bare one-command Typer app, in turn and in the same run; prints ratios of medians.

Absolute times on a shared machine mean little; the ratio to an app that does nothing is what careerpath can be held to.
Beside the time by the clock stands that of the processor, which other work on the machine disturbs less.
"""

from __future__ import annotations

import argparse
import os
import pty
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from statistics import median
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]

BARE_APP = """\
import typer

app = typer.Typer()


@app.command()
def main(name: str = "you") -> None:
    print("hello", name)


app()
"""

BARE, BARE_HELP = "bare Typer app", "bare Typer app --help"

IN_A_TERMINAL = " (in a terminal)"
"""There Rich is loaded, which knows what a terminal can do."""

AIMS: dict[str, float | None] = {
    "--version": 1.15,
    "--help": 1.1,
    "roles --json": 1.3,
    "show pm --json": 1.3,
    "compare marketing product --json": 1.3,
    "results --json": 1.6,
    "--complete bash careerpath show ma": 1.3,
    "show pm": 1.3,
    "compare marketing product": None,
    "results": 1.6,
    f"show pm{IN_A_TERMINAL}": None,
    f"results{IN_A_TERMINAL}": None,
}
"""The commands, and the ratio that each is to stay below."""


class Timed(NamedTuple):
    """Seconds of one run: by the clock, and of the processor."""

    wall: float
    busy: float


def main() -> None:
    """Prints a table: the command, its median in milliseconds, its ratio to the bare app, and the aim."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=20)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "bare.py").write_text(BARE_APP, encoding="utf-8")
        program = str(Path(sys.executable).parent / "careerpath")
        lines = {
            "python -c pass": [sys.executable, "-c", "pass"],
            BARE: [sys.executable, str(home / "bare.py")],
            BARE_HELP: [sys.executable, str(home / "bare.py"), "--help"],
            **{name: [program, *name.removesuffix(IN_A_TERMINAL).split()] for name in AIMS},
        }
        # Compiled modules are what a user has; some environments forbid to write them.
        environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        # As a user has it: files are where the system wants them.
        environment = {key: value for key, value in environment.items() if not key.startswith(("XDG_", "CAREERPATH_"))}
        environment["HOME"] = str(home)
        _time([program, "quiz", "--answers", str(ROOT / "docs" / "examples" / "anna.yaml")], environment)
        times: dict[str, list[Timed]] = {name: [] for name in lines}
        for turn in range(runs + 1):
            for name, command in lines.items():
                timed = (_time_in_terminal if name.endswith(IN_A_TERMINAL) else _time)(command, environment)
                if turn:  # the first turn fills the caches
                    times[name].append(timed)
    _print(times, runs)


def _print(times: dict[str, list[Timed]], runs: int) -> None:
    load = os.getloadavg()[0]
    print(f"medians of {runs} runs, in turn; Python {sys.version.split()[0]}; load at the end {load:.1f}")
    print(f"{'':36}{'ms':>8}{'ratio':>8}{'aim':>7}{'busy ms':>10}{'ratio':>8}")
    for name, measured in times.items():
        floor = times[BARE_HELP if name == "--help" else BARE]
        figures = [median(column) for column in zip(*measured, strict=True)]
        ratios = [figure / median(column) for figure, column in zip(figures, zip(*floor, strict=True), strict=True)]
        aim = f"{AIMS.get(name) or '':>7}"
        print(f"{name:36}{1000 * figures[0]:8.1f}{ratios[0]:8.2f}{aim}{1000 * figures[1]:10.1f}{ratios[1]:8.2f}")


def _time(command: list[str], environment: dict[str, str]) -> Timed:
    start = time.perf_counter()
    nowhere = subprocess.DEVNULL
    process = subprocess.Popen(command, stdin=nowhere, stdout=nowhere, stderr=nowhere, env=environment)
    return _timed(process, start)


def _time_in_terminal(command: list[str], environment: dict[str, str]) -> Timed:
    start = time.perf_counter()
    ours, theirs = pty.openpty()
    nowhere = subprocess.DEVNULL
    process = subprocess.Popen(command, stdin=nowhere, stdout=theirs, stderr=nowhere, env=environment)
    os.close(theirs)
    with suppress(OSError):  # the other end is closed
        while os.read(ours, 1 << 16):
            pass
    os.close(ours)
    return _timed(process, start)


def _timed(process: subprocess.Popen[bytes], start: float) -> Timed:
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args)
    return Timed(time.perf_counter() - start, used.ru_utime + used.ru_stime)


if __name__ == "__main__":
    main()
