"""Items, answers and requirements in words. The one place for them, so that every surface says the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from careerpath.model.question import MAX_YEARS
from careerpath.model.role import (
    CredentialRequirement,
    EducationRequirement,
    FieldRequirement,
    SkillRequirement,
    YearsRequirement,
)
from careerpath.model.skill import LEVELS, LIKING
from careerpath.scoring.items import (
    BACKGROUND,
    EDUCATION,
    EDUCATION_FIELD,
    EXPERIENCE,
    LEADING,
    NOT_APPLICABLE,
    QUESTION_OF,
)

if TYPE_CHECKING:
    from careerpath.model.assessment import AnswerValue, RequiredValue
    from careerpath.model.catalog import Catalog
    from careerpath.model.role import Requirement

_LABELS: Final = {
    EDUCATION: "Education",
    EDUCATION_FIELD: "Field of study",
    EXPERIENCE: "Years of work in the field",
    LEADING: "Years of leading people",
    BACKGROUND: "Field of work so far",
}


def item_label(catalog: Catalog, item: str) -> str:
    """What an item is called."""
    kind, _, subject = item.partition(":")
    match kind:
        case "skill":
            return catalog.skill_by_id[subject].label
        case "activity":
            return catalog.activity_by_id[subject].label
        case "credential":
            return choice_label(catalog, "credentials", subject)
        case _:
            return _LABELS[kind]


def answer_text(catalog: Catalog, item: str, code: int) -> str:
    """An answer in words, by its code (for an activity: the liking, 1 to 5)."""
    kind, _, _ = item.partition(":")
    match kind:
        case "skill":
            return level_text(code)
        case "activity":
            return LIKING[code - 1]
        case "credential":
            return "yes" if code else "no"
        case "experience" | "leading":
            return years_text(code)
        case _:
            question = catalog.question_by_id[QUESTION_OF.get(kind, kind)]
            return question.choices[code].label if code < len(question.choices) else NOT_APPLICABLE


def answer_value(catalog: Catalog, item: str, code: int) -> AnswerValue:
    """An answer as a value for scripts, by its code: a level, a liking, years, a choice, a credential held or not."""
    kind, _, _ = item.partition(":")
    if kind == "credential":
        return bool(code)
    if kind in {EDUCATION, EDUCATION_FIELD, BACKGROUND}:
        question = catalog.question_by_id[QUESTION_OF.get(kind, kind)]
        return question.choices[code].value if code < len(question.choices) else NOT_APPLICABLE
    return code


def required_value(requirement: Requirement) -> RequiredValue:
    """What is asked for, as a value for scripts."""
    match requirement:
        case SkillRequirement(level=level):
            return level
        case YearsRequirement(years=years):
            return years
        case EducationRequirement():
            return (requirement.level, *requirement.accepts) if requirement.accepts else requirement.level
        case FieldRequirement():
            return requirement.any_of
        case CredentialRequirement():
            return True


def requirement_text(catalog: Catalog, item: str, requirement: Requirement) -> str:
    """What is asked for, in words."""
    match requirement:
        case SkillRequirement(level=level):
            return level_text(level)
        case YearsRequirement(years=years):
            return years_text(years)
        case EducationRequirement():
            accepted = (requirement.level, *requirement.accepts)
            return " or ".join(choice_label(catalog, EDUCATION, value) for value in accepted)
        case FieldRequirement():
            question = QUESTION_OF.get(item, item)
            *others, last = [choice_label(catalog, question, value) for value in requirement.any_of]
            return f"{', '.join(others)} or {last}" if others else last
        case CredentialRequirement():
            return "yes"


def level_text(level: int) -> str:
    """A level with its number: "3 advanced"."""
    return f"{level} {LEVELS[level]}"


def years_text(years: int) -> str:
    """A number of whole years in words."""
    if years >= MAX_YEARS:
        return f"{MAX_YEARS} years or more"
    return "1 year" if years == 1 else f"{years} years"


def choice_label(catalog: Catalog, question: str, value: str) -> str:
    """The label of an answer to a background question; the value itself if it has none."""
    choices = catalog.question_by_id[question].choices if question in catalog.question_by_id else ()
    return next((choice.label for choice in choices if choice.value == value), value)
