"""What is asked, in which order, and when it ends."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerpath.quiz.guide import Advice, Aim, Mode
from careerpath.quiz.picking import LEAST_LIKES, MOST_LIKES
from careerpath.quiz.policy import Policy, count_of
from careerpath.quiz.session import Questionnaire, Session
from careerpath.scoring.assess import assess
from support.catalogs import SEEDS, any_answer, make_catalog, shipped

if TYPE_CHECKING:
    from careerpath.model.catalog import Catalog

MODES: tuple[Mode, ...] = ("quick", "certified", "full")


def quiz(catalog: Catalog, aim: Aim, seed: int, *, unknown: float = 0) -> tuple[Session, Advice, list[str]]:
    """A whole quiz with answers at random."""
    draw, questionnaire = random.Random(seed), Questionnaire(catalog)  # noqa: S311 (no secret)
    answers = {question.id: any_answer(question, draw) for question in questionnaire.questions}
    policy, session = Policy(questionnaire, aim), Session()
    asked: list[str] = []
    for _ in range(len(questionnaire.questions) + 1):
        advice = policy.advise(session)
        if advice.question is None:
            return session, advice, asked
        asked.append(advice.question.id)
        value = None if draw.random() < unknown else answers[advice.question.id]
        session = questionnaire.answer(session, advice.question.id, value)
    raise AssertionError(asked)


@given(
    size=st.integers(2, 6), seed=SEEDS, answers=SEEDS, mode=st.sampled_from(MODES), unknown=st.sampled_from((0, 0.3))
)
@settings(max_examples=40)
def test_it_ends_and_never_asks_twice(size: int, seed: int, answers: int, mode: Mode, unknown: float) -> None:
    catalog = make_catalog(roles=size, skills=size + 1, activities=size, learning=0, seed=seed)
    session, advice, asked = quiz(catalog, Aim(mode=mode), answers, unknown=unknown)
    assert len(asked) == len(set(asked))
    assert advice.stop is not None
    assert 0 <= advice.sure <= 1
    assert (session, advice, asked) == quiz(catalog, Aim(mode=mode), answers, unknown=unknown)
    if mode == "full":
        assert len(Questionnaire(catalog).remaining(session)) == 0


@given(seed=SEEDS, answers=SEEDS)
@settings(max_examples=30)
def test_a_certified_quiz_has_the_first_role_of_the_whole_one(seed: int, answers: int) -> None:
    catalog = make_catalog(roles=5, skills=8, activities=4, learning=0, seed=seed)
    session, advice, _ = quiz(catalog, Aim(mode="certified"), answers)
    everything, _, _ = quiz(catalog, Aim(mode="full"), answers)
    assert assess(catalog, everything.answers()).roles[0].role == advice.leader
    assert assess(catalog, session.answers()).roles[0].role == advice.leader


@pytest.mark.parametrize("seed", range(3))
def test_quick_on_the_shipped_catalogue(seed: int) -> None:
    session, advice, asked = quiz(shipped(), Aim(), seed)
    count = count_of(session)
    assert sum(count) <= 30
    assert LEAST_LIKES <= count.likes <= MOST_LIKES
    assert advice.stop in {"sure", "limit", "certified"}
    assert (advice.stop != "sure") or advice.sure >= 0.9
    assert [name for name in asked if name.startswith("background:")] == asked[: len(asked) - sum(count)]


def test_more_sure_takes_more_questions_and_a_limit_holds() -> None:
    _, _, little = quiz(shipped(), Aim(sure=0.5, most=60), 1)
    _, _, much = quiz(shipped(), Aim(sure=0.99, most=60), 1)
    assert len(little) < len(much)
    for mode in MODES:
        session, advice, _ = quiz(shipped(), Aim(mode=mode, most=7), 1)
        assert (sum(count_of(session)), advice.stop) == (7, "limit")


def test_every_question_on_skills_decides_between_two_roles() -> None:
    session, _, _ = quiz(shipped(), Aim(), 2)
    policy = Policy(Questionnaire(shipped()), Aim())
    reasons = policy.reasons(session)
    assert [name for name, _ in reasons] == list(session.given)
    for name, roles in reasons:
        if name.startswith("background:"):
            assert roles is None
        else:
            assert roles is not None
            assert len({*roles} & set(policy.picker.board.roles)) == 2
