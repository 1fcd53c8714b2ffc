"""What to ask next in a session, when to stop, and what to say about how sure it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from careerpath.quiz.board import Board
from careerpath.quiz.certificate import closest
from careerpath.quiz.guide import Advice
from careerpath.quiz.information import SEARCHING
from careerpath.quiz.outlook import draw_weights
from careerpath.quiz.picking import Count, Judgement, Picker
from careerpath.quiz.session import Session

if TYPE_CHECKING:
    from careerpath.quiz.board import Known
    from careerpath.quiz.guide import Aim
    from careerpath.quiz.session import Questionnaire

PACE = 0.35
"""By how much the log-odds of being right rise with a question, about; only for saying how many are still to come."""


class Policy:
    """Advises on the sessions of a questionnaire. The same answers in the same order get the same advice."""

    def __init__(self, questionnaire: Questionnaire, aim: Aim) -> None:
        self.questionnaire = questionnaire
        self.aim = aim
        self.picker = Picker(Board(questionnaire.catalog))

    def advise(self, session: Session) -> Advice:
        """The next question, or the reason to stop."""
        remaining = self.questionnaire.remaining(session)
        if remaining and remaining[0].part == "background":
            return Advice(remaining[0])
        known, count = self.picker.board.known(session), count_of(session)
        judgement = self.picker.judge(known, count, self.aim)
        leader = self.picker.board.roles[judgement.bounds.leader]
        if judgement.stop is not None:
            return Advice(None, judgement.stop, leader, judgement.sure, adaptive=self.aim.mode != "full")
        if self.aim.mode == "full":
            return Advice(remaining[0], None, leader, judgement.sure, len(remaining))
        name = self.picker.pick(known, count, self.aim, judgement, next(reversed(session.given), None))
        left = self._left(known, count, judgement)
        return Advice(self.questionnaire.by_id[name], None, leader, judgement.sure, left, adaptive=True)

    def between(self, session: Session, question: str) -> tuple[str, str] | None:
        """The two roles that a question not yet asked decides between most; None for background."""
        picker = self.picker
        if question.startswith("background:"):
            return None
        return picker.between(picker.forecaster.outlook(picker.board.known(session)), question)

    def reasons(self, session: Session) -> tuple[tuple[str, tuple[str, str] | None], ...]:
        """For every question of a session, in order, what it decided between, given the answers before it."""
        before = Session()
        reasons: list[tuple[str, tuple[str, str] | None]] = []
        for question, value in session.given.items():
            reasons.append((question, self.between(before, question)))
            before = before.answered(question, value)
        return tuple(reasons)

    def certified_after(self, session: Session) -> int:
        """About how many questions it would take from here to certify the first role."""
        known = self.picker.board.known(session)
        judgement = self.picker.judge(known, count_of(session), self.aim)
        return self._to_certificate(judgement)

    def _left(self, known: Known, count: Count, judgement: Judgement) -> int:
        opened = int(known.open_items[self.picker.board.skills].sum() + known.open_likes.sum())
        likes = self.picker.likes_due(known, count, self.aim)
        if self.aim.mode == "certified":
            left = self._to_certificate(judgement)
        else:
            lacking = _log_odds(self.aim.sure) - _log_odds(judgement.sure)
            left = int(np.ceil(max(lacking, 0) / PACE)) + likes
        if self.aim.limit is not None:
            left = min(left, self.aim.limit - sum(count))
        return max(min(left, opened), 1)

    def _to_certificate(self, judgement: Judgement) -> int:
        """How many questions it takes until the answers expected would prove the leader, the best ones first."""
        if judgement.bounds.certified:
            return 0
        weights = draw_weights(judgement.outlook, SEARCHING)
        rivals = closest(judgement.bounds)
        gains = self.picker.certifier.gains(judgement.bounds, rivals, judgement.outlook, weights)
        missing = np.maximum(-judgement.bounds.margins[rivals], 1)
        useful = np.argsort(-np.minimum(gains, missing).sum(axis=1), kind="stable")
        proven = (np.cumsum(gains[useful], axis=0) >= missing).all(axis=1)
        return int(proven.argmax()) + 1 if proven.any() else len(gains)


def count_of(session: Session) -> Count:
    """How many questions on skills and on likes a session has answered, "don't know yet" included."""
    names = list(session.given)
    return Count(
        skills=sum(name.startswith("skill:") for name in names),
        likes=sum(name.startswith("activity:") for name in names),
    )


def _log_odds(chance: float) -> float:
    chance = min(max(chance, 0.02), 0.995)
    return float(np.log(chance / (1 - chance)))
