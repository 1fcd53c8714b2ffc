from __future__ import annotations

from careerpath.evaluation.planning import BUDGETS, measure_planning
from careerpath.evaluation.section import to_markdown
from careerpath.evaluation.tell_planning import tell_planning
from support.catalogs import make_catalog


def test_a_simple_plan_is_never_better_and_every_budget_is_told() -> None:
    figures = measure_planning(make_catalog(roles=3, skills=6, activities=2, learning=6, seed=7))
    assert [loss.hours for loss in figures.losses] == list(BUDGETS)
    assert all(loss.worst >= loss.mean >= 0 for loss in figures.losses)
    assert to_markdown([tell_planning(figures)]).count("\n| ") >= len(BUDGETS)
