"""The sentences of a report, for the page and the Markdown alike. Where the terminal has words, those are used."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from careerpath.model.skill import LEVELS
from careerpath.render.text import headline, numbers, plan_words, way_words, what_if_words, words
from careerpath.render.text.marks import DOCUMENTED, EDITORIAL, EXTRAPOLATED_NOTE
from careerpath.render.text.plan import amount, by_basis

if TYPE_CHECKING:
    from careerpath.render.data.path import MoveData, PathData, RouteData
    from careerpath.render.data.plan import PlanData
    from careerpath.render.data.recommendation import BuildData, NextStepData, RecommendationData
    from careerpath.render.data.report import ReportData
    from careerpath.render.data.result import ResultData
    from careerpath.render.data.what_if import ImprovementData, WhatIfData

SCORE: Final = (
    "Readiness is the weighted share of what a role asks for that you have, from 0 to 100; it decides the band.",
    "Appeal compares a role's activities with what you like, where 50 is as much as your own average.",
    (
        "Match orders the roles: it is readiness, less a little for each level that a role would not use, plus a "
        "little for appeal, so it can fall below 0 and is no probability."
    ),
)

GAPS_SHOWN, STEPS_SHOWN, NAMED_SHOWN = 6, 5, 6


def heading(data: ReportData) -> str:
    """Whose report it is."""
    profile = data.result.profile
    return f"Career report for {profile}" if profile else "Career report"


def verdict(result: ResultData) -> str:
    """How sure the first place is."""
    if not result.answered:
        return words.NOTHING_ANSWERED
    titles = {entry.role: entry.title for entry in result.recommendations}
    return words.first_place(
        result.verdict.certainty, [titles[role] for role in result.verdict.roles], result.verdict.chance
    )


def best_of_bands(result: ResultData) -> list[tuple[str, RecommendationData | None]]:
    """For each band its title and its best role."""
    return [
        (title, next((entry for entry in result.recommendations if entry.band == band), None))
        for band, title in words.BAND_TITLES.items()
    ]


def why(role: RecommendationData) -> list[str]:
    """Why a role stands where it stands."""
    return [sentence.plain for sentence in headline.why(role)]


def rank(role: RecommendationData) -> str:
    """The place, marked where it is shared."""
    return f"{role.rank}=" if role.tied else str(role.rank)


def places(role: RecommendationData) -> str:
    """The places that a role may take: `1 to 5`."""
    best, worst = role.places.best, role.places.worst
    return str(best) if best == worst else f"{best} to {worst}"


def chance(role: RecommendationData) -> str:
    """How often a role comes first, in cases of a hundred; drawn cases never make a thing certain or impossible."""
    if role.first_chance >= words.NEARLY_ALWAYS:
        return "nearly all"
    return "under 1" if role.first_chance < 1 else f"{role.first_chance:.0f}"


def open_range(role: RecommendationData) -> str:
    """What readiness can still become; empty if nothing can change it."""
    return numbers.short_range(role.readiness_range) if numbers.is_open(role.readiness_range) else ""


def figures(role: RecommendationData) -> str:
    """The three figures of a role in a sentence."""
    span = f" ({open_range(role)})" if open_range(role) else ""
    return (
        f"Readiness {numbers.short(role.readiness)}{span}, appeal {numbers.short(role.appeal)}, "
        f"match {numbers.short(role.match)}."
    )


def remark(role: RecommendationData) -> str:
    """That the documents only name a role; empty for others."""
    return f"{EXTRAPOLATED_NOTE[:1].upper()}{EXTRAPOLATED_NOTE[1:]}." if role.basis == "extrapolated" else ""


def builds(step: NextStepData) -> str:
    """What a next step raises."""
    return "; ".join(_build(build) for build in step.builds)


def _build(build: BuildData) -> str:
    gained = numbers.gain(build.readiness_gain)
    return f"{build.label} from {build.start} to {build.to} {LEVELS[build.to]}, {gained} points"


def plan_sentences(plan: PlanData) -> list[str]:
    """What a plan comes to."""
    budget, more = plan.budget, plan.more_hours
    weeks = numbers.counted(budget.weeks, "week")
    told = [f"{amount(budget.hours_per_week)} a week for {weeks} are {amount(budget.hours)}."]
    if not plan.steps:
        return [*told, plan_words.NOTHING]
    told.append(
        f"Readiness {numbers.short(plan.readiness_before)} to {numbers.short(plan.readiness_after)} "
        f"({numbers.gain(plan.readiness_after - plan.readiness_before)}), with {amount(plan.hours)}: {by_basis(plan)}."
    )
    if plan.readiness_in_results != plan.readiness_before:
        told.append(
            f"The table of roles says {numbers.short(plan.readiness_in_results)}: there, what you have not answered "
            "counts as the average of people; here it counts as none."
        )
    if more.readiness_gain:
        told.append(f"{more.hours} hours more would add {numbers.gain(more.readiness_gain)}.")
    told.append(f"With all the time in the world, learning alone leads to {numbers.short(plan.readiness_highest)}.")
    return [*told, plan_words.BEST if plan.best else plan_words.NOT_PROVEN]


def essential(plan: PlanData) -> list[tuple[str, str]]:
    """Each essential gap, and when the plan closes it."""
    told = []
    for gap in plan.essentials:
        when = plan_words.NOT_WITHIN if gap.closes_week is None else plan_words.week(gap.closes_week)
        need = "" if gap.need_text == "yes" else f" ({gap.need_text})"
        told.append((f"{gap.label}{need}", when if gap.by_study else plan_words.NOT_BY_STUDY))
    return told


def route_title(path: PathData, route: RouteData) -> str:
    """What a route takes."""
    effort = way_words.told_effort(route.hours, route.years) or way_words.NOTHING_TO_LEARN.lower().rstrip(".")
    return f"{numbers.counted(len(route.moves), 'move')} to {path.target_title}: {effort}"


def move_basis(move: MoveData) -> str:
    """What a move rests on."""
    named = move.named_by
    told = way_words.NAMED[named.basis]
    reason = f" {named.why}" if named.why else ""
    if named.basis == "documented":
        return f"{told} {DOCUMENTED}"
    if named.basis == "editorial":
        return f"{told} {EDITORIAL}.{reason}"
    return f"{told} {EDITORIAL}: {numbers.short(named.overlap or 0)} of 100 points are brought along.{reason}"


def move_needs(move: MoveData) -> str:
    """What is missing when a move begins."""
    if not move.gaps:
        return way_words.NEEDS_NOTHING
    return f"{way_words.NEEDS}: {way_words.listed([gap.label for gap in move.gaps], NAMED_SHOWN)}."


def move_effort(move: MoveData) -> str:
    """What closing those gaps takes."""
    told = way_words.told_effort(move.hours, move.years)
    besides = f" {way_words.BESIDES}: {', '.join(move.not_counted)}." if move.not_counted else ""
    return (f"{way_words.TO_LEARN}: {told}." if told else "") + besides


def what_if_title(found: WhatIfData) -> str:
    """What is asked."""
    return f"What would make {found.title} {what_if_words.AIMS[found.aim or 'top']}?"


def what_if_answer(found: WhatIfData) -> str:
    """The short answer."""
    aim = found.aim or "top"
    if found.possible is None:
        return what_if_words.GIVEN_UP
    if not found.possible:
        return what_if_words.impossible(found.title or "", aim)
    if not found.improvements:
        return what_if_words.ALREADY[aim]
    least = "proven to be the least" if found.proven else f"the least is {found.bound or 0:g} h or more"
    return f"About {found.cost or 0:g} h of learning, by the middle of the ranges ({least}):"


def improvement(raised: ImprovementData) -> str:
    """A level to reach, and what it takes."""
    start = words.NOT_ANSWERED if raised.start is None else f"{raised.start} {LEVELS[raised.start]}"
    told = f"{raised.label} from {start} to {raised.to} {LEVELS[raised.to]}"
    if raised.hours_low is None or raised.hours_high is None:
        return told
    documented = all(step.hours.basis == "documented" for step in raised.learning)
    return f"{told}, {numbers.hours(raised.hours_low, raised.hours_high)} {DOCUMENTED if documented else EDITORIAL}"
