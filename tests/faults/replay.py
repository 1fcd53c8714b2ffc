"""A scenario, recorded once, and broken off at each of its writes."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from faults.disk import Disk
from faults.recording import Call, record
from faults.scenarios import ENVIRONMENT, Scenario, scratch

if TYPE_CHECKING:
    from collections.abc import Iterator


class Recording(NamedTuple):
    """root: where it was recorded, with the contents that its folder had before; calls: what it changed there."""

    scenario: Scenario
    root: Path
    before: Disk
    calls: list[Call]

    def kills(self) -> Iterator[int]:
        """Kills the process before each of its writes, checks what is found, and yields the number of the write."""
        for number, disk in self._moments():
            with scratch() as place:
                disk.lay_out_killed(Path(place) / "found")
                self.scenario.check(Path(place) / "found", disk.acknowledged)
            yield number

    def power_failures(self, seed: int) -> Iterator[int]:
        """Takes the power away before each of the writes; what was not certain is there or not as chance will."""
        for number, disk in self._moments():
            chance = random.Random(f"{seed} {number}")  # noqa: S311 (no secret)
            with scratch() as place:
                disk.lay_out_without_power(Path(place) / "found", chance)
                self.scenario.check(Path(place) / "found", disk.acknowledged)
            yield number

    def _moments(self) -> Iterator[tuple[int, Disk]]:
        """The disk before each write, and after the last one."""
        disk = self.before.copy()
        for number, call in enumerate(self.calls):
            yield number, disk
            disk.take(call)
        yield len(self.calls), disk


def record_scenario(scenario: Scenario) -> Recording:
    """Runs a scenario to its end and keeps what it changed."""
    with scratch() as place:
        root = Path(place) / "root"
        root.mkdir()
        scenario.prepare(root)
        before = Disk(root)
        before.load()
        calls = record(scenario.command(root), ENVIRONMENT, Path(place) / "log")
    return Recording(
        scenario, root, before, [call for call in calls if call.paths == ("",) or call.paths[0].startswith(str(root))]
    )
