"""A short run of every fuzz target, the same each time; the long ones are `make fuzz`."""

from __future__ import annotations

from random import Random

import pytest

from fuzz.campaign import CASES
from fuzz.mutate import mutate
from fuzz.targets import TARGETS

SHORT = {"catalog": 60, "overlay": 60, "lint": 40, "verify": 60}
"""Cases of the readers that are slow; of the others there are 400."""


@pytest.mark.parametrize("name", TARGETS)
def test_a_reader_gives_a_value_or_refuses_in_words(name: str) -> None:
    target = TARGETS[name]
    seeds = target.seeds()
    draw = Random(20_270_131)  # noqa: S311 (no secret)
    for seed in seeds:
        target.run(seed)
    for _ in range(SHORT.get(name, 400)):
        case = mutate(draw.choice(seeds), draw, seeds)
        try:
            target.run(case)
        except BaseException as error:
            error.add_note(f"the input: {case!r}")
            raise


def test_every_target_is_in_the_campaign() -> None:
    assert set(CASES) == set(TARGETS)
    assert sum(CASES.values()) > 1_000_000
