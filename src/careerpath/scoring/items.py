"""Items: what a role can ask for, each with the answers that are possible and how common each is held to be.

An item is named `skill:seo`, `credential:scrum`, `education`, `education_field`, `background`, `experience` or
`leading`. An answer is coded as an index into the item's answers; None is unknown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from careerpath.model.question import MAX_YEARS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from careerpath.model.answers import Answers
    from careerpath.model.catalog import Catalog
    from careerpath.model.question import Question

EDUCATION: Final = "education"
EDUCATION_FIELD: Final = "education_field"
BACKGROUND: Final = "background"
EXPERIENCE: Final = "experience"
LEADING: Final = "leading"

QUESTION_OF: Final = {BACKGROUND: "field"}
"""The background question behind an item, where it has another name."""

NOT_APPLICABLE: Final = "(not applicable)"
"""The answer of somebody whom a choice does not concern: a field of study of somebody who has not studied. Somebody
whom a question about years or credentials does not concern has none."""


class Item(msgspec.Struct, frozen=True):
    """An item: its name, its answers in order, and the weight of each in the prior (whole numbers, any scale)."""

    name: str
    answers: tuple[str, ...]
    prior: tuple[int, ...]


def skill_item(skill: str) -> str:
    """The name of the item of a skill."""
    return f"skill:{skill}"


def credential_item(credential: str) -> str:
    """The name of the item of a credential."""
    return f"credential:{credential}"


def catalog_items(catalog: Catalog) -> tuple[Item, ...]:
    """Every item of a catalogue: skills first, then background."""
    return (*_skill_items(catalog), *_background_items(catalog))


def _skill_items(catalog: Catalog) -> Iterator[Item]:
    prior = catalog.scoring.prior
    for skill in catalog.skills:
        yield Item(skill_item(skill.id), tuple(map(str, range(len(prior)))), prior)


def _background_items(catalog: Catalog) -> Iterator[Item]:
    questions = catalog.question_by_id
    for name in (EDUCATION, EDUCATION_FIELD, BACKGROUND):
        if question := questions.get(QUESTION_OF.get(name, name)):
            values = _choice_values(question)
            yield Item(name, values, (1,) * len(values))
    for name in (EXPERIENCE, LEADING):
        if name in questions:
            # Each year more is a little rarer: somebody who has not said is likelier to have few years than many.
            yield Item(name, tuple(map(str, range(MAX_YEARS + 1))), tuple(range(MAX_YEARS + 1, 0, -1)))
    if credentials := questions.get("credentials"):
        for choice in credentials.choices:
            yield Item(credential_item(choice.value), ("no", "yes"), (4, 1))


def _choice_values(question: Question) -> tuple[str, ...]:
    values = tuple(choice.value for choice in question.choices)
    return (*values, NOT_APPLICABLE) if question.when else values


def coded_answers(catalog: Catalog, answers: Answers) -> dict[str, int]:
    """The person's answers as indices, by item; unknown ones are left out. Answers are taken to be valid."""
    coded = {skill_item(skill): level for skill, level in answers.skills.items() if level is not None}
    for item in _background_items(catalog):
        if (index := _background_index(catalog, answers, item)) is not None:
            coded[item.name] = index
    return coded


def _background_index(catalog: Catalog, answers: Answers, item: Item) -> int | None:
    if item.name.startswith("credential:"):
        held = answers.background.get("credentials")
        if not concerns(catalog, catalog.question_by_id["credentials"], answers.background):
            return 0
        return None if not isinstance(held, tuple) else int(item.name.removeprefix("credential:") in held)
    question = catalog.question_by_id[QUESTION_OF.get(item.name, item.name)]
    if not concerns(catalog, question, answers.background):
        return item.answers.index(NOT_APPLICABLE) if NOT_APPLICABLE in item.answers else 0
    answer = answers.background.get(question.id)
    return None if answer is None else item.answers.index(str(answer))


def concerns(catalog: Catalog, question: Question, background: Mapping[str, object]) -> bool:
    """Whether a background question is asked at all, as far as is known: an unanswered condition does not rule it out.

    A question whose condition names one that does not concern the person does not concern the person either. Where
    several choices were made, one of those asked for is enough.
    """
    if question.when is None:
        return True
    if not concerns(catalog, catalog.question_by_id[question.when.question], background):
        return False
    answer = background.get(question.when.question)
    chosen = answer if isinstance(answer, tuple) else (answer,)
    return answer is None or any(value in question.when.any_of for value in chosen)
