"""The stated chances come true as often as they say, and are never much too sure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from careerpath.evaluation.calibration import ALL, CalibrationFigures, measure_calibration
from careerpath.evaluation.people import self_rated, thinned
from careerpath.evaluation.reliability import ENOUGH, calibration_error, most_overconfident, reliability
from careerpath.evaluation.size import Size
from careerpath.scoring.belief import ERROR

if TYPE_CHECKING:
    from careerpath.evaluation.people import Bench

PEOPLE = 240


@pytest.fixture(scope="module")
def figures(bench: Bench) -> CalibrationFigures:
    return measure_calibration(bench, Size(people=PEOPLE, draws=200))


def test_the_chances_of_all_roles_are_calibrated(figures: CalibrationFigures) -> None:
    for row in figures.populations:
        assert row.error_all <= 0.02, row.population


def test_the_chance_of_the_first_named_role_is_right(figures: CalibrationFigures) -> None:
    whole = next(row for row in figures.populations if row.population == ALL)
    assert whole.error_first <= 0.05
    for row in figures.populations:
        allowed = 0.05 + 2 * np.sqrt(row.right * (1 - row.right) / row.people)
        assert abs(row.said - row.right) <= allowed, row.population


def test_no_tenth_is_too_sure(figures: CalibrationFigures) -> None:
    """By no more than 5 points, beyond what chance makes of so few people (two standard errors and a half)."""
    for row in figures.populations:
        for entry in row.bins:
            if entry.cases >= ENOUGH:
                assert entry.excess <= 0.05 + 2.5 * entry.deviation, (row.population, entry)


def test_the_ranges_of_places_hold_what_they_promise(figures: CalibrationFigures) -> None:
    for row in figures.populations:
        assert 0.93 <= row.covered_wide <= 0.98, row.population


def test_reliability_counts_every_case_once() -> None:
    said, right = np.array([0.05, 0.3, 0.31, 0.99, 1.0]), np.array([0.0, 1.0, 0.0, 1.0, 1.0])
    bins = reliability(said, right)
    assert [(entry.low, entry.cases) for entry in bins] == [(0.0, 1), (0.3, 2), (0.9, 2)]
    assert calibration_error(said, right) == pytest.approx((0.05 + 0.39 + 0.01) / 5)
    assert most_overconfident(bins) is None


def test_the_simulated_error_is_the_declared_one(bench: Bench) -> None:
    random = np.random.default_rng(3)
    people = bench.uniform(400, random)
    people.codes[:, bench.skills] = 2
    codes, likes = self_rated(bench, people, random)
    errors = np.abs(codes[:, bench.skills] - 2)
    assert float((errors == 0).mean()) == pytest.approx(ERROR[0], abs=0.02)
    assert float((errors == 1).mean()) == pytest.approx(2 * ERROR[1], abs=0.02)
    assert likes.min() == 1
    assert likes.max() == 5


def test_thinning_leaves_as_many_skills_as_asked_for(bench: Bench) -> None:
    random = np.random.default_rng(3)
    codes = thinned(bench, bench.uniform(5, random).codes, 20, random)
    assert ((codes[:, bench.skills] >= 0).sum(axis=1) == 20).all()
    assert (codes[:, bench.others] >= 0).all()
