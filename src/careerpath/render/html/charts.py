"""The charts of a report."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import svg

from careerpath.render.html.drawing import (
    HEAD,
    cut,
    draw_bar,
    draw_chart,
    draw_labels,
    draw_line,
    draw_text,
    draw_whisker,
    percent,
)
from careerpath.render.report_words import chance, places
from careerpath.render.text import numbers
from careerpath.render.text.marks import marked_title
from careerpath.render.text.plan import steps_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markupsafe import Markup

    from careerpath.render.data.plan import PlanData
    from careerpath.render.data.recommendation import RecommendationData
    from careerpath.render.data.report import LimitsData

ROW = 46
PLAN_HEIGHT, PLAN_TOP, PLAN_BASE = 230, 16, 190
FINE = 30
"""So many points of readiness at most are divided by fives."""


def readiness_chart(roles: Sequence[RecommendationData], limits: LimitsData) -> Markup:
    """Readiness with its range, and appeal, of each role; with the limits of the bands."""
    height = HEAD + ROW * len(roles)
    parts: list[svg.Element] = []
    for place, role in enumerate(roles):
        top = HEAD + ROW * place
        parts.extend(
            (
                *_labels(top, role, numbers.short(role.readiness)),
                draw_bar("track", 0, 100, top + 19, 9),
                draw_bar("readiness", 0, role.readiness, top + 19, 9),
                draw_bar("track", 0, 100, top + 31, 5),
                draw_bar("appeal", 0, role.appeal, top + 31, 5),
            )
        )
        parts.extend(draw_line("limit", limit, top + 16, limit, top + 39) for limit in (limits.next, limits.ready))
        if numbers.is_open(role.readiness_range):
            parts.extend(draw_whisker(role.readiness_range.low, role.readiness_range.high, top + 23.5))
    described = "; ".join(
        f"{role.title}: readiness {numbers.short(role.readiness)}, appeal {numbers.short(role.appeal)}"
        for role in roles
    )
    return draw_chart("readiness", "Readiness and appeal of the first roles, from 0 to 100", described, parts, height)


def places_chart(roles: Sequence[RecommendationData], count: int) -> Markup:
    """The places that each role may take among all of them, the place that it has, and its chance to be first."""
    height = HEAD + ROW * len(roles)

    def across(place: int) -> float:
        return 2 + 96 * (place - 1) / max(count - 1, 1)

    parts: list[svg.Element] = []
    for row, role in enumerate(roles):
        top = HEAD + ROW * row
        low, high = across(role.places.best), across(role.places.worst)
        parts.extend(
            (
                *_labels(top, role, places(role)),
                draw_line("rail", 0, top + 27, 100, top + 27),
                draw_bar("span", max(low - 1, 0), min(high + 1, 100), top + 22, 10),
                svg.Circle(cx=percent(across(role.rank)), cy=top + 27, r=6, class_=["dot"]),
            )
        )
    described = "; ".join(
        f"{role.title}: place {role.rank}, between {places(role)}, first in {chance(role)} of 100 cases"
        for role in roles
    )
    title = f"Places that the first roles may take, from 1 (left) to {count} (right)"
    return draw_chart("places", title, described, parts, height)


def plan_chart(plan: PlanData) -> Markup:
    """Readiness week by week, as a staircase."""
    steps = [(entries[-1].ends_week, entries[-1].readiness) for entries in steps_of(plan)]
    low = max(0.0, 10 * ((plan.readiness_before - 4) // 10))
    high = min(100.0, 10 * ((plan.readiness_after + 13) // 10))

    def up(value: float) -> float:
        return round(PLAN_BASE - (PLAN_BASE - PLAN_TOP) * (value - low) / (high - low), 1)

    def along(week: int) -> float:
        return 8 + 90 * week / plan.budget.weeks

    parts: list[svg.Element] = []
    for value in range(int(low), int(high) + 1, 5 if high - low <= FINE else 10):
        parts.extend(
            (draw_line("grid", 8, up(value), 98, up(value)), draw_text(str(value), 7, up(value) + 4, "end", "small"))
        )
    parts.extend(
        draw_text(str(week) if week else "now", along(week), PLAN_BASE + 18, "middle", "small")
        for week in range(0, plan.budget.weeks + 1, max(1, -(-plan.budget.weeks // 6)))
    )
    parts.append(draw_text("week", 53, PLAN_BASE + 34, "middle", "small"))
    for (start, last), (week, reached) in pairwise([(0, plan.readiness_before), *steps]):
        parts.append(draw_line("stair", along(start), up(last), along(week), up(last)))
        parts.append(draw_line("stair", along(week), up(last), along(week), up(reached)))
        parts.append(svg.Circle(cx=percent(along(week)), cy=up(reached), r=4, class_=["dot"]))
    parts.append(draw_line("stair", along(steps[-1][0]), up(steps[-1][1]), along(plan.budget.weeks), up(steps[-1][1])))
    title = f"Readiness for {plan.title} over {plan.budget.weeks} weeks"
    described = "; ".join(f"week {week}: {numbers.short(readiness)}" for week, readiness in steps)
    return draw_chart("plan", title, f"now: {numbers.short(plan.readiness_before)}; {described}", parts, PLAN_HEIGHT)


def _labels(top: float, role: RecommendationData, figure: str) -> tuple[svg.Element, svg.Element]:
    return draw_labels(top, marked_title(cut(role.title), role.basis), figure)
