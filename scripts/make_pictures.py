"""Makes the pictures of the README from the real program; with --check, says whether they are up to date.

The program runs in a pseudo-terminal, as a person sees it; its output becomes an SVG.
"""

from __future__ import annotations

import argparse
import io
import os
import re
import sys
import tempfile
from pathlib import Path

import pexpect
from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "pictures"
WIDTH = 96

COMMANDS = {
    "result": (["quiz", "--answers", "docs/examples/anna.yaml", "--no-save"], 40),
    "compare": (["compare", "marketing", "product"], 40),
}
"""For each picture the command, and how many lines of its output are shown."""


def main() -> None:
    """Writes every picture, or compares it with what is there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    PICTURES.mkdir(parents=True, exist_ok=True)
    stale = []
    for name, (arguments, lines) in COMMANDS.items():
        path = PICTURES / f"{name}.svg"
        picture = make_picture(name, arguments, lines)
        if check and (not path.exists() or path.read_text(encoding="utf-8") != picture):
            stale.append(path.name)
        elif not check:
            path.write_text(picture, encoding="utf-8")
            print(f"wrote {path.relative_to(ROOT)}")
    if stale:
        sys.exit(f"out of date: {', '.join(stale)}. Run 'make pictures'.")


def make_picture(name: str, arguments: list[str], lines: int) -> str:
    """The SVG of the first lines of a command's output."""
    with tempfile.TemporaryDirectory() as home:
        environment = {
            **os.environ,
            "CAREERPATH_HOME": home,
            "TERM": "xterm-256color",
            "LC_ALL": "C.UTF-8",
            "COLUMNS": str(WIDTH),
        }
        environment.pop("NO_COLOR", None)
        output = pexpect.run(
            " ".join([sys.executable, "-m", "careerpath", *arguments]),
            env=environment,
            cwd=str(ROOT),
            timeout=60,
            dimensions=(lines, WIDTH),
        ).decode("utf-8")
    shown = output.replace("\r\n", "\n").splitlines()[:lines]
    console = Console(record=True, width=WIDTH, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    console.print(Text(f"$ careerpath {' '.join(arguments)}\n", style="bold"))
    console.print(Text.from_ansi("\n".join(shown)))
    if len(output.splitlines()) > lines:
        console.print(Text("...", style="dim"))
    picture = console.export_svg(title="careerpath", unique_id=f"careerpath-{name}")
    return re.sub(r"\s*@font-face \{.*?\}", "", picture, flags=re.DOTALL)  # fonts would be fetched from the network


if __name__ == "__main__":
    main()
