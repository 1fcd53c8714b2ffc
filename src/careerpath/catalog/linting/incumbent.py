"""Somebody who has exactly what a role asks for, and what every role is worth to them."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from careerpath.model.answers import Answers
from careerpath.scoring.assess import Scorer
from careerpath.scoring.explain import Answered
from careerpath.scoring.items import EDUCATION_FIELD, concerns

if TYPE_CHECKING:
    from careerpath.model.answers import AnswerValue
    from careerpath.model.catalog import Catalog
    from careerpath.model.role import EducationRequirement, Role
    from careerpath.scoring.table import ScoreTable

LIKED, NOT_LIKED = 5, 1


def incumbent(catalog: Catalog, role: Role, *, likes_work: bool) -> Answers:
    """What the role asks for and nothing else; with `likes_work`, all of its activities are liked and no other.

    Fields that the role does not ask for are left unanswered, and so are likes without `likes_work`.
    """
    asked = {requirement.skill: requirement.level for requirement in role.requirements.skills}
    own = {activity.activity for activity in role.activities}
    return Answers(
        background=_background(catalog, role),
        skills={skill.id: asked.get(skill.id, 0) for skill in catalog.skills},
        likes={activity.id: LIKED if activity.id in own else NOT_LIKED for activity in catalog.activities}
        if likes_work
        else {},
    )


def matches_of(catalog: Catalog, table: ScoreTable, answers: Answers) -> array[int]:
    """The match of every role, in hundredths, in the order of the table."""
    scorer = Scorer(table, Answered.from_answers(catalog, answers), catalog.scoring.appeal)
    return array("q", map(scorer.match, table.roles))


def _background(catalog: Catalog, role: Role) -> dict[str, AnswerValue]:
    asked = role.requirements
    background: dict[str, AnswerValue] = {}
    if asked.background:
        background["field"] = asked.background.any_of[0]
    for name, years in (("experience", asked.experience), ("leading", asked.leading)):
        if name in catalog.question_by_id:
            background[name] = years.years if years else 0
    if "credentials" in catalog.question_by_id:
        background["credentials"] = tuple(entry.credential for entry in asked.credentials)
    if asked.education_field:
        background[EDUCATION_FIELD] = asked.education_field.any_of[0]
    if asked.education or asked.education_field:
        background["education"] = _education(catalog, asked.education, background)
    elif "education" in catalog.question_by_id:
        background["education"] = catalog.question_by_id["education"].choices[0].value
    return background


def _education(catalog: Catalog, asked: EducationRequirement | None, background: dict[str, AnswerValue]) -> AnswerValue:
    """The lowest education that the role asks for; a higher one if only then the field is asked for that it wants."""
    values = [choice.value for choice in catalog.question_by_id["education"].choices]
    enough = values[values.index(asked.level) :] if asked else values
    field = catalog.question_by_id.get(EDUCATION_FIELD)
    if EDUCATION_FIELD in background and field:
        telling = [value for value in enough if concerns(catalog, field, {**background, "education": value})]
        return (telling or enough)[0]
    return enough[0]
