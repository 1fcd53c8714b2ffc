"""The background questions."""

# No postponed annotations here: msgspec needs the types when the program runs, and has them sooner.

from typing import Literal

from careerpath.model.base import Value

QuestionKind = Literal["choice", "choices", "years", "role"]
"""`choice`: one of several; `choices`: any number of several; `years`: a whole number; `role`: one of the roles."""

MAX_YEARS = 20
"""Years are answered from 0 to 20; 20 means 20 or more."""


class Choice(Value, frozen=True, kw_only=True):
    """An answer that can be chosen. Where answers have an order (education), choices stand in that order."""

    value: str
    label: str
    help: str | None = None


class Condition(Value, frozen=True, kw_only=True):
    """The question is asked only if an earlier one, of `choice` or `choices`, was answered with one of these."""

    question: str
    any_of: tuple[str, ...]


class Question(Value, frozen=True, kw_only=True):
    """A background question. `help` says what it is asked for."""

    id: str
    kind: QuestionKind
    text: str
    help: str
    choices: tuple[Choice, ...] = ()
    when: Condition | None = None
