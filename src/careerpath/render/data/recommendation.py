"""One role for a person, as scripts see it: figures, explanation, gaps and next steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from careerpath.model.assessment import AnswerValue, Band, PointKind, RequiredValue, points
from careerpath.model.evidence import Basis
from careerpath.model.role import Importance, RoleBasis
from careerpath.pathways.next_steps import Adviser, NextStep
from careerpath.render.data.claims import cautions_of_claims
from careerpath.render.data.gaps import GapData, GapTeller, HoursData, hours_data
from careerpath.render.data.ranges import PointsRange, points_range
from careerpath.scoring.verdict import ChosenFor, chosen_for, disagreement

if TYPE_CHECKING:
    from careerpath.model.assessment import Assessment, ExplainedPoint, HonestRank, RoleAssessment
    from careerpath.model.catalog import Catalog
    from careerpath.pathways.learning_steps import BuildStep
    from careerpath.scoring.table import ScoreTable


class PointData(msgspec.Struct, frozen=True, kw_only=True):
    """One part of a match. An answer of null means that the person has not said; the prior's mean counts instead."""

    item: str
    label: str
    kind: PointKind
    answer: AnswerValue
    answer_text: str | None
    required: RequiredValue
    required_text: str | None
    importance: Importance | None
    points: float
    basis: Basis
    claims: tuple[str, ...]
    why: str | None


class BuildData(msgspec.Struct, frozen=True, kw_only=True):
    """A skill that a step raises, and what that adds to the readiness."""

    skill: str
    label: str
    start: int
    to: int
    readiness_gain: float


class NextStepData(msgspec.Struct, frozen=True, kw_only=True):
    """Something to do next. `learning` or `role` names it in the catalogue.

    `cautions`: all that one should know before doing it: its own `caution`, and those of its claims that concern it.
    """

    kind: str
    title: str
    description: str
    provider: str | None
    url: str | None
    builds: tuple[BuildData, ...]
    hours: HoursData | None
    claims: tuple[str, ...]
    learning: str | None
    role: str | None
    caution: str | None
    cautions: tuple[str, ...]
    why: str | None


class PlacesData(msgspec.Struct, frozen=True, kw_only=True):
    """The places that a role takes in 95 % of cases, since self-ratings err; 1 is the first."""

    best: int
    worst: int


class RecommendationData(msgspec.Struct, frozen=True, kw_only=True):
    """One role for the person. All figures are points; the points of `explanation` add up to `match`.

    `first_chance` is the chance, in percent, that the role comes first for the true levels behind the answers.
    `disagreement` says it in words where what the person can do and what they like point different ways.
    """

    role: str
    title: str
    track: str
    rung: str
    rank: int
    tied: bool
    first_chance: float
    places: PlacesData
    chosen_for: ChosenFor
    disagreement: str | None
    band: Band
    match: float
    match_range: PointsRange
    readiness: float
    readiness_range: PointsRange
    appeal: float
    basis: RoleBasis
    unmet_essentials: tuple[str, ...]
    explanation: tuple[PointData, ...]
    gaps: tuple[GapData, ...]
    next_steps: tuple[NextStepData, ...]


class RecommendationWriter:
    """Writes the recommendations of one assessment; what several roles share is written once."""

    def __init__(self, catalog: Catalog, table: ScoreTable, assessment: Assessment) -> None:
        self._catalog = catalog
        self._answers = assessment.answers
        self._adviser = Adviser(catalog, table, assessment)
        self._gaps = GapTeller(catalog)
        # By identity: all roles that do not ask for a skill have one and the same point for it. The assessment that
        # holds the points is kept, so that none of them makes room for another.
        self._assessment = assessment
        self._points: dict[int, PointData] = {}

    def write(self, assessed: RoleAssessment, rank: HonestRank, *, advised: bool = True) -> RecommendationData:
        """One role of the assessment, with its honest rank; with next steps only if it is to be `advised`."""
        role = self._catalog.role_by_id[assessed.role]
        steps = self._adviser.next_steps(assessed) if advised else ()
        return RecommendationData(
            role=role.id,
            title=role.title,
            track=role.track,
            rung=role.rung,
            rank=assessed.rank,
            tied=assessed.tied,
            first_chance=points(rank.first),
            places=PlacesData(best=rank.best, worst=rank.worst),
            chosen_for=chosen_for(self._catalog, assessed, self._answers),
            disagreement=disagreement(self._catalog, assessed),
            band=assessed.band,
            match=points(assessed.match),
            match_range=points_range(assessed.match_range),
            readiness=points(assessed.readiness),
            readiness_range=points_range(assessed.readiness_range),
            appeal=points(assessed.appeal),
            basis=assessed.basis,
            unmet_essentials=assessed.unmet_essentials,
            explanation=tuple(map(self._point, assessed.explanation)),
            gaps=self._gaps.tell(assessed.gaps),
            next_steps=tuple(map(self._next_step, steps)),
        )

    def _point(self, part: ExplainedPoint) -> PointData:
        known = self._points.get(id(part))
        if known is None:
            known = self._points[id(part)] = PointData(
                item=part.item,
                label=part.label,
                kind=part.kind,
                answer=part.answer,
                answer_text=part.answer_text,
                required=part.required,
                required_text=part.required_text,
                importance=part.importance,
                points=points(part.points),
                basis=part.basis,
                claims=part.claims,
                why=part.why,
            )
        return known

    def _next_step(self, step: NextStep) -> NextStepData:
        own = (step.caution,) if step.caution else ()
        # A move to another role is no offer that somebody makes.
        cited = cautions_of_claims(self._catalog, step.claims, "fact", *(() if step.role else ("offer",)))
        return NextStepData(
            kind=step.kind,
            title=step.title,
            description=step.description,
            provider=step.provider,
            url=step.url,
            builds=tuple(map(_build, step.builds)),
            hours=hours_data(step.hours) if step.hours else None,
            claims=step.claims,
            learning=step.learning,
            role=step.role,
            caution=step.caution,
            cautions=tuple(dict.fromkeys((*own, *cited))),
            why=step.why,
        )


def _build(build: BuildStep) -> BuildData:
    return BuildData(
        skill=build.skill,
        label=build.label,
        start=build.start,
        to=build.to,
        readiness_gain=points(build.gain),
    )
