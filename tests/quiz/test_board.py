"""The arrays of the questionnaire, held against the score."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given

from careerpath.quiz.board import Board
from careerpath.quiz.session import Session
from careerpath.scoring.assess import assess
from support.catalogs import catalogs_with_answers, make_catalog

if TYPE_CHECKING:
    from careerpath.model.answers import Answers, AnswerValue
    from careerpath.model.catalog import Catalog

CATALOG = make_catalog(roles=3, skills=3, activities=3, learning=0, seed=5)


@pytest.fixture
def board() -> Board:
    return Board(CATALOG)


@given(catalogs_with_answers())
def test_the_match_and_the_order_are_those_of_the_score(case: tuple[Catalog, Answers]) -> None:
    catalog, answers = case
    board = Board(catalog)
    match = board.match(board.known(Session(dict(answers.items()))))
    roles = assess(catalog, answers).roles
    assert match.tolist() == [next(role.match for role in roles if role.role == name) for name in board.roles]
    assert [board.roles[place] for place in np.argsort(-match, kind="stable")] == [role.role for role in roles]


def test_a_step_of_liking_adds_its_pull(board: Board) -> None:
    low = Session({f"activity:a{place}": 1 for place in range(3)})
    before = board.match(board.known(low))
    for place, name in enumerate(board.like_place):
        after = board.match(board.known(low.answered(name, 5)))
        assert np.abs(after - before - 4 * board.pull[place]).max() <= 2  # the match is rounded
    assert np.abs(board.pull).max() > 10


def test_levels_add_up_from_the_lowest(board: Board) -> None:
    base = board.base(board.known(Session()))
    assert (base == 0).all()
    for place, name in enumerate(board.skill_place):
        for level in range(5):
            told = board.base(board.known(Session({name: level})))
            assert (told == board.lowest[place] + board.steps[:level, place].sum(axis=0)).all()


def test_each_role_demands_the_levels_of_its_requirements(board: Board) -> None:
    for place, role in enumerate(board.roles):
        asked = {f"skill:{need.skill}": need.level for need in CATALOG.role_by_id[role].requirements.skills}
        assert {name: board.demand[place, at] for name, at in board.skill_place.items() if board.demand[place, at]} == (
            asked
        )


def test_dont_know_is_neither_known_nor_open(board: Board) -> None:
    given_answers: dict[str, AnswerValue] = {
        "skill:s1": None,
        "skill:s2": 3,
        "activity:a0": None,
        "background:credentials": None,
    }
    known = board.known(Session(given_answers))
    closed = {name for name, is_open in zip(board.kernel.items, known.open_items, strict=True) if not is_open}
    assert closed == {"skill:s1", "skill:s2", "credential:scrum", "credential:analytics"}
    assert [board.kernel.items[at] for at in np.flatnonzero(known.codes >= 0)] == ["skill:s2"]
    assert (known.open_likes.tolist(), known.likes.tolist()) == ([False, True, True], [0, 0, 0])


def test_background_is_closed_by_its_question_or_where_it_does_not_concern_the_person(board: Board) -> None:
    known = board.known(Session({"background:field": "product", "background:education": "school"}))
    closed = {name for name, is_open in zip(board.kernel.items, known.open_items, strict=True) if not is_open}
    assert closed == {"background", "education", "education_field"}
