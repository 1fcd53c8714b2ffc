"""Where one person stands among the roles of a comparison, as scripts see it. Holds values only: loads no numpy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from careerpath.model.assessment import Band, points
from careerpath.render.data.effort import EffortHours, effort_hours, not_counted
from careerpath.render.data.gaps import GapData, GapTeller
from careerpath.render.data.ranges import PointsRange, points_range
from careerpath.scoring.verdict import Caution, cautions_about

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerpath.model.assessment import Assessment, RoleAssessment
    from careerpath.model.catalog import Catalog
    from careerpath.pathways.standing import Standing


class PersonRole(msgspec.Struct, frozen=True, kw_only=True):
    """One of the roles for the person. `first_chance`: of the highest match among the roles compared, in percent."""

    role: str
    title: str
    readiness: float
    readiness_range: PointsRange
    band: Band
    appeal: float
    match: float
    first_chance: float
    gaps: tuple[GapData, ...]
    hours: EffortHours
    years: int
    not_counted: tuple[str, ...]


class DuelData(msgspec.Struct, frozen=True, kw_only=True):
    """Two of the roles: the chance, in percent, that the first is above the second in each figure."""

    first: str
    second: str
    readiness_chance: float
    appeal_chance: float
    match_chance: float


class PersonData(msgspec.Struct, frozen=True, kw_only=True):
    """Where a person stands. `profile` is null for answers from a file. Chances allow for self-ratings that err."""

    profile: str | None
    skills_rated: int
    likes_rated: int
    cautions: tuple[Caution, ...]
    roles: tuple[PersonRole, ...]
    duels: tuple[DuelData, ...]


def person_data(
    catalog: Catalog, assessment: Assessment, standing: Standing, roles: Sequence[str], profile: str | None
) -> PersonData:
    """Where a person stands among some roles."""
    answers, by_role, teller = assessment.answers, assessment.by_role, GapTeller(catalog)
    return PersonData(
        profile=profile,
        skills_rated=sum(level is not None for level in answers.skills.values()),
        likes_rated=sum(like is not None for like in answers.likes.values()),
        cautions=cautions_about(answers),
        roles=tuple(_role(catalog, teller, by_role[role], standing.leads[role]) for role in roles),
        duels=tuple(
            DuelData(
                first=duel.first,
                second=duel.second,
                readiness_chance=points(duel.readiness),
                appeal_chance=points(duel.appeal),
                match_chance=points(duel.match),
            )
            for duel in standing.duels
        ),
    )


def _role(catalog: Catalog, teller: GapTeller, assessed: RoleAssessment, first: int) -> PersonRole:
    effort = teller.ways.effort(assessed.gaps)
    return PersonRole(
        role=assessed.role,
        title=catalog.role_by_id[assessed.role].title,
        readiness=points(assessed.readiness),
        readiness_range=points_range(assessed.readiness_range),
        band=assessed.band,
        appeal=points(assessed.appeal),
        match=points(assessed.match),
        first_chance=points(first),
        gaps=teller.tell(assessed.gaps),
        hours=effort_hours(effort),
        years=effort.years,
        not_counted=not_counted(catalog, effort),
    )
