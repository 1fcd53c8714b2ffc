"""The questionnaire as a pure state machine. A session is the answers given so far; replaying them resumes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from careerpath.model.answers import Answers, AnswerValue, gather_answers
from careerpath.quiz.questions import AskedQuestion, all_questions, is_valid_answer
from careerpath.scoring.items import concerns

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from careerpath.model.catalog import Catalog

__all__ = ["AnswerValue", "Questionnaire", "Session"]


class Session(msgspec.Struct, frozen=True):
    """The answers given so far, by question, in the order in which they were first given."""

    given: dict[str, AnswerValue] = msgspec.field(default_factory=dict)

    def answered(self, question: str, value: AnswerValue) -> Session:
        """With one answer more, or another one in its place."""
        return Session({**self.given, question: value})

    def without(self, question: str) -> Session:
        """Without the answer to one question."""
        return Session({key: value for key, value in self.given.items() if key != question})

    def answers(self) -> Answers:
        """The answers by part, as the score takes them."""
        return gather_answers(self.given.items())


class Questionnaire:
    """The questions of a catalogue, and which of them are left in a session."""

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self.questions = all_questions(catalog)
        self.by_id: Mapping[str, AskedQuestion] = {question.id: question for question in self.questions}

    def applies(self, question: AskedQuestion, session: Session) -> bool:
        """Whether the question concerns the person, as far as the answers tell."""
        if question.part != "background":
            return True
        background = {
            key.partition(":")[2]: value for key, value in session.given.items() if key.startswith("background:")
        }
        return concerns(self.catalog, self.catalog.question_by_id[question.subject], background)

    def remaining(self, session: Session) -> tuple[AskedQuestion, ...]:
        """The questions still to be asked, in order."""
        return tuple(
            question
            for question in self.questions
            if question.id not in session.given and self.applies(question, session)
        )

    def answer(self, session: Session, question: str, value: AnswerValue) -> Session:
        """The session with an answer; answers to questions that it makes void are dropped.

        Raises:
            KeyError: there is no such question.
            ValueError: the value does not answer it.
        """
        if not is_valid_answer(self.by_id[question], value):
            raise ValueError(f"{value!r} does not answer {question}")
        return self.without_void(session.answered(question, value))

    def without_void(self, session: Session) -> Session:
        """The session without answers to questions that do not concern the person."""
        void = [key for key in session.given if not self.applies(self.by_id[key], session)]
        for key in void:
            session = session.without(key)
        return session

    def replay(self, given: Iterable[tuple[str, AnswerValue]]) -> tuple[Session, tuple[str, ...]]:
        """A session from stored answers, and the questions whose answers could not be kept.

        Those mean nothing in this catalogue any more, or do not concern the person by its conditions.
        """
        stored = dict(given)
        asked = self.by_id
        valid = {name: value for name, value in stored.items() if name in asked and is_valid_answer(asked[name], value)}
        session = self.without_void(Session(valid))
        return session, tuple(question for question in stored if question not in session.given)
