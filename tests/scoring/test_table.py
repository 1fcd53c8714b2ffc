"""What the answers to single items are worth."""

from __future__ import annotations

from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given

from careerpath.model.answers import Answers
from careerpath.model.question import Condition
from careerpath.model.role import (
    CredentialRequirement,
    EducationRequirement,
    FieldRequirement,
    Requirements,
    YearsRequirement,
)
from careerpath.scoring.assess import assess
from careerpath.scoring.items import NOT_APPLICABLE, coded_answers
from careerpath.scoring.table import Term, build_table
from careerpath.scoring.wording import answer_text, answer_value, requirement_text
from support.catalogs import catalogs_with_answers, decoded_answers, make_catalog

if TYPE_CHECKING:
    from careerpath.model.catalog import Catalog


def catalog_asking(requirements: Requirements, **conditions: Condition) -> Catalog:
    """A small catalogue in which one role asks for this."""
    catalog = make_catalog(roles=2, skills=3, activities=2, learning=0, seed=5)
    asking = msgspec.structs.replace(catalog.roles[0], requirements=requirements)
    questions = tuple(
        msgspec.structs.replace(question, when=conditions.get(question.id, question.when))
        for question in catalog.questions
    )
    return msgspec.structs.replace(catalog, roles=(asking, *catalog.roles[1:]), questions=questions)


def term_of(catalog: Catalog, item: str) -> Term:
    return build_table(catalog).roles[0].terms[item]


def education(level: str, *accepts: str) -> Requirements:
    return Requirements(
        education=EducationRequirement(level=level, accepts=accepts, importance="essential", why="Test.")
    )


@pytest.mark.parametrize(
    ("level", "accepts", "coverage"),
    [
        ("master", (), (0, 3333, 6667, 10_000)),
        ("bachelor", ("bootcamp",), (0, 10_000, 10_000, 10_000)),
        ("bachelor", ("master",), (0, 5000, 10_000, 10_000)),
        # A bachelor is not worth less than the boot camp that is taken in place of a master's degree.
        ("master", ("bootcamp",), (0, 10_000, 10_000, 10_000)),
        ("school", (), (10_000, 10_000, 10_000, 10_000)),
    ],
)
def test_more_education_never_counts_for_less(level: str, accepts: tuple[str, ...], coverage: tuple[int, ...]) -> None:
    assert term_of(catalog_asking(education(level, *accepts)), "education").coverage == coverage


def test_whom_the_question_about_education_does_not_concern_has_none() -> None:
    worked = Condition(question="field", any_of=("marketing",))
    catalog = catalog_asking(education("bachelor"), education=worked)
    assert term_of(catalog, "education").coverage == (0, 5000, 10_000, 10_000, 0)
    assessed = assess(catalog, Answers(background={"field": "other"})).by_role["r0"]
    assert assessed.readiness == 0
    assert [(gap.have, gap.have_text) for gap in assessed.gaps] == [("(not applicable)", "(not applicable)")]


def test_what_follows_from_a_question_that_does_not_concern_somebody_does_not_either() -> None:
    catalog = catalog_asking(education("bachelor"), education=Condition(question="field", any_of=("marketing",)))
    item = next(item for item in build_table(catalog).items if item.name == "education_field")
    assert coded_answers(catalog, Answers(background={"field": "other"}))[item.name] == item.answers.index(
        NOT_APPLICABLE
    )
    assert item.name not in coded_answers(catalog, Answers(background={"field": "marketing"}))


def test_a_field_counts_in_full_or_not_at_all() -> None:
    product = FieldRequirement(any_of=("product", "other"), importance="useful", why="Test.")
    assert term_of(catalog_asking(Requirements(background=product)), "background").coverage == (0, 10_000, 10_000)


def test_whom_a_question_about_years_does_not_concern_has_none() -> None:
    leading = YearsRequirement(years=4, importance="essential", why="Test.")
    condition = Condition(question="credentials", any_of=("scrum",))
    catalog = catalog_asking(Requirements(leading=leading), leading=condition)
    without = Answers(background={"credentials": ("analytics",)})
    assert coded_answers(catalog, without)["leading"] == 0
    held = Answers(background={"credentials": ("analytics", "scrum"), "leading": 2})
    assert assess(catalog, held).by_role["r0"].readiness == 5000


def test_whom_the_question_about_credentials_does_not_concern_holds_none() -> None:
    catalog = catalog_asking(education("bachelor"), credentials=Condition(question="field", any_of=("product",)))
    coded = coded_answers(catalog, Answers(background={"field": "other"}))
    assert (coded["credential:scrum"], coded["credential:analytics"]) == (0, 0)


def test_a_credential_counts_in_full_or_not_at_all() -> None:
    scrum = CredentialRequirement(credential="scrum", importance="useful", why="Test.")
    assert term_of(catalog_asking(Requirements(credentials=(scrum,))), "credential:scrum").coverage == (0, 10_000)


def test_where_no_role_asks_for_skills_none_is_too_many() -> None:
    catalog = catalog_asking(education("bachelor"))
    catalog = msgspec.structs.replace(catalog, roles=catalog.roles[:1])
    assert build_table(catalog).unasked == Term(
        coverage=(0,) * 5, surplus=(0,) * 5, unknown_coverage=0, unknown_surplus=0
    )
    answers = Answers(skills={"s0": 4}, background={"education": "bachelor"})
    assert assess(catalog, answers).by_role["r0"].match == 10_000


@given(catalogs_with_answers())
def test_codes_and_answers_are_two_forms_of_the_same(case: tuple[Catalog, Answers]) -> None:
    catalog, answers = case
    codes = coded_answers(catalog, answers)
    decoded = decoded_answers(catalog, codes, {})
    assert coded_answers(catalog, decoded) == codes
    for item, code in codes.items():
        assert answer_text(catalog, item, code)
        assert answer_value(catalog, item, code) is not None


@given(catalogs_with_answers())
def test_terms_are_sound(case: tuple[Catalog, Answers]) -> None:
    catalog, _ = case
    table = build_table(catalog)
    for row in table.roles:
        assert sum(term.full for term in row.terms.values()) == 10_000
        assert row.terms.keys() == row.requirements.keys()
        for name, term in row.terms.items():
            assert min(term.coverage) >= 0 >= max(term.surplus)
            assert min(term.coverage) <= term.unknown_coverage <= term.full
            assert min(term.surplus) <= term.unknown_surplus <= 0
            assert requirement_text(catalog, name, row.requirements[name])
    levels = [requirement.level for role in catalog.roles for requirement in role.requirements.skills]
    mean = Fraction(sum(levels), len(catalog.roles))
    costs = [catalog.scoring.surplus * 100 * level / mean for level in range(5)]
    assert table.unasked.surplus == tuple(-floor(cost + Fraction(1, 2)) for cost in costs)
    assert set(table.unasked.coverage) == {0}
    assert list(table.unasked.surplus) == sorted(table.unasked.surplus, reverse=True)
