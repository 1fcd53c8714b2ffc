"""Who says what to ask next: the port between the interview and what chooses its questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

import msgspec

if TYPE_CHECKING:
    from careerpath.quiz.questions import AskedQuestion
    from careerpath.quiz.session import Questionnaire, Session

Mode = Literal["quick", "certified", "full"]
Stop = Literal["sure", "certified", "limit", "everything-asked", "finished"]


QUICK_MOST = 30
"""Where quick ends if nothing else ends it: skills and likes together. It then says how sure it is, not that it is."""


class Aim(msgspec.Struct, frozen=True, kw_only=True):
    """When to stop. sure: the chance that ends a quick quiz. most: the most questions on skills and likes."""

    mode: Mode = "quick"
    sure: float = 0.9
    most: int | None = None

    @property
    def limit(self) -> int | None:
        """The most questions on skills and likes."""
        return QUICK_MOST if self.most is None and self.mode == "quick" else self.most


class Advice(NamedTuple):
    """What a session comes to.

    question: the next one; None if enough has been asked, and then `stop` says why. leader: the id of the role that
    leads; None while nothing but background is known. sure: the chance, from 0 to 1, that the whole questionnaire would
    put it first; 1 only where that is proven. left: about how many questions are still to come, the next one included;
    0 if that is not known. adaptive: whether questions are chosen; else they come in the order of the catalogue.
    """

    question: AskedQuestion | None
    stop: Stop | None = None
    leader: str | None = None
    sure: float = 0.0
    left: int = 0
    adaptive: bool = False


class Guide(Protocol):
    """Advises on sessions."""

    def advise(self, session: Session) -> Advice:
        """The next question, or the reason to stop."""
        ...

    def between(self, session: Session, question: str) -> tuple[str, str] | None:
        """The two roles that a question not yet asked decides between most, by id; None if it decides nothing."""
        ...

    def certified_after(self, session: Session) -> int:
        """About how many questions it would take to prove which role comes first; 0 if it is proven, or cannot be."""
        ...


class InOrder:
    """Asks everything, in the order of the catalogue."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        self._questionnaire = questionnaire

    def advise(self, session: Session) -> Advice:
        """The next question of the catalogue."""
        question = next(iter(self._questionnaire.remaining(session)), None)
        return Advice(question, None if question else "everything-asked")

    def between(self, session: Session, question: str) -> tuple[str, str] | None:  # noqa: ARG002 (the port's)
        """Not known."""
        return None

    def certified_after(self, session: Session) -> int:  # noqa: ARG002 (the port's)
        """Not known."""
        return 0
