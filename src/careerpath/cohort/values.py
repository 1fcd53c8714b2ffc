"""The values of one column into answers."""

from __future__ import annotations

import math
import re
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from careerpath.answers.values import ValueReader, means_unknown
from careerpath.catalog.names import RoleNames
from careerpath.cohort.different import Different, find_different
from careerpath.parsing.node import Node

if TYPE_CHECKING:
    from collections.abc import Callable

    import pyarrow as pa

    from careerpath.model.answers import AnswerValue
    from careerpath.model.catalog import Catalog
    from careerpath.model.role import Role
    from careerpath.quiz.questions import AskedQuestion
    from careerpath.scoring.lookups import Codes

SEVERAL_SEPARATOR: Final = ";"
"""Between the answers in one cell, where there can be several."""

NONE_OF_THEM: Final = frozenset({"none", "[]"})
"""A cell that says that there are no such answers, where there can be several; an empty cell is unknown."""

WHOLE = re.compile(r"[+-]?[0-9]{1,3}(\.0{1,6})?")
"""A whole number in a cell, also as programs write a column of floating-point numbers."""

MOST_REMEMBERED = 4096
"""So many different values of a column are remembered; honest ones have a dozen."""


class Fault(NamedTuple):
    """What is wrong with a value."""

    code: str
    message: str
    hint: str

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".rstrip()


Outcome: TypeAlias = "AnswerValue | Fault"


class ReadColumn(NamedTuple):
    """The answers in a column: what each of its values means."""

    different: Different
    outcomes: list[Outcome]

    def codes(self, code_of: Callable[[AnswerValue], int], unknown: int) -> Codes:
        """The code of every person's answer; of a fault as of what is unknown."""
        codes = [
            unknown if outcome is None or isinstance(outcome, Fault) else code_of(outcome) for outcome in self.outcomes
        ]
        return self.different.look_up(codes, unknown)

    def faults(self) -> dict[int, Fault]:
        """The faults, by the number of the row."""
        faulty = {index: outcome for index, outcome in enumerate(self.outcomes) if isinstance(outcome, Fault)}
        return {row: faulty[index] for row, index in self.different.rows_with(list(faulty))} if faulty else {}


class ColumnReader:
    """Reads the column of a question, whatever the type of its values."""

    def __init__(self, catalog: Catalog, question: AskedQuestion) -> None:
        self.question = question
        self._catalog = catalog
        self._seen: dict[tuple[type, object], Outcome] = {}

    def read(self, column: pa.Array) -> ReadColumn:
        """The answers in a column; a fault counts as unknown until it is looked for."""
        different = find_different(column)
        return ReadColumn(different, [self._outcome(value) for value in different.values])

    def _outcome(self, value: object) -> Outcome:
        key = (type(value), tuple(value) if isinstance(value, list) else value)
        try:
            outcome = self._seen.get(key, self)
        except TypeError:  # a value of values: no answer, whatever is in it
            return self._read(value)
        if outcome is self:
            if len(self._seen) >= MOST_REMEMBERED:
                self._seen.clear()
            outcome = self._seen[key] = self._read(value)
        return outcome  # type: ignore[return-value] # (self stands for "not seen")

    def _read(self, value: object) -> Outcome:
        faults: list[Fault] = []

        def report(node: Node, code: str, message: str, hint: str) -> None:  # noqa: ARG001 (a cell has no inner places)
            faults.append(Fault(code, message, hint))

        try:
            node = _node(_plain(value, several=self.question.answer == "several"))
        except UnicodeDecodeError:
            return Fault("encoding", "the value is not valid UTF-8.", "Save the file as UTF-8.")
        answer = ValueReader(self._catalog, report, self._find_role).read(self.question, node)
        return faults[0] if faults else answer

    def _find_role(self, name: str) -> Role:
        return self._role_names.resolve(name)

    @cached_property
    def _role_names(self) -> RoleNames:
        return RoleNames(self._catalog)


def _plain(value: object, *, several: bool) -> object:
    """A value as an answers file would give it: cells of text are numbers, lists or unknown where they say so.

    Raises:
        UnicodeDecodeError: it is no text.
    """
    if isinstance(value, bytes):
        value = value.decode()
    if isinstance(value, float | Decimal):
        value = float(value)
        if math.isnan(value):
            return None
        return int(value) if value.is_integer() else value
    if not isinstance(value, str):
        return value
    text = value.strip()
    if not text:
        return None
    if several and not means_unknown(text):
        return [] if text.lower() in NONE_OF_THEM else [part.strip() for part in text.split(SEVERAL_SEPARATOR)]
    return int(float(text)) if WHOLE.fullmatch(text) else text


def _node(value: object) -> Node:
    if isinstance(value, list | tuple):
        return Node([_node(entry) for entry in value], "", 0, 0)
    if value is None or isinstance(value, str | int | float | bool):
        return Node(value, "", 0, 0)
    return Node(str(value), "", 0, 0)
