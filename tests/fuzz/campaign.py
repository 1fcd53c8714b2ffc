"""Fuzzes every reader, each in a process of its own, and prints how many cases it was and what was found.

`make fuzz`, or `python tests/fuzz/campaign.py --share 0.01 --seed 7 yaml json`.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).parent

CASES: Final = {
    "yaml": 200_000,
    "json": 200_000,
    "answers": 100_000,
    "catalog": 20_000,
    "overlay": 20_000,
    "lint": 10_000,
    "verify": 20_000,
    "stored": 300_000,
    "compiled": 100_000,
    "names": 100_000,
}
"""So many cases of each reader, more than a million in all; some readers take a thousand times as long as others."""

LIMITS: Final = ("-timeout=20", "-rss_limit_mb=1024", "-max_len=8000", "-print_final_stats=1")
"""A case may take 20 seconds and the process a gigabyte; anything beyond is a find."""


def main() -> int:
    """Runs the campaign; 1 if something was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="*", default=list(CASES), help=f"among {', '.join(CASES)}; all by default")
    parser.add_argument("--share", type=float, default=1.0, help="of the usual number of cases")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", default="build/fuzz", help="the folder for inputs that were found to fail")
    options = parser.parse_args()
    folder = Path(options.keep)
    folder.mkdir(parents=True, exist_ok=True)
    total, failed = 0, []
    for target in options.targets:
        cases, coverage, found = _run(target, max(1, round(CASES[target] * options.share)), options.seed, folder)
        total += cases
        failed += [target] if found else []
        sys.stdout.write(f"{target:10}{cases:>10,} cases, coverage {coverage}, {found or 'nothing found'}\n")
        sys.stdout.flush()
    sys.stdout.write(f"{'in all':10}{total:>10,} cases\n")
    return 1 if failed else 0


def _run(target: str, cases: int, seed: int, folder: Path) -> tuple[int, str, str]:
    """How many cases were run, how many edges of the code they reached, and the last line about a find."""
    done = subprocess.run(
        [
            *(sys.executable, str(HERE / "run.py"), target, f"-runs={cases}", f"-seed={seed}"),
            *(*LIMITS, f"-artifact_prefix={folder}/{target}-"),
        ],
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    (folder / f"{target}-{seed}.log").write_text(done.stderr + done.stdout, encoding="utf-8")
    executed = re.findall(r"number_of_executed_units: (\d+)", done.stderr)
    coverage = re.findall(r"cov: (\d+)", done.stderr)
    found = re.findall(r"^(?:==\d+== ?ERROR.*|SUMMARY.*)$", done.stderr, re.MULTILINE)
    if done.returncode and not found:
        found = [f"exit code {done.returncode}"]
    return int(executed[-1]) if executed else 0, coverage[-1] if coverage else "unknown", found[-1] if found else ""


if __name__ == "__main__":
    sys.exit(main())
