"""Checklists and calendars: foreign text stays text."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

import msgspec

from careerpath.model.answers import Answers
from careerpath.pathways.plan import Budget, make_plan
from careerpath.render.data.plan import PlanData, plan_data
from careerpath.render.export.calendar import calendar
from careerpath.render.export.checklist import checklist
from careerpath.scoring.table import build_table

if TYPE_CHECKING:
    from careerpath.model.catalog import Catalog


def planned(catalog: Catalog, half_hours: int = 11) -> PlanData:
    answers = Answers(skills={skill.id: 0 for skill in catalog.skills})
    budget = Budget(half_hours_a_week=half_hours, weeks=8)
    plan = make_plan(catalog, build_table(catalog), answers, "product-owner", budget)
    return plan_data(catalog, plan, None, free_only=False)


def spiteful(data: PlanData) -> PlanData:
    step = msgspec.structs.replace(
        data.steps[0], title="[x](javascript:1) <b>\n# a", url="https://x.example/<script> y"
    )
    return msgspec.structs.replace(data, steps=(step, *data.steps[1:]), title="*Owner*\r\nBEGIN:VALARM")


def test_a_checklist_holds_no_foreign_markup(catalog: Catalog) -> None:
    text = checklist(spiteful(planned(catalog)))
    assert not re.search(r"(?<!\\)\]\(", text)
    assert "<b>" not in text
    assert "<script>" not in text
    assert "\n# a" not in text


def test_a_calendar_holds_no_foreign_lines(catalog: Catalog) -> None:
    text = calendar(spiteful(planned(catalog)), date(2027, 1, 4)).decode()
    assert "\nBEGIN:VALARM" not in text
    assert "\n# a" not in text


def test_much_time_a_week_fits_into_seven_days(catalog: Catalog) -> None:
    for half_hours in (1, 5, 40, 60, 160):
        data = planned(catalog, half_hours)
        text = calendar(data, date(2027, 1, 4)).decode()
        assert text.count("BEGIN:VEVENT") >= len({step.learning for step in data.steps})
        assert calendar(data, date(2027, 1, 4)).decode() == text
