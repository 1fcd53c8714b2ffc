"""Items, answers and requirements in words and as values, for each kind of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from careerpath.model.question import MAX_YEARS
from careerpath.model.role import (
    CredentialRequirement,
    EducationRequirement,
    FieldRequirement,
    SkillRequirement,
    YearsRequirement,
)
from careerpath.scoring.wording import (
    answer_text,
    answer_value,
    choice_label,
    item_label,
    required_value,
    requirement_text,
    years_text,
)
from support.catalogs import WHY, shipped

if TYPE_CHECKING:
    from careerpath.model.assessment import AnswerValue, RequiredValue
    from careerpath.model.role import Requirement

CATALOG = shipped()
EDUCATION = CATALOG.question_by_id["education"].choices
FIELD = CATALOG.question_by_id["field"].choices[3]
SKILL, ACTIVITY = CATALOG.skills[0], CATALOG.activities[0]
CREDENTIAL = CATALOG.question_by_id["credentials"].choices[0]


@pytest.mark.parametrize(
    ("years", "text"),
    [(0, "0 years"), (1, "1 year"), (2, "2 years"), (MAX_YEARS - 1, f"{MAX_YEARS - 1} years"),
     (MAX_YEARS, f"{MAX_YEARS} years or more"), (MAX_YEARS + 1, f"{MAX_YEARS} years or more")],
)  # fmt: skip
def test_years_in_words(years: int, text: str) -> None:
    assert years_text(years) == text


@pytest.mark.parametrize(
    ("item", "code", "text", "value"),
    [
        (f"skill:{SKILL.id}", 3, "3 advanced", 3),
        ("credential:any", 1, "yes", True),
        ("credential:any", 0, "no", False),
        ("experience", 1, "1 year", 1),
        ("leading", 4, "4 years", 4),
        ("education", 1, EDUCATION[1].label, EDUCATION[1].value),
        ("education", len(EDUCATION) - 1, EDUCATION[-1].label, EDUCATION[-1].value),
    ],
)
def test_answers_in_words_and_as_values(item: str, code: int, text: str, value: AnswerValue) -> None:
    found = answer_value(CATALOG, item, code)
    assert (answer_text(CATALOG, item, code), found) == (text, value)
    assert type(found) is type(value)  # in JSON, true is not 1


def test_what_every_answer_of_a_question_is_beyond_counts_as_not_applicable() -> None:
    beyond = len(EDUCATION)
    assert answer_text(CATALOG, "education", beyond) == answer_value(CATALOG, "education", beyond)
    assert answer_text(CATALOG, "education", beyond) not in {choice.label for choice in EDUCATION}


@pytest.mark.parametrize(
    ("item", "requirement", "text", "value"),
    [
        ("skill:any", SkillRequirement(skill="any", level=2, importance="useful", why=WHY), "2 working", 2),
        ("experience", YearsRequirement(years=1, importance="useful", why=WHY), "1 year", 1),
        ("credential:any", CredentialRequirement(credential="any", importance="useful", why=WHY), "yes", True),
        (
            "education",
            EducationRequirement(
                level=EDUCATION[0].value, accepts=(EDUCATION[1].value, "other"), importance="useful", why=WHY
            ),
            f"{EDUCATION[0].label} or {EDUCATION[1].label} or other",
            (EDUCATION[0].value, EDUCATION[1].value, "other"),
        ),
        (
            "education",
            EducationRequirement(level=EDUCATION[0].value, importance="useful", why=WHY),
            EDUCATION[0].label,
            EDUCATION[0].value,
        ),
        ("education", FieldRequirement(any_of=("a",), importance="useful", why=WHY), "a", ("a",)),
        ("education", FieldRequirement(any_of=("a", "b"), importance="useful", why=WHY), "a or b", ("a", "b")),
        (
            "education",
            FieldRequirement(any_of=("a", "b", EDUCATION[0].value), importance="useful", why=WHY),
            f"a, b or {EDUCATION[0].label}",
            ("a", "b", EDUCATION[0].value),
        ),
        (
            "background",
            FieldRequirement(any_of=(FIELD.value,), importance="useful", why=WHY),
            FIELD.label,
            (FIELD.value,),
        ),
    ],
)
def test_requirements_in_words_and_as_values(
    item: str, requirement: Requirement, text: str, value: RequiredValue
) -> None:
    assert (requirement_text(CATALOG, item, requirement), required_value(requirement)) == (text, value)


def test_labels_of_items() -> None:
    labels = {
        f"skill:{SKILL.id}": SKILL.label,
        f"activity:{ACTIVITY.id}": ACTIVITY.label,
        f"credential:{CREDENTIAL.value}": CREDENTIAL.label,
        "education": "Education",
        "education_field": "Field of study",
        "experience": "Years of work in the field",
        "leading": "Years of leading people",
        "background": "Field of work so far",
    }
    assert {name: item_label(CATALOG, name) for name in labels} == labels


def test_a_question_that_a_catalogue_does_not_ask_has_no_labels() -> None:
    assert choice_label(CATALOG, "no-such-question", "value") == "value"
