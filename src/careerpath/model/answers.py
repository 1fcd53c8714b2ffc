"""What a person has answered.

A question is named by its kind and its subject: `skill:seo`, `activity:lead-people`, `background:education`. An answer
that is missing and an answer "don't know yet" (None) both mean unknown, never zero; only the second was given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from msgspec import field

from careerpath.model.base import Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

AnswerValue: TypeAlias = str | int | tuple[str, ...] | None
"""An answer to a question; None is "don't know yet", which is an answer and not a zero."""


class Answers(Value, frozen=True, kw_only=True):
    """Answers by background question, by skill (level 0 to 4) and by activity (liking 1 to 5); None is "don't know"."""

    background: dict[str, str | int | tuple[str, ...] | None] = field(default_factory=dict)
    skills: dict[str, int | None] = field(default_factory=dict)
    likes: dict[str, int | None] = field(default_factory=dict)

    def items(self) -> Iterator[tuple[str, AnswerValue]]:
        """Every answer with the name of its question."""
        for question, answer in self.background.items():
            yield f"background:{question}", answer
        for skill, level in self.skills.items():
            yield f"skill:{skill}", level
        for activity, liking in self.likes.items():
            yield f"activity:{activity}", liking

    def in_order(self) -> Answers:
        """The same answers in the order of their names, so that equal answers are written alike, byte for byte."""
        background = {
            question: tuple(sorted(answer)) if isinstance(answer, tuple) else answer
            for question, answer in sorted(self.background.items())
        }
        return Answers(
            background=background, skills=dict(sorted(self.skills.items())), likes=dict(sorted(self.likes.items()))
        )


def gather_answers(given: Iterable[tuple[str, AnswerValue]]) -> Answers:
    """Answers from pairs of a question's name and its answer, each valid; the opposite of `Answers.items`."""
    background: dict[str, AnswerValue] = {}
    numbers: dict[str, dict[str, int | None]] = {"skill": {}, "activity": {}}
    for question, value in given:
        kind, _, subject = question.partition(":")
        if kind == "background":
            background[subject] = value
        elif value is None or isinstance(value, int):
            numbers[kind][subject] = value
        else:
            raise TypeError(f"{value!r} is no answer to {question}")
    return Answers(background=background, skills=numbers["skill"], likes=numbers["activity"])
