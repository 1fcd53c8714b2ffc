"""The values of one column into answers: each different value is read once, however many people gave it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

import numpy as np
import pyarrow as pa

from careerpath.answers.values import ValueReader, means_unknown
from careerpath.parsing.node import Node

if TYPE_CHECKING:
    from careerpath.model.answers import AnswerValue
    from careerpath.model.catalog import Catalog
    from careerpath.quiz.questions import AskedQuestion
    from careerpath.scoring.lookups import Integers

SEVERAL_SEPARATOR: Final = ";"
"""Between the answers in one cell, where there can be several."""

NONE_OF_THEM: Final = frozenset({"none", "[]"})
"""A cell that says that there are no such answers, where there can be several; an empty cell is unknown."""

WHOLE = re.compile(r"[+-]?[0-9]{1,3}(\.0{1,6})?")
"""A whole number in a cell, also as programs write a column of floating-point numbers."""

MOST_WHOLE = 256
"""A column of whole numbers with no more than so many different ones is read without looking for them."""

MOST_REMEMBERED = 4096
"""So many different values of a column are remembered; honest ones have a dozen."""


class Fault(NamedTuple):
    """What is wrong with a value."""

    code: str
    message: str
    hint: str

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".rstrip()


Booleans: TypeAlias = np.ndarray[tuple[int, ...], np.dtype[np.bool_]]
Outcome: TypeAlias = "AnswerValue | Fault"


class ReadColumn(NamedTuple):
    """The answers in a column: for each person an index into the outcomes; the last outcome is "unknown"."""

    indices: Integers
    outcomes: list[Outcome]

    def faults(self) -> dict[int, Fault]:
        """The faults by person, with the number of the row."""
        faulty = {index: outcome for index, outcome in enumerate(self.outcomes) if isinstance(outcome, Fault)}
        if not faulty:
            return {}
        last = len(self.outcomes) - 1
        rows = np.flatnonzero(np.isin(np.where(self.indices < 0, last, self.indices), list(faulty)))
        return {int(row): faulty[int(self.indices[row])] for row in rows}


class ColumnReader:
    """Reads the column of a question, whatever the type of its values."""

    def __init__(self, catalog: Catalog, question: AskedQuestion) -> None:
        self.question = question
        self._catalog = catalog
        self._seen: dict[tuple[type, object], Outcome] = {}

    def read(self, column: pa.Array) -> ReadColumn:
        """The answers in a column; a fault counts as unknown until it is looked for."""
        indices, values = _different(column)
        return ReadColumn(indices, [*map(self._outcome, values), None])

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
        answer = ValueReader(self._catalog, report).read(self.question, node)
        return faults[0] if faults else answer


def _different(column: pa.Array) -> tuple[Integers, list[object]]:
    """For each row the index of its value, -1 where there is none, and the values."""
    if pa.types.is_dictionary(column.type):
        values, there = whole_numbers(column.indices)
        return _or_none(values, there), column.dictionary.to_pylist()
    if pa.types.is_integer(column.type) and len(column) > column.null_count:
        values, there = whole_numbers(column)
        if there is not None:  # what stands under a null may be anything
            values = np.where(there, values, values[there.argmax()])
        lowest, highest = int(values.min()), int(values.max())
        if highest - lowest < MOST_WHOLE:
            apart = values - values.dtype.type(lowest)  # may wrap around; as unsigned numbers it is right
            return _or_none(apart.view(f"u{values.itemsize}"), there), list(range(lowest, highest + 1))
    if pa.types.is_nested(column.type):
        values = column.to_pylist()  # (lists cannot be looked up; they are rare)
        return np.arange(len(values)), values
    return _different(column.dictionary_encode())


def _or_none(indices: Integers, there: Booleans | None) -> Integers:
    wide = indices.astype(np.int64)
    return wide if there is None else (wide + 1) * there - 1


def whole_numbers(column: pa.Array) -> tuple[Integers, Booleans | None]:
    """A column of whole numbers as it lies in memory, without a copy, and which of them are there; None if all are."""
    validity, data = column.buffers()
    numbers = np.frombuffer(
        data, column.type.to_pandas_dtype(), count=len(column), offset=column.offset * column.type.byte_width
    )
    if validity is None or not column.null_count:
        return numbers, None
    bits = np.unpackbits(np.frombuffer(validity, np.uint8), count=column.offset + len(column), bitorder="little")
    return numbers, bits[column.offset :].view(np.bool_)


def _plain(value: object, *, several: bool) -> object:
    """A value as an answers file would give it: cells of text are numbers, lists or unknown where they say so.

    Raises:
        UnicodeDecodeError: it is no text.
    """
    if isinstance(value, bytes):
        value = value.decode()
    if isinstance(value, float):
        if np.isnan(value):
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
