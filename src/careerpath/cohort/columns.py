"""Which column of a table of people holds the answers to which question."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING, Final

import msgspec

from careerpath.answers.names import SECTIONS, question_names, suggestion
from careerpath.catalog.names import folded
from careerpath.errors import InvalidInputError, Location, Problem
from careerpath.parsing.findings import EnoughError, Findings
from careerpath.parsing.node import quoted
from careerpath.quiz.questions import AskedQuestion
from careerpath.quiz.session import Questionnaire

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from careerpath.model.catalog import Catalog

ID: Final = "id"
"""The column with the names of people."""

SEPARATOR: Final = "."
"""Between the part and the question in the name of a column: `skills.seo`."""


class Columns(msgspec.Struct, frozen=True, kw_only=True):
    """The columns of a table of people: those with answers, by their name, and those that are of no use here."""

    questions: dict[str, AskedQuestion]
    ignored: tuple[str, ...]

    @property
    def used(self) -> tuple[str, ...]:
        """The names of the columns to be read."""
        return (ID, *self.questions)


def column_name(question: AskedQuestion) -> str:
    """The name of the column of a question."""
    part = next(part for part, kind in SECTIONS.items() if question.id.startswith(f"{kind}:"))
    return f"{part}{SEPARATOR}{question.subject}"


def all_columns(catalog: Catalog) -> list[str]:
    """The names of all columns that a table of people can have."""
    return [ID, *(column_name(question) for question in Questionnaire(catalog).questions)]


def find_columns(catalog: Catalog, names: Sequence[str], place: Location | None = None) -> Columns:
    """The columns of a table by their names: `id`, then `background.education`, `skills.seo`, `likes.lead-people`.

    Behind the part, a question may be spelt as in an answers file. A column with no such part is ignored.

    Raises:
        InvalidInputError: two columns are of the same name or answer the same question, a part has no such question,
            there are no names of people, or no answers at all.
    """
    known = question_names(catalog, Questionnaire(catalog))
    found: dict[str, AskedQuestion] = {}
    ignored: list[str] = []
    findings = Findings()

    def report(code: str, message: str, hint: str) -> None:
        findings.add(Problem(code=code, message=message, hint=hint, location=place))

    taken: dict[str, str] = {}
    with suppress(EnoughError):
        for name, times in Counter(names).items():
            part, dot, subject = name.strip().partition(SEPARATOR)
            holds_answers = bool(dot) and part in SECTIONS
            if times > 1 and (holds_answers or name == ID):
                report("duplicate-column", f"there are {times} columns {quoted(name)}.", "Keep one.")
            elif not holds_answers:
                ignored.extend([name] if name != ID else [])
            elif (question := known[part].get(folded(subject))) is None:
                subjects = [asked.subject for asked in known[part].values()]
                hint = suggestion(subject.replace(" ", "-"), dict.fromkeys(subjects))
                report("unknown-question", f"there is no question {quoted(subject)} under '{part}'.", hint)
            elif question.id in taken:
                message = f"{quoted(name)} answers the same question as {quoted(taken[question.id])}."
                report("duplicate-column", message, "Keep one.")
            else:
                found[name], taken[question.id] = question, name
        if ID not in names:
            report("no-id", f"there is no column '{ID}'.", _nearest_id(ignored))
        if not found and not findings.problems:
            report("no-answers", "no column holds answers.", _nearest(ignored, known))
    if findings.problems:
        raise InvalidInputError(*findings.problems)
    return Columns(questions=found, ignored=tuple(ignored))


def _nearest_id(names: Iterable[str]) -> str:
    """How the names of people have to be given, and which of the columns might hold them."""
    if any(folded(name) == folded(ID) for name in names):
        return f"Write '{ID}' in small letters and without blanks."
    return "Give every person a name in it: a number will do. 'careerpath cohort --template' prints all columns."


def _nearest(names: Iterable[str], known: dict[str, dict[str, AskedQuestion]]) -> str:
    """How a column would have to be called, if one of the names is that of a question without its part."""
    for name in names:
        for questions in known.values():
            if question := questions.get(folded(name)):
                return f"Call the column {quoted(name)} '{column_name(question)}', and the others alike."
    return "'careerpath cohort --template' prints the names of all columns."
