"""Kills a real process at every single write to the store and of an output; takes its power away there many times.

    python scripts/kill_at_every_write.py [--seeds N]

Needs strace. Says how many ends were tried; ends with a traceback at the first that loses something.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from faults.recording import KILLED_AT, kill_at
from faults.replay import record_scenario
from faults.scenarios import ENVIRONMENT, SCENARIOS, Scenario, scratch


def kill_everywhere(scenario: Scenario) -> int:
    """Real kills, as many as there are calls; how many that were."""
    tried = 0
    for call in KILLED_AT:
        number, killed = 0, True
        while killed:
            number += 1
            with scratch() as place:
                folder = Path(place)
                scenario.prepare(folder)
                killed, out = kill_at(call, number, scenario.command(folder), ENVIRONMENT, scenario.store_in(folder))
                scenario.check(folder, out.count(b"\n"))
            tried += killed
    return tried


def main() -> None:
    """Every scenario in turn; a line for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=20, help="power failures at each write")
    seeds = parser.parse_args().seeds
    for scenario in SCENARIOS:
        recording = record_scenario(scenario)
        replayed = sum(1 for _ in recording.kills())
        failed = sum(1 for seed in range(seeds) for _ in recording.power_failures(seed))
        killed = kill_everywhere(scenario)
        print(f"{scenario.name}: {killed} kills, {replayed} more from a recording, {failed} power failures; none lost")


if __name__ == "__main__":
    main()
