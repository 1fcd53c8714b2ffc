"""An answers file into answers. Forgiving in names (ids, labels, aliases), strict in values; lists every fault."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from careerpath.catalog.names import folded, resolve_role
from careerpath.catalog.source import read_regular_file
from careerpath.errors import InvalidInputError, Problem, UsageError, in_reading_order
from careerpath.model.answers import Answers
from careerpath.parsing.json_text import parse_json
from careerpath.parsing.limits import MAX_BYTES
from careerpath.parsing.text import decode_text
from careerpath.quiz.questions import AskedQuestion
from careerpath.quiz.session import AnswerValue, Questionnaire, Session
from careerpath.suggest import closest

if TYPE_CHECKING:
    from careerpath.model.catalog import Catalog
    from careerpath.parsing.node import Node

STDIN: Final = "-"
SECTIONS: Final = {"background": "background", "skills": "skill", "likes": "activity"}
UNKNOWN: Final = frozenset({"unknown", "?", "don't know", "dont know", "don't know yet"})


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
    """The answers in the bytes of a file; text that begins with a brace is read as JSON, any other as YAML."""
    text = decode_text(data, file)
    if text.lstrip().startswith("{"):
        node = parse_json(text, file)
    else:
        from careerpath.parsing.yaml_text import parse_yaml  # noqa: PLC0415 (JSON needs no YAML reader)

        node = parse_yaml(text, file)
    return answers_from(node, catalog)


def answers_from(node: Node, catalog: Catalog) -> Answers:
    """The answers in a parsed file.

    Raises:
        InvalidInputError: with every fault and its place.
    """
    reader = _Reader(catalog)
    reader.read(node)
    if reader.problems:
        raise InvalidInputError(*in_reading_order(reader.problems))
    return reader.session.answers()


class _Reader:
    def __init__(self, catalog: Catalog) -> None:
        self.problems: list[Problem] = []
        self.session = Session()
        self._catalog = catalog
        self._questionnaire = Questionnaire(catalog)
        self._names = _question_names(catalog, self._questionnaire)

    def read(self, node: Node) -> None:
        if node.value is None:
            self._report(node, "empty", "there are no answers in this file.", "'careerpath quiz --template' prints one.")
            return
        if not isinstance(node.value, dict):
            self._report(node, "type", "answers must be a mapping.", f"Known keys: {', '.join(SECTIONS)}.")
            return
        for key, section in node.value.items():
            if key in SECTIONS:
                self._read_section(key, section)
            elif key != "$schema":
                self._unknown(section, f"unknown key '{key}'.", key, list(SECTIONS), code="unknown-key")
        self._drop_void()

    def _read_section(self, name: str, section: Node) -> None:
        if section.value is None:
            return
        if not isinstance(section.value, dict):
            self._report(section, "type", f"'{name}' must be a mapping of names to answers.", "One 'name: answer' a line.")
            return
        for key, node in section.value.items():
            question = self._names[name].get(folded(key))
            if question is None:
                self._unknown(node, f"there is no question '{key}' under '{name}'.", folded(key), self._known(name))
            elif question.id in self.session.given:
                self._report(node, "duplicate-answer", f"'{key}' is answered twice.", "Keep one.", at_key=True)
            else:
                self._read_answer(question, node)

    def _known(self, section: str) -> list[str]:
        return [question.subject for question in self._questionnaire.questions if question.id.startswith(SECTIONS[section])]

    def _read_answer(self, question: AskedQuestion, node: Node) -> None:
        if node.value is None or (isinstance(node.value, str) and node.value.strip().casefold() in UNKNOWN):
            self.session = self.session.answered(question.id, None)
            return
        value: AnswerValue
        if question.answer == "several":
            value = self._several(question, node)
        elif question.answer == "years":
            value = self._years(question, node)
        else:
            value = self._one(question, node)
        self.session = self.session.answered(question.id, value)

    def _several(self, question: AskedQuestion, node: Node) -> AnswerValue:
        if not isinstance(node.value, list):
            self._report(node, "type", f"'{question.subject}' must be a list.", "Write [] for none.")
            return None
        chosen = [value for entry in node.value if isinstance(value := self._one(question, entry), str)]
        return tuple(dict.fromkeys(chosen))

    def _years(self, question: AskedQuestion, node: Node) -> AnswerValue:
        if isinstance(node.value, int) and not isinstance(node.value, bool) and 0 <= node.value <= 20:  # noqa: PLR2004
            return node.value
        hint = "Write a whole number from 0 to 20 (20 means 20 or more), or unknown."
        self._report(node, "unknown-answer", f"'{_shown(node)}' is no number of years for '{question.subject}'.", hint)
        return None

    def _one(self, question: AskedQuestion, node: Node) -> AnswerValue:
        for option in question.options:
            if node.value == option.value and not isinstance(node.value, bool):
                return option.value
            names = {folded(option.label), folded(option.label.partition(" ")[2]), folded(str(option.value))}
            if isinstance(node.value, str) and folded(node.value) in names - {""}:
                return option.value
        if question.id == "background:current_role" and isinstance(node.value, str):
            try:
                return resolve_role(self._catalog, node.value).id
            except UsageError as error:
                problem = error.problems[0]
                self._report(node, problem.code, problem.message, problem.hint)
                return None
        known = [str(option.value) for option in question.options]
        self._unknown(node, f"'{_shown(node)}' is no answer to '{question.subject}'.", str(node.value), known, "unknown-answer")
        return None

    def _drop_void(self) -> None:
        """Answers to questions that do not concern the person are dropped, as in the quiz."""
        for key in list(self.session.given):
            if not self._questionnaire.applies(self._questionnaire.by_id[key], self.session):
                self.session = self.session.without(key)

    def _report(self, node: Node, code: str, message: str, hint: str, *, at_key: bool = False) -> None:
        location = node.key if at_key and node.key else node.location
        self.problems.append(Problem(code=code, message=message, hint=hint, location=location))

    def _unknown(
        self, node: Node, message: str, name: str, known: list[str], code: str = "unknown-question"
    ) -> None:
        guess = closest(name, known)
        shown = ", ".join(known[:8]) + (", ..." if len(known) > 8 else "")  # noqa: PLR2004
        hint = f"Did you mean '{guess[0]}'?" if guess else f"Known: {shown}."
        at_key = code != "unknown-answer"
        self._report(node, code, message, hint, at_key=at_key)


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


def _shown(node: Node) -> str:
    if isinstance(node.value, (dict, list)):
        return "a mapping" if isinstance(node.value, dict) else "a list"
    return str(node.value)[:60]
