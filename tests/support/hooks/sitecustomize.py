"""Loaded by Python before the program, where a test puts this folder on its path; does what the environment says.

HOOK_SIGNAL   `NUMBER EVENT TEXT`: sends this signal to the process at the first audit event of that name whose
              arguments hold the text.
HOOK_FORBID   prefixes of audit events, with commas: each such event ends the process with code 86 and is told.
              Sockets that stay within the machine are left alone: asyncio wakes itself with a pair of them.
HOOK_LOG      a file to which every opening for writing, and every change of a folder, is added.
"""

from __future__ import annotations

import os
import sys
from typing import Any

_CHANGES = frozenset(
    {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.truncate", "sqlite3.connect"}
)
_LOCAL = 1  # AF_UNIX
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def _signal_at(spec: str) -> None:
    number, event, text = spec.split(" ", 2)
    waiting = [int(number)]

    def hook(seen: str, arguments: tuple[Any, ...]) -> None:
        if waiting and seen == event and text in repr(arguments):
            os.kill(os.getpid(), waiting.pop())

    sys.addaudithook(hook)


def _forbid(prefixes: tuple[str, ...]) -> None:
    def hook(seen: str, arguments: tuple[Any, ...]) -> None:
        within = seen == "socket.__new__" and arguments[1] == _LOCAL
        if seen.startswith(prefixes) and not within:
            os.write(2, f"forbidden: {seen} {arguments!r}\n".encode())
            os._exit(86)

    sys.addaudithook(hook)


def _log(path: str) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def hook(seen: str, arguments: tuple[Any, ...]) -> None:
        opened = seen == "open" and not isinstance(arguments[0], int)  # a number is a stream that is open already
        if seen in _CHANGES or (opened and isinstance(arguments[2], int) and arguments[2] & _WRITING):
            os.write(handle, f"{seen} {arguments!r}\n".encode())

    sys.addaudithook(hook)


if "HOOK_SIGNAL" in os.environ:
    _signal_at(os.environ["HOOK_SIGNAL"])
if "HOOK_FORBID" in os.environ:
    _forbid(tuple(os.environ["HOOK_FORBID"].split(",")))
if "HOOK_LOG" in os.environ:
    _log(os.environ["HOOK_LOG"])
