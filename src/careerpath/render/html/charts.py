"""The charts of the page, as inline SVG.

Lengths are in percent, so that a chart fits every width and its letters stay as big. Colours come from the style sheet
by class, so that they follow light and dark. The library escapes nothing; here `_safe` does.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import svg
from markupsafe import Markup, escape
from rich.cells import cell_len, set_cell_size

from careerpath.harmless import harmless
from careerpath.render.report_words import chance, places
from careerpath.render.text import numbers
from careerpath.render.text.marks import marked_title
from careerpath.render.text.plan import steps_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from careerpath.render.data.plan import PlanData
    from careerpath.render.data.report import LimitsData
    from careerpath.render.data.result import RecommendationData

ROW, HEAD, FOOT = 46, 6, 24
LABEL_MOST = 33
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
                _bar("track", 0, 100, top + 19, 9),
                _bar("readiness", 0, role.readiness, top + 19, 9),
                _bar("track", 0, 100, top + 31, 5),
                _bar("appeal", 0, role.appeal, top + 31, 5),
            )
        )
        parts.extend(_line("limit", limit, top + 16, limit, top + 39) for limit in (limits.next, limits.ready))
        if numbers.is_open(role.readiness_range):
            parts.extend(_whisker(role.readiness_range.low, role.readiness_range.high, top + 23.5))
    described = "; ".join(
        f"{role.title}: readiness {numbers.short(role.readiness)}, appeal {numbers.short(role.appeal)}"
        for role in roles
    )
    return _chart("readiness", "Readiness and appeal of the first roles, from 0 to 100", described, parts, height)


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
                _line("rail", 0, top + 27, 100, top + 27),
                _bar("span", max(low - 1, 0), min(high + 1, 100), top + 22, 10),
                svg.Circle(cx=_percent(across(role.rank)), cy=top + 27, r=6, class_=["dot"]),
            )
        )
    described = "; ".join(
        f"{role.title}: place {role.rank}, between {places(role)}, first in {chance(role)} of 100 cases"
        for role in roles
    )
    title = f"Places that the first roles may take, from 1 (left) to {count} (right)"
    return _chart("places", title, described, parts, height)


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
        parts.extend((_line("grid", 8, up(value), 98, up(value)), _text(str(value), 7, up(value) + 4, "end", "small")))
    parts.extend(
        _text(str(week) if week else "now", along(week), PLAN_BASE + 18, "middle", "small")
        for week in range(0, plan.budget.weeks + 1, max(1, -(-plan.budget.weeks // 6)))
    )
    parts.append(_text("week", 53, PLAN_BASE + 34, "middle", "small"))
    for (start, last), (week, reached) in pairwise([(0, plan.readiness_before), *steps]):
        parts.append(_line("stair", along(start), up(last), along(week), up(last)))
        parts.append(_line("stair", along(week), up(last), along(week), up(reached)))
        parts.append(svg.Circle(cx=_percent(along(week)), cy=up(reached), r=4, class_=["dot"]))
    parts.append(_line("stair", along(steps[-1][0]), up(steps[-1][1]), along(plan.budget.weeks), up(steps[-1][1])))
    title = f"Readiness for {plan.title} over {plan.budget.weeks} weeks"
    described = "; ".join(f"week {week}: {numbers.short(readiness)}" for week, readiness in steps)
    return _chart("plan", title, f"now: {numbers.short(plan.readiness_before)}; {described}", parts, PLAN_HEIGHT)


def _chart(name: str, title: str, description: str, parts: Iterable[svg.Element], height: float) -> Markup:
    made = svg.SVG(
        width=_percent(100),
        height=height,
        class_=["chart"],
        extra={"role": "img", "aria-labelledby": f"{name}-title {name}-desc"},
        elements=[
            svg.Title(id=f"{name}-title", text=_safe(title)),
            svg.Desc(id=f"{name}-desc", text=_safe(f"{description}.")),
            *parts,
        ],
    )
    return Markup(made.as_str())  # noqa: S704 (every text and attribute above is escaped or a number)


def _safe(text: str) -> str:
    return str(escape(harmless(text)))


def _percent(value: float) -> svg.Length:
    return svg.Length(round(min(max(value, 0), 100), 2), "%")


def _labels(top: float, role: RecommendationData, figure: str) -> tuple[svg.Element, svg.Element]:
    """A role on the left and a figure on the right; what is too long for a phone is cut, the table has it whole."""
    named = _text(marked_title(_cut(role.title), role.basis), 0, top + 13, "start", "name")
    return named, _text(figure, 100, top + 13, "end", "figure")


def _cut(title: str) -> str:
    """A title that is not wider than so many Latin letters; a Chinese one takes the room of two."""
    title = harmless(title)
    if cell_len(title) <= LABEL_MOST:
        return title
    return f"{set_cell_size(title, LABEL_MOST - 1).rstrip()}\N{HORIZONTAL ELLIPSIS}"


def _text(text: str, x: float, y: float, anchor: str, kind: str) -> svg.Element:
    return svg.Text(x=_percent(x), y=y, text=_safe(text), class_=[anchor, kind])


def _bar(kind: str, start: float, end: float, y: float, height: float) -> svg.Element:
    start, end = (min(max(value, 0), 100) for value in (start, end))
    return svg.Rect(x=_percent(start), y=y, width=_percent(end - start), height=height, rx=2, class_=[kind])


def _line(kind: str, x1: float, y1: float, x2: float, y2: float) -> svg.Element:
    return svg.Line(x1=_percent(x1), y1=y1, x2=_percent(x2), y2=y2, class_=[kind])


def _whisker(low: float, high: float, y: float) -> tuple[svg.Element, ...]:
    ends = (_line("whisker", value, y - 5, value, y + 5) for value in (low, high))
    return _line("whisker", low, y, high, y), *ends
