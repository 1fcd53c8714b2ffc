"""What the README and the pages of the documentation hold: commands, examples, links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from support.program import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DOCS = ROOT / "docs"
PAGES = (ROOT / "README.md", *sorted(DOCS.rglob("*.md")))
NOT_RUN = re.compile(r"<!-- not run: .{10,} -->\n\n?$")
"""A reader of the source is told why; only what takes long or needs what a test does not have."""


class Block(NamedTuple):
    """A fenced block: its language, its text, and whether the page says that it is not run."""

    language: str
    text: str
    is_run: bool


def name_of(page: Path) -> str:
    return str(page.relative_to(ROOT))


def blocks(page: Path, language: str) -> list[Block]:
    text = page.read_text(encoding="utf-8")
    return [
        Block(found[1], found[2], not NOT_RUN.search(text[: found.start()]))
        for found in re.finditer(r"^```(\w+)\n(.*?)^```$", text, re.DOTALL | re.MULTILINE)
        if found[1] == language
    ]


def commands(page: Path) -> list[str]:
    """The command lines of a page: those in its blocks, and those in the rows of its tables."""
    found = [line for block in blocks(page, "sh") if block.is_run for line in _lines(block.text)]
    for block in blocks(page, "console"):
        found += re.findall(r"^\$ (careerpath .*)$", block.text, re.MULTILINE) if block.is_run else []
    for row in re.findall(r"^\|.*\|$", page.read_text(encoding="utf-8"), re.MULTILINE):
        found += [code for code in re.findall(r"`([^`]+)`", row) if code.startswith("careerpath ")]
    return list(dict.fromkeys(found))


def _lines(block: str) -> Iterator[str]:
    """A block's commands, each with the lines that it goes on in."""
    line = ""
    for part in block.splitlines():
        goes_on = part.startswith((" ", "\t")) or line.endswith(("|", "\\"))
        if not goes_on and line:
            yield line
        line = f"{line}\n{part}" if goes_on else part
        line = "" if line.startswith("#") else line
    if line:
        yield line


def languages(page: Path) -> set[str]:
    """What the fenced blocks of a page are said to be in; an empty text where nothing is said."""
    fences = re.findall(r"^ *```(.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return set(fences[::2])


def inline_commands(page: Path) -> set[str]:
    """The commands that the text of a page speaks of."""
    text = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    return {" ".join(code.split()) for code in re.findall(r"`(careerpath [^`]+)`", text)}


def links(page: Path) -> set[str]:
    return set(re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")))
