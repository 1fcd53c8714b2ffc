"""What can go wrong, as values: a place, a cause and a way to mend it.

Everything here is a plain value, so that the command line can print it for people, the JSON envelope can carry it to
scripts, and a test can compare it. This module imports nothing of careerpath.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable


MAX_MESSAGE = 1_000
"""A longer message is cut in the middle: what it is about can be of any length, such as an argument."""

MAX_FILE_NAME = 4_096
"""The longest name of a file that a system takes."""


class Location(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """A place in an input file. `line` and `column` count from 1; None where there is no such place.

    `file` can be shown as it is: what cannot (line breaks, controls, bytes that are no text) stands there by its code.
    """

    file: str | None = None
    line: int | None = None
    column: int | None = None

    def __post_init__(self) -> None:
        if self.file is not None:
            msgspec.structs.force_setattr(self, "file", showable(self.file, MAX_FILE_NAME))

    def __str__(self) -> str:
        parts = [self.file or "<input>"]
        if self.line is not None:
            parts.append(str(self.line))
            if self.column is not None:
                parts.append(str(self.column))
        return ":".join(parts)


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is wrong: a stable `code` for scripts, what is wrong (`message`), how to mend it (`hint`).

    Both are `showable`, whatever foreign text was put into them.
    """

    code: str
    message: str
    hint: str = ""
    location: Location | None = None

    def __post_init__(self) -> None:
        msgspec.structs.force_setattr(self, "message", showable(self.message, MAX_MESSAGE))
        msgspec.structs.force_setattr(self, "hint", showable(self.hint, MAX_MESSAGE))

    def __str__(self) -> str:
        place = f"{self.location}: " if self.location else ""
        return f"{place}{self.message}" + (f" {self.hint}" if self.hint else "")


def showable(text: str, longest: int) -> str:
    """The text on one line and at most so long, with every character that cannot be shown as its code.

    Foreign text must not act on a terminal, hide anything, or take another shape in JSON: half a surrogate pair, as
    Python makes of bytes that are no text, cannot be written at all.
    """
    if len(text) > longest:
        text = f"{text[: longest * 2 // 3]} ... {text[-(longest - longest * 2 // 3 - 5) :]}"
    if text.isprintable():
        return text
    return "".join(letter if letter.isprintable() else _code_of(letter) for letter in text)


def _code_of(letter: str) -> str:
    return letter.encode("unicode_escape").decode("ascii")


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
