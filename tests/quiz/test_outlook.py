"""The draws of the outlook, held against the score and against what they are drawn from."""

from __future__ import annotations

import random

import msgspec
import numpy as np
import pytest

from careerpath.model.skill import MAX_LEVEL
from careerpath.quiz import outlook as module
from careerpath.quiz.board import Board
from careerpath.quiz.outlook import Forecaster, draw_weights, resembling_weight, sureness
from careerpath.quiz.session import Questionnaire, Session
from careerpath.scoring.assess import assess
from support.catalogs import any_answer, make_catalog
from support.outlooks import made_outlook

CATALOG = make_catalog(roles=4, skills=5, activities=4, learning=0, seed=11)
# Likes weigh as much as they can.
CATALOG = msgspec.structs.replace(CATALOG, scoring=msgspec.structs.replace(CATALOG.scoring, appeal=100))
QUESTIONNAIRE = Questionnaire(CATALOG)


@pytest.fixture
def board() -> Board:
    return Board(CATALOG)


def told(*parts: str, unknown: tuple[str, ...] = (), seed: int = 0) -> Session:
    """All questions whose id begins so, answered at random; some of them with "don't know yet"."""
    draw, session = random.Random(seed), Session()  # noqa: S311 (no secret)
    for question in QUESTIONNAIRE.questions:
        if question.id.startswith(parts) and QUESTIONNAIRE.applies(question, session):
            value = None if question.id in unknown else any_answer(question, draw)
            session = QUESTIONNAIRE.answer(session, question.id, value)
    return session


@pytest.mark.parametrize(
    "session",
    [
        told("background:"),
        told("background:", "skill:s1", "activity:a2", unknown=("skill:s1",)),
        told("background:", "skill:s0", "activity:", unknown=("activity:a0", "activity:a3"), seed=2),
        told("background:", "skill:", "activity:a0", "activity:a1", unknown=("activity:a1",), seed=5),
        told("background:", "skill:", "activity:a3", unknown=("activity:a3",), seed=18),
    ],
    ids=["background", "skill-unknown", "likes-unknown", "likes-open", "like-unknown"],
)
def test_each_draw_has_the_first_role_that_the_score_gives_it(board: Board, session: Session) -> None:
    outlook = Forecaster(board, 200).outlook(board.known(session))
    skills = [board.kernel.items[board.skills[place]] for place in outlook.open_skills]
    likes = [list(board.like_place)[place] for place in outlook.open_likes]
    assert {*skills, *likes} == {question.id for question in QUESTIONNAIRE.remaining(session)}
    for draw, first in enumerate(outlook.first):
        levels = outlook.above[:, draw].sum(axis=0).astype(int).tolist()
        whole = session.given | dict(zip(skills, levels, strict=True))
        whole |= dict(zip(likes, outlook.likes[draw].tolist(), strict=True))
        roles = {role.role: role.match for role in assess(CATALOG, Session(whole).answers()).roles}
        # The draws leave out the rounding of the appeal.
        assert roles[board.roles[first]] >= max(roles.values()) - 2
    assert len(set(outlook.first.tolist())) > 1


def test_levels_are_drawn_as_the_kinds_say_them(board: Board) -> None:
    forecaster = Forecaster(board, 40_000)
    known = board.known(told("skill:s1", "skill:s3"))
    outlook = forecaster.outlook(known)
    half, kinds, posterior = len(outlook.first) // 2, forecaster.kinds, outlook.posterior
    assert (np.diff(outlook.above, axis=0) <= 0).all()
    for place, skill in enumerate(outlook.open_skills):
        by_role = kinds.said[:, board.demand[:, skill]]
        said = (posterior.resembling[:, :, None] * by_role).sum(axis=(0, 1)), posterior.other @ kinds.other_said
        for level in range(MAX_LEVEL):
            drawn = outlook.above[level, :, place]
            assert drawn[:half].mean() == pytest.approx(said[0][level + 1 :].sum(), abs=0.015)
            assert drawn[half:].mean() == pytest.approx(said[1][level + 1 :].sum(), abs=0.015)


def test_likes_are_drawn_alike_and_open_background_by_its_prior(board: Board) -> None:
    session = told("background:", "skill:", "activity:", seed=5).without("background:experience")
    known = board.known(session)
    outlook = Forecaster(board, 20_000).outlook(known)
    item = next(item for item in board.table.items if item.name == "experience")
    expected = dict.fromkeys(board.roles, 0.0)
    for years, weight in enumerate(item.prior):
        answers = session.answered("background:experience", years).answers()
        expected[assess(CATALOG, answers).roles[0].role] += weight / sum(item.prior)
    assert 0.1 < max(expected.values()) < 0.9
    for place, role in enumerate(board.roles):
        assert outlook.chances(place) == pytest.approx((expected[role], expected[role]), abs=0.02)
    likes = Forecaster(board, 20_000).outlook(board.known(Session())).likes
    assert np.bincount(likes.ravel()) / likes.size == pytest.approx([0, 0.2, 0.2, 0.2, 0.2, 0.2], abs=0.01)


def test_the_same_answers_give_the_same_draws(board: Board) -> None:
    forecaster, known = Forecaster(board, 50), board.known(told("background:"))
    first, again, salted = (forecaster.outlook(known, salt).above for salt in (b"", b"", b"again"))
    assert (first == again).all()
    assert (first != salted).any()


def test_a_large_catalogue_gets_fewer_draws(board: Board, monkeypatch: pytest.MonkeyPatch) -> None:
    assert Forecaster(board).draws == module.DRAWS
    size = len(board.roles) * len(board.skills)
    for effort, draws in ((1, module.LEAST_DRAWS), (301 * size + size // 2, 302)):
        monkeypatch.setattr(module, "EFFORT", effort)
        assert Forecaster(board).draws == draws
    assert Forecaster(board, 7).draws == 8


def test_each_half_counts_as_much_as_its_posterior_says() -> None:
    outlook = made_outlook([0] * 80 + [1] * 20 + [0] * 20 + [1] * 80)
    assert outlook.chances(0) == (0.8, 0.2)
    # One standard error less than 80 of 101 and 20 of 101.
    resembling, other = 0.7515, 0.1582
    assert sureness(made_outlook(outlook.first.tolist(), log_odds=25)) == pytest.approx(resembling, abs=1e-3)
    assert sureness(made_outlook(outlook.first.tolist(), log_odds=-25)) == pytest.approx(other, abs=1e-3)
    assert sureness(outlook, 0.5) == pytest.approx((resembling + other) / 2, abs=1e-3)
    assert sureness(made_outlook([1] * 200)) == 0
    assert 0.98 < sureness(made_outlook([0] * 200), 0.5) < 1


def test_the_weights_of_the_draws() -> None:
    outlook = made_outlook([0] * 10)
    assert draw_weights(outlook, 0.3) == pytest.approx([0.06] * 5 + [0.14] * 5)
    assert resembling_weight(made_outlook([0, 0], log_odds=float(np.log(3))).posterior, 0.5) == pytest.approx(0.75)
    far = made_outlook([0, 0], log_odds=-1e6)
    assert draw_weights(far, 0.5).min() > np.finfo(np.float32).tiny
