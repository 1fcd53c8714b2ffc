"""What would change the picture: other levels, and the cheapest raises that make a role first or ready."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

import msgspec

from careerpath.model.role import SkillRequirement
from careerpath.pathways.fronts import Point, cheapest_for, combine_all, front_of
from careerpath.pathways.ways import WayStep
from careerpath.pathways.what_if_options import Measure, ask, landings, raises_of
from careerpath.pathways.what_if_search import cheapest_raises
from careerpath.scoring.assess import assess

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from careerpath.model.answers import Answers
    from careerpath.model.assessment import Assessment, RoleAssessment
    from careerpath.model.catalog import Catalog
    from careerpath.scoring.table import RoleTerms, ScoreTable

Aim: TypeAlias = Literal["top", "ready"]
ObstacleCode: TypeAlias = Literal["background", "no-learning", "rival", "rivals-together", "readiness"]


class Improvement(msgspec.Struct, frozen=True, kw_only=True):
    """A skill to be raised; `start` is None where the level is not known. `way` is empty if no learning leads there."""

    skill: str
    start: int | None
    to: int
    way: tuple[WayStep, ...]


class Obstacle(msgspec.Struct, frozen=True, kw_only=True):
    """Why nothing that can be learnt is enough: an item, or a rival; and how many hundredths are short, if known."""

    code: ObstacleCode
    item: str | None = None
    role: str | None = None
    short: int | None = None


class Suggestion(msgspec.Struct, frozen=True, kw_only=True):
    """The cheapest raises that reach an aim, or why there are none.

    possible is None where the search was given up without an answer. cost and bound: in half hours or levels; no raises
    cost less than `bound`, which is the cost itself if `proven`.
    """

    goal: str
    aim: Aim
    by: Measure
    possible: bool | None
    improvements: tuple[Improvement, ...]
    cost: int
    bound: int
    proven: bool
    obstacles: tuple[Obstacle, ...]


def with_levels(answers: Answers, levels: Mapping[str, int]) -> Answers:
    """The answers with other levels of some skills."""
    return msgspec.structs.replace(answers, skills={**answers.skills, **levels})


def is_reached(assessment: Assessment, goal: str, aim: Aim) -> bool:
    """Whether a role is listed first (of roles of equal match, the lowest rung is, then the first id), or ready."""
    if aim == "top":
        return assessment.roles[0].role == goal
    return assessment.by_role[goal].band == "ready"


def suggest(
    catalog: Catalog, table: ScoreTable, answers: Answers, goal: str, *, aim: Aim = "top", by: Measure = "hours"
) -> Suggestion:
    """The cheapest raises of skills that bring a role to the first place, or to `ready`.

    By hours, a raise costs the middle of the hours of the cheapest chain of learning that ends at its level, each skill
    by itself; by steps, the number of levels. Skills whose level is not known are counted from 0.

    Raises:
        KeyError: the role is unknown.
    """
    asked = _Asked(catalog, answers, goal, aim, by)
    assessment = assess(catalog, answers, table=table)
    assessed = assessment.by_role[goal]
    if is_reached(assessment, goal, aim):
        return _found(asked, {}, 0, 0)
    if aim == "ready":
        return _make_ready(asked, assessed, next(row for row in table.roles if row.role == goal))
    matches = {role.role: role.match for role in assessment.roles}
    outcome = cheapest_raises(ask(catalog, table, answers, goal, matches, by))
    if outcome.raises is not None:
        levels = {skill: option.to for skill, option in outcome.raises.items()}
        return _found(asked, levels, outcome.cost, outcome.bound)
    obstacles = [Obstacle(code="rival", role=rival, short=short) for rival, short in outcome.ahead.items()]
    obstacles.sort(key=lambda obstacle: (-(obstacle.short or 0), obstacle.role or ""))
    return _failed(asked, obstacles or [Obstacle(code="rivals-together")], proven=outcome.proven)


class _Asked(NamedTuple):
    """Who asks for what."""

    catalog: Catalog
    answers: Answers
    goal: str
    aim: Aim
    by: Measure


def _found(asked: _Asked, levels: Mapping[str, int], cost: int, bound: int) -> Suggestion:
    return Suggestion(
        goal=asked.goal,
        aim=asked.aim,
        by=asked.by,
        possible=True,
        improvements=tuple(_improvements(asked.catalog, asked.answers, levels)),
        cost=cost,
        bound=bound,
        proven=cost == bound,
        obstacles=(),
    )


def _failed(asked: _Asked, obstacles: list[Obstacle], *, proven: bool = True) -> Suggestion:
    return Suggestion(
        goal=asked.goal,
        aim=asked.aim,
        by=asked.by,
        possible=False if proven else None,
        improvements=(),
        cost=0,
        bound=0,
        proven=proven,
        obstacles=tuple(obstacles),
    )


def _improvements(catalog: Catalog, answers: Answers, levels: Mapping[str, int]) -> Iterator[Improvement]:
    for skill, level in sorted(levels.items()):
        known = answers.skills.get(skill)
        landing = landings(catalog, skill, known or 0).get(level)
        yield Improvement(skill=skill, start=known, to=level, way=landing.steps if landing else ())


def _make_ready(asked: _Asked, assessed: RoleAssessment, row: RoleTerms) -> Suggestion:
    """`ready` is a knapsack turned round: enough readiness at the least cost, every essential skill in full.

    What is not known counts as its worst answer for this band. Each skill by itself has a front of cost and readiness,
    so the front of all of them holds the cheapest way to every readiness; see `fronts`.
    """
    obstacles = [
        Obstacle(code="background", item=item) for item in assessed.unmet_essentials if not item.startswith("skill:")
    ]
    fronts: list[list[Point]] = []
    for name, requirement in sorted(row.requirements.items()):
        if isinstance(requirement, SkillRequirement):
            fronts.append(_skill_front(asked, row, name))
            if not fronts[-1]:
                obstacles.append(Obstacle(code="no-learning", item=name))
    if obstacles:
        return _failed(asked, obstacles)
    whole = combine_all(fronts, sum(front[-1].cost for front in fronts))
    needed = asked.catalog.scoring.bands.ready * 100 - assessed.readiness_range.low
    point = cheapest_for(whole, needed)
    if point is None:
        missing = [gap.item for gap in assessed.gaps if gap.skill is None]
        short = Obstacle(code="readiness", short=needed - whole[-1].gain)
        return _failed(asked, [short, *(Obstacle(code="background", item=item) for item in missing)])
    levels = {skill: level for skill, level in point.choice if level >= 0}
    return _found(asked, levels, point.cost, point.cost)


def _skill_front(asked: _Asked, row: RoleTerms, item: str) -> list[Point]:
    """The front of one skill: (skill, level) choices; an essential one counts in full only, and may have none."""
    skill, term = item.partition(":")[2], row.terms[item]
    known = asked.answers.skills.get(skill)
    essential = row.requirements[item].importance == "essential"
    now = min(term.coverage) if known is None else term.coverage[known]
    options: list[tuple[int, int, tuple[str, int]]] = []
    for level, cost in raises_of(asked.catalog, asked.answers, skill, asked.by).items():
        if not essential or term.coverage[level] == term.full:
            options.append((cost, term.coverage[level] - now, (skill, level)))
    if not essential or (known is not None and now == term.full):
        options.append((0, 0, (skill, -1)))
    return front_of(options, max((cost for cost, _, _ in options), default=0))
