"""The processes of Spark's workers on this machine: which they are, what they used, and on which core they run.

A worker is a process of Java and the Python processes below it, as lists of their numbers. Reads /proc, so Linux only.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

EXECUTOR = "CoarseGrainedExecutorBackend"
TICKS = os.sysconf("SC_CLK_TCK")
PARENT, USED = 1, slice(11, 15)
"""Where these stand in a process's line behind its name: user, system, and both of those that it waited for."""


def find_workers() -> Iterator[list[int]]:
    """The workers that this program has started."""
    parents: dict[int, list[int]] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        if fields := _fields(int(folder.name)):
            parents.setdefault(int(fields[PARENT]), []).append(int(folder.name))
    for process in sorted(_below(os.getpid(), parents)):
        if EXECUTOR in _read(Path(f"/proc/{process}/cmdline")):
            yield [process, *_below(process, parents)]


def used_time(workers: Iterable[list[int]]) -> float:
    """Seconds of the processor that workers have used so far."""
    ticks = [_fields(process)[USED] for worker in workers for process in worker]
    return sum(int(used) for found in ticks for used in found) / TICKS


def pin(workers: Iterable[list[int]]) -> None:
    """Holds each worker, with all that it will start, to a core of its own."""
    for core, worker in zip(sorted(os.sched_getaffinity(0)), workers, strict=False):
        for process in worker:
            for thread in Path(f"/proc/{process}/task").iterdir():
                os.sched_setaffinity(int(thread.name), {core})


def _below(process: int, parents: dict[int, list[int]]) -> list[int]:
    """All processes that a process started, and those that these started."""
    return [found for child in parents.get(process, ()) for found in (child, *_below(child, parents))]


def _fields(process: int) -> list[str]:
    return _read(Path(f"/proc/{process}/stat")).rpartition(") ")[2].split()


def _read(path: Path) -> str:
    """A file of the kernel; '' if its process is gone."""
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
