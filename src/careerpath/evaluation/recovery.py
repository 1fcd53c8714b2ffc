"""Recovery: of the people who meet a role exactly, for how many that role comes first, and within the first three.

Measured for the score and for three simpler ones, with exact answers and with answers that err, for several values of
the two constants of the score that carry the order, and for people who fit their role less well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import numpy as np

from careerpath.evaluation.people import Bench, disturbed, thinned
from careerpath.evaluation.placing import Recovered, recovered
from careerpath.model.skill import MAX_LEVEL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerpath.evaluation.people import People
    from careerpath.evaluation.size import Size
    from careerpath.scoring.belief import Floats
    from careerpath.scoring.kernel import Codes

SEED = 20_261
ERRORS = (0.0, 0.5, 0.8)
SURPLUSES = (0, 25, 50, 75, 100, 150)
APPEALS = (0, 10, 20, 30, 50, 100)
METHODS = ("score", "coverage", "cosine", "distance")


class RoleShares(msgspec.Struct, frozen=True, kw_only=True):
    """The shares of one role's incumbents for whom it comes first, and within the first three, by method."""

    role: str
    first: dict[str, float]
    three: dict[str, float]


class ErrorShares(msgspec.Struct, frozen=True, kw_only=True):
    """The shares over all roles, and by role, for one error of the answers (standard deviation, in levels)."""

    error: float
    first: dict[str, float]
    three: dict[str, float]
    roles: tuple[RoleShares, ...]


class CurvePoint(msgspec.Struct, frozen=True, kw_only=True):
    """The share that comes first with one value of a constant, in percent; by error, or by what is liked."""

    percent: int
    first: dict[str, float]


class HarderShares(msgspec.Struct, frozen=True, kw_only=True):
    """The shares for incumbents who fit their role less well, at the largest error."""

    people: str
    first: dict[str, float]
    three: dict[str, float]


class RecoveryFigures(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that the chapter says. All shares run from 0 to 1; `each` is the number of incumbents of a role."""

    seed: int
    each: int
    surplus: int
    appeal: int
    errors: tuple[ErrorShares, ...]
    surplus_curve: tuple[CurvePoint, ...]
    appeal_curve: tuple[CurvePoint, ...]
    harder: tuple[HarderShares, ...]


def measure_recovery(bench: Bench, size: Size) -> RecoveryFigures:
    """The shares, for so many people of each role."""
    random = np.random.default_rng(SEED)
    people = bench.every_incumbent(size.people, random)
    said = {error: disturbed(bench, people.codes, error, random) for error in ERRORS}
    fans = people._replace(likes=bench.every_incumbent(size.people, random, likes_work=True).likes)
    scoring = bench.catalog.scoring
    return RecoveryFigures(
        seed=SEED,
        each=size.people,
        surplus=scoring.surplus,
        appeal=scoring.appeal,
        errors=tuple(_by_method(bench, people, codes, error) for error, codes in said.items()),
        surplus_curve=tuple(_with_surplus(bench, people, said, percent) for percent in SURPLUSES),
        appeal_curve=tuple(_with_appeal(bench, (people, fans), said[ERRORS[-1]], percent) for percent in APPEALS),
        harder=tuple(_harder(bench, people, random)),
    )


def scores_by_method(bench: Bench, codes: Codes, likes: Codes) -> dict[str, Floats]:
    """What each method gives each role, higher being better: of shape (people, roles).

    `coverage` is the readiness. `cosine` and `distance` compare a person's levels with those that a role asks for.
    """
    scores = bench.kernel.score(codes, likes)
    levels = np.maximum(codes[:, bench.skills], 0).astype(float)
    demand = bench.demand.astype(float)
    products = levels @ demand.T
    lengths = np.linalg.norm(levels, axis=1)[:, None] * np.linalg.norm(demand, axis=1)
    squares = (levels**2).sum(axis=1)[:, None] - 2 * products + (demand**2).sum(axis=1)
    return {
        "score": scores.match.astype(float),
        "coverage": scores.readiness.astype(float),
        "cosine": np.round(products / np.maximum(lengths, 1e-9), 9),
        "distance": -squares,
    }


def _recovered(bench: Bench, people: People, codes: Codes) -> dict[str, Recovered]:
    scores = scores_by_method(bench, codes, people.likes)
    return {method: recovered(scores[method], people.role) for method in METHODS}


def _by_method(bench: Bench, people: People, codes: Codes, error: float) -> ErrorShares:
    found = _recovered(bench, people, codes)
    return ErrorShares(
        error=error,
        first={method: result.first for method, result in found.items()},
        three={method: result.three for method, result in found.items()},
        roles=tuple(
            RoleShares(
                role=role,
                first={method: result.among(people.role == number).first for method, result in found.items()},
                three={method: result.among(people.role == number).three for method, result in found.items()},
            )
            for number, role in enumerate(bench.kernel.roles)
        ),
    )


def _with_constants(bench: Bench, **constants: int) -> Bench:
    scoring = msgspec.structs.replace(bench.catalog.scoring, **constants)
    return Bench(msgspec.structs.replace(bench.catalog, scoring=scoring))


def _with_surplus(bench: Bench, people: People, said: dict[float, Codes], percent: int) -> CurvePoint:
    kernel = _with_constants(bench, surplus=percent).kernel
    return CurvePoint(
        percent=percent,
        first={
            str(error): recovered(kernel.score(codes, people.likes).match, people.role).first
            for error, codes in said.items()
        },
    )


def _with_appeal(bench: Bench, groups: tuple[People, People], codes: Codes, percent: int) -> CurvePoint:
    kernel = _with_constants(bench, appeal=percent).kernel
    return CurvePoint(
        percent=percent,
        first={
            name: recovered(kernel.score(codes, people.likes).match, people.role).first
            for name, people in zip(("likes at random", "likes own work"), groups, strict=True)
        },
    )


def _harder(bench: Bench, people: People, random: np.random.Generator) -> Iterator[HarderShares]:
    asked = bench.demand[people.role] > 0
    levels = people.codes[:, bench.skills]
    shape = levels.shape
    variants = {
        "unrelated skills 0-2": np.where(asked, levels, random.integers(0, 3, size=shape)),
        "unrelated skills 0-3": np.where(asked, levels, random.integers(0, 4, size=shape)),
        "one level short throughout": np.where(asked, np.maximum(levels - 1, 0), levels),
        "one level above throughout": np.minimum(levels + 1, MAX_LEVEL),
        "half of the skills not answered": levels,
    }
    for name, changed in variants.items():
        codes = people.codes.copy()
        codes[:, bench.skills] = changed
        codes = disturbed(bench, codes, ERRORS[-1], random)
        if name.startswith("half"):
            codes = thinned(bench, codes, shape[1] // 2, random)
        found = _recovered(bench, people, codes)
        yield HarderShares(
            people=name,
            first={method: result.first for method, result in found.items()},
            three={method: result.three for method, result in found.items()},
        )
