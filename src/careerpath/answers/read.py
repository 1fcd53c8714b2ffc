"""An answers file into answers. Forgiving in names (ids, labels, aliases), strict in values; lists every fault."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

from careerpath.answers.names import SECTIONS, question_names, suggestion
from careerpath.answers.values import ValueReader
from careerpath.catalog.names import folded
from careerpath.errors import InvalidInputError, Problem, in_reading_order
from careerpath.parsing.file import read_source
from careerpath.parsing.findings import EnoughError, Findings
from careerpath.parsing.json_text import parse_json
from careerpath.parsing.node import quoted
from careerpath.parsing.text import decode_text
from careerpath.quiz.session import Questionnaire, Session

if TYPE_CHECKING:
    from careerpath.model.answers import Answers
    from careerpath.model.catalog import Catalog
    from careerpath.parsing.node import Node

OUTPUT_KEYS: Final = frozenset({"schema", "status", "data"})
"""What an output for scripts has at its top, which is easily taken for answers."""


def read_answers(source: str, catalog: Catalog) -> Answers:
    """The answers in a YAML or JSON file, or on standard input for '-'.

    Raises:
        InvalidInputError: with every fault and its place.
    """
    return parse_answers(*read_source(source), catalog)


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
        self._names = question_names(catalog, self.questionnaire)
        self._values = ValueReader(catalog, self._report)

    def read(self, node: Node) -> None:
        if node.value is None:
            self._report(
                node, "empty", "there are no answers in this file.", "'careerpath quiz --template' prints one."
            )
            return
        if not isinstance(node.value, dict):
            self._report(node, "type", "answers must be a mapping.", f"Known keys: {', '.join(SECTIONS)}.")
            return
        if node.value.keys() >= OUTPUT_KEYS:
            hint = "'careerpath profile export' prints an answers file, if it is called without --json."
            self._report(node, "not-answers", "this is what --json prints, and no answers file.", hint)
            return
        for key, section in node.value.items():
            if key in SECTIONS:
                self._read_section(key, section)
            elif key != "$schema":
                hint = suggestion(key, SECTIONS)
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
                hint = suggestion(key.replace(" ", "-"), self._known(name))
                self._report(node, "unknown-question", message, hint, at_key=True)
            elif question.id in self.session.given:
                message = f"{quoted(key)} answers '{question.subject}', which is answered above."
                self._report(node, "duplicate-answer", message, "Keep one.", at_key=True)
            else:
                self.session = self.session.answered(question.id, self._values.read(question, node))

    def _known(self, section: str) -> list[str]:
        kind = f"{SECTIONS[section]}:"
        return [question.subject for question in self.questionnaire.questions if question.id.startswith(kind)]

    def _report(self, node: Node, code: str, message: str, hint: str, *, at_key: bool = False) -> None:
        location = node.key if at_key and node.key else node.location
        self.found.add(Problem(code=code, message=message, hint=hint, location=location))
