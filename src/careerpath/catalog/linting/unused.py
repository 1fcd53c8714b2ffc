"""Entries that nothing makes use of, and answers that come to the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.catalog.linting.finding import Finding
from careerpath.scoring.items import NOT_APPLICABLE, QUESTION_OF

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    from careerpath.model.catalog import Catalog
    from careerpath.model.question import Question
    from careerpath.scoring.table import ScoreTable


def find_unused(catalog: Catalog) -> Iterator[Finding]:
    """Skills, activities and credentials that no role asks for; a credential also counts if something grants it."""
    skills = {entry.skill for role in catalog.roles for entry in role.requirements.skills}
    activities = {entry.activity for role in catalog.roles for entry in role.activities}
    for skill in catalog.skills:
        if skill.id not in skills:
            yield Finding(
                code="lint-unused-skill",
                subject=f"skill:{skill.id}",
                message=f"no role asks for {skill.id}, so whoever has it only loses by it.",
                hint="Let a role ask for it, or remove it.",
            )
    for activity in catalog.activities:
        if activity.id not in activities:
            yield Finding(
                code="lint-unused-activity",
                subject=f"activity:{activity.id}",
                message=f"no role consists of {activity.id}, so liking it counts for nothing.",
                hint="Add it to the activities of a role, or remove it.",
            )
    used = used_credentials(catalog)
    question = catalog.question_by_id.get("credentials")
    for choice in question.choices if question else ():
        if choice.value not in used:
            yield Finding(
                code="lint-unused-credential",
                subject=f"credential:{choice.value}",
                message=f"no role asks for {choice.value}, and no way to learn grants it.",
                hint="Remove it, or let a role ask for it or a way to learn grant it.",
            )


def used_credentials(catalog: Catalog) -> set[str]:
    """The credentials that a role asks for, or that make careerpath leave out a way to learn."""
    asked = {entry.credential for role in catalog.roles for entry in role.requirements.credentials}
    return asked | {learning.grants for learning in catalog.learning if learning.grants}


def find_unused_questions(catalog: Catalog, table: ScoreTable) -> Iterator[Finding]:
    """Background questions whose answers change no score, no route and no advice, and are no condition of another."""
    asked = {QUESTION_OF.get(item, item) for row in table.roles for item in row.terms}
    # The present role is where routes start.
    asked.add("current_role")
    if used_credentials(catalog):
        asked.add("credentials")
    # Conditions name earlier questions only.
    for question in reversed(catalog.questions):
        if question.when and question.id in asked:
            asked.add(question.when.question)
    for question in catalog.questions:
        if question.id not in asked:
            yield Finding(
                code="lint-unused-question",
                subject=f"question:{question.id}",
                message=f"whatever is answered to {question.id} changes no score, no route and no advice.",
                hint="Let a role ask for it, or remove the question.",
            )


def find_equal_answers(catalog: Catalog, table: ScoreTable) -> Iterator[Finding]:
    """Answers to a question that mean the same for every role, track and condition; a single one may mean nothing."""
    for item in table.items:
        question = catalog.question_by_id.get(QUESTION_OF.get(item.name, item.name))
        if question is None or question.kind != "choice" or not any(item.name in row.terms for row in table.roles):
            continue
        alike: dict[Hashable, list[str]] = {}
        for code, answer in enumerate(item.answers):
            if answer != NOT_APPLICABLE:
                columns = [row.terms[item.name].coverage[code] for row in table.roles if item.name in row.terms]
                alike.setdefault((*columns, _other_use(catalog, question, answer)), []).append(answer)
        for answers in alike.values():
            if len(answers) > 1:
                yield Finding(
                    code="lint-equal-answers",
                    subject=f"question:{question.id} {' '.join(answers)}",
                    message=f"to {question.id}, the answers {_listed(answers)} come to the same for every role.",
                    hint="Make them one answer, or let a role tell them apart.",
                )


def _other_use(catalog: Catalog, question: Question, answer: str) -> Hashable:
    """What an answer is used for besides the score: conditions of questions, tracks, and what is said of feeders."""
    conditions = tuple(
        other.id
        for other in catalog.questions
        if other.when and other.when.question == question.id and answer in other.when.any_of
    )
    if question.id != "field":
        return conditions
    tracks = tuple(track.id for track in catalog.tracks if track.field == answer)
    fed = tuple(
        (role.id, feeder.text) for role in catalog.roles for feeder in role.feeders if feeder.background == answer
    )
    return conditions, tracks, fed


def _listed(names: Iterable[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}"
