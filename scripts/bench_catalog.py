"""How long a catalogue takes to load, by its number of roles: cold, from YAML, and warm, from the compiled copy.

Each load is in a process of its own, as a command has it, and is timed without the start of Python. Prints medians.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

from support.made_up_catalog import write_catalog  # noqa: E402

LOAD = """\
import gc, sys, time
from pathlib import Path
gc.set_threshold(50_000)  # as the program has it
from careerpath.catalog.load import load_catalog
wall, busy = time.perf_counter(), time.process_time()
catalog = load_catalog(Path(sys.argv[1]))
print(len(catalog.roles), time.perf_counter() - wall, time.process_time() - busy)
"""


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=20, help="warm loads; cold ones are a quarter of these")
    parser.add_argument("sizes", type=int, nargs="*", default=[30, 300, 3000], help="numbers of roles")
    options = parser.parse_args()
    print("roles   load   median ms   of the processor   microseconds of it for each role")
    with tempfile.TemporaryDirectory() as place:
        for roles in options.sizes:
            folder = write_catalog(Path(place, str(roles)), roles)
            cold = [_load(folder, Path(place, f"cache-{roles}-{run}")) for run in range(max(options.runs // 4, 3))]
            warm = [_load(folder, Path(place, f"cache-{roles}-0")) for _ in range(options.runs)]
            for name, times in (("cold", cold), ("warm", warm)):
                wall, busy = (median(column) for column in zip(*times, strict=True))
                print(f"{roles:5}   {name}   {1000 * wall:9.1f}   {1000 * busy:16.1f}   {1e6 * busy / roles:12.1f}")


def _load(folder: Path, cache: Path) -> tuple[float, float]:
    """Seconds, by the clock and of the processor."""
    environment = os.environ | {"XDG_CACHE_HOME": str(cache), "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-c", LOAD, str(folder)]
    _, wall, busy = subprocess.run(
        command, env=environment, capture_output=True, encoding="utf-8", check=True
    ).stdout.split()
    return float(wall), float(busy)


if __name__ == "__main__":
    main()
