"""One value of an answers file, or of a column of a table of people, into the answer to a question."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, Protocol

from careerpath.answers.names import suggestion
from careerpath.catalog.names import folded, folded_number, resolve_role
from careerpath.errors import UsageError
from careerpath.model.question import MAX_YEARS
from careerpath.parsing.node import quoted

if TYPE_CHECKING:
    from collections.abc import Callable

    from careerpath.model.answers import AnswerValue
    from careerpath.model.catalog import Catalog
    from careerpath.model.role import Role
    from careerpath.parsing.node import Node
    from careerpath.quiz.questions import AskedQuestion

UNKNOWN: Final = frozenset({"unknown", "?", "don't know", "dont know", "don't know yet"})


class Report(Protocol):
    """Takes down what is wrong with a value: where it is, a code, what is wrong and how to mend it."""

    def __call__(self, node: Node, code: str, message: str, hint: str) -> None:
        """Takes it down."""


class ValueReader:
    """Reads values: forgiving in names (values, labels), strict in everything else. A faulty one counts as unknown."""

    def __init__(self, catalog: Catalog, report: Report, find_role: Callable[[str], Role] | None = None) -> None:
        """Makes a reader.

        Args:
            catalog: where the questions come from.
            report: takes down what is wrong.
            find_role: the role that a name means, as `resolve_role`; for whoever has many to find.
        """
        self._catalog = catalog
        self._report = report
        self._find_role = find_role or partial(resolve_role, catalog)

    def read(self, question: AskedQuestion, node: Node) -> AnswerValue:
        """The answer that a value gives; None if that is unknown, or if the value was reported as faulty."""
        if node.value is None or (isinstance(node.value, str) and means_unknown(node.value)):
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
            return self._find_role(name).id
        except UsageError as error:
            problem = error.problems[0]
            self._report(node, problem.code, problem.message, problem.hint)
            return None

    def _one(self, question: AskedQuestion, node: Node) -> AnswerValue:
        for option in question.options:
            if type(node.value) is type(option.value) and node.value == option.value:
                return option.value
            if isinstance(node.value, str) and folded_number(node.value) in _option_names(option.value, option.label):
                return option.value
        message = f"{_shown(node)} is no answer to '{question.subject}'."
        hint = suggestion(str(node.plain()), [str(option.value) for option in question.options])
        self._report(node, "unknown-answer", message, hint)
        return None


def _option_names(value: str | int, label: str) -> set[str]:
    """The spellings of an option: its value, its label, and of a numbered label ("2 working") the word alone."""
    names = {folded(str(value)), folded(label)}
    if isinstance(value, int):
        names.add(folded(label.partition(" ")[2]))
    return names - {""}


def means_unknown(text: str) -> bool:
    """Whether a text says that the person does not know, in any case and with either apostrophe."""
    return text.strip().casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'") in UNKNOWN


def _shown(node: Node) -> str:
    """An answer as a message shows it."""
    if isinstance(node.value, dict):
        return "a mapping"
    if isinstance(node.value, list):
        return "a list"
    if node.value is None:
        return "nothing"
    return quoted(str(node.value).lower() if isinstance(node.value, bool) else node.value)
