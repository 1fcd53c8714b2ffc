"""How often the test of progress is wrong, and how much it sees; prints the tables of `docs/progress.md`.

People are simulated who rate themselves twice, each time with the declared error (`belief.ERROR`, held within the ends
of the scale). Either nothing changes in between, or so many of the skills that were rated rise by one level.
"""

from __future__ import annotations

import argparse
from collections import Counter
from functools import cache

import numpy as np

from careerpath.catalog.load import load_catalog
from careerpath.pathways.progress import FALSE_ALARMS, WHOLE, sign_sums
from careerpath.scoring.belief import BASICS, ERROR, LEVELS

RISES = (0, 1, 3, 5, 10)
SIZES = (10, 20, 67)
POPULATIONS = (
    "by the prior",
    "incumbents",
    "incumbents, one step too high",
    "levels at random",
    "incumbents, half the error",
    "incumbents, twice the error",
)


def main() -> None:
    """Prints, for each population and number of skills, how often a rise is said, by how many skills have risen."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--people", type=int, default=20_000)
    arguments.add_argument("--seed", type=int, default=20265)
    options = arguments.parse_args()
    random = np.random.default_rng(options.seed)
    print("| people | skills rated twice | test | " + " | ".join(f"{rise} rose" for rise in RISES) + " |")
    print("| --- | ---: | --- |" + " ---: |" * len(RISES))
    for population in POPULATIONS:
        for size in SIZES:
            shares: dict[str, list[str]] = {"signs": [], "declared error": []}
            for rise in RISES:
                changes = simulate(population, size, rise, options.people, random)
                shares["signs"].append(f"{100 * np.mean([said(tuple(row)) for row in changes]):.1f}")
                shares["declared error"].append(f"{100 * np.mean(changes.sum(axis=1) >= threshold(size)):.1f}")
            for test, told in shares.items():
                print(f"| {population} | {size} | {test} | {' | '.join(told)} |")


def simulate(population: str, size: int, rise: int, people: int, random: np.random.Generator) -> np.ndarray:
    """Changes between two ratings, of shape (people, skills); skills at the top level do not rise."""
    levels = _levels(population, size, people, random)
    later = levels.copy()
    can = levels < LEVELS - 1
    order = np.argsort(random.random(levels.shape) + ~can, axis=1)[:, :rise]
    risen = np.zeros_like(can)
    np.put_along_axis(risen, order, values=True, axis=1)
    later[risen & can] += 1
    channel = _channel(population)
    return np.asarray(_said(later, channel, random) - _said(levels, channel, random))


def _channel(population: str) -> np.ndarray:
    """The chance of each rating (columns) of each true level (rows), within the ends of the scale."""
    share = 0.5 if "half" in population else 2.0 if "twice" in population else 1.0
    errors = {step: share * chance for step, chance in ERROR.items() if step}
    shift = 1 if "too high" in population else 0
    channel = np.zeros((LEVELS, LEVELS))
    for true in range(LEVELS):
        meant = min(true + shift, LEVELS - 1)
        channel[true, meant] += 1 - 2 * sum(errors.values())
        for step, chance in errors.items():
            for said_level in (meant - step, meant + step):
                channel[true, min(max(said_level, 0), LEVELS - 1)] += chance
    return channel


def _levels(population: str, size: int, people: int, random: np.random.Generator) -> np.ndarray:
    catalog = load_catalog()
    if population == "by the prior":
        prior = np.array(catalog.scoring.prior) / sum(catalog.scoring.prior)
        return random.choice(LEVELS, size=(people, size), p=prior)
    if population == "levels at random":
        return random.integers(0, LEVELS, size=(people, size))
    demands = np.array(
        [
            [
                {entry.skill: entry.level for entry in role.requirements.skills}.get(skill.id, 0)
                for skill in catalog.skills
            ]
            for role in catalog.roles
        ]
    )
    # Skills that the role asks for come first: those are what somebody rates who rates only a few.
    demands = -np.sort(-demands, axis=1)[:, :size]
    chosen = demands[random.integers(0, len(demands), size=people)]
    basics = random.choice(LEVELS, size=chosen.shape, p=BASICS)
    return np.asarray(np.where(chosen, chosen, basics))


def _said(levels: np.ndarray, channel: np.ndarray, random: np.random.Generator) -> np.ndarray:
    rising = np.cumsum(channel, axis=1)[levels]
    return np.asarray((random.random(levels.shape)[..., None] > rising).sum(axis=-1))


def said(changes: tuple[int, ...]) -> bool:
    """Whether the test of careerpath calls these changes a rise."""
    moved = Counter(abs(int(change)) for change in changes if change)
    return _is_rise(tuple(sorted(moved.items())), int(sum(changes)))


@cache
def _is_rise(sizes: tuple[tuple[int, int], ...], total: int) -> bool:
    if total <= 0:
        return False
    cases = 2 ** sum(count for _, count in sizes)
    above = sum(count for value, count in _sums(sizes).items() if value >= total)
    return bool(above * WHOLE <= FALSE_ALARMS * cases)


@cache
def _sums(sizes: tuple[tuple[int, int], ...]) -> dict[int, int]:
    return sign_sums(dict(sizes))


@cache
def threshold(size: int) -> int:
    """The least sum of changes that the declared error alone exceeds or meets in at most 5 % of cases."""
    error = np.array([ERROR[abs(step)] for step in range(-2, 3)])
    step = np.convolve(error, error)
    total = np.ones(1)
    for _ in range(size):
        total = np.convolve(total, step)
    tail = np.cumsum(total[::-1])[::-1]
    middle = len(total) // 2
    return int(np.argmax(tail[middle:] <= FALSE_ALARMS / WHOLE))


if __name__ == "__main__":
    main()
