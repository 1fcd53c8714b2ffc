"""What is asked, in which order, and when it ends."""

from __future__ import annotations

import math
import random
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerpath.quiz.certificate import Bounds, closest
from careerpath.quiz.guide import Advice, Aim, Mode
from careerpath.quiz.picking import LEAST_LIKES, MOST_LIKES, Count, Judgement
from careerpath.quiz.policy import PACE, Policy, count_of
from careerpath.quiz.session import Questionnaire, Session
from careerpath.scoring.assess import assess
from support.catalogs import SEEDS, any_answer, make_catalog, shipped
from support.outlooks import made_outlook

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


SMALL = make_catalog(roles=4, skills=6, activities=6, learning=0, seed=8)
ASKED = Session({"background:field": "product", "skill:s0": 2, "skill:s1": None, "activity:a0": 5})


def test_a_reason_is_what_the_question_decided_between_when_it_was_asked() -> None:
    policy = Policy(Questionnaire(SMALL), Aim())
    before, reasons = Session(), policy.reasons(ASKED)
    for (name, value), (reason_for, roles) in zip(ASKED.given.items(), reasons, strict=True):
        assert (reason_for, roles) == (name, policy.between(before, name))
        assert (roles is None) == name.startswith("background:")
        before = before.answered(name, value)
    assert policy.between(ASKED, "background:education") is None
    assert policy.between(ASKED, "skill:s0") is None


def test_dont_know_counts_as_a_question_and_background_as_none() -> None:
    assert count_of(ASKED) == Count(skills=2, likes=1)


def test_background_comes_first_and_without_a_word_on_who_leads() -> None:
    advice = Policy(Questionnaire(SMALL), Aim()).advise(ASKED)
    assert advice == Advice(Questionnaire(SMALL).by_id["background:current_role"])


def after_background() -> Session:
    """Only background is known, and of that nothing."""
    questionnaire, session = Questionnaire(SMALL), Session()
    for question in questionnaire.questions[:7]:
        session = questionnaire.answer(session, question.id, None)
    return session


def test_what_is_advised_in_each_mode() -> None:
    session = after_background()
    quick, certified, full = (Policy(Questionnaire(SMALL), Aim(mode=mode)).advise(session) for mode in MODES)
    assert (quick.adaptive, certified.adaptive, full.adaptive) == (True, True, False)
    assert quick.leader == certified.leader == full.leader
    assert full.question is not None
    assert (full.question.id, full.left) == ("skill:s0", 12)
    everything = session
    for question in Questionnaire(SMALL).remaining(session):
        everything = everything.answered(question.id, 3)
    for mode in MODES:
        advice = Policy(Questionnaire(SMALL), Aim(mode=mode)).advise(everything)
        assert (advice.question, advice.adaptive, advice.left) == (None, mode != "full", 0)
        assert advice.leader == assess(SMALL, everything.answers()).roles[0].role


def test_how_many_questions_are_to_come() -> None:
    session = after_background()

    def left(aim: Aim) -> int:
        return Policy(Questionnaire(SMALL), aim).advise(session).left

    # About one question for each 0.35 of log-odds that are missing, and the likes that are due; never more than there
    # are, and at least one.
    assert LEAST_LIKES <= left(Aim(sure=0.3)) <= left(Aim(sure=0.6)) <= left(Aim(sure=0.999)) == 12
    assert left(Aim(sure=0.3, most=3)) <= 3
    assert left(Aim(sure=0.999, most=3)) == 3
    assert left(Aim(mode="certified", most=2)) == 2
    proof = Policy(Questionnaire(SMALL), Aim()).certified_after(session)
    assert left(Aim(mode="certified")) == proof
    assert 1 <= proof <= 12


def test_each_question_is_expected_to_make_it_a_little_surer() -> None:
    questionnaire = Questionnaire(make_catalog(roles=8, skills=40, activities=12, learning=0, seed=3))
    session = Session()
    for question in questionnaire.questions[:7]:
        session = questionnaire.answer(session, question.id, None)

    def log_odds(chance: float) -> float:
        return math.log(chance / (1 - chance))

    for aim in (Aim(sure=0.8), Aim(sure=0.95)):
        advice = Policy(questionnaire, aim).advise(session)
        assert 0.02 < advice.sure < 0.5
        lacking = (log_odds(aim.sure) - log_odds(advice.sure)) / PACE
        assert advice.left == math.ceil(lacking) + LEAST_LIKES


def test_the_choice_of_a_question_knows_the_last_one(monkeypatch: pytest.MonkeyPatch) -> None:
    policy, session = Policy(Questionnaire(SMALL), Aim()), after_background()
    last: list[object] = []
    really_pick = policy.picker.pick

    def pick(*given: Any) -> str:
        last.append(given[4])
        return really_pick(*given)

    monkeypatch.setattr(policy.picker, "pick", pick)
    policy.advise(session.answered("skill:s3", 2))
    policy.advise(session.answered("activity:a1", 2))
    assert last == ["skill:s3", "activity:a1"]


@pytest.mark.parametrize(("missing", "count"), [((10, 20), 2), ((10, 5), 1), ((14, 23), 4), ((15, 20), 4)])
def test_questions_to_proof_are_counted_from_the_best(
    missing: tuple[int, int], count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    policy = Policy(Questionnaire(SMALL), Aim())
    # Together 14 and 23; the second brings most, then the third, then the last.
    gains = np.array([[1, 0], [10, 5], [0, 15], [3, 3]])
    bounds = Bounds(0, np.array([0, -missing[0], -missing[1], 5]), np.zeros((1, 4), dtype=int))
    judgement = Judgement(made_outlook([0, 1]), bounds, 0.5, None)
    order = [list(closest(bounds)).index(rival) for rival in (1, 2)]
    monkeypatch.setattr(policy.picker, "judge", lambda *_: judgement)
    monkeypatch.setattr(policy.picker.certifier, "gains", lambda *_: gains[:, np.argsort(order)])
    assert policy.certified_after(Session()) == count


def test_questions_to_proof_shrink_with_the_answers_and_end_where_it_is_proven() -> None:
    questionnaire = Questionnaire(SMALL)
    policy, session = Policy(questionnaire, Aim(mode="certified")), after_background()
    expected = []
    while (advice := policy.advise(session)).question is not None:
        expected.append(policy.certified_after(session))
        value = 4 if advice.question.part == "skills" else 5
        session = questionnaire.answer(session, advice.question.id, value)
    assert advice.stop == "certified"
    assert policy.certified_after(session) == 0
    assert min(expected) >= 1
    assert expected[-1] < expected[0]
