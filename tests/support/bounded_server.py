"""The server of `support.bounded`: a request in JSON a line, a run in a process of its own, what came of it."""

from __future__ import annotations

import ctypes
import importlib
import json
import os
import pkgutil
import resource
import signal
import sys
import tempfile
import traceback
from typing import Any, NoReturn

import careerpath.__main__
import careerpath.cli

CAPABILITY_VERSION = 0x20080522
"""Of the header that Linux wants with a set of capabilities (capset(2)): two words for each of three sets."""
BROKEN = 99
"""The code of a run that did not come to an end of its own; stderr says why."""


def serve() -> None:
    """Answers requests until there are no more."""
    # Once, for all runs; who runs as nobody might not get at the modules any more.
    for module in pkgutil.walk_packages(careerpath.cli.__path__, "careerpath.cli."):
        importlib.import_module(module.name)
    for name in ("parsing.yaml_text", "catalog.linting.lint", "verification.verify", "store.store", "pathways.plan"):
        importlib.import_module(f"careerpath.{name}")
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


def _become(request: dict[str, Any], out: int, err: int) -> NoReturn:
    """Turns this process into the run."""
    code = BROKEN
    try:
        _prepare(request, out, err)
        try:
            careerpath.__main__.main()
            code = 0
        except SystemExit as error:
            code = error.code if isinstance(error.code, int) else BROKEN
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
    except BaseException:  # noqa: BLE001 (the test reads it)
        code = BROKEN
        os.write(2, traceback.format_exc().encode("utf-8", "backslashreplace"))
    finally:
        os._exit(code)


def _prepare(request: dict[str, Any], out: int, err: int) -> None:
    signal.setitimer(signal.ITIMER_REAL, request["wait"])
    resource.setrlimit(resource.RLIMIT_CPU, (request["seconds"], request["seconds"] + 1))
    os.chdir(request["folder"])
    if request["stdin"] is None:
        os.close(0)
    else:
        os.dup2(os.open(request["stdin"], os.O_RDONLY), 0)
    os.dup2(out, 1)
    os.dup2(err, 2)
    for name, value in request["environment"].items():
        if value is None:
            os.environ.pop(name, None)
        else:
            os.environ[name] = value
    sys.argv = ["careerpath", *request["arguments"]]
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 (as when Python starts)
    sys.stderr = open(2, "w", encoding="utf-8", errors="backslashreplace", closefd=False)  # noqa: SIM115
    if request["stdin"] is None:
        sys.stdin = None
    else:
        sys.stdin = open(0, encoding="utf-8", errors="surrogateescape", closefd=False)  # noqa: SIM115
    resource.setrlimit(resource.RLIMIT_DATA, (request["memory"], request["memory"]))
    if request["without_rights"] and os.geteuid() == 0:
        give_up_rights()


def give_up_rights() -> None:
    """Lets root be held to the permissions of files like everybody else; what is root's own stays in reach."""
    header, no_capabilities = (ctypes.c_uint32 * 2)(CAPABILITY_VERSION, 0), (ctypes.c_uint32 * 6)()
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.capset(header, no_capabilities) != 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


if __name__ == "__main__":
    serve()
