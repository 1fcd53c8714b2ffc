"""Leads a person through the questionnaire: ask, go back, explain, finish early, look over the answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from careerpath.quiz.guide import Advice, Guide, InOrder
from careerpath.quiz.progress import ending, introduction, more_text, position
from careerpath.quiz.prompter import Command, Prompt, Prompter, Reply
from careerpath.quiz.questions import AskedQuestion, Option
from careerpath.quiz.review import DONE, GO_ON, PROVE, review_question

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


class Ending(NamedTuple):
    """How an interview ended. wants_proof: the person wants to go on until the first role is certain."""

    session: Session
    advice: Advice
    wants_proof: bool = False


def interview(questionnaire: Questionnaire, session: Session, prompter: Prompter, keeper: Keeper) -> Session:
    """Asks everything in the order of the catalogue, without a summary at the end; see `Interview`."""
    return Interview(questionnaire, prompter, keeper, InOrder(questionnaire), review=False).run(session).session


class Interview:
    """Asks what a guide advises until that is enough or the person has had enough, then shows the answers to correct.

    Every answer is handed to `keeper` before the next question is asked, so an interrupt loses nothing.
    """

    def __init__(
        self, questionnaire: Questionnaire, prompter: Prompter, keeper: Keeper, guide: Guide, *, review: bool = True
    ) -> None:
        self.questionnaire = questionnaire
        self._prompter = prompter
        self._keeper = keeper
        self._guide = guide
        self._review = review
        self._part: str | None = None

    def run(self, session: Session) -> Ending:
        """Goes on from a session to the end.

        Raises:
            KeyboardInterrupt: the person interrupted.
            EOFError: the input ended.
            ValueError: the prompter gave a reply that does not answer the question.
        """
        again: str | None = None
        finished = False
        while True:
            advice = self._guide.advise(session)
            question = self.questionnaire.by_id[again] if again else advice.question
            if question is None or (finished and not again):
                advice = advice._replace(question=None, stop=advice.stop or "finished")
                choice = self._look_over(session, advice)
                if choice in {DONE, PROVE}:
                    return Ending(session, advice, wants_proof=choice == PROVE)
                finished = finished and choice != GO_ON
                again = None if choice == GO_ON else choice
                continue
            reply = self._ask(session, question, advice)
            match reply:
                case Reply(value):
                    session, again = self._take(session, question.id, value), None
                case Command.WHY:
                    self._explain(session, question)
                case Command.BACK:
                    again = _previous(session, question) or again
                case Command.FINISH:
                    finished, again = True, None

    def _ask(self, session: Session, question: AskedQuestion, advice: Advice) -> Reply | Command:
        if question.part != self._part:
            self._part = question.part
            self._prompter.say(introduction(question))
        return self._prompter.ask(
            Prompt(
                question=question,
                position=position(self.questionnaire, session, question, advice),
                current=session.given.get(question.id),
                answered_before=question.id in session.given,
                can_go_back=_previous(session, question) is not None,
            )
        )

    def _take(self, session: Session, question: str, value: AnswerValue) -> Session:
        after = self.questionnaire.answer(session, question, value)
        self._keeper.record(question, value)
        for dropped in (key for key in session.given if key not in after.given):
            self._keeper.forget(dropped)
        return after

    def _explain(self, session: Session, question: AskedQuestion) -> None:
        self._prompter.say(question.help)
        roles = self._guide.between(session, question.id) if question.id not in session.given else None
        if roles:
            one, other = (self.questionnaire.catalog.role_by_id[role].title for role in roles)
            self._prompter.say(f"Asked now because it decides most between {one} and {other}.")

    def _look_over(self, session: Session, advice: Advice) -> str:
        """What the person chooses before the result: an answer to change, by its question, or how to go on."""
        if not self._review or not session.given:
            return DONE
        if text := ending(self.questionnaire, advice):
            self._prompter.say(text)
        self._part = "review"
        question = review_question(self.questionnaire, session, more=self._more(session, advice))
        while True:
            reply = self._prompter.ask(Prompt(question=question, position="", can_go_back=True))
            match reply:
                case Reply(str(chosen)):
                    return chosen
                case Reply() | Command.FINISH:
                    return DONE
                case Command.BACK:
                    return next(reversed(session.given))
                case Command.WHY:
                    self._prompter.say(question.help)

    def _more(self, session: Session, advice: Advice) -> Option | None:
        """How the person can go on, if that makes sense."""
        if advice.stop == "finished":
            return Option(value=GO_ON, label="Go on with the questions")
        if advice.stop in {"sure", "limit"} and (left := self._guide.certified_after(session)):
            return Option(value=PROVE, label=f"Go on until the first role is certain ({more_text(left)})")
        return None


def _previous(session: Session, question: AskedQuestion) -> str | None:
    """The question answered before the one that is being asked; None if that is the first one."""
    given = list(session.given)
    before = given[: given.index(question.id)] if question.id in given else given
    return before[-1] if before else None
