"""Results of the past, and what changed between them, as scripts see it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec

from careerpath.model.assessment import Band, points
from careerpath.pathways.progress import Direction, measure_progress
from careerpath.quiz.questions import all_questions
from careerpath.quiz.session import Questionnaire
from careerpath.render.data.kept import kept_roles
from careerpath.scoring.assess import assess
from careerpath.scoring.wording import item_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerpath.model.answers import Answers, AnswerValue
    from careerpath.model.assessment import Assessment
    from careerpath.model.catalog import Catalog
    from careerpath.model.profile import StoredResult
    from careerpath.pathways.progress import Progress
    from careerpath.quiz.questions import AskedQuestion
    from careerpath.scoring.table import ScoreTable

SHOWN = 3
"""So many roles are shown where none is named."""


class RolePoint(msgspec.Struct, frozen=True, kw_only=True):
    """A role in one result: scored with the catalogue of today, and as it was told then (null if that is not kept)."""

    role: str
    readiness: float
    band: Band
    match: float
    readiness_then: float | None


class ResultPoint(msgspec.Struct, frozen=True, kw_only=True):
    """One result. `at` is ISO 8601, in UTC; `catalog_is_todays` tells whether the catalogue was that of today."""

    at: str
    catalog_version: str
    catalog_digest: str
    catalog_is_todays: bool
    skills_rated: int
    roles: tuple[RolePoint, ...]


class ProgressData(msgspec.Struct, frozen=True, kw_only=True):
    """Whether levels changed by more than the noise of self-ratings. `chance`, in percent: if nothing had changed."""

    compared: int
    rose: int
    fell: int
    total: int
    direction: Direction
    chance: float
    least: int | None


class AnswerChange(msgspec.Struct, frozen=True, kw_only=True):
    """An answer that differs. A text of null: it was not given."""

    question: str
    label: str
    before: str | None
    after: str | None


class ChangeData(msgspec.Struct, frozen=True, kw_only=True):
    """What changed from one result to the next (`since` and `at` are their times)."""

    since: str
    at: str
    answers: tuple[AnswerChange, ...]
    progress: ProgressData


class RoleProgress(msgspec.Struct, frozen=True, kw_only=True):
    """A named role from the first result to the last: the test looks at the skills that it asks for."""

    role: str
    title: str
    readiness_before: float
    readiness_after: float
    progress: ProgressData


class HistoryData(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that is kept of a profile. `since_first` compares the first and the last; null with less than two."""

    profile: str
    shown: dict[str, str]
    results: tuple[ResultPoint, ...]
    changes: tuple[ChangeData, ...]
    since_first: ChangeData | None
    roles: tuple[RoleProgress, ...]


def history_data(
    catalog: Catalog, table: ScoreTable, profile: str, results: Sequence[StoredResult], named: Sequence[str]
) -> HistoryData:
    """The results of a profile, oldest first. Without named roles (ids) those that are first today are shown.

    All of them are scored anew with the catalogue of today, so that a change of figures is a change of answers.
    """
    answers = [still_asked(catalog, result.answers) for result in results]
    assessed = [assess(catalog, given, table=table) for given in answers]
    shown = list(named) or [role.role for role in assessed[-1].roles[:SHOWN]] if assessed else list(named)
    several = len(results) > 1
    return HistoryData(
        profile=profile,
        shown={role: catalog.role_by_id[role].title for role in shown},
        results=tuple(_point(catalog, result, one, shown) for result, one in zip(results, assessed, strict=True)),
        changes=tuple(change_data(catalog, *pair) for pair in pairwise(zip(results, answers, strict=True))),
        since_first=change_data(catalog, (results[0], answers[0]), (results[-1], answers[-1])) if several else None,
        roles=tuple(_role_progress(catalog, table, assessed, role, len(named)) for role in named) if several else (),
    )


def change_data(
    catalog: Catalog, before: tuple[StoredResult, Answers], after: tuple[StoredResult, Answers]
) -> ChangeData:
    """What changed from one result to another."""
    return ChangeData(
        since=_time(before[0]),
        at=_time(after[0]),
        answers=answer_changes(catalog, before[1], after[1]),
        progress=progress_data(measure_progress(before[1], after[1])),
    )


def answer_changes(catalog: Catalog, before: Answers, after: Answers) -> tuple[AnswerChange, ...]:
    """The answers that differ, in the order of the questions; "don't know" is as good as none."""
    earlier, later = dict(before.items()), dict(after.items())
    changes = []
    for question in all_questions(catalog):
        old, new = earlier.get(question.id), later.get(question.id)
        if old != new:
            changes.append(
                AnswerChange(
                    question=question.id,
                    label=question.text if question.part == "background" else item_label(catalog, question.id),
                    before=_told(question, old),
                    after=_told(question, new),
                )
            )
    return tuple(changes)


def progress_data(progress: Progress) -> ProgressData:
    """The test of two results."""
    return ProgressData(
        compared=progress.compared,
        rose=progress.rose,
        fell=progress.fell,
        total=progress.total,
        direction=progress.direction,
        chance=points(progress.chance),
        least=progress.least,
    )


def _told(question: AskedQuestion, value: AnswerValue) -> str | None:
    if value is None:
        return None
    labels = {option.value: option.label for option in question.options}
    if isinstance(value, tuple):
        return ", ".join(labels.get(entry, entry) for entry in value) or "none"
    return labels.get(value, str(value))


def still_asked(catalog: Catalog, answers: Answers) -> Answers:
    """The answers that mean something in the catalogue of today."""
    session, _ = Questionnaire(catalog).replay(answers.items())
    return session.answers()


def _time(result: StoredResult) -> str:
    return result.at.isoformat(timespec="seconds")


def _point(catalog: Catalog, result: StoredResult, assessed: Assessment, shown: Sequence[str]) -> ResultPoint:
    then, by_role = kept_roles(result), assessed.by_role
    return ResultPoint(
        at=_time(result),
        catalog_version=result.catalog_version,
        catalog_digest=result.catalog_digest,
        catalog_is_todays=result.catalog_digest == catalog.digest,
        skills_rated=sum(level is not None for level in assessed.answers.skills.values()),
        roles=tuple(
            RolePoint(
                role=role,
                readiness=points(by_role[role].readiness),
                band=by_role[role].band,
                match=points(by_role[role].match),
                readiness_then=points(then[role].readiness) if role in then else None,
            )
            for role in shown
        ),
    )


def _role_progress(
    catalog: Catalog, table: ScoreTable, assessed: Sequence[Assessment], role: str, tests: int
) -> RoleProgress:
    row = next(row for row in table.roles if row.role == role)
    skills = [item.removeprefix("skill:") for item in row.terms if item.startswith("skill:")]
    first, last = assessed[0], assessed[-1]
    return RoleProgress(
        role=role,
        title=catalog.role_by_id[role].title,
        readiness_before=points(first.by_role[role].readiness),
        readiness_after=points(last.by_role[role].readiness),
        progress=progress_data(measure_progress(first.answers, last.answers, among=skills, tests=tests)),
    )
