"""What would change, as scripts see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from careerpath.model.assessment import Band, points
from careerpath.model.role import RoleBasis
from careerpath.pathways.what_if import Aim, ObstacleCode
from careerpath.pathways.what_if_options import Measure
from careerpath.render.data.gaps import LearningData, hours_data
from careerpath.scoring.wording import item_label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from careerpath.model.assessment import Assessment
    from careerpath.model.catalog import Catalog
    from careerpath.pathways.ways import WayStep
    from careerpath.pathways.what_if import Obstacle, Suggestion


class PlaceData(msgspec.Struct, frozen=True, kw_only=True):
    """Where a role stands; roles of equal match share a rank and stand from the lowest rung up."""

    role: str
    title: str
    basis: RoleBasis
    rank: int
    tied: bool
    match: float
    readiness: float
    band: Band


class ImprovementData(msgspec.Struct, frozen=True, kw_only=True):
    """A level to reach; `from` is null if the present one is not known, and 0 is then counted from.

    hours: the middle of the range from `hours_low` to `hours_high`; null if no learning in the catalogue ends there.
    `learning` is the cheapest way by itself; something that builds two skills is counted with each.
    """

    skill: str
    label: str
    start: int | None = msgspec.field(name="from")
    to: int
    hours: float | None
    hours_low: int | None
    hours_high: int | None
    learning: tuple[LearningData, ...]


class ObstacleData(msgspec.Struct, frozen=True, kw_only=True):
    """Why nothing that can be learnt is enough. `points` are how many are short."""

    code: ObstacleCode
    item: str | None
    role: str | None
    label: str | None
    points: float | None


class WhatIfData(msgspec.Struct, frozen=True, kw_only=True):
    """Ranks with the levels as they are and with others (`improvements`).

    With a goal: possible tells whether any raises do (null: the search was given up), cost and bound are in hours or
    level steps (`by`): no raises cost less than `bound`, and these are the cheapest if `proven`.
    """

    profile: str | None
    goal: str | None
    title: str | None
    aim: Aim | None
    by: Measure | None
    possible: bool | None
    proven: bool | None
    cost: float | None
    bound: float | None
    improvements: tuple[ImprovementData, ...]
    reasons: tuple[ObstacleData, ...]
    before: tuple[PlaceData, ...]
    after: tuple[PlaceData, ...]


def places_data(catalog: Catalog, assessment: Assessment) -> tuple[PlaceData, ...]:
    """Every role in order of match."""
    return tuple(
        PlaceData(
            role=role.role,
            title=catalog.role_by_id[role.role].title,
            basis=role.basis,
            rank=role.rank,
            tied=role.tied,
            match=points(role.match),
            readiness=points(role.readiness),
            band=role.band,
        )
        for role in assessment.roles
    )


def changed_data(
    catalog: Catalog,
    levels: Mapping[str, int],
    ways: Mapping[str, tuple[WayStep, ...]],
    before: Assessment,
    after: Assessment,
    profile: str | None,
) -> WhatIfData:
    """What other levels would change; `ways` holds the learning that leads to them, by skill."""
    return WhatIfData(
        profile=profile,
        goal=None,
        title=None,
        aim=None,
        by=None,
        possible=None,
        proven=None,
        cost=None,
        bound=None,
        improvements=tuple(
            _improvement(catalog, skill, before.answers.skills.get(skill), level, ways.get(skill, ()))
            for skill, level in sorted(levels.items())
        ),
        reasons=(),
        before=places_data(catalog, before),
        after=places_data(catalog, after),
    )


def suggested_data(
    catalog: Catalog, suggestion: Suggestion, before: Assessment, after: Assessment, profile: str | None
) -> WhatIfData:
    """What would bring a role to the first place, or make it ready."""
    scale = 2 if suggestion.by == "hours" else 1
    return WhatIfData(
        profile=profile,
        goal=suggestion.goal,
        title=catalog.role_by_id[suggestion.goal].title,
        aim=suggestion.aim,
        by=suggestion.by,
        possible=suggestion.possible,
        proven=suggestion.proven,
        cost=suggestion.cost / scale if suggestion.possible else None,
        bound=suggestion.bound / scale if suggestion.possible else None,
        improvements=tuple(
            _improvement(catalog, raised.skill, raised.start, raised.to, raised.way)
            for raised in suggestion.improvements
        ),
        reasons=tuple(_obstacle(catalog, obstacle) for obstacle in suggestion.obstacles),
        before=places_data(catalog, before),
        after=places_data(catalog, after),
    )


def _improvement(catalog: Catalog, skill: str, start: int | None, to: int, way: tuple[WayStep, ...]) -> ImprovementData:
    low, high = (sum(getattr(step.hours, end) for step in way) for end in ("low", "high"))
    return ImprovementData(
        skill=skill,
        label=catalog.skill_by_id[skill].label,
        start=start,
        to=to,
        hours=(low + high) / 2 if way else None,
        hours_low=low if way else None,
        hours_high=high if way else None,
        learning=tuple(
            LearningData(
                learning=step.learning,
                title=catalog.learning_by_id[step.learning].title,
                kind=catalog.learning_by_id[step.learning].kind,
                start=step.start,
                to=step.to,
                hours=hours_data(step.hours),
                url=catalog.learning_by_id[step.learning].url,
            )
            for step in way
        ),
    )


def _obstacle(catalog: Catalog, obstacle: Obstacle) -> ObstacleData:
    label = None
    if obstacle.item is not None:
        label = item_label(catalog, obstacle.item)
    elif obstacle.role is not None:
        label = catalog.role_by_id[obstacle.role].title
    return ObstacleData(
        code=obstacle.code,
        item=obstacle.item,
        role=obstacle.role,
        label=label,
        points=None if obstacle.short is None else points(obstacle.short),
    )
