"""The views of plans and of what-if, for one person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.pathways.plan import Budget, make_plan
from careerpath.pathways.plan_scope import Choices
from careerpath.pathways.what_if import suggest, with_levels
from careerpath.pathways.what_if_options import landings
from careerpath.render.data.plan import plan_data
from careerpath.render.data.what_if import changed_data, suggested_data
from careerpath.render.text.plan import plan_view
from careerpath.render.text.what_if import what_if_view
from careerpath.scoring.assess import assess
from careerpath.scoring.table import build_table

if TYPE_CHECKING:
    from careerpath.model.answers import Answers
    from careerpath.model.catalog import Catalog
    from careerpath.pathways.what_if import Aim
    from careerpath.render.text.options import RenderOptions
    from careerpath.render.text.page import Page


def plan_page(catalog: Catalog, answers: Answers, role: str, weeks: int, options: RenderOptions) -> Page:
    budget = Budget(half_hours_a_week=11 if weeks > 1 else 1, weeks=weeks)
    choices = Choices(done=frozenset({"learn-telling-it-well:writing"}), free_only=weeks == 1)
    plan = make_plan(catalog, build_table(catalog), answers, role, budget, choices)
    return plan_view(plan_data(catalog, plan, None, free_only=choices.free_only), options)


def what_if_page(catalog: Catalog, answers: Answers, options: RenderOptions) -> Page:
    levels = {"product-vision": 3, "roadmapping": 2}
    before, after = assess(catalog, answers), assess(catalog, with_levels(answers, levels))
    ways = {skill: landings(catalog, skill, answers.skills.get(skill) or 0)[to].steps for skill, to in levels.items()}
    return what_if_view(changed_data(catalog, levels, ways, before, after, None), options)


def goal_page(catalog: Catalog, answers: Answers, goal: str, aim: Aim, options: RenderOptions) -> Page:
    found = suggest(catalog, build_table(catalog), answers, goal, aim=aim)
    levels = {raised.skill: raised.to for raised in found.improvements}
    before, after = assess(catalog, answers), assess(catalog, with_levels(answers, levels))
    return what_if_view(suggested_data(catalog, found, before, after, None), options)
