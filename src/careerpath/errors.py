"""What can go wrong, as values: a place, a cause and a way to mend it.

Everything here is a plain value, so that the command line can print it for people, the JSON envelope can carry it to
scripts, and a test can compare it. This module imports nothing of careerpath.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable


class Location(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """A place in an input file. `line` and `column` count from 1; None where there is no such place."""

    file: str | None = None
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        parts = [self.file or "<input>"]
        if self.line is not None:
            parts.append(str(self.line))
            if self.column is not None:
                parts.append(str(self.column))
        return ":".join(parts)


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is wrong: a stable `code` for scripts, what is wrong (`message`), how to mend it (`hint`)."""

    code: str
    message: str
    hint: str = ""
    location: Location | None = None

    def __str__(self) -> str:
        place = f"{self.location}: " if self.location else ""
        return f"{place}{self.message}" + (f" {self.hint}" if self.hint else "")


def in_reading_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems without repetition, by file, line and column; those without a place come first."""

    def place(problem: Problem) -> tuple[str, int, int]:
        at = problem.location or Location()
        return at.file or "", at.line or 0, at.column or 0

    return tuple(sorted(dict.fromkeys(problems), key=place))


class CareerpathError(Exception):
    """A failure that is explained to the person. Carries one or more problems; never an empty list."""

    def __init__(self, *problems: Problem) -> None:
        if not problems:
            raise ValueError("an error without a problem explains nothing")
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


class UsageError(CareerpathError):
    """The command was called wrongly: an unknown role, an option that does not fit."""


class InvalidInputError(CareerpathError):
    """A file that was read is not what it should be; every problem found in it is listed."""


class NeedsAnswerError(CareerpathError):
    """A question has to be answered and nobody is there to answer it."""


class StoreError(CareerpathError):
    """The profiles cannot be read or written."""
