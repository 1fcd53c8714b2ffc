"""Runs the program: in a process of its own, with a home and a cache of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[2]


class Run(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class Program:
    """The program with the data and cache folders of one test. It speaks UTF-8, whatever the tests themselves may."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith(("CAREERPATH", "COVERAGE"))},
            "CAREERPATH_HOME": str(home / "data"),
            "XDG_CACHE_HOME": str(home / "cache"),
            "COLUMNS": "80",
            "LC_ALL": "C.UTF-8",
            "PYTHONHASHSEED": "random",
        }

    @property
    def command(self) -> list[str]:
        return [sys.executable, "-m", "careerpath"]

    def __call__(self, *arguments: str, stdin: str | None = None, **environment: str) -> Run:
        done = subprocess.run(
            [*self.command, *(argument.encode("utf-8", "surrogateescape") for argument in arguments)],
            input=stdin,
            stdin=subprocess.DEVNULL if stdin is None else None,
            capture_output=True,
            env=self.environment | environment,
            cwd=self.home,
            encoding="utf-8",
            timeout=60,
            check=False,
        )
        return Run(done.returncode, done.stdout, done.stderr)
