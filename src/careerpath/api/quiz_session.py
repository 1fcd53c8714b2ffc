"""The quiz without a terminal: for programs that ask in their own way."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, Self, get_args

import msgspec

from careerpath.api.advice import assess, checked_answers
from careerpath.errors import Problem, UsageError
from careerpath.quiz.guide import Aim, Mode
from careerpath.quiz.session import Questionnaire, Session
from careerpath.render.data.result import QuizData, QuizQuestionData

if TYPE_CHECKING:
    from collections.abc import Mapping

    from careerpath.api.results import Result
    from careerpath.model.answers import Answers, AnswerValue
    from careerpath.model.catalog import Catalog
    from careerpath.quiz.guide import Advice, Stop
    from careerpath.quiz.policy import Policy
    from careerpath.quiz.questions import AskedQuestion

LEAST_SURE: Final = 50
MOST_SURE: Final = 99
"""How sure a quick quiz may be asked to be, in percent."""


class QuizSession:
    """One state of a quiz. It never changes: `answer` and `back` return the next one, so any state can be kept.

    The same answers in the same order lead to the same questions.
    """

    def __init__(
        self,
        catalog: Catalog,
        *,
        mode: Mode = "quick",
        sure: int = 90,
        most: int | None = None,
        answers: Answers | Mapping[str, Any] | None = None,
    ) -> None:
        """Begins a quiz.

        Args:
            catalog: where the questions come from.
            mode: `quick` until it is sure, `certified` until it is proven, `full` for every question.
            sure: how sure `quick` has to be, in percent.
            most: the most questions on skills and likes.
            answers: what is known already.

        Raises:
            UsageError: there is no such mode, or a number is out of reason.
            InvalidInputError: with every answer that is none.
        """
        from careerpath.quiz.policy import Policy  # noqa: PLC0415 (numpy, only where it is needed)

        self._policy: Policy = Policy(Questionnaire(catalog), _checked_aim(mode, sure, most))
        given = checked_answers(catalog, answers).items() if answers is not None else ()
        self._session: Session = self._policy.questionnaire.replay(given)[0]

    @cached_property
    def _advice(self) -> Advice:
        return self._policy.advise(self._session)

    @property
    def question(self) -> AskedQuestion | None:
        """What to ask next: `id`, `text`, `help`, how it is answered, `options`. None: enough has been asked."""
        return self._advice.question

    @property
    def stopped_because(self) -> Stop | None:
        """Why nothing more is asked: `sure`, `certified`, `limit` or `everything-asked`; None while something is."""
        return self._advice.stop

    @property
    def leader(self) -> str | None:
        """The id of the role that leads; None while nothing but background is known."""
        return self._advice.leader

    @property
    def sure(self) -> float:
        """The chance, in percent, that all the questions would put the leader first; 100 only where it is proven."""
        return _percent(self._advice)

    @property
    def answers(self) -> Answers:
        """What has been answered."""
        return self._session.answers()

    def answer(self, value: AnswerValue) -> Self:
        """The quiz with the question answered; None is "don't know yet".

        Raises:
            ValueError: the value does not answer the question, or there is none.
        """
        if self.question is None:
            raise ValueError("there is no question to answer")
        return self._at(self._policy.questionnaire.answer(self._session, self.question.id, value))

    def back(self) -> Self:
        """The quiz without the last answer; the same if there is none."""
        last = next(reversed(self._session.given), None)
        return self if last is None else self._at(self._session.without(last))

    def result(self) -> Result:
        """What follows from the answers so far, with `quiz` saying how they came about."""
        given = self._session.given
        quiz = QuizData(
            mode=self._policy.aim.mode,
            stopped_because=self._advice.stop or "finished",
            sure=None if self._advice.leader is None else _percent(self._advice),
            asked=len(given),
            skill_questions=sum(name.startswith("skill:") for name in given),
            like_questions=sum(name.startswith("activity:") for name in given),
            questions=tuple(
                QuizQuestionData(question=question, decided_between=roles)
                for question, roles in self._policy.reasons(self._session)
            ),
        )
        return msgspec.structs.replace(assess(self._policy.questionnaire.catalog, self.answers), quiz=quiz)

    def _at(self, session: Session) -> Self:
        other = object.__new__(type(self))
        other._policy, other._session = self._policy, session
        return other


def _checked_aim(mode: Mode, sure: int, most: int | None) -> Aim:
    """When to stop, if that makes sense: as the command line takes it."""
    if mode not in get_args(Mode):
        message = f"there is no mode {mode!r}."
        raise UsageError(Problem(code="quiz-mode", message=message, hint=f"Say one of: {', '.join(get_args(Mode))}."))
    if not LEAST_SURE <= sure <= MOST_SURE:
        hint = f"Give a percentage from {LEAST_SURE} to {MOST_SURE}."
        raise UsageError(Problem(code="quiz-sure", message=f"nobody can be sure to {sure} %.", hint=hint))
    if most is not None and most < 1:
        message = f"{most} is no number of questions to ask."
        raise UsageError(Problem(code="quiz-most", message=message, hint="Give 1 or more, or None for no limit."))
    return Aim(mode=mode, sure=sure / 100, most=most)


def _percent(advice: Advice) -> float:
    """Never more than what is true, to a tenth."""
    return int(advice.sure * 1000 + 1e-6) / 10
