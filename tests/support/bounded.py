"""Runs the program under bounds, many times a second: a server that has everything imported forks for each run.

A run that needs more time or memory than it may, or that waits for ever, is ended and says so. `Bounded` is the client;
run as a program, this module is the server.
"""

from __future__ import annotations

import contextlib
import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, NamedTuple, Self

SECONDS = 20
"""A run may take so much time, computing or not. Far more than any needs, since tests share their machine."""

MEMORY = 1 << 30
"""Bytes that the data of a process may grow to."""

NOBODY = 65534


class Ended(NamedTuple):
    """How a run ended. code: negative for a signal. memory: the largest resident size in bytes. seconds: of computing."""

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
            [sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="ascii"
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate(timeout=SECONDS)

    def __call__(
        self, folder: Path, *arguments: str, stdin: Path | None = None, as_nobody: bool = False, **environment: str
    ) -> Ended:
        """One run in a folder; its profiles and its cache are there too unless the environment says otherwise."""
        home = {"CAREERPATH_HOME": str(folder / "data"), "XDG_CACHE_HOME": str(folder / "cache"), "COLUMNS": "80"}
        request = {
            "folder": str(folder),
            "arguments": arguments,
            "environment": home | environment,
            "stdin": str(stdin or os.devnull),
            "as_nobody": as_nobody,
        }
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        return Ended(**json.loads(self._process.stdout.readline()))


def serve() -> None:
    """Answers requests, one a line, until there are no more."""
    import careerpath.catalog.linting.lint
    import careerpath.cli.app
    import careerpath.cli.completing
    import careerpath.cli.screen
    import careerpath.verification.verify  # noqa: F401 (imported once, for all runs)

    for line in sys.stdin:
        sys.stdout.write(json.dumps(_run(json.loads(line))) + "\n")
        sys.stdout.flush()


def _run(request: dict[str, Any]) -> dict[str, object]:
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        child = os.fork()
        if not child:
            _become(request, out.fileno(), err.fileno())
        _, status, usage = os.wait4(child, 0)
        contents = []
        for file in (out, err):
            file.seek(0)
            contents.append(file.read().decode("utf-8", "backslashreplace"))
        return {
            "code": os.waitstatus_to_exitcode(status),
            "out": contents[0],
            "err": contents[1],
            "seconds": usage.ru_utime + usage.ru_stime,
            "memory": usage.ru_maxrss * 1024,
        }


def _become(request: dict[str, Any], out: int, err: int) -> None:
    """Turns this process into a run; never returns."""
    code = 99
    try:
        os.chdir(request["folder"])
        stdin = os.open(request["stdin"], os.O_RDONLY)
        for place, file in enumerate((stdin, out, err)):
            os.dup2(file, place)
        os.environ.update(request["environment"])
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
        signal.setitimer(signal.ITIMER_REAL, SECONDS)
        if request["as_nobody"]:
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)
        from careerpath.cli.outcome import run

        code = run(request["arguments"])
        with contextlib.suppress(Exception):
            sys.stdout.flush()
    except BaseException:  # noqa: BLE001 (the test reads it on stderr)
        import traceback

        traceback.print_exc()
    finally:
        os._exit(code)


if __name__ == "__main__":
    serve()
