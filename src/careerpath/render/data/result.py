"""The result of a quiz as scripts see it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from careerpath.hashes import sha256
from careerpath.model.answers import Answers
from careerpath.model.assessment import points
from careerpath.render.data.claims import ClaimData, claim_data
from careerpath.render.data.recommendation import RecommendationData, RecommendationWriter
from careerpath.scoring.verdict import Caution, Certainty, cautions_about, verdict_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from careerpath.model.assessment import Assessment, HonestRank
    from careerpath.model.catalog import Catalog
    from careerpath.scoring.table import ScoreTable


class CatalogData(msgspec.Struct, frozen=True, kw_only=True):
    """Which catalogue a result was made from: its name, its version and the SHA-256 of its files."""

    name: str
    version: str
    digest: str


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
    catalog: Catalog,
    table: ScoreTable,
    assessment: Assessment,
    ranks: Mapping[str, HonestRank],
    profile: str | None,
    *,
    advised: int | None = None,
) -> ResultData:
    """Everything that a script may want to know about a result.

    Args:
        catalog: the catalogue.
        table: its table.
        assessment: the scores of a person.
        ranks: the honest ranks, by role.
        profile: whose result it is; None for nobody's.
        advised: how many roles get next steps, from the first on; None for all.
    """
    writer = RecommendationWriter(catalog, table, assessment)
    recommendations = tuple(
        writer.write(role, ranks[role.role], advised=advised is None or place < advised)
        for place, role in enumerate(assessment.roles)
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
    return sha256(msgspec.json.encode(answers, order="sorted")).hexdigest()


def catalog_data(catalog: Catalog) -> CatalogData:
    """Which catalogue this is."""
    return CatalogData(name=catalog.name, version=catalog.version, digest=catalog.digest)
