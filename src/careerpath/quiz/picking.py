"""Which question is the best one to ask next, and whether enough has been asked. On arrays: for one person or many."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from careerpath.quiz.certificate import Bounds, Certifier
from careerpath.quiz.information import SEARCHING, Information, decided_between, information
from careerpath.quiz.outlook import Forecaster, Outlook, draw_weights, sureness

if TYPE_CHECKING:
    from careerpath.quiz.board import Board, Known
    from careerpath.quiz.guide import Aim, Stop
    from careerpath.scoring.belief import Floats


LEAST_LIKES, MOST_LIKES = 5, 12
"""Quick asks so many likes: with fewer the appeal would say nothing, and more tell little about the first role."""

NEAR = 0.9
"""A question of the topic of the last one is asked first if it tells at least this share of what the best one does."""

LEANING = 0.8
"""From this sureness on, certified asks for what would prove the leader; before, for what tells who leads."""


class Judgement(NamedTuple):
    """How things stand. sure: the chance that the leader is first in the end; 1 only where that is certified."""

    outlook: Outlook
    bounds: Bounds
    sure: float
    stop: Stop | None


class Count(NamedTuple):
    """How many questions have been asked, "don't know" included."""

    skills: int
    likes: int


class Picker:
    """Judges and picks, for the roles of a board."""

    def __init__(self, board: Board, forecaster: Forecaster | None = None) -> None:
        self.board = board
        self.forecaster = forecaster or Forecaster(board)
        self.certifier = Certifier(board)
        topics: dict[str, int] = {}
        self._skill_topics = np.array(
            [topics.setdefault(_topic(board, name), len(topics)) for name in board.skill_place], dtype=int
        )
        self._like_topics = np.array(
            [topics.setdefault(_like_topic(board, name), len(topics)) for name in board.like_place], dtype=int
        )

    def judge(self, known: Known, count: Count, aim: Aim) -> Judgement:
        """Where things stand, and whether that is enough."""
        outlook = self.forecaster.outlook(known)
        bounds = self.certifier.bounds(known, outlook.leader)
        if bounds.certified:
            return Judgement(outlook, bounds, 1.0, self._enough(known, count, aim, "certified"))
        sure = sureness(outlook)
        if sure >= aim.sure:
            # Of many looks one is bound to look well; draws that were not looked at before decide.
            sure = (sure + sureness(self.forecaster.outlook(known, b"again"))) / 2
        return Judgement(outlook, bounds, sure, self._enough(known, count, aim, "sure" if sure >= aim.sure else None))

    def _enough(self, known: Known, count: Count, aim: Aim, reached: Stop | None) -> Stop | None:
        nothing_left = not known.open_items[self.board.skills].any() and not known.open_likes.any()
        if nothing_left:
            return "certified" if reached == "certified" else "everything-asked"
        if aim.limit is not None and sum(count) >= aim.limit:
            return "limit" if reached is None else reached
        if aim.mode == "full" or (aim.mode == "certified" and reached != "certified"):
            return None
        return reached if aim.mode == "certified" or not self.likes_due(known, count, aim) else None

    def likes_due(self, known: Known, count: Count, aim: Aim) -> int:
        """How many likes quick still has to ask; of few questions in all, one in six."""
        least = LEAST_LIKES if aim.limit is None else min(LEAST_LIKES, aim.limit // 6)
        return min(max(least - count.likes, 0), int(known.open_likes.sum()))

    def pick(self, known: Known, count: Count, aim: Aim, judgement: Judgement, last: str | None = None) -> str:
        """The name of the item or activity to ask about next; something must be open."""
        skills, likes = self._values(aim, judgement)
        likes_due = self.likes_due(known, count, aim) if aim.mode == "quick" else 0
        left = np.inf if aim.limit is None else aim.limit - sum(count)
        if len(likes) and likes_due and (judgement.sure >= aim.sure or left <= likes_due or not len(skills)):
            skills = skills[:0]
        elif len(skills) and aim.mode == "quick" and (count.likes >= MOST_LIKES or left <= likes_due):
            likes = likes[:0]
        return self._best(judgement.outlook, skills, likes, last)

    def _values(self, aim: Aim, judgement: Judgement) -> tuple[Floats, Floats]:
        if aim.mode == "certified" and judgement.sure >= LEANING and not judgement.bounds.certified:
            weights = draw_weights(judgement.outlook, SEARCHING)
            skills, likes = self.certifier.progress(judgement.bounds, judgement.outlook, weights)
            return skills.astype(float), likes.astype(float)
        told = information(judgement.outlook)
        return told.skills, told.likes

    def _best(self, outlook: Outlook, skills: Floats, likes: Floats, last: str | None) -> str:
        places = [(self._skill_topics, outlook.open_skills, skills), (self._like_topics, outlook.open_likes, likes)]
        values = np.concatenate([skills, likes])
        topics = np.concatenate([topic[opened[: len(value)]] for topic, opened, value in places])
        best = int(values.argmax())
        if last is not None:
            same = topics == self._topic_of(last)
            near = np.flatnonzero(same & (values >= NEAR * values[best]))
            best = int(near[values[near].argmax()]) if len(near) else best
        if best < len(skills):
            return str(self.board.kernel.items[int(self.board.skills[outlook.open_skills[best]])])
        return list(self.board.like_place)[int(outlook.open_likes[best - len(skills)])]

    def _topic_of(self, name: str) -> int:
        if name in self.board.skill_place:
            return int(self._skill_topics[self.board.skill_place[name]])
        return int(self._like_topics[self.board.like_place[name]]) if name in self.board.like_place else -1

    def between(self, outlook: Outlook, name: str) -> tuple[str, str] | None:
        """The two roles that an open question decides between most; None if it is not open, or nothing is at stake."""
        told: Information = information(outlook)
        if name in self.board.skill_place:
            found = np.flatnonzero(outlook.open_skills == self.board.skill_place[name])
            joint = told.joint_skills
        else:
            found = np.flatnonzero(outlook.open_likes == self.board.like_place.get(name, -1))
            joint = told.joint_likes
        if not len(found) or len(told.roles) < 2:  # noqa: PLR2004 (a choice needs two)
            return None
        one, other = decided_between(joint[found[0]], told.roles)
        return self.board.roles[one], self.board.roles[other]


def _topic(board: Board, name: str) -> str:
    return "skill " + board.catalog.skill_by_id[name.partition(":")[2]].topic


def _like_topic(board: Board, name: str) -> str:
    return "like " + board.catalog.activity_by_id[name.partition(":")[2]].topic
