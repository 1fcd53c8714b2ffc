"""A plan: what to learn for a role, in which order, with the hours that a person has. Provably the best; see `solve`.

    readiness after = readiness before + sum over steps of what each adds

Before means: skills and certificates that are not known count as none, everything else as in the score. Readiness is a
sum over items, so the gains of the steps add up exactly.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

import msgspec

from careerpath.model.assessment import Gap
from careerpath.model.learning import Cost, Hours
from careerpath.pathways.fronts import best_within
from careerpath.pathways.plan_order import gain_of, in_order, tasks_of
from careerpath.pathways.plan_scope import (
    Choices,
    builds_of,
    find_scope,
    half_hours,
    is_done,
    level_of,
)
from careerpath.pathways.plan_solve import Frontier, solve
from careerpath.scoring.explain import Answered, find_gaps
from careerpath.scoring.items import coded_answers

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from careerpath.model.answers import Answers
    from careerpath.model.catalog import Catalog
    from careerpath.pathways.fronts import Point
    from careerpath.pathways.plan_order import Task
    from careerpath.pathways.plan_scope import Scope
    from careerpath.scoring.table import RoleTerms, ScoreTable

HOURS_MORE = 10
"""What so many hours more would add is told as well."""


class Budget(msgspec.Struct, frozen=True, kw_only=True):
    """The hours that a person has: half hours a week, for so many weeks."""

    half_hours_a_week: int
    weeks: int

    @property
    def half_hours(self) -> int:
        """All of them, in half hours."""
        return self.half_hours_a_week * self.weeks


class PlanBuild(msgspec.Struct, frozen=True, kw_only=True):
    """An item that a step raises, and what that adds to the readiness, in hundredths."""

    item: str
    start: int
    to: int
    gain: int


class PlanStep(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to do. `readiness` is the one after it, in hundredths; `ends` counts half hours from the beginning."""

    learning: str
    builds: tuple[PlanBuild, ...]
    hours: Hours
    gain: int
    readiness: int
    ends: int
    week: int


class Essential(msgspec.Struct, frozen=True, kw_only=True):
    """An essential gap: the week in which the plan closes it, None if it does not; whether study could close it."""

    gap: Gap
    week: int | None
    learnable: bool


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """A plan. Readiness in hundredths; `readiness_known` is the one of a result, where unknown counts as the mean.

    next_gain: what ten hours more would add. highest: the readiness of somebody who has all the time in the world.
    not_by_study: gaps that are open even then. assumed_none: what is not known, asked for, and counted as none.
    left_out: learning that would have come into question and is not known to be free, by its cost. proven: no plan
    within these hours can be better.
    """

    role: str
    budget: Budget
    steps: tuple[PlanStep, ...]
    half_hours: int
    readiness_known: int
    readiness_before: int
    readiness_after: int
    next_gain: int
    highest: int
    essentials: tuple[Essential, ...]
    not_by_study: tuple[Gap, ...]
    assumed_none: tuple[str, ...]
    left_out: dict[Cost, tuple[str, ...]]
    done: tuple[str, ...]
    proven: bool


def make_plan(
    catalog: Catalog, table: ScoreTable, answers: Answers, role: str, budget: Budget, choices: Choices | None = None
) -> Plan:
    """The best plan for a role; among equally good ones that of the fewest hours, then the first by its ids.

    Raises:
        KeyError: the role is unknown.
    """
    choices = choices or Choices()
    row = next((row for row in table.roles if row.role == role), None)
    if row is None:
        raise KeyError(role)
    scope = find_scope(catalog, row, answers, choices)
    frontier, last = _frontier(scope, budget.half_hours + 2 * HOURS_MORE)
    best = best_within(frontier.points, budget.half_hours)
    known = Answered(codes=coded_answers(catalog, answers), likes={})
    counted, assumed = _counted(row, known)
    before = _readiness(row, counted)
    gaps = find_gaps(catalog, row, counted)
    reachable = _reached(scope, last)
    steps = tuple(_steps(catalog, scope, best, row, budget, before))
    return Plan(
        role=role,
        budget=budget,
        steps=steps,
        half_hours=best.cost,
        readiness_known=_readiness(row, known),
        readiness_before=before,
        readiness_after=before + best.gain,
        next_gain=best_within(frontier.points, budget.half_hours + 2 * HOURS_MORE).gain - best.gain,
        highest=before + last.gain,
        essentials=tuple(_essentials(row, gaps, reachable, steps)),
        not_by_study=tuple(gap for gap in gaps if not _is_closed(row, gap, reachable)),
        assumed_none=assumed,
        left_out=_left_out(catalog, row, answers, choices),
        done=tuple(sorted(choices.done)),
        proven=frontier.proven,
    )


def _counted(row: RoleTerms, known: Answered) -> tuple[Answered, tuple[str, ...]]:
    """The answers with what can be learnt and is not known as none; and what that was."""
    assumed = tuple(
        name for name in row.requirements if name.startswith(("skill:", "credential:")) and name not in known.codes
    )
    return Answered(codes={**known.codes, **dict.fromkeys(assumed, 0)}, likes={}), assumed


def _readiness(row: RoleTerms, answered: Answered) -> int:
    return sum(
        term.unknown_coverage if (code := answered.codes.get(name)) is None else term.coverage[code]
        for name, term in row.terms.items()
    )


def _frontier(scope: Scope, most: int) -> tuple[Frontier, Point]:
    """The front of plans, and the plan of somebody who has all the time in the world.

    Without a limit there may be too many orders to try where a catalogue ties very much together; then the hours that
    the person has are a case of their own.
    """
    everything = sum(whole.cost for whole in scope.wholes.values()) + sum(
        way.cost for ways in scope.ways.values() for way in ways
    )
    unlimited = solve(scope, max(everything, most))
    last = unlimited.points[-1]
    return unlimited if unlimited.proven else solve(scope, most), last


def _reached(scope: Scope, point: Point) -> dict[str, int]:
    """The level of each item after a plan."""
    levels = dict(scope.start)
    for _, chains in point.choice:
        levels |= {chain[-1].item: chain[-1].to for chain in chains if chain}
    return levels


def _steps(
    catalog: Catalog, scope: Scope, best: Point, row: RoleTerms, budget: Budget, readiness: int
) -> Iterator[PlanStep]:
    def closes(task: Task) -> bool:
        return any(
            step.item in row.requirements
            and row.requirements[step.item].importance == "essential"
            and row.terms[step.item].coverage[step.to] == row.terms[step.item].full
            for step in task.raises
        )

    tasks, chains = tasks_of(scope, best.choice)
    ends = 0
    for task in in_order(scope, tasks, chains, closes):
        ends += task.cost
        gain = gain_of(scope, task)
        readiness += gain
        yield PlanStep(
            learning=task.learning,
            builds=tuple(_builds(scope, task)),
            hours=_hours(catalog, task),
            gain=gain,
            readiness=readiness,
            ends=ends,
            week=max(1, ceil(ends / budget.half_hours_a_week)),
        )


def _builds(scope: Scope, task: Task) -> Iterator[PlanBuild]:
    """What a task raises, what brings most first."""
    builds = [
        PlanBuild(item=step.item, start=step.start, to=step.to, gain=scope.gain(step.item, step.start, step.to))
        for step in task.raises
        if step.to > step.start
    ]
    yield from sorted(builds, key=lambda build: (-build.gain, build.item))


def _hours(catalog: Catalog, task: Task) -> Hours:
    learning = catalog.learning_by_id[task.learning]
    if learning.hours is not None:
        return learning.hours
    (step,) = task.raises
    fitting = (
        build.hours
        for build in learning.builds
        if build.hours is not None
        and f"skill:{build.skill}" == step.item
        and build.start <= step.start
        and build.to == step.to
    )
    return min(fitting, key=lambda hours: (half_hours(hours), hours.low))


def _essentials(
    row: RoleTerms, gaps: tuple[Gap, ...], reachable: dict[str, int], steps: tuple[PlanStep, ...]
) -> Iterator[Essential]:
    for gap in gaps:
        if gap.importance == "essential":
            term = row.terms[gap.item]
            weeks = (
                step.week
                for step in steps
                for build in step.builds
                if build.item == gap.item and term.coverage[build.to] == term.full
            )
            yield Essential(gap=gap, week=next(weeks, None), learnable=_is_closed(row, gap, reachable))


def _is_closed(row: RoleTerms, gap: Gap, reachable: Mapping[str, int]) -> bool:
    """Whether study can close a gap; `reachable` holds the level of each item that can be learnt at all."""
    term = row.terms[gap.item]
    return gap.item in reachable and term.coverage[reachable[gap.item]] == term.full


def _left_out(catalog: Catalog, row: RoleTerms, answers: Answers, choices: Choices) -> dict[Cost, tuple[str, ...]]:
    """What would build something that is missing, had it been known to be free, by cost."""
    left: dict[Cost, tuple[str, ...]] = {}
    if choices.free_only:
        for learning in catalog.learning:
            useful = any(
                name in row.terms
                and row.terms[name].coverage[min(max(to for _, to in builds), len(row.terms[name].coverage) - 1)]
                > row.terms[name].coverage[level_of(answers, name)]
                for name, builds in builds_of(learning).items()
            )
            if learning.cost != "free" and useful and not is_done(learning, answers, choices):
                left[learning.cost] = (*left.get(learning.cost, ()), learning.id)
    return {cost: tuple(sorted(names)) for cost, names in sorted(left.items())}
