"""A plan as a Markdown checklist. Every text is escaped, so that a catalogue cannot smuggle in links or HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.render.markdown.escape import escaped
from careerpath.render.text import numbers
from careerpath.render.text.plan import amount, by_basis, raised, steps_of
from careerpath.render.text.plan_words import NOT_BY_STUDY, NOT_WITHIN, week
from careerpath.render.web_address import is_web_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerpath.render.data.plan import PlanData, PlanStepData


def checklist(data: PlanData) -> str:
    """A heading, one box to tick for each thing to do, and the essential gaps."""
    return "\n".join(_lines(data)) + "\n"


def _lines(data: PlanData) -> Iterator[str]:
    yield f"# Plan: {escaped(data.title)}"
    yield ""
    budget = data.budget
    yield (
        f"{amount(budget.hours_per_week)} a week for {numbers.counted(budget.weeks, 'week')}. Readiness "
        f"{numbers.short(data.readiness_before)} to {numbers.short(data.readiness_after)}."
    )
    if data.steps:
        yield f"Hours: {by_basis(data)}."
        yield ""
    for step in steps_of(data):
        yield from _step(step)
    if data.essentials:
        yield from ("", "## Essential", "")
        for gap in data.essentials:
            when = week(gap.closes_week) if gap.closes_week is not None else NOT_WITHIN
            yield f"- {escaped(gap.label)}: {when if gap.by_study else NOT_BY_STUDY}"


def _step(entries: list[PlanStepData]) -> Iterator[str]:
    first, last = entries[0], entries[-1]
    hours = first.hours_range
    basis = "documented" if hours.basis == "documented" else "estimated"
    skills = "; ".join(escaped(raised(entry)) for entry in entries)
    yield (
        f"- [ ] **{escaped(first.title)}** ({escaped(first.kind)}): {skills}. "
        f"{numbers.hours(hours.low, hours.high)} {basis}, by {week(last.ends_week)}, "
        f"readiness then {numbers.short(last.readiness)}."
    )
    if first.url and is_web_address(first.url):
        yield f"  <{first.url}>"
