"""What stands in a line of JSON, as a cell of text would hold it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from careerpath.cohort.columns import ID
from careerpath.cohort.values import SEVERAL_SEPARATOR

if TYPE_CHECKING:
    from collections.abc import Mapping

    from careerpath.quiz.questions import AskedQuestion

LONGEST_VALUE: Final = 200
"""A value is looked at up to this many characters; no answer is longer."""


class RowError(Exception):
    """A line is no person. Never leaves the reading of a table."""


def count_keys(row: Mapping[str, object]) -> int:
    """How many keys an object has, and those in it."""
    return sum(len(value) + 1 if isinstance(value, dict) else 1 for value in row.values())


def name_of(value: object) -> str | None:
    """The name of a person.

    Raises:
        RowError: it is neither text nor a whole number.
    """
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return _number(value)
    raise RowError(f"'{ID}' must be text or a whole number.")


def cell_of(question: AskedQuestion, value: object) -> str | None:
    """The answer to a question."""
    if isinstance(value, list) and question.answer == "several":
        return SEVERAL_SEPARATOR.join(_cell(entry) or "" for entry in value) if value else "[]"
    return _cell(value)


def _cell(value: object) -> str | None:
    if value is None:
        return None
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return _number(value)
    return value[:LONGEST_VALUE] if isinstance(value, str) else "a list or an object"


def _number(value: float) -> str:
    try:
        return repr(value)
    except ValueError:  # more digits than Python writes
        return "a very large number"
