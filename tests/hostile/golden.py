"""What is said about each bad input, in one file for each kind; `UPDATE_GOLDEN=1 make test` writes them anew."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).with_name("golden")
UPDATE: Final = bool(os.environ.get("UPDATE_GOLDEN"))

LONGEST: Final = 300
MOST: Final = 6
"""Of long lines and of long lists the beginning is enough."""


def expected_lines(kind: str) -> dict[str, list[str]]:
    """The lines by name of the input."""
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in (FOLDER / f"{kind}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            lines = found.setdefault(line.removeprefix("== "), [])
        else:
            lines.append(line)
    return found


def shortened(lines: list[str]) -> list[str]:
    """The beginning of what is said, and how much there is in all."""
    shown = [line if len(line) <= LONGEST else f"{line[:LONGEST]}... ({len(line)} characters)" for line in lines]
    return shown if len(shown) <= MOST else [*shown[: MOST - 1], f"... ({len(shown)} lines)"]


def write_lines(kind: str, lines: dict[str, list[str]]) -> None:
    """Writes what is said about the inputs of a kind."""
    FOLDER.mkdir(exist_ok=True)
    text = "".join(f"== {name}\n" + "".join(f"{line}\n" for line in said) for name, said in lines.items())
    (FOLDER / f"{kind}.txt").write_text(text, encoding="utf-8")
