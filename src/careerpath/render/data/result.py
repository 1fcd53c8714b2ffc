"""The result of a quiz as scripts see it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from careerpath.model.answers import Answers
from careerpath.model.assessment import AnswerValue, Band, PointKind, RequiredValue, points
from careerpath.model.evidence import Basis
from careerpath.model.role import Importance, RoleBasis
from careerpath.pathways.next_steps import NextStep, next_steps
from careerpath.render.data.claims import ClaimData, cautions_of_claims, claim_data
from careerpath.render.data.gaps import GapData, HoursData, gap_data, hours_data
from careerpath.scoring.verdict import (
    Caution,
    Certainty,
    ChosenFor,
    cautions_about,
    chosen_for,
    disagreement,
    verdict_of,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from careerpath.model.assessment import Assessment, HonestRank, Range, RoleAssessment
    from careerpath.model.catalog import Catalog
    from careerpath.scoring.table import ScoreTable


class CatalogData(msgspec.Struct, frozen=True, kw_only=True):
    """Which catalogue a result was made from: its name, its version and the SHA-256 of its files."""

    name: str
    version: str
    digest: str


class RangeData(msgspec.Struct, frozen=True, kw_only=True):
    """What a figure can still become when the missing answers are given, in points."""

    low: float
    high: float


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
    match_range: RangeData
    readiness: float
    readiness_range: RangeData
    appeal: float
    basis: RoleBasis
    unmet_essentials: tuple[str, ...]
    explanation: tuple[PointData, ...]
    gaps: tuple[GapData, ...]
    next_steps: tuple[NextStepData, ...]


class VerdictData(msgspec.Struct, frozen=True, kw_only=True):
    """Which roles may come first, and the chance, in percent, that it is one of them."""

    certainty: Certainty
    roles: tuple[str, ...]
    chance: float


class QuizQuestionData(msgspec.Struct, frozen=True, kw_only=True):
    """A question that was asked. `decided_between`: the two roles it decided between most; null for background."""

    question: str
    decided_between: tuple[str, str] | None


class QuizData(msgspec.Struct, frozen=True, kw_only=True):
    """How a quiz went. `sure` is the chance, in percent, that the whole questionnaire would put the same role first.

    It is 100 only where that is proven, and null if nothing but background was asked. `asked` counts every question.
    """

    mode: Literal["quick", "certified", "full"]
    stopped_because: Literal["sure", "certified", "limit", "everything-asked", "finished"]
    sure: float | None
    asked: int
    skill_questions: int
    like_questions: int
    questions: tuple[QuizQuestionData, ...]


class ResultData(msgspec.Struct, frozen=True, kw_only=True):
    """The answer to a quiz: every role of the catalogue, by match, and the claims that it all rests on.

    `answers_digest` is the SHA-256 of the answers, so that none can be altered without a trace.
    """

    profile: str | None
    catalog: CatalogData
    answers: Answers
    answers_digest: str
    answered: int
    asked_for: int
    verdict: VerdictData
    cautions: tuple[Caution, ...]
    recommendations: tuple[RecommendationData, ...]
    claims: tuple[ClaimData, ...]
    quiz: QuizData | None = None


def result_data(
    catalog: Catalog, table: ScoreTable, assessment: Assessment, ranks: Mapping[str, HonestRank], profile: str | None
) -> ResultData:
    """Everything that a script may want to know about a result; `ranks` by role."""
    recommendations = tuple(
        _recommendation(catalog, table, assessment, role, ranks[role.role]) for role in assessment.roles
    )
    verdict = verdict_of({role: rank.first for role, rank in ranks.items()})
    cited = [
        claims
        for recommendation in recommendations
        for claims in (
            *(part.claims for part in recommendation.explanation),
            *(step.claims for step in recommendation.next_steps),
        )
    ]
    return ResultData(
        profile=profile,
        catalog=catalog_data(catalog),
        answers=assessment.answers,
        answers_digest=answers_digest(assessment.answers),
        answered=assessment.answered,
        asked_for=assessment.asked_for,
        verdict=VerdictData(certainty=verdict.certainty, roles=verdict.roles, chance=points(verdict.chance)),
        cautions=cautions_about(assessment.answers),
        recommendations=recommendations,
        claims=claim_data(catalog, (claim for claims in cited for claim in claims)),
    )


def answers_digest(answers: Answers) -> str:
    """The SHA-256 of the answers as compact JSON, keys sorted: tells of any change, even one that moves no figure."""
    import hashlib  # noqa: PLC0415 (only results need it)

    return hashlib.sha256(msgspec.json.encode(answers, order="sorted")).hexdigest()


def catalog_data(catalog: Catalog) -> CatalogData:
    """Which catalogue this is."""
    return CatalogData(name=catalog.name, version=catalog.version, digest=catalog.digest)


def _recommendation(
    catalog: Catalog, table: ScoreTable, assessment: Assessment, assessed: RoleAssessment, rank: HonestRank
) -> RecommendationData:
    role = catalog.role_by_id[assessed.role]
    return RecommendationData(
        role=role.id,
        title=role.title,
        track=role.track,
        rung=role.rung,
        rank=assessed.rank,
        tied=assessed.tied,
        first_chance=points(rank.first),
        places=PlacesData(best=rank.best, worst=rank.worst),
        chosen_for=chosen_for(catalog, assessed, assessment.answers),
        disagreement=disagreement(catalog, assessed),
        band=assessed.band,
        match=points(assessed.match),
        match_range=_range(assessed.match_range),
        readiness=points(assessed.readiness),
        readiness_range=_range(assessed.readiness_range),
        appeal=points(assessed.appeal),
        basis=assessed.basis,
        unmet_essentials=assessed.unmet_essentials,
        explanation=tuple(
            PointData(
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
            for part in assessed.explanation
        ),
        gaps=tuple(gap_data(catalog, gap) for gap in assessed.gaps),
        next_steps=tuple(_next_step(catalog, step) for step in next_steps(catalog, table, assessment, assessed)),
    )


def _range(figures: Range) -> RangeData:
    return RangeData(low=points(figures.low), high=points(figures.high))


def _next_step(catalog: Catalog, step: NextStep) -> NextStepData:
    own = (step.caution,) if step.caution else ()
    # A move to another role is no offer that somebody makes.
    cited = cautions_of_claims(catalog, step.claims, "fact", *(() if step.role else ("offer",)))
    return NextStepData(
        kind=step.kind,
        title=step.title,
        description=step.description,
        provider=step.provider,
        url=step.url,
        builds=tuple(
            BuildData(
                skill=build.skill,
                label=build.label,
                start=build.start,
                to=build.to,
                readiness_gain=points(build.gain),
            )
            for build in step.builds
        ),
        hours=hours_data(step.hours) if step.hours else None,
        claims=step.claims,
        learning=step.learning,
        role=step.role,
        caution=step.caution,
        cautions=tuple(dict.fromkeys((*own, *cited))),
        why=step.why,
    )
