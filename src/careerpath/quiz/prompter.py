"""The port through which a person is asked. A terminal is behind it in earnest, a script in tests."""

from __future__ import annotations

from enum import Enum
from typing import Protocol

import msgspec

from careerpath.model.answers import AnswerValue
from careerpath.quiz.questions import AskedQuestion


class Command(Enum):
    """What a person can say instead of answering."""

    BACK = "back"
    WHY = "why"
    FINISH = "finish"


class Prompt(msgspec.Struct, frozen=True, kw_only=True):
    """One question with what belongs around it.

    position: where in the questionnaire this is, in words. current: the answer given before, if this one is asked
    again; `answered_before` tells a "don't know yet" (None) from no answer.
    """

    question: AskedQuestion
    position: str
    current: AnswerValue = None
    answered_before: bool = False
    can_go_back: bool = True


class Reply(msgspec.Struct, frozen=True):
    """An answer. None is "don't know yet"."""

    value: AnswerValue


class Prompter(Protocol):
    """Asks questions. Raises KeyboardInterrupt if the person interrupts, EOFError if the input ends."""

    def ask(self, prompt: Prompt) -> Reply | Command:
        """The reply to one question; always one that answers it."""
        ...

    def say(self, text: str) -> None:
        """Shows a line or a paragraph."""
        ...

    def confirm(self, text: str, *, default: bool) -> bool:
        """The answer to a question of yes or no."""
        ...
