"""Changes the program in thousands of small ways and says how many of these changes ("mutants") the tests notice.

One group of modules at a time, with the tests of that group, in a copy of the checkout under build/mutants/GROUP. A run
takes one tenth of the mutants, those whose number in their function ends with a digit, and what was found stays there:
a tenth that is interrupted is run again, the others are kept. --report says what all of them came to.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

from mutants import GROUPS, ROOT, Group, report

MOST_MEMORY = 4 << 30
"""So many bytes of addresses a mutant may take: one that never ends must not take the machine along."""

COPIED = ("src", "tests", "data", "docs", "scripts", "build_hook.py", "README.md", "pyproject.toml")


def main() -> int:
    """Runs a tenth of each group that is named, or reports."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("groups", nargs="*", metavar="GROUP", help=f"which (none: all): {', '.join(GROUPS)}")
    parser.add_argument("--digits", default="3", help="the last digits of the mutants to try, as 3 or 0123456789")
    parser.add_argument("--workers", type=int, default=1, help="how many mutants at once")
    parser.add_argument("--report", action="store_true", help="run nothing; say what has been found so far")
    options = parser.parse_args()
    chosen = options.groups or list(GROUPS)
    if not options.report:
        os.nice(19)
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        for name in chosen:
            run(name, GROUPS[name], options.digits, options.workers)
    return report(chosen)


def run(name: str, group: Group, digits: str, workers: int) -> None:
    """Tries these mutants of a group; raises CalledProcessError if its tests fail without any mutant."""
    place = ROOT / "build" / "mutants" / name
    place.mkdir(parents=True, exist_ok=True)
    for part in COPIED:
        _copy(ROOT / part, place / part)
    with (place / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write(group.settings())
    # Which tests reach what is found out anew: mutmut takes tests of the same name for the same.
    (place / "mutants" / "mutmut-stats.json").unlink(missing_ok=True)
    subprocess.run(
        [
            sys.executable,
            "-m",
            "mutmut",
            "run",
            "--max-children",
            str(workers),
            *(f"*__mutmut_*{digit}" for digit in digits),
        ],
        cwd=place,
        env=os.environ | {"HYPOTHESIS_PROFILE": "few"},
        check=True,
        stdout=(place / "log.txt").open("wb"),
    )


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", "_compiled"))
    else:
        shutil.copy2(source, target)


if __name__ == "__main__":
    sys.exit(main())
