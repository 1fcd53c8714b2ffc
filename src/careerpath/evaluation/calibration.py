"""Calibration: whether the honest ranks are as sure as they should be, for people whose true levels we alone know.

People say of themselves what the declared error of self-ratings makes of the truth. From what they say come the chance
of each role to be first, and the places that it could take; from the truth comes who is really first, and where.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec
import numpy as np

from careerpath.evaluation.people import Bench, People, joined, self_rated, thinned
from careerpath.evaluation.placing import first_roles
from careerpath.evaluation.reliability import Bin, calibration_error, reliability
from careerpath.scoring.belief import Belief, Floats
from careerpath.scoring.ranks import places_of, rank_chances

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerpath.evaluation.size import Size
    from careerpath.scoring.kernel import Codes, Integers

SEED = 20_263
SPARSE = 20
ALL = "all together"


class PopulationFigures(msgspec.Struct, frozen=True, kw_only=True):
    """How well the honest ranks do for one population. All figures are shares from 0 to 1.

    said, right: the mean chance given to the role that the score puts first, and how often it is truly first.
    bins: the same by tenths of the chance. error_first, error_all: expected calibration error of that role's chance,
    and of the chances of all roles. brier: summed over roles. covered: how often the true place of a role lies within
    its 95 % range; covered_wide: the same of roles whose range is wider than one place. width: the mean range.
    """

    population: str
    people: int
    said: float
    right: float
    bins: tuple[Bin, ...]
    error_first: float
    error_all: float
    brier: float
    covered: float
    covered_wide: float
    width: float


class CalibrationFigures(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that the chapter says. `draws` is how many people were drawn for each person's chances."""

    seed: int
    draws: int
    populations: tuple[PopulationFigures, ...]


class Outcome(NamedTuple):
    """What was said and what is true, of shape (people, roles); `named` is the number of the role shown first."""

    chances: Floats
    truth: Floats
    best: Integers
    worst: Integers
    places: Integers
    named: Integers


def measure_calibration(bench: Bench, size: Size, belief: Belief | None = None) -> CalibrationFigures:
    """The honest ranks of so many people of each population, held against the truth."""
    random = np.random.default_rng(SEED)
    belief = belief or Belief(bench.table, bench.kernel)
    outcomes = {
        name: outcome_of(bench, belief, people, said, size.draws)
        for name, people, said in _populations(bench, size.people, random)
    }
    whole = Outcome(*(np.concatenate(parts) for parts in zip(*outcomes.values(), strict=True)))
    return CalibrationFigures(
        seed=SEED,
        draws=size.draws,
        populations=tuple(figures_of(name, outcome) for name, outcome in {**outcomes, ALL: whole}.items()),
    )


def _populations(
    bench: Bench, count: int, random: np.random.Generator
) -> Iterator[tuple[str, People, tuple[Codes, Codes]]]:
    people = _resembling(bench, count, random)
    yield "resembling a role", people, self_rated(bench, people, random)
    people = bench.uniform(count, random)
    yield "levels at random", people, self_rated(bench, people, random)
    people = bench.by_prior(count, random)
    yield "levels by the prior", people, self_rated(bench, people, random)
    people = joined(_resembling(bench, count // 2, random), bench.by_prior(count - count // 2, random))
    yield "one step too high", people, self_rated(bench, people, random, shift=1)
    some = count // 4
    people = joined(
        _resembling(bench, count - 2 * some, random), bench.uniform(some, random), bench.by_prior(some, random)
    )
    codes, likes = self_rated(bench, people, random)
    yield f"only {SPARSE} skills answered", people, (thinned(bench, codes, SPARSE, random), likes)


def _resembling(bench: Bench, count: int, random: np.random.Generator) -> People:
    """Incumbents who like the work of their role; every role as often as any other, or nearly."""
    each = -(-count // len(bench.demand))
    people = bench.every_incumbent(each, random, likes_work=True)
    chosen = random.permutation(len(people.role))[:count]
    return people.among(chosen)


def outcome_of(bench: Bench, belief: Belief, people: People, said: tuple[Codes, Codes], draws: int) -> Outcome:
    """The chances from what people say, and the truth behind it."""
    match = bench.kernel.score(people.codes, people.likes).match
    leads = match == match.max(axis=1, keepdims=True)
    ranks = [rank_chances(belief, codes, likes, draws) for codes, likes in zip(*said, strict=True)]
    return Outcome(
        chances=np.array([rank.first for rank in ranks]),
        truth=leads / leads.sum(axis=1, keepdims=True),
        best=np.array([rank.best for rank in ranks]),
        worst=np.array([rank.worst for rank in ranks]),
        places=places_of(match),
        named=first_roles(bench.kernel, bench.kernel.score(*said).match),
    )


def figures_of(population: str, outcome: Outcome) -> PopulationFigures:
    """The figures of one population."""
    everybody = np.arange(len(outcome.named))
    said, right = outcome.chances[everybody, outcome.named], outcome.truth[everybody, outcome.named]
    covered = (outcome.best <= outcome.places) & (outcome.places <= outcome.worst)
    wide = outcome.worst > outcome.best
    return PopulationFigures(
        population=population,
        people=len(everybody),
        said=_rounded(said.mean()),
        right=_rounded(right.mean()),
        bins=reliability(said, right),
        error_first=calibration_error(said, right),
        error_all=calibration_error(outcome.chances.ravel(), outcome.truth.ravel()),
        brier=_rounded(((outcome.chances - outcome.truth) ** 2).sum(axis=1).mean()),
        covered=_rounded(covered.mean()),
        covered_wide=_rounded(covered[wide].mean()) if wide.any() else 1.0,
        width=_rounded((outcome.worst - outcome.best + 1).mean()),
    )


def _rounded(figure: float) -> float:
    return round(float(figure), 4)
