"""Everything that a report tells, as one value: the page and the Markdown both are made from it, and nothing else."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import msgspec

from careerpath.model.evidence import Conflict, Document
from careerpath.pathways.plan import Budget, make_plan
from careerpath.pathways.routes import RouteFinder
from careerpath.pathways.what_if import suggest, with_levels
from careerpath.quiz.questions import PARTS, all_questions
from careerpath.render.data.claims import ClaimData, claim_data
from careerpath.render.data.path import PathData, path_data
from careerpath.render.data.plan import PlanData, plan_data
from careerpath.render.data.result import ResultData, result_data
from careerpath.render.data.roles import cited_claims
from careerpath.render.data.what_if import WhatIfData, suggested_data
from careerpath.scoring.assess import assess
from careerpath.scoring.ranks import honest_ranks
from careerpath.scoring.table import build_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerpath.model.answers import Answers
    from careerpath.model.answers import AnswerValue as Given
    from careerpath.model.assessment import Assessment
    from careerpath.model.catalog import Catalog
    from careerpath.pathways.what_if import Aim
    from careerpath.quiz.questions import AskedQuestion
    from careerpath.scoring.table import ScoreTable

ROLES_TOLD = 3
"""So many roles are told with their gaps, next steps and sources."""

HALF_HOURS_A_WEEK, WEEKS = 10, 12
"""The time that the plan of a report is made for: 5 hours a week, 12 weeks."""

ROUTES = 3
CURRENT_ROLE = "current_role"


class GivenAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """A question and the answer to it in words; null is "I don't know yet"."""

    id: str
    question: str
    answer: str | None


class AnswerGroup(msgspec.Struct, frozen=True, kw_only=True):
    """The answers of one part of the questionnaire, by topic."""

    part: str
    topic: str
    answers: tuple[GivenAnswer, ...]


class LimitsData(msgspec.Struct, frozen=True, kw_only=True):
    """The readiness from which a role is `ready` or the `next` step."""

    ready: int
    next: int


class ReportData(msgspec.Struct, frozen=True, kw_only=True):
    """A report. `date` is ISO 8601; `goal` is the role that plan, route and what-ifs are about, null if there is none.

    told: the roles that are told in full. claims: those behind the told roles, the route and the conflicts; the ones
    that only other roles rest on are left out. conflicts: where the documents disagree about the told roles.
    """

    date: str
    version: str
    goal: str | None
    told: tuple[str, ...]
    limits: LimitsData
    result: ResultData
    plan: PlanData | None
    path: PathData | None
    what_ifs: tuple[WhatIfData, ...]
    conflicts: tuple[Conflict, ...]
    documents: tuple[Document, ...]
    claims: tuple[ClaimData, ...]
    answers: tuple[AnswerGroup, ...]


def report_data(
    catalog: Catalog, answers: Answers, profile: str | None, *, date: str, version: str, goal: str | None = None
) -> ReportData:
    """Scores the answers and gathers what a report tells.

    Args:
        catalog: what the answers are held against.
        answers: of one person.
        profile: the name of the person's profile; None for answers from a file.
        date: the day of the report, as 2027-01-31.
        version: of careerpath.
        goal: the role that plan, route and what-ifs are about; None takes the best one that is a next step.
    """
    table = build_table(catalog)
    assessment = assess(catalog, answers, table=table)
    result = result_data(catalog, table, assessment, honest_ranks(catalog, table, answers), profile)
    goal = goal or _best_goal(assessment)
    told = tuple(entry.role for entry in result.recommendations[:ROLES_TOLD])
    path = _path(catalog, table, answers, goal, profile) if goal else None
    cited = tuple(dict.fromkeys(_cited(result, told, path)))
    conflicts = catalog.conflicts_about(
        frozenset(claim for role in told for claim in cited_claims(catalog, catalog.role_by_id[role]))
    )
    claims = claim_data(catalog, (*cited, *(claim for conflict in conflicts for claim in conflict.claims)))
    documents = {claim.document for claim in claims}
    return ReportData(
        date=date,
        version=version,
        goal=goal,
        told=told,
        limits=LimitsData(ready=catalog.scoring.bands.ready, next=catalog.scoring.bands.next),
        result=result,
        plan=_plan(catalog, table, answers, goal, profile) if goal else None,
        path=path,
        what_ifs=tuple(_what_ifs(catalog, table, assessment, goal, profile)) if goal else (),
        conflicts=conflicts,
        documents=tuple(document for document in catalog.documents if document.id in documents),
        claims=claims,
        answers=tuple(_answers(catalog, assessment.answers)),
    )


def _best_goal(assessment: Assessment) -> str | None:
    """The best role that is a next step; failing that, the best for later; failing that, the first with a gap."""
    if not assessment.answered:
        return None
    for band in ("next", "later", "ready"):
        for role in assessment.roles:
            if role.band == band and role.gaps:
                return role.role
    return None


def _plan(catalog: Catalog, table: ScoreTable, answers: Answers, goal: str, profile: str | None) -> PlanData:
    budget = Budget(half_hours_a_week=HALF_HOURS_A_WEEK, weeks=WEEKS)
    return plan_data(catalog, make_plan(catalog, table, answers, goal, budget), profile, free_only=False)


def _path(catalog: Catalog, table: ScoreTable, answers: Answers, goal: str, profile: str | None) -> PathData | None:
    """The routes to a role; None if the person is in it already."""
    if answers.background.get(CURRENT_ROLE) == goal:
        return None
    return path_data(catalog, RouteFinder(catalog, table, goal).from_person(answers, ROUTES), "hours", profile)


def _what_ifs(
    catalog: Catalog, table: ScoreTable, assessment: Assessment, goal: str, profile: str | None
) -> Iterator[WhatIfData]:
    """What would make the goal ready, and what would bring it, or the role that is second now, to the first place."""
    first, *others = (role.role for role in assessment.roles)
    if assessment.by_role[goal].band != "ready":
        yield _what_if(catalog, table, assessment, goal, "ready", profile)
    rival = goal if goal != first else next(iter(others), None)
    if rival is not None:
        yield _what_if(catalog, table, assessment, rival, "top", profile)


def _what_if(
    catalog: Catalog, table: ScoreTable, before: Assessment, goal: str, aim: Aim, profile: str | None
) -> WhatIfData:
    suggestion = suggest(catalog, table, before.answers, goal, aim=aim)
    levels = {raised.skill: raised.to for raised in suggestion.improvements}
    after = assess(catalog, with_levels(before.answers, levels), table=table)
    return suggested_data(catalog, suggestion, before, after, profile)


def _cited(result: ResultData, told: tuple[str, ...], path: PathData | None) -> Iterator[str]:
    for role in result.recommendations:
        if role.role in told:
            for part in role.explanation:
                if part.kind == "requirement":
                    yield from part.claims
            for step in role.next_steps:
                yield from step.claims
    if path is not None:
        yield from (claim.id for claim in path.claims)


def _answers(catalog: Catalog, answers: Answers) -> Iterator[AnswerGroup]:
    """What was answered, by part and topic, in the order of the questionnaire."""
    given = dict(answers.items())
    asked = [question for question in all_questions(catalog) if question.id in given]
    for (part, topic), questions in groupby(asked, key=lambda question: (PARTS[question.part], question.topic)):
        yield AnswerGroup(
            part=part,
            topic=topic,
            answers=tuple(
                GivenAnswer(id=question.id, question=question.text, answer=_in_words(question, given[question.id]))
                for question in questions
            ),
        )


def _in_words(question: AskedQuestion, given: Given) -> str | None:
    """An answer as the questionnaire words it."""
    if given is None:
        return None
    labels = {option.value: option.label for option in question.options}
    if isinstance(given, tuple):
        return ", ".join(labels.get(value, value) for value in given) or "none"
    return labels.get(given, str(given))
