"""The store, and an output, while its writer is killed, or the power fails, at any of its writes.

`scripts/kill_at_every_write.py` kills a real process at each of them; here are all of them from a recording, and some
real ones.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from faults.recording import kill_at, needs_strace
from faults.replay import Recording, record_scenario
from faults.scenarios import ENVIRONMENT, SCENARIOS, Scenario, scratch

pytestmark = needs_strace

BY_NAME = {scenario.name: scenario for scenario in SCENARIOS}


@pytest.fixture(scope="module", params=SCENARIOS, ids=lambda scenario: scenario.name)
def recording(request: pytest.FixtureRequest) -> Recording:
    return record_scenario(request.param)


def test_a_kill_at_each_write_loses_nothing(recording: Recording) -> None:
    tried = sum(1 for _ in recording.kills())
    assert tried >= {"life": 200, "recovery": 30, "migration": 15, "output": 4, "results": 20}[recording.scenario.name]


def test_a_power_failure_at_each_write_loses_nothing(recording: Recording) -> None:
    assert sum(1 for _ in recording.power_failures(seed=1)) > 4


@pytest.mark.parametrize(
    ("name", "call", "number"),
    [
        *(("life", "pwrite64", number) for number in (1, 2, 16, 40, 90, 180)),
        *(("life", call, number) for call in ("fdatasync", "unlink") for number in (1, 2, 9)),
        *(("recovery", call, 1) for call in ("pwrite64", "fdatasync", "link,linkat", "rename")),
        *(("migration", call, 1) for call in ("pwrite64", "fdatasync", "unlink")),
        *(("output", call, 1) for call in ("write", "flock", "fsync", "chmod", "rename")),
        ("output", "fsync", 2),
        *(("results", call, 1) for call in ("mkdir", "flock", "write", "rmdir")),
        *(("results", "unlink", number) for number in (1, 4, 6, 7)),
        *(("results", "rename", number) for number in (1, 2, 3)),
    ],
)
def test_real_kills(name: str, call: str, number: int) -> None:
    scenario: Scenario = BY_NAME[name]
    with scratch() as place:
        folder = Path(place)
        scenario.prepare(folder)
        killed, out = kill_at(call, number, scenario.command(folder), ENVIRONMENT, scenario.store_in(folder))
        assert killed
        scenario.check(folder, out.count(b"\n"))
