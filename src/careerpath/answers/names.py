"""The names of questions in answers files and in tables of people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from careerpath.catalog.names import folded
from careerpath.suggest import closest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from careerpath.model.catalog import Catalog
    from careerpath.quiz.questions import AskedQuestion
    from careerpath.quiz.session import Questionnaire

SECTIONS: Final = {"background": "background", "skills": "skill", "likes": "activity"}
"""The parts of an answers file, and the kind of question in each."""

_NAMED = 8
"""So many known names are listed where none is close."""


def question_names(catalog: Catalog, questionnaire: Questionnaire) -> dict[str, dict[str, AskedQuestion]]:
    """For each section of the file, every spelling of its questions."""
    names: dict[str, dict[str, AskedQuestion]] = {section: {} for section in SECTIONS}
    for section, kind in SECTIONS.items():
        for question in questionnaire.questions:
            if question.id.startswith(f"{kind}:"):
                names[section][folded(question.subject)] = question
    for skill in catalog.skills:
        for spelling in (skill.label, *skill.aliases):
            names["skills"].setdefault(folded(spelling), questionnaire.by_id[f"skill:{skill.id}"])
    return names


def suggestion(name: str, known: Iterable[str]) -> str:
    """What somebody may have meant by a name that is not known, as a sentence."""
    names = list(known)
    if guess := closest(name, names):
        return f"Did you mean '{guess[0]}'?"
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return f"Known: {', '.join(names[:_NAMED])}{more}."
