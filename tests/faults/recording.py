"""Every change that a program makes to files, as strace tells it; and the end of a program at one of them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Final, NamedTuple

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

CHANGES: Final = (
    *("write", "pwrite64", "fsync", "fdatasync", "ftruncate", "unlink", "unlinkat"),
    *("rename", "renameat", "renameat2", "link", "linkat", "mkdir", "mkdirat"),
)
"""The calls by which a store changes on the disk."""

KILLED_AT: Final = (*CHANGES, "flock", "chmod", "fchmod")
"""Calls at which a process is killed: also those between the changes of an output."""

_BY_NUMBER: Final = {
    "write": "write",
    "pwrite64": "write",
    "fsync": "sync",
    "fdatasync": "sync",
    "ftruncate": "cut",
}
"""The calls that name an open file, and what they do to it."""

_CALL: Final = re.compile(r"^\d+ +(\w+)\((.*)\) += (-?\d+|0x[0-9a-f]+)(?: .*|<.*)?$")
_UNFINISHED: Final = " <unfinished ...>"
_RESUMED: Final = re.compile(r" *<\.\.\. \w+ resumed>")
_TEXT: Final = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_FILE: Final = re.compile(r"<((?:\\x[0-9a-f]{2})*)>")


class Call(NamedTuple):
    """One change. paths: one or two; data and place for what is written or cut."""

    name: str
    paths: tuple[str, ...]
    data: bytes = b""
    place: int = -1


def _find_fault() -> str | None:
    if sys.platform != "linux" or shutil.which("strace") is None:
        return "strace is needed: apt-get install strace"
    probe = subprocess.run(["strace", "-o", os.devnull, "true"], check=False, capture_output=True)
    return "strace may not trace here" if probe.returncode else None


_FAULT: Final = _find_fault()
needs_strace: Final = pytest.mark.skipif(_FAULT is not None, reason=_FAULT or "")


def record(command: Sequence[str], environment: Mapping[str, str], log: Path) -> list[Call]:
    """Runs a program to its end; what it changed, in order. `write` to its stdout is among it, with the path ''."""
    trace = f"trace=openat,{','.join(CHANGES)}"
    subprocess.run(
        ["strace", "-f", "-y", "-xx", "-s", "1000000", "-o", str(log), "-e", trace, *command],
        env=dict(environment),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        check=True,
        timeout=120,
    )
    calls = [call for line in _whole_lines(log.read_text(encoding="ascii")) if (call := _parse(line)) is not None]
    assert calls
    return calls


def kill_at(
    call: str, number: int, command: Sequence[str], environment: Mapping[str, str], folder: Path | None = None
) -> tuple[bool, bytes]:
    """Runs a program and kills it as it enters a call of that name, or one of several, for the nth time (from 1).

    Args:
        folder: only calls with a file of a store in this folder count.

    Returns:
        Whether it was killed before its end, and its stdout.
    """
    inject = f"inject={call}:signal=KILL:when={number}"
    paths = [part for place in watched(folder) for part in ("-P", str(place))] if folder else []
    done = subprocess.run(
        ["strace", "-f", "-o", os.devnull, *paths, "-e", f"trace={call}", "-e", inject, *command],
        env=dict(environment),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=120,
    )
    return done.returncode in {-9, 137}, done.stdout


def watched(folder: Path) -> list[Path]:
    """The folder and the files that a store can have in it; strace wants their names."""
    files = [folder / f"careerpath.sqlite3{end}" for end in ("", ".recovered", ".recovery-lock", ".rewrite")]
    aside = folder / "careerpath.sqlite3.damaged-1"
    journals = [file.with_name(f"{file.name}-journal") for file in (*files, aside)]
    return [folder, *files, aside, *journals]


def _whole_lines(log: str) -> Iterator[str]:
    """The calls, each on a line where it ends; of threads at the same time, strace breaks them in two."""
    begun: dict[str, str] = {}
    for line in log.splitlines():
        thread, _, rest = line.partition(" ")
        if rest.endswith(_UNFINISHED):
            begun[thread] = line.removesuffix(_UNFINISHED)
        elif (resumed := _RESUMED.match(rest)) and thread in begun:
            yield begun.pop(thread) + rest[resumed.end() :]
        else:
            yield line


def _parse(line: str) -> Call | None:
    found = _CALL.match(line)
    if found is None or found[3].startswith("-"):
        return None
    name, arguments, result = found.groups()
    texts = [_unescape(text) for text in _TEXT.findall(arguments)]
    if name == "openat":
        return Call("create", (os.fsdecode(texts[0]),)) if "O_CREAT" in arguments else None
    if name not in _BY_NUMBER:
        kind = name.removesuffix("2").removesuffix("at")
        return Call(kind, tuple(os.fsdecode(text) for text in texts))
    file = _FILE.search(arguments)
    path = os.fsdecode(_unescape(file[1])) if file and not arguments.startswith("1<") else ""
    last = int(arguments.rpartition(", ")[2]) if ", " in arguments else -1
    kind = _BY_NUMBER[name]
    if kind == "write":
        return Call(kind, (path,), texts[0][: int(result)], last if name == "pwrite64" else -1)
    return Call(kind, (path,), place=last)


def _unescape(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))
