"""Which question is picked and when it is enough, on outlooks written out by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import numpy as np
import pytest

from careerpath.model.skill import Topic
from careerpath.quiz.board import Board, Known
from careerpath.quiz.certificate import Bounds
from careerpath.quiz.guide import Aim, Mode, Stop
from careerpath.quiz.outlook import Forecaster, Outlook
from careerpath.quiz.picking import LEAST_LIKES, MOST_LIKES, Count, Judgement, Picker
from careerpath.quiz.session import Questionnaire, Session
from careerpath.scoring.items import catalog_items
from support.catalogs import make_catalog
from support.outlooks import made_outlook

if TYPE_CHECKING:
    from careerpath.model.catalog import Catalog


def with_topics() -> Catalog:
    """Skills s0, s1 of one topic, s2 of another; activities a0 of one, the others of another."""
    catalog = make_catalog(roles=3, skills=3, activities=8, learning=0, seed=4)
    replace = msgspec.structs.replace
    return replace(
        catalog,
        skill_topics=(Topic(id="x", label="X"), Topic(id="y", label="Y")),
        skills=tuple(replace(skill, topic="y" if skill.id == "s2" else "x") for skill in catalog.skills),
        activity_topics=(Topic(id="x", label="X"), Topic(id="y", label="Y")),
        activities=tuple(replace(one, topic="x" if one.id == "a0" else "y") for one in catalog.activities),
    )


CATALOG = with_topics()
ITEMS = len(catalog_items(CATALOG))
UNDECIDED = Bounds(0, np.array([0, -50, -50]), np.zeros((ITEMS, 3), dtype=int))
CERTAIN = Bounds(0, np.array([0, 5, 5]), np.zeros((ITEMS, 3), dtype=int))

# Of 128 draws with two first roles, s0 tells which, s2 nearly, s1 nothing; a0 little, the other likes nothing.
FIRST = [0, 1] * 64
LEVELS = [[4 * first, 2, 4 * first if place else 4] for place, first in enumerate(FIRST)]
LIKES = [[5 if first and place < 64 else 1, *[3] * 7] for place, first in enumerate(FIRST)]
OUTLOOK = made_outlook(FIRST, LEVELS, LIKES)


class Foretold(Forecaster):
    """A forecaster that knows the outlook; another one for a second look."""

    def __init__(self, outlook: Outlook, again: Outlook | None = None) -> None:
        super().__init__(Board(CATALOG))
        self.foretold, self.again = outlook, again or outlook

    def outlook(self, known: Known, salt: bytes = b"") -> Outlook:
        return self.again if salt else self.foretold


def picker(outlook: Outlook = OUTLOOK, again: Outlook | None = None) -> Picker:
    return Picker(Board(CATALOG), Foretold(outlook, again))


def known(*names: str) -> Known:
    """What is known when these have been answered with 3."""
    return Board(CATALOG).known(Session(dict.fromkeys(names, 3)))


def pick(
    aim: Aim, *, sure: float = 0.1, skills: int = 3, likes: int = 0, last: str | None = None, bounds: Bounds = UNDECIDED
) -> str:
    return picker().pick(known(), Count(skills, likes), aim, Judgement(OUTLOOK, bounds, sure, None), last)


def test_the_question_that_tells_most_is_picked() -> None:
    assert pick(Aim()) == "skill:s0"
    assert pick(Aim(mode="certified")) == "skill:s0"


def test_the_topic_of_the_last_question_is_kept_if_it_tells_nearly_as_much() -> None:
    swapped = made_outlook(FIRST, [[b, a, c] for a, b, c in LEVELS], LIKES)
    judgement = Judgement(swapped, UNDECIDED, 0.1, None)
    # s1 tells everything; s2, of the other topic, over nine tenths of it; a0 far less.
    for last, picked in (
        (None, "skill:s1"),
        ("skill:s0", "skill:s1"),
        ("skill:s2", "skill:s2"),
        ("activity:a0", "skill:s1"),
        ("activity:a1", "skill:s1"),
        ("background:field", "skill:s1"),
    ):
        assert picker().pick(known(), Count(3, 0), Aim(), judgement, last) == picked


def test_a_like_stays_with_its_topic_too() -> None:
    swapped = made_outlook(FIRST, [[2, 2, 2]] * 128, [[c + 1, 3, a + 1, *[3] * 5] for a, _, c in LEVELS])
    judgement = Judgement(swapped, UNDECIDED, 0.1, None)
    # a2 tells everything, a0, of the other topic, over nine tenths of it.
    for last, picked in (
        (None, "activity:a2"),
        ("activity:a0", "activity:a0"),
        ("activity:a1", "activity:a2"),
        ("skill:s0", "activity:a2"),
    ):
        assert picker().pick(known(), Count(3, 0), Aim(), judgement, last) == picked


def test_who_nearly_knows_the_leader_asks_for_proof() -> None:
    # From here on s1 brings most of what is missing to a proof, though s0 tells more.
    bounds = picker().certifier.bounds(known(), 0)
    assert pick(Aim(mode="certified"), sure=0.79, bounds=bounds) == "skill:s0"
    assert pick(Aim(mode="certified"), sure=0.8, bounds=bounds) == "skill:s1"
    assert pick(Aim(sure=0.9), sure=0.85, bounds=bounds) == "skill:s0"


def test_quick_asks_its_likes_when_sure_or_when_few_questions_are_left() -> None:
    assert pick(Aim(sure=0.9), sure=0.95) == "activity:a0"
    assert pick(Aim(sure=0.9), sure=0.95, likes=LEAST_LIKES) == "skill:s0"
    assert pick(Aim(most=30), skills=25) == "activity:a0"
    assert pick(Aim(most=30), skills=24) == "skill:s0"
    assert pick(Aim(mode="certified"), sure=0.95, bounds=CERTAIN) == "skill:s0"


def test_quick_asks_no_more_likes_than_it_needs() -> None:
    likes = made_outlook(FIRST, [[0, 0, 0]] * 128, [[1 + 4 * first, *[3] * 7] for first in FIRST])
    judgement = Judgement(likes, UNDECIDED, 0.1, None)
    for count, aim, picked in (
        (Count(3, 0), Aim(), "activity:a0"),
        (Count(3, MOST_LIKES), Aim(), "skill:s0"),
        (Count(3, MOST_LIKES), Aim(mode="certified"), "activity:a0"),
        (Count(30, 0), Aim(mode="certified", most=30), "activity:a0"),
    ):
        assert picker().pick(known(), count, aim, judgement) == picked


def test_with_only_skills_or_only_likes_left_those_are_asked() -> None:
    skills = made_outlook(FIRST, LEVELS)
    likes = made_outlook(FIRST, likes=LIKES)
    for mode in ("quick", "certified"):
        aim = Aim(mode=mode)
        only_skills = Judgement(skills, UNDECIDED, 0.95, None)
        assert picker().pick(known(), Count(0, 8), aim, only_skills) == "skill:s0"
        assert (
            picker().pick(known(), Count(3, MOST_LIKES), aim, Judgement(likes, UNDECIDED, 0.1, None)) == "activity:a0"
        )


def test_how_many_likes_quick_still_has_to_ask() -> None:
    def due(likes: int, most: int | None, *answered: str) -> int:
        aim = Aim(mode="certified" if most is None else "quick", most=most)
        return picker().likes_due(known(*answered), Count(9, likes), aim)

    assert [due(likes, None) for likes in (0, 4, 5, 9)] == [5, 1, 0, 0]
    assert [due(1, most) for most in (6, 12, 29, 30, 60)] == [0, 1, 3, 4, 4]
    assert due(0, 30, *(f"activity:a{place}" for place in range(6))) == 2


@pytest.mark.parametrize(
    ("mode", "sure", "stop"),
    [
        ("quick", False, None),
        ("quick", True, "sure"),
        ("certified", False, None),
        ("certified", True, None),
        ("full", True, None),
    ],
)
def test_when_a_quiz_that_is_not_certain_stops(mode: Mode, *, sure: bool, stop: Stop | None) -> None:
    outlook = made_outlook([0] * 400 if sure else [0, 1] * 200, [[0, 0, 0]] * 400, [[3] * 8] * 400)
    judged = picker(outlook).judge(known(), Count(3, LEAST_LIKES), Aim(mode=mode))
    assert (judged.stop, judged.sure >= 0.9) == (stop, sure)
    assert judged.sure < 1
    # Quick wants some likes first; any mode ends where as many have been asked as were to be.
    assert picker(outlook).judge(known(), Count(3, 0), Aim(mode=mode)).stop is None
    limited = picker(outlook).judge(known(), Count(2, 5), Aim(mode=mode, most=7))
    assert limited.stop == ("sure" if sure else "limit")


def test_a_second_look_decides_whether_it_is_sure() -> None:
    good, bad = made_outlook([0] * 400), made_outlook([0, 1] * 200)
    judged = picker(good, bad).judge(known(), Count(3, 5), Aim())
    assert (judged.stop, 0.7 < judged.sure < 0.8) == (None, True)
    judged = picker(bad, good).judge(known(), Count(3, 5), Aim())
    assert (judged.stop, 0.4 < judged.sure < 0.5) == (None, True)


def test_what_is_certain_is_certain_and_what_is_all_asked_ends() -> None:
    board, questionnaire = Board(CATALOG), Questionnaire(CATALOG)
    session = Session()
    for question in questionnaire.questions:
        session = questionnaire.answer(session, question.id, 3 if question.part != "background" else None)
    everything = board.known(session.answered("background:education", "school"))
    first = int(board.match(everything).argmax())
    for leader in range(3):
        foretold = made_outlook([0, 1] * 200, leader=leader)
        judged = picker(foretold).judge(everything, Count(3, 8), Aim())
        assert judged.bounds.leader == leader
        assert judged.stop == ("certified" if leader == first else "everything-asked")
        assert (judged.sure == 1, judged.bounds.certified) == (leader == first, leader == first)


def test_a_question_decides_between_two_roles_where_something_is_at_stake() -> None:
    one, other, third = Board(CATALOG).roles
    told = picker().between(OUTLOOK, "skill:s0")
    assert told is not None
    assert {*told} == {one, other}
    liked = picker().between(OUTLOOK, "activity:a0")
    assert liked is not None
    assert {*liked} == {one, other}
    assert third not in told + liked
    assert picker().between(OUTLOOK, "background:field") is None
    assert picker().between(made_outlook([0] * 8, LEVELS[:8], LIKES[:8]), "skill:s0") is None
    only_last = OUTLOOK._replace(open_skills=np.array([2]), above=OUTLOOK.above[:, :, 2:])
    assert picker().between(only_last, "skill:s0") is None
    assert picker().between(only_last, "skill:s2") is not None
