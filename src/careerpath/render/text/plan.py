"""A plan for people: what to learn in which order, what each step brings, and what stays open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.model.skill import LEVELS
from careerpath.render.text import numbers, words
from careerpath.render.text import plan_words as said
from careerpath.render.text.marks import EXTRAPOLATED_NOTE, mark, marked_title
from careerpath.render.text.page import Page
from careerpath.render.text.parts import blank, caution, heading, item, line, quiet, title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerpath.render.data.plan import PlanData, PlanStepData
    from careerpath.render.text.blocks import Block, Text
    from careerpath.render.text.options import RenderOptions

LEFT_OUT_SHOWN = 4


def plan_view(data: PlanData, options: RenderOptions) -> Page:
    """The steps with their hours and what they bring; essential gaps and their weeks; what more hours would add."""
    return Page(options, _parts(data, options))


def _parts(data: PlanData, options: RenderOptions) -> Iterator[Block]:
    yield title(f"{said.PLAN} {marked_title(data.title, data.basis)}", options)
    if data.basis == "extrapolated":
        yield quiet(f"{EXTRAPOLATED_NOTE}.")
    yield blank()
    yield from _summary(data)
    if data.steps:
        yield heading(said.STEPS, options)
        for place, step in enumerate(steps_of(data), 1):
            yield item(f"{place:>2}.", *_step(step))
        yield blank()
        yield quiet(said.NOTE)
        if any(step.kind == said.ON_THE_JOB for step in data.steps):
            yield quiet(said.JOB_NOTE)
    yield from _essentials(data, options)
    yield from _open(data, options)
    yield from _notes(data)


def steps_of(data: PlanData) -> list[list[PlanStepData]]:
    """The entries that belong to one thing to do, together."""
    groups: list[list[PlanStepData]] = []
    for step in data.steps:
        if step.with_previous:
            groups[-1].append(step)
        else:
            groups.append([step])
    return groups


def amount(hours: float) -> str:
    """Hours with a half where there is one: `12 h`, `7.5 h`."""
    return f"{hours:g} h"


def by_basis(data: PlanData) -> str:
    """How many of the hours are documented and how many estimated: `1-2 h documented, 80-140 h estimated`."""
    names = {"documented": "documented", "editorial": "estimated"}
    return ", ".join(
        f"{numbers.hours(span.low, span.high)} {names[basis]}" for basis, span in data.hours_by_basis.items()
    )


def raised(step: PlanStepData) -> str:
    """What an entry raises: `SEO from 0 none to 2 working`, or the certificate that it ends with."""
    if step.skill is None:
        return f"{step.label}: you then hold it"
    return f"{step.label} from {step.from_level} to {step.to_level} {LEVELS[step.to_level]}"


def _summary(data: PlanData) -> Iterator[Block]:
    budget = data.budget
    yield line(
        f"{amount(budget.hours_per_week)} a week for {numbers.counted(budget.weeks, 'week')}: {amount(budget.hours)}."
    )
    if not data.steps:
        yield line(said.NOTHING)
    else:
        yield line(
            ("Readiness ", "cp.name"),
            (f"{numbers.short(data.readiness_before)} to {numbers.short(data.readiness_after)}", "cp.name"),
            f" ({numbers.gain(data.readiness_after - data.readiness_before)}), with {amount(data.hours)}: "
            f"{by_basis(data)}.",
        )
    if data.readiness_in_results != data.readiness_before:
        yield line(
            f"'careerpath results' says {numbers.short(data.readiness_in_results)}: there, what you have not answered "
            "counts as the average of people; here it counts as none."
        )
    more = data.more_hours
    yield line(
        f"{more.hours} hours more would add {numbers.gain(more.readiness_gain)}."
        if more.readiness_gain
        else f"{more.hours} hours more would add nothing."
    )
    yield line(f"With all the time in the world, learning alone leads to {numbers.short(data.readiness_highest)}.")
    yield quiet(said.BEST if data.best else said.NOT_PROVEN)


def _step(entries: list[PlanStepData]) -> Iterator[Text]:
    first, last = entries[0], entries[-1]
    hours = first.hours_range
    yield line((first.title, "cp.name"), f" ({first.kind})")
    yield line(
        f"{numbers.hours(hours.low, hours.high)} {mark(hours.basis)}, done in {said.week(last.ends_week)}, "
        f"readiness then {numbers.short(last.readiness)}"
    )
    for entry in entries:
        yield line(f"{raised(entry)}, {numbers.gain(entry.readiness_gain)}")
    yield quiet(f"{said.WHEN_DONE} {first.done_id}")
    if first.url:
        yield line(first.url)
    if first.caution:
        yield caution(first.caution)


def _essentials(data: PlanData, options: RenderOptions) -> Iterator[Block]:
    yield heading(said.ESSENTIALS, options)
    if not data.essentials:
        yield line(said.NO_ESSENTIALS)
    for gap in data.essentials:
        when = said.week(gap.closes_week) if gap.closes_week is not None else said.NOT_WITHIN
        need = "" if gap.need_text == "yes" else f" ({gap.need_text})"
        yield item("-", line((gap.label, "cp.name"), f"{need}: {when if gap.by_study else said.NOT_BY_STUDY}"))


def _open(data: PlanData, options: RenderOptions) -> Iterator[Block]:
    if not data.open:
        return
    yield heading(said.OPEN, options)
    yield quiet(said.OPEN_NOTE)
    for gap in data.open:
        have = words.NOT_ANSWERED if gap.have_text is None else f"you have {gap.have_text}"
        yield item(
            "-",
            line(
                (gap.label, "cp.name"),
                f" ({gap.importance}): {have}, asked for is {gap.need_text}, {numbers.gain(gap.readiness_gain)} points",
            ),
        )


def _notes(data: PlanData) -> Iterator[Block]:
    if data.assumed_none:
        yield blank()
        labels = [entry.label for entry in data.assumed_none]
        yield line((f"{said.ASSUMED}: ", "cp.name"), f"{words.joined(labels, most=8)}.")
    if data.left_out:
        yield blank()
        titles = [f"{entry.title} ({entry.cost})" for entry in data.left_out]
        yield line((f"{said.LEFT_OUT}: ", "cp.name"), f"{words.joined(titles, most=LEFT_OUT_SHOWN)}.")
    if data.done:
        yield blank()
        yield line((f"{said.DONE}: ", "cp.name"), f"{words.joined(data.done, most=len(data.done))}. {said.DONE_NOTE}")
