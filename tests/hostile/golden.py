"""What is said about each bad input, in one file for each kind; `UPDATE_GOLDEN=1 make test` writes them anew."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

FOLDER: Final = Path(__file__).with_name("golden")
UPDATE: Final = bool(os.environ.get("UPDATE_GOLDEN"))

LONGEST: Final = 300
MOST: Final = 6
"""Of long lines and of long lists the beginning is enough."""


def expected_lines(kind: str) -> dict[str, list[str]]:
    """The lines by name of the input."""
    file = FOLDER / f"{kind}.txt"
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else ():
        if line.startswith("== "):
            lines = found.setdefault(line.removeprefix("== "), [])
        else:
            lines.append(line)
    return found


def shortened(lines: list[str]) -> list[str]:
    """The beginning of what is said, and how much there is in all."""
    shown = [line if len(line) <= LONGEST else f"{line[:LONGEST]}... ({len(line)} characters)" for line in lines]
    return shown if len(shown) <= MOST else [*shown[: MOST - 1], f"... ({len(shown)} lines)"]


def write_lines(kind: str, changed: Mapping[str, list[str]], names: Collection[str] | None = None) -> None:
    """Puts what is said about some inputs into the file of their kind; of `names`, if given, nothing else stays there.

    Tests that run at the same time wait for each other here.
    """
    FOLDER.mkdir(exist_ok=True)
    with (FOLDER / f"{kind}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        lines = {**expected_lines(kind), **changed}
        kept = {name: lines[name] for name in sorted(lines) if names is None or name in names}
        text = "".join(f"== {name}\n" + "".join(f"{line}\n" for line in said) for name, said in kept.items())
        (FOLDER / f"{kind}.txt").write_text(text, encoding="utf-8")
