"""Leads a person through the questionnaire: ask, go back, explain, finish early."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from careerpath.quiz.prompter import Command, Prompt, Prompter, Reply
from careerpath.quiz.questions import PARTS, AskedQuestion

if TYPE_CHECKING:
    from careerpath.model.answers import AnswerValue
    from careerpath.quiz.session import Questionnaire, Session


class Keeper(Protocol):
    """Keeps every answer at the moment at which it is given."""

    def record(self, question: str, value: AnswerValue) -> None:
        """Keeps one answer; it is safe when this returns."""
        ...

    def forget(self, question: str) -> None:
        """Drops the answer to one question."""
        ...


def interview(questionnaire: Questionnaire, session: Session, prompter: Prompter, keeper: Keeper) -> Session:
    """Asks until nothing is left to ask or the person has had enough; returns all answers.

    Every answer is handed to `keeper` before the next question is asked, so an interrupt loses nothing.

    Raises:
        KeyboardInterrupt: the person interrupted.
        EOFError: the input ended.
        ValueError: the prompter gave a reply that does not answer the question.
    """
    again: str | None = None
    part = None
    while True:
        remaining = questionnaire.remaining(session)
        question = questionnaire.by_id[again] if again else next(iter(remaining), None)
        if question is None:
            return session
        if question.part != part:
            part = question.part
            prompter.say(introduction(question))
        reply = prompter.ask(_prompt(questionnaire, session, question))
        match reply:
            case Reply(value):
                before = session
                session = questionnaire.answer(session, question.id, value)
                keeper.record(question.id, value)
                for dropped in (key for key in before.given if key not in session.given):
                    keeper.forget(dropped)
                again = None
            case Command.WHY:
                prompter.say(question.help)
            case Command.BACK:
                again = _previous(session, question) or again
            case Command.FINISH:
                return session


def introduction(question: AskedQuestion) -> str:
    """What is said before the first question of a part."""
    return {
        "background": f"{PARTS['background']}: where you come from.",
        "skills": f"{PARTS['skills']}: choose the sentence that fits. "
        '"Don\'t know yet" is a good answer too: it counts as unknown, not as zero.',
        "likes": f"{PARTS['likes']}: never mind whether you can do it.",
    }[question.part]


def _prompt(questionnaire: Questionnaire, session: Session, question: AskedQuestion) -> Prompt:
    same_part = [entry for entry in questionnaire.questions if entry.part == question.part]
    applying = [entry for entry in same_part if questionnaire.applies(entry, session)]
    place = applying.index(question) + 1
    topic = "" if question.topic == PARTS[question.part] else f", {question.topic.lower()}"
    return Prompt(
        question=question,
        position=f"{PARTS[question.part]}{topic}: {place} of {len(applying)}",
        current=session.given.get(question.id),
        answered_before=question.id in session.given,
        can_go_back=_previous(session, question) is not None,
    )


def _previous(session: Session, question: AskedQuestion) -> str | None:
    """The question answered before the one that is being asked; None if that is the first one."""
    given = list(session.given)
    before = given[: given.index(question.id)] if question.id in given else given
    return before[-1] if before else None
