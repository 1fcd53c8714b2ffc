"""Times whole commands against a bare one-command Typer app, in turn and in the same run; prints ratios of medians.

Absolute times on a shared machine mean little; the ratio to an app that does nothing is what careerpath can be held to.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BARE_APP = """\
import typer

app = typer.Typer()


@app.command()
def main(name: str = "you") -> None:
    print("hello", name)


app()
"""

COMMANDS = {
    "--version": ["--version"],
    "roles --json": ["roles", "--json"],
    "show pm --json": ["show", "pm", "--json"],
    "compare marketing product --json": ["compare", "marketing", "product", "--json"],
    "--complete bash (Tab)": ["--complete", "bash", "careerpath", "show", "ma"],
    "compare marketing product": ["compare", "marketing", "product"],
}


def main() -> None:
    """Prints a table: the command, its median in milliseconds, and the ratio to the bare app."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=20)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        bare = Path(folder) / "bare.py"
        bare.write_text(BARE_APP, encoding="utf-8")
        program = str(Path(sys.executable).parent / "careerpath")
        lines = {
            "python -c pass": [sys.executable, "-c", "pass"],
            "bare Typer app": [sys.executable, str(bare)],
            **{f"careerpath {name}": [program, *arguments] for name, arguments in COMMANDS.items()},
        }
        # Compiled modules are what a user has; some environments forbid to write them.
        environment = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        times: dict[str, list[float]] = {name: [] for name in lines}
        for turn in range(runs + 1):
            for name, command in lines.items():
                elapsed = _timed(command, environment)
                if turn:  # the first turn fills the caches
                    times[name].append(elapsed)
    floor = statistics.median(times["bare Typer app"])
    print(f"medians of {runs} runs, in turn")
    for name, measured in times.items():
        median = statistics.median(measured)
        print(f"{name:45} {median * 1000:7.1f} ms   {median / floor:5.2f} x bare")


def _timed(command: list[str], environment: dict[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment, check=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
