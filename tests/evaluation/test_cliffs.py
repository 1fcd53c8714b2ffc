"""One answer, one step: no figure moves further than the published bound, and nobody is left without advice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerpath.evaluation.cliffs import KINDS, CliffFigures, measure_cliffs, step_bounds
from careerpath.evaluation.people import Bench
from careerpath.evaluation.size import Size
from careerpath.scoring.assess import assess
from support.catalogs import answers_of, catalogs, shipped

if TYPE_CHECKING:
    from careerpath.model.catalog import Catalog


@pytest.fixture(scope="module")
def figures(bench: Bench) -> CliffFigures:
    return measure_cliffs(bench, Size(people=60, draws=0))


def test_no_step_moves_a_figure_beyond_the_bound(figures: CliffFigures) -> None:
    for kind in KINDS:
        largest, bound = msgspec.structs.asdict(figures.largest[kind]), msgspec.structs.asdict(figures.bounds[kind])
        assert all(largest[name] <= bound[name] for name in bound), kind


def test_the_bound_of_skills_is_reached(figures: CliffFigures) -> None:
    assert figures.largest["skill"].match == figures.bounds["skill"].match


def test_one_skill_answer_moves_no_figure_by_more_than_ten_points(bench: Bench) -> None:
    bounds = step_bounds(bench)
    assert max(bounds["skill"].match, bounds["skill"].readiness) <= 1000
    assert bounds["like"].match <= 100


def test_nobody_is_left_without_a_recommendation(figures: CliffFigures) -> None:
    assert sum(group.unadvised for group in figures.groups) == 0


def test_one_step_seldom_changes_the_first_role(figures: CliffFigures) -> None:
    changed = {group.group: group.changed for group in figures.groups}
    assert changed["incumbents"] <= 0.01
    assert changed["at random"] <= 0.08
    assert changed["by the prior"] <= 0.08


@given(st.data())
def test_the_bound_holds_for_the_assessment_itself(data: st.DataObject) -> None:
    catalog = shipped()
    answers = data.draw(answers_of(catalog))
    known = sorted(skill for skill, level in answers.skills.items() if level is not None)
    if not known:
        return
    skill = data.draw(st.sampled_from(known))
    level = answers.skills[skill]
    assert level is not None
    moved = level + (1 if level < 4 else -1)
    other = msgspec.structs.replace(answers, skills={**answers.skills, skill: moved})
    bound = step_bounds(_bench())["skill"]
    before, after = assess(catalog, answers).by_role, assess(catalog, other).by_role
    for role, assessed in before.items():
        assert abs(after[role].match - assessed.match) <= bound.match
        assert abs(after[role].readiness - assessed.readiness) <= bound.readiness


@given(catalogs(), st.data())
def test_everybody_gets_a_first_role(catalog: Catalog, data: st.DataObject) -> None:
    assessment = assess(catalog, data.draw(answers_of(catalog)))
    assert assessment.roles[0].rank == 1
    assert len(assessment.roles) == len(catalog.roles)


def _bench(made: list[Bench] = []) -> Bench:  # noqa: B006 (made once for all examples)
    if not made:
        made.append(Bench(shipped()))
    return made[0]
