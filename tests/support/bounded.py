"""Runs the program under bounds, many times a second: a server that has everything imported forks for each run.

A run that needs more time or memory than it may, or that waits for ever, is ended and says so.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Self

if TYPE_CHECKING:
    from collections.abc import Mapping

SECONDS = 20
"""A run may compute for so long."""

WAIT = 120
"""A run may last so long. Far more than any needs, since tests share their machine."""

MEMORY = 1 << 30
"""Bytes that the data of a process may grow to."""


class Ended(NamedTuple):
    """How a run ended. code: negative for a signal. seconds: of computing. memory: the most bytes held at a time."""

    code: int
    out: str
    err: str
    seconds: float
    memory: int

    @property
    def json(self) -> Any:
        return json.loads(self.out)


class Bounded:
    """The server, and how to call it; a context manager."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("bounded_server.py"))],
            env=_environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="ascii",
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate(timeout=2 * WAIT)

    def __call__(
        self,
        folder: Path,
        *arguments: str,
        stdin: Path | None = Path(os.devnull),
        without_rights: bool = False,
        environment: Mapping[str, str | None] | None = None,
    ) -> Ended:
        """One run in a folder, in which its profiles and its cache are too.

        Args:
            folder: where the program runs.
            arguments: what stands after the name of the program; may hold bytes as `os.fsdecode` gives them.
            stdin: what is read as standard input; None closes it.
            without_rights: root gives up what it may do with the files of others, and with closed ones of its own.
            environment: variables to set, or with None to unset.
        """
        home: dict[str, str | None] = {
            "CAREERPATH_HOME": str(folder / "data"),
            "XDG_CACHE_HOME": str(folder / "cache"),
            "COLUMNS": "80",
        }
        request = {
            "folder": str(folder),
            "arguments": arguments,
            "environment": home | dict(environment or {}),
            "stdin": None if stdin is None else str(stdin),
            "without_rights": without_rights,
            "seconds": SECONDS,
            "wait": WAIT,
            "memory": MEMORY,
        }
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        return Ended(**json.loads(self._process.stdout.readline()))


def _environment() -> dict[str, str]:
    """That of the tests, without what would steer the program, which may speak UTF-8 whatever the tests may."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("CAREERPATH")}
    return kept | {"LC_ALL": "C.UTF-8"}
