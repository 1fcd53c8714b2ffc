"""The guide that asks everything in order, and the limits of an aim."""

from __future__ import annotations

from careerpath.quiz.guide import QUICK_MOST, Advice, Aim, InOrder
from careerpath.quiz.session import Questionnaire, Session
from support.catalogs import make_catalog

QUESTIONNAIRE = Questionnaire(make_catalog(roles=2, skills=1, activities=1, learning=0, seed=1))


def test_everything_is_asked_in_order_and_nothing_is_chosen() -> None:
    guide, session = InOrder(QUESTIONNAIRE), Session()
    for question in QUESTIONNAIRE.questions:
        assert guide.advise(session) == Advice(question)
        assert guide.between(session, question.id) is None
        session = session.answered(question.id, None)
    assert guide.advise(session) == Advice(None, "everything-asked")
    assert guide.certified_after(session) == 0


def test_only_quick_has_a_limit_of_its_own() -> None:
    assert [Aim(mode=mode).limit for mode in ("quick", "certified", "full")] == [QUICK_MOST, None, None]
    assert [Aim(mode=mode, most=7).limit for mode in ("quick", "certified", "full")] == [7, 7, 7]
