"""No cliff: one answer changed by one step moves a match by at most a computed amount."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from careerpath.quiz.session import Questionnaire, Session
from careerpath.scoring.appeal import PER_STEP
from careerpath.scoring.assess import assess
from careerpath.scoring.table import build_table
from support.catalogs import answers_of, any_answer, catalogs_with_answers, shipped

if TYPE_CHECKING:
    import random

    from careerpath.model.answers import Answers, AnswerValue
    from careerpath.model.catalog import Catalog
    from careerpath.quiz.questions import AskedQuestion
    from careerpath.scoring.table import RoleTerms, ScoreTable, Term

LARGEST_SHIPPED_STEP = 953
"""Hundredths of a match that one step of one answer can move, in the shipped catalogue."""


def _step(term: Term) -> int:
    worth = [covered + surplus for covered, surplus in zip(term.coverage, term.surplus, strict=True)]
    return max(abs(second - first) for first, second in pairwise(worth))


def largest_steps(table: ScoreTable, row: RoleTerms, percent: int) -> dict[str, int]:
    """By item, what one step of its answer can move at most. Fields have no order: any change is one step."""
    steps = {item.name: _step(table.unasked) for item in table.items if item.name.startswith("skill:")}
    for name, term in row.terms.items():
        steps[name] = term.full if name in {"education_field", "background"} else _step(term)
    # With another education, a field of study can begin or cease to count.
    steps["education"] = steps.get("education", 0) + steps.get("education_field", 0)
    whole = sum(row.activities.values())
    for activity, weight in row.activities.items():
        steps[f"activity:{activity}"] = -(-percent * PER_STEP * weight // (100 * whole)) + 1
    # A liking that is no part of the role moves the person's mean; at most as if it were all of their ratings.
    steps["activity:"] = -(-percent * PER_STEP // 100) + 1 if whole else 0
    return steps


def neighbour(question: AskedQuestion, value: AnswerValue, draw: random.Random) -> AnswerValue:
    """An answer one step away; one certificate more or less."""
    if isinstance(value, tuple):
        return tuple({*value} ^ {str(draw.choice(question.options).value)})
    if question.subject in {"field", "education_field", "current_role"}:
        return any_answer(question, draw)
    values = [option.value for option in question.options] or list(range(21))
    place = values.index(value) + draw.choice((-1, 1)) if value is not None else 0
    return values[min(max(place, 0), len(values) - 1)]


def check_step(catalog: Catalog, answers: Answers, draw: random.Random) -> None:
    questionnaire = Questionnaire(catalog)
    known = [(question, value) for question, value in answers.items() if value is not None]
    if not known:
        return
    name, value = draw.choice(known)
    session = questionnaire.answer(
        Session(dict(answers.items())), name, neighbour(questionnaire.by_id[name], value, draw)
    )
    table = build_table(catalog)
    before, after = assess(catalog, answers).by_role, assess(catalog, session.answers()).by_role
    for row in table.roles:
        bound = max(largest_steps(table, row, catalog.scoring.appeal).values())
        moved = abs(after[row.role].match - before[row.role].match)
        assert moved <= bound, f"{name}: {value!r} to {session.given[name]!r} moves {row.role} by {moved} > {bound}"


@given(catalogs_with_answers(), st.randoms(use_true_random=False))
def test_one_step_moves_a_match_no_more_than_the_table_allows(
    case: tuple[Catalog, Answers], draw: random.Random
) -> None:
    check_step(*case, draw)


@settings(max_examples=20)
@given(answers_of(shipped()), st.randoms(use_true_random=False))
def test_one_step_moves_a_shipped_match_no_more_than_the_table_allows(answers: Answers, draw: random.Random) -> None:
    check_step(shipped(), answers, draw)


def test_the_largest_step_of_the_shipped_catalogue_is_the_published_one() -> None:
    catalog = shipped()
    table = build_table(catalog)
    steps = [
        (step, row.role, name)
        for row in table.roles
        for name, step in largest_steps(table, row, catalog.scoring.appeal).items()
    ]
    largest = max(steps)
    assert largest[0] == LARGEST_SHIPPED_STEP, f"one step moves a match by up to {largest[0] / 100} points: {largest}"
