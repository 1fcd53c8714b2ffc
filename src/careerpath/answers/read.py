"""An answers file into answers. Forgiving in names (ids, labels, aliases), strict in values; lists every fault."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from careerpath.catalog.names import folded, resolve_role
from careerpath.catalog.source import read_regular_file
from careerpath.errors import InvalidInputError, Problem, UsageError, in_reading_order
from careerpath.model.question import MAX_YEARS
from careerpath.parsing.findings import EnoughError, Findings
from careerpath.parsing.json_text import parse_json
from careerpath.parsing.limits import MAX_BYTES
from careerpath.parsing.node import quoted
from careerpath.parsing.text import decode_text
from careerpath.quiz.session import Questionnaire, Session
from careerpath.suggest import closest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from careerpath.model.answers import Answers, AnswerValue
    from careerpath.model.catalog import Catalog
    from careerpath.parsing.node import Node
    from careerpath.quiz.questions import AskedQuestion

STDIN: Final = "-"
SECTIONS: Final = {"background": "background", "skills": "skill", "likes": "activity"}
UNKNOWN: Final = frozenset({"unknown", "?", "don't know", "dont know", "don't know yet"})

_NAMED = 8
"""So many known names are listed where none is close."""


def read_answers(source: str, catalog: Catalog) -> Answers:
    """The answers in a YAML or JSON file, or on standard input for '-'.

    Raises:
        InvalidInputError: with every fault and its place.
    """
    if source == STDIN:
        data, file = sys.stdin.buffer.read(MAX_BYTES + 1), "<stdin>"
    else:
        data, file = read_regular_file(Path(source)), source
    return parse_answers(data, file, catalog)


def parse_answers(data: bytes, file: str, catalog: Catalog) -> Answers:
    """The answers in the bytes of a file; text that begins with a brace is read as JSON, any other as YAML.

    Args:
        data: UTF-8 text.
        file: what messages call the file.
        catalog: where the questions come from.

    Raises:
        InvalidInputError: with every fault and its place.
    """
    text = decode_text(data, file)
    if text.lstrip().startswith("{"):
        node = parse_json(text, file)
    else:
        from careerpath.parsing.yaml_text import parse_yaml  # noqa: PLC0415 (JSON needs no YAML reader)

        node = parse_yaml(text, file)
    return answers_from(node, catalog)


def answers_from(node: Node, catalog: Catalog) -> Answers:
    """The answers in a parsed file. Answers to questions that do not concern the person are dropped, as in the quiz.

    Raises:
        InvalidInputError: with every fault and its place.
    """
    reader = _Reader(catalog)
    with suppress(EnoughError):  # The list of problems says itself that it is not the whole.
        reader.read(node)
    if reader.found.problems:
        raise InvalidInputError(*in_reading_order(reader.found.problems))
    return reader.questionnaire.without_void(reader.session).answers()


class _Reader:
    """Goes through a file, and collects answers and faults. A faulty answer counts as unknown until all is read."""

    def __init__(self, catalog: Catalog) -> None:
        self.found = Findings()
        self.session = Session()
        self.questionnaire = Questionnaire(catalog)
        self._catalog = catalog
        self._names = _question_names(catalog, self.questionnaire)

    def read(self, node: Node) -> None:
        if node.value is None:
            self._report(
                node, "empty", "there are no answers in this file.", "'careerpath quiz --template' prints one."
            )
            return
        if not isinstance(node.value, dict):
            self._report(node, "type", "answers must be a mapping.", f"Known keys: {', '.join(SECTIONS)}.")
            return
        for key, section in node.value.items():
            if key in SECTIONS:
                self._read_section(key, section)
            elif key != "$schema":
                hint = _suggestion(key, SECTIONS)
                self._report(section, "unknown-key", f"unknown key {quoted(key)}.", hint, at_key=True)

    def _read_section(self, name: str, section: Node) -> None:
        if section.value is None:
            return
        if not isinstance(section.value, dict):
            message = f"'{name}' must be a mapping of names to answers."
            self._report(section, "type", message, "Write one 'name: answer' a line.")
            return
        for key, node in section.value.items():
            question = self._names[name].get(folded(key))
            if question is None:
                message = f"there is no question {quoted(key)} under '{name}'."
                hint = _suggestion(key.replace(" ", "-"), self._known(name))
                self._report(node, "unknown-question", message, hint, at_key=True)
            elif question.id in self.session.given:
                message = f"{quoted(key)} answers '{question.subject}', which is answered above."
                self._report(node, "duplicate-answer", message, "Keep one.", at_key=True)
            else:
                self.session = self.session.answered(question.id, self._answer(question, node))

    def _known(self, section: str) -> list[str]:
        kind = f"{SECTIONS[section]}:"
        return [question.subject for question in self.questionnaire.questions if question.id.startswith(kind)]

    def _answer(self, question: AskedQuestion, node: Node) -> AnswerValue:
        if node.value is None or (isinstance(node.value, str) and _plain(node.value) in UNKNOWN):
            return None
        if question.answer == "several":
            return self._several(question, node)
        if question.answer == "years":
            return self._years(question, node)
        if self._is_role(question) and isinstance(node.value, str):
            return self._role(node, node.value)
        return self._one(question, node)

    def _several(self, question: AskedQuestion, node: Node) -> AnswerValue:
        if not isinstance(node.value, list):
            self._report(node, "type", f"'{question.subject}' must be a list.", "Write [] for none.")
            return None
        chosen = [value for entry in node.value if isinstance(value := self._one(question, entry), str)]
        return tuple(dict.fromkeys(chosen))

    def _years(self, question: AskedQuestion, node: Node) -> AnswerValue:
        if isinstance(node.value, int) and not isinstance(node.value, bool) and 0 <= node.value <= MAX_YEARS:
            return node.value
        message = f"{_shown(node)} is no number of years for '{question.subject}'."
        hint = f"Write a whole number from 0 to {MAX_YEARS} ({MAX_YEARS} means {MAX_YEARS} or more), or unknown."
        self._report(node, "unknown-answer", message, hint)
        return None

    def _is_role(self, question: AskedQuestion) -> bool:
        return question.part == "background" and self._catalog.question_by_id[question.subject].kind == "role"

    def _role(self, node: Node, name: str) -> AnswerValue:
        try:
            return resolve_role(self._catalog, name).id
        except UsageError as error:
            problem = error.problems[0]
            self._report(node, problem.code, problem.message, problem.hint)
            return None

    def _one(self, question: AskedQuestion, node: Node) -> AnswerValue:
        for option in question.options:
            if type(node.value) is type(option.value) and node.value == option.value:
                return option.value
            if isinstance(node.value, str) and folded(node.value) in _option_names(option.value, option.label):
                return option.value
        message = f"{_shown(node)} is no answer to '{question.subject}'."
        hint = _suggestion(str(node.plain()), [str(option.value) for option in question.options])
        self._report(node, "unknown-answer", message, hint)
        return None

    def _report(self, node: Node, code: str, message: str, hint: str, *, at_key: bool = False) -> None:
        location = node.key if at_key and node.key else node.location
        self.found.add(Problem(code=code, message=message, hint=hint, location=location))


def _question_names(catalog: Catalog, questionnaire: Questionnaire) -> dict[str, dict[str, AskedQuestion]]:
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


def _option_names(value: str | int, label: str) -> set[str]:
    """The spellings of an option: its value, its label, and of a numbered label ("2 working") the word alone."""
    names = {folded(str(value)), folded(label)}
    if isinstance(value, int):
        names.add(folded(label.partition(" ")[2]))
    return names - {""}


def _suggestion(name: str, known: Iterable[str]) -> str:
    names = list(known)
    if guess := closest(name, names):
        return f"Did you mean '{guess[0]}'?"
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return f"Known: {', '.join(names[:_NAMED])}{more}."


def _plain(text: str) -> str:
    """A text without case and outer blanks, with the apostrophe that is on keyboards."""
    return text.strip().casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")


def _shown(node: Node) -> str:
    """An answer as a message shows it."""
    if isinstance(node.value, dict):
        return "a mapping"
    if isinstance(node.value, list):
        return "a list"
    return quoted(str(node.value).lower() if isinstance(node.value, bool) else node.value)
