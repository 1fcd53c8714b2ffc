"""Somebody who meets a role finds it first, also when the answers err."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from careerpath.evaluation.people import disturbed
from careerpath.evaluation.placing import recovered
from careerpath.evaluation.recovery import RecoveryFigures, measure_recovery, scores_by_method
from careerpath.evaluation.size import Size

if TYPE_CHECKING:
    from careerpath.evaluation.people import Bench

AIMS = {0.0: (0.99, 1.0), 0.5: (0.97, 0.99), 0.8: (0.93, 0.98)}
"""By error: the share that comes first, and within the first three."""


@pytest.fixture(scope="module")
def figures(bench: Bench) -> RecoveryFigures:
    return measure_recovery(bench, Size(people=40, draws=0))


def test_the_own_role_comes_first(figures: RecoveryFigures) -> None:
    for shares in figures.errors:
        first, three = AIMS[shares.error]
        assert shares.first["score"] >= first
        assert shares.three["score"] >= three


def test_every_role_can_be_found(figures: RecoveryFigures) -> None:
    for row in figures.errors[-1].roles:
        assert row.first["score"] >= 0.8, row.role


def test_the_score_beats_coverage_alone_and_cosine(figures: RecoveryFigures) -> None:
    for shares in figures.errors:
        assert shares.first["score"] >= max(shares.first["coverage"], shares.first["cosine"])


def test_the_surplus_constant_in_use_is_near_the_best(figures: RecoveryFigures) -> None:
    used = next(point for point in figures.surplus_curve if point.percent == figures.surplus)
    for error, share in used.first.items():
        assert share >= max(point.first[error] for point in figures.surplus_curve) - 0.015


def test_incumbents_meet_their_role_exactly(bench: Bench) -> None:
    people = bench.every_incumbent(3, np.random.default_rng(1))
    readiness = bench.kernel.score(people.codes, people.likes).readiness
    assert (readiness[np.arange(len(people.role)), people.role] == 10_000).all()


def test_an_error_of_nothing_changes_nothing(bench: Bench) -> None:
    random = np.random.default_rng(1)
    people = bench.every_incumbent(2, random)
    assert (disturbed(bench, people.codes, 0.0, random) == people.codes).all()


def test_the_baselines_are_what_they_say(bench: Bench) -> None:
    people = bench.incumbents(0, 1, np.random.default_rng(1))
    scores = scores_by_method(bench, people.codes, people.likes)
    levels, demand = people.codes[0, bench.skills].astype(float), bench.demand[3].astype(float)
    assert scores["distance"][0, 3] == -((levels - demand) ** 2).sum()
    cosine = levels @ demand / np.linalg.norm(levels) / np.linalg.norm(demand)
    assert scores["cosine"][0, 3] == pytest.approx(cosine)


def test_ties_are_divided() -> None:
    scores = np.array([[5, 5, 1], [1, 2, 3], [4, 4, 4]])
    assert recovered(scores, np.array([0, 0, 2])).firsts.tolist() == [0.5, 0.0, pytest.approx(1 / 3)]
    assert recovered(scores, np.array([0, 0, 2])).threes.tolist() == [1.0, 1.0, 1.0]
