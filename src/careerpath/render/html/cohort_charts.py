"""The charts of the summary of a cohort: bars as long as the counts that are told, and no other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from careerpath.render import cohort_words as tell
from careerpath.render.html.drawing import (
    HEAD,
    LABEL_MOST,
    LINE_MOST,
    cut,
    draw_bar,
    draw_chart,
    draw_hatching,
    draw_labels,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    import svg
    from markupsafe import Markup

    from careerpath.render.data.cohort import CohortGap, CohortRole, CohortStep

ROW, BAR = 40, 12
HATCHING = "withheld"


class Part(NamedTuple):
    """A part of a bar: its kind, and how many people."""

    kind: str
    people: int


class Row(NamedTuple):
    """A line of a chart: its name, the figure beside it, and the parts of its bar from left to right."""

    name: str
    figure: str
    parts: tuple[Part, ...]


def roles_chart(roles: Sequence[CohortRole]) -> Markup:
    """For how many people each role comes first, by band; what is not told of a band is hatched."""
    rows = []
    for role in roles:
        bands = (role.bands.ready, role.bands.next, role.bands.later)
        parts = [Part(f"band-{place}", people) for place, people in enumerate(bands, 1)]
        rest = Part(HATCHING, max(role.people - sum(bands), 0))
        rows.append(Row(role.title, tell.figure(role.people), (*parts, rest)))
    described = "; ".join(tell.role_in_words(role) for role in roles)
    return _bars("roles", "People by the role that comes first for them, and by band", described, rows)


def gaps_chart(gaps: Sequence[CohortGap]) -> Markup:
    """How many people lack what, and how many have not said."""
    rows = [
        Row(gap.label, tell.gap_figure(gap), (Part("readiness", gap.lack), Part("unsaid", gap.unsaid))) for gap in gaps
    ]
    described = "; ".join(tell.gap_in_words(gap) for gap in gaps)
    return _bars("gaps", "People by what they lack for the role that comes first for them", described, rows)


def steps_chart(steps: Sequence[CohortStep]) -> Markup:
    """How many people each step of learning would help."""
    rows = [Row(step.title, tell.step_figure(step), (Part("appeal", step.people),)) for step in steps]
    described = "; ".join(f"{step.title}, {tell.step_in_words(step)}: {step.people}" for step in steps)
    return _bars("steps", "People whom a step of learning would help", described, rows)


def _bars(name: str, title: str, described: str, rows: Sequence[Row]) -> Markup:
    longest = max(sum(part.people for part in row.parts) for row in rows)
    pattern = f"{name}-{HATCHING}"
    drawn: list[svg.Element] = [draw_hatching(pattern)]
    for place, row in enumerate(rows):
        top = HEAD + ROW * place
        label = cut(row.name, min(LABEL_MOST, LINE_MOST - len(row.figure)))
        drawn += [*draw_labels(top, label, row.figure), draw_bar("track", 0, 100, top + 19, BAR)]
        start = 0.0
        for part in row.parts:
            end = start + 100 * part.people / longest
            if part.people:
                fill = pattern if part.kind == HATCHING else None
                drawn.append(draw_bar(part.kind, start, end, top + 19, BAR, fill=fill))
            start = end
    return draw_chart(name, title, described, drawn, HEAD + ROW * len(rows))
