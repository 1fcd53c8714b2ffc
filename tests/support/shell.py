"""The program under its own name, for tests that run a shell."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from support.program import Program


def run_in_shell(
    program: Program, command: Sequence[str], stdin: str | None = None
) -> subprocess.CompletedProcess[str]:
    """Runs a command in the program's home, where `careerpath` can be called by its name."""
    folder = program.home / "bin"
    folder.mkdir(exist_ok=True)
    script = folder / "careerpath"
    script.write_text(f'#!/bin/sh\nexec {sys.executable} -m careerpath "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    return subprocess.run(
        command,
        cwd=program.home,
        env=program.environment | {"PATH": f"{folder}:{program.environment['PATH']}", "HOME": str(program.home)},
        capture_output=True,
        input=stdin,
        stdin=subprocess.DEVNULL if stdin is None else None,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
