"""What careerpath has to say to a person: every role scored, explained and compared with what the person has.

All points are whole hundredths (7342 is 73.42 points), so that sums are exact; `points` turns them into numbers.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from careerpath.model.answers import Answers
from careerpath.model.base import Value
from careerpath.model.evidence import Basis
from careerpath.model.role import Importance, RoleBasis

Band = Literal["ready", "next", "later"]
PointKind = Literal["requirement", "surplus", "appeal"]

AnswerValue: TypeAlias = str | int | bool | None
"""An answer to an item: a level, a liking, a number of years, the value of a choice, a credential held or not."""

RequiredValue: TypeAlias = str | int | bool | tuple[str, ...] | None
"""What an answer is held against; a tuple where any one of several will do."""


def points(hundredths: int) -> float:
    """Hundredths as a number of points with two decimals."""
    return hundredths / 100


class Range(Value, frozen=True, kw_only=True):
    """The lowest and the highest value that the answers still missing allow."""

    low: int
    high: int


class ExplainedPoint(Value, frozen=True, kw_only=True):
    """One part of a match: an answer, what it was held against, and the points that it gives or takes.

    `answer` is None where the person has not said; the points are then the mean over the stated prior.
    """

    item: str
    label: str
    kind: PointKind
    answer: AnswerValue
    answer_text: str | None
    required: RequiredValue
    required_text: str | None
    importance: Importance | None
    points: int
    basis: Basis
    claims: tuple[str, ...] = ()
    why: str | None = None


class Gap(Value, frozen=True, kw_only=True):
    """Something a role asks for that the person lacks, or has not said. `gain` is what closing it adds to readiness."""

    item: str
    skill: str | None
    label: str
    have: AnswerValue
    have_text: str | None
    need: RequiredValue
    need_text: str
    importance: Importance
    gain: int


class RoleAssessment(Value, frozen=True, kw_only=True):
    """One role for one person. `rank` counts from 1; roles with the same match share it (`tied`)."""

    role: str
    rank: int
    tied: bool
    band: Band
    basis: RoleBasis
    match: int
    match_range: Range
    readiness: int
    readiness_range: Range
    appeal: int
    unmet_essentials: tuple[str, ...]
    explanation: tuple[ExplainedPoint, ...]
    gaps: tuple[Gap, ...]


class Assessment(Value, frozen=True, kw_only=True):
    """Every role of the catalogue for one person, by match, best first."""

    catalog: str
    catalog_version: str
    catalog_digest: str
    answers: Answers
    answered: int
    asked_for: int
    roles: tuple[RoleAssessment, ...]

    @property
    def by_role(self) -> dict[str, RoleAssessment]:
        """The assessments by role id."""
        return {role.role: role for role in self.roles}


class HonestRank(Value, frozen=True, kw_only=True):
    """Where a role may stand, since self-ratings err: the chance to be first, and the places that hold 95 % of cases.

    `first` is in hundredths of a percent; `best` and `worst` count from 1.
    """

    first: int
    best: int
    worst: int
