"""The certificate, held against every completion of small catalogues."""

from __future__ import annotations

import random
from itertools import product
from typing import TYPE_CHECKING

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerpath.model.role import RoleActivity
from careerpath.quiz.board import Board
from careerpath.quiz.certificate import CLOSEST, Bounds, Certifier, closest
from careerpath.quiz.outlook import Forecaster, draw_weights
from careerpath.quiz.session import Questionnaire, Session
from careerpath.scoring.assess import assess
from support.catalogs import SEEDS, any_answer, make_catalog

if TYPE_CHECKING:
    from careerpath.model.answers import AnswerValue
    from careerpath.model.catalog import Catalog
    from careerpath.scoring.kernel import Integers

MOST = 700


def small(seed: int, appeal: int | None) -> Catalog:
    catalog = make_catalog(roles=3, skills=4, activities=3, learning=0, seed=seed)
    if appeal is None:
        return catalog
    return msgspec.structs.replace(catalog, scoring=msgspec.structs.replace(catalog.scoring, appeal=appeal))


def partly(catalog: Catalog, seed: int, opened: int, *, unknown: bool) -> tuple[Session, list[str]]:
    """Answers to all questions but some skills and activities, which are open."""
    draw, questionnaire = random.Random(seed), Questionnaire(catalog)  # noqa: S311 (no secret)
    asked = [question.id for question in questionnaire.questions if question.part != "background"]
    open_questions = draw.sample(asked, opened)
    session = Session()
    for question in questionnaire.questions:
        if question.id not in open_questions and questionnaire.applies(question, session):
            value = None if unknown and draw.random() < 0.3 else any_answer(question, draw)
            session = questionnaire.answer(session, question.id, value)
    return session, open_questions


def firsts(catalog: Catalog, session: Session, open_questions: list[str], *, unknown: bool) -> set[str]:
    """The first role of every completion."""
    questionnaire = Questionnaire(catalog)
    choices: list[list[AnswerValue]] = [
        [*(option.value for option in questionnaire.by_id[name].options), *([None] if unknown else [])]
        for name in open_questions
    ]
    found = set()
    for values in product(*choices):
        whole = Session({**session.given, **dict(zip(open_questions, values, strict=True))})
        found.add(assess(catalog, whole.answers()).roles[0].role)
    return found


def certified(catalog: Catalog, session: Session) -> tuple[bool, str]:
    board = Board(catalog)
    bounds = Certifier(board).bounds(board.known(session))
    return bounds.certified, board.roles[bounds.leader]


@given(seed=SEEDS, opened=st.integers(0, 3), answers=SEEDS, unknown=st.booleans())
@settings(max_examples=60)
def test_a_certificate_is_never_wrong(seed: int, opened: int, answers: int, *, unknown: bool) -> None:
    catalog = small(seed, None)
    session, open_questions = partly(catalog, answers, opened, unknown=unknown)
    proven, leader = certified(catalog, session)
    if proven:
        assert firsts(catalog, session, open_questions, unknown=True) == {leader}


@given(seed=SEEDS, opened=st.integers(0, 3), answers=SEEDS, appeal=st.sampled_from((0, None)))
@settings(max_examples=60)
def test_a_certificate_is_never_late_but_for_rounding(seed: int, opened: int, answers: int, appeal: int | None) -> None:
    catalog = small(seed, appeal)
    session, open_questions = partly(catalog, answers, opened, unknown=False)
    possible = firsts(catalog, session, open_questions, unknown=False)
    board = Board(catalog)
    bounds = Certifier(board).bounds(board.known(session))
    if len(possible) == 1 and not bounds.certified:
        # At most a hundredth is missing, and only if likes are open: the rounding of the appeal. "Don't know" is
        # rounded as well.
        assert (bounds.margins >= -2).all()


def test_how_often_it_could_have_stopped_earlier() -> None:
    """Of 300 partly answered quizzes: the certificate and the enumeration, side by side."""
    early = late = same = 0
    for seed in range(300):
        catalog = small(seed, None)
        session, open_questions = partly(catalog, seed, 2, unknown=False)
        proven, _ = certified(catalog, session)
        single = len(firsts(catalog, session, open_questions, unknown=False)) == 1
        early, late, same = early + (proven and not single), late + (single and not proven), same + (proven == single)
    assert (early, same + late) == (0, 300)
    assert late <= 3, late


@pytest.mark.parametrize("seed", range(5))
def test_equal_roles_are_decided_as_they_are_shown(seed: int) -> None:
    catalog = small(seed, 0)
    twin = catalog.roles[0]
    catalog = msgspec.structs.replace(
        catalog, roles=(msgspec.structs.replace(twin, id="b", entry_roles=()), msgspec.structs.replace(twin, id="a"))
    )
    assert certified(catalog, Session()) == (True, assess(catalog, Session().answers()).roles[0].role)


def test_the_gain_of_a_question_is_the_margin_that_its_answer_is_expected_to_add() -> None:
    catalog = make_catalog(roles=4, skills=4, activities=3, learning=0, seed=9)
    board = Board(catalog)
    certifier, forecaster = Certifier(board), Forecaster(board, 2000)
    session = Session({"skill:s0": 2, "activity:a1": 4})
    known = board.known(session)
    outlook, bounds = forecaster.outlook(known), certifier.bounds(known)
    rivals = np.array([place for place in range(4) if place != bounds.leader])
    weights = draw_weights(outlook, 0.5)
    gains = certifier.gains(bounds, rivals, outlook, weights)

    def margin(name: str, answer: int) -> Integers:
        after = certifier.bounds(board.known(session.answered(name, answer)), bounds.leader)
        return np.asarray(after.margins[rivals])

    skills, likes = list(board.skill_place), list(board.like_place)
    for place, skill in enumerate(outlook.open_skills):
        answers = outlook.above[:, :, place].sum(axis=0)
        expected = sum(weights[answers == level].sum() * margin(skills[skill], level) for level in range(5))
        assert gains[place] == pytest.approx(expected - bounds.margins[rivals], abs=0.1)
    for place, like in enumerate(outlook.open_likes, len(outlook.open_skills)):
        expected = sum(margin(likes[like], step) / 5 for step in range(1, 6))
        assert gains[place] == pytest.approx(expected - bounds.margins[rivals], abs=1)  # the appeal is rounded
    assert gains.shape == (5, 3)
    assert gains.max() > 10

    # Progress is each gain as a share of what is missing, which no answer can exceed.
    close = closest(bounds)
    missing = np.maximum(-bounds.margins[close], 1)
    shares = np.minimum(certifier.gains(bounds, close, outlook, weights) / missing, 1).sum(axis=1)
    assert np.concatenate(certifier.progress(bounds, outlook, weights)) == pytest.approx(shares, abs=1e-4)
    assert len(certifier.progress(bounds, outlook, weights)[0]) == len(outlook.open_skills)


@pytest.mark.parametrize("seed", range(4))
def test_a_margin_is_the_least_lead_over_all_answers(seed: int) -> None:
    """But for the rounding of the appeal of both roles, which may hide up to two hundredths."""
    catalog = small(seed, 100)
    replace = msgspec.structs.replace
    scoring = replace(catalog.scoring, activity={"core": 3, "regular": 2, "some": 1})
    one, *others = catalog.roles
    # One role with a single activity of the least weight, one with all, the last as chance made it.
    every = tuple(RoleActivity(activity=f"a{place}", weight="core", why="Test.") for place in range(3))
    roles = (replace(one, activities=(replace(every[0], weight="some"),)), replace(others[0], activities=every[:2]))
    catalog = replace(catalog, scoring=scoring, roles=(*roles, *others[1:]))
    session, open_questions = partly(catalog, seed, 3, unknown=False)
    board, questionnaire = Board(catalog), Questionnaire(catalog)
    choices = [[option.value for option in questionnaire.by_id[name].options] for name in open_questions]
    matches = np.array(
        [
            board.match(board.known(Session({**session.given, **dict(zip(open_questions, values, strict=True))})))
            for values in product(*choices)
        ]
    )
    for leader in range(3):
        margins = Certifier(board).bounds(board.known(session), leader).margins
        least = (matches[:, [leader]] - matches).min(axis=0)
        assert (least - 2 <= margins).all()
        assert (margins <= least + 2).all()


def test_the_closest_rivals_are_those_that_may_come_out_ahead_the_most() -> None:
    margins = np.array([-5, 0, 0, -30, 0, 7, -5])
    bounds = Bounds(2, margins, np.zeros((1, 7), dtype=int))
    assert closest(bounds).tolist() == [3, 0, 6, 1]
    assert bounds.rivals.tolist() == [True, True, False, True, False, False, True]
    by_turns = Bounds(0, np.array([0, *[-3, -5] * 25]), np.zeros((1, 1), dtype=int))
    assert closest(by_turns).tolist() == [*range(2, 51, 2), *range(1, 51, 2)]
    many = Bounds(0, -np.arange(CLOSEST + 40), np.zeros((1, 1), dtype=int))
    assert closest(many).tolist() == list(range(CLOSEST + 39, 39, -1))
