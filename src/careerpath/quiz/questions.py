"""Every question that a catalogue gives rise to, ready to be asked: background, skills, activities."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from careerpath.model.question import MAX_YEARS
from careerpath.model.skill import LEVELS, LIKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerpath.model.catalog import Catalog
    from careerpath.model.question import Question

Part = Literal["background", "skills", "likes", "review"]
AnswerKind = Literal["one", "several", "years"]

PARTS: dict[Part, str] = {
    "background": "Background",
    "skills": "Skills",
    "likes": "What you like",
    "review": "Your answers",
}


class Option(msgspec.Struct, frozen=True, kw_only=True):
    """An answer that can be chosen: its value, a short label, and a sentence that says what it means ('' if plain)."""

    value: str | int
    label: str
    help: str = ""


class AskedQuestion(msgspec.Struct, frozen=True, kw_only=True):
    """A question as it is put to a person.

    id: `background:education`, `skill:seo` or `activity:lead-people`. answer: how it is answered; `one` gives the value
    of an option, `several` a tuple of such values, `years` a whole number from 0 to 20. help: why it is asked. The part
    `review` is no part of the questionnaire but the summary at its end.
    """

    id: str
    part: Part
    topic: str
    text: str
    help: str
    answer: AnswerKind
    options: tuple[Option, ...] = ()

    @property
    def subject(self) -> str:
        """The id of what is asked about, without the kind."""
        return self.id.partition(":")[2]


def all_questions(catalog: Catalog) -> tuple[AskedQuestion, ...]:
    """Every question of a catalogue in the order of its files: background, then skills and activities by topic."""
    return (*_background(catalog), *_skills(catalog), *_likes(catalog))


def _background(catalog: Catalog) -> Iterator[AskedQuestion]:
    for question in catalog.questions:
        yield AskedQuestion(
            id=f"background:{question.id}",
            part="background",
            topic="Background",
            text=question.text,
            help=question.help,
            answer={"choices": "several", "years": "years"}.get(question.kind, "one"),  # type: ignore[arg-type]
            options=tuple(_background_options(catalog, question)),
        )


def _background_options(catalog: Catalog, question: Question) -> Iterator[Option]:
    if question.kind == "role":
        for role in catalog.roles:
            yield Option(value=role.id, label=role.title)
    for choice in question.choices:
        yield Option(value=choice.value, label=choice.label, help=choice.help or "")


def _skills(catalog: Catalog) -> Iterator[AskedQuestion]:
    for topic in catalog.skill_topics:
        for skill in catalog.skills:
            if skill.topic == topic.id:
                yield AskedQuestion(
                    id=f"skill:{skill.id}",
                    part="skills",
                    topic=topic.label,
                    text=f"{skill.label}: how far are you?",
                    help=skill.description,
                    answer="one",
                    options=tuple(
                        Option(value=level, label=f"{level} {name}", help=skill.levels[level - 1] if level else "")
                        for level, name in enumerate(LEVELS)
                    ),
                )


def _likes(catalog: Catalog) -> Iterator[AskedQuestion]:
    for topic in catalog.activity_topics:
        for activity in catalog.activities:
            if activity.topic == topic.id:
                yield AskedQuestion(
                    id=f"activity:{activity.id}",
                    part="likes",
                    topic=topic.label,
                    text=f"Would you like to {activity.label}?",
                    help=activity.description,
                    answer="one",
                    options=tuple(Option(value=step, label=f"{step} {name}") for step, name in enumerate(LIKING, 1)),
                )


def is_valid_answer(question: AskedQuestion, value: object) -> bool:
    """Whether a value of any type answers the question; None ("don't know yet") always does."""
    if value is None:
        return True
    if question.answer == "years":
        return type(value) is int and 0 <= value <= MAX_YEARS
    if question.answer == "several":
        return (
            isinstance(value, tuple)
            and all(_is_option(question, entry) for entry in value)
            and len(set(value)) == len(value)
        )
    return _is_option(question, value)


def _is_option(question: AskedQuestion, value: object) -> bool:
    """Whether a value is one of the options; by type too, since 2 == 2.0 and 1 == True."""
    return any(type(value) is type(option.value) and value == option.value for option in question.options)
