"""What a reader may do with whatever it is given: return a value, or refuse it in words. Nothing else."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from careerpath.errors import CareerpathError, InvalidInputError, UsageError
from careerpath.parsing.limits import MAX_PROBLEMS
from careerpath.render.data.envelope import failure, to_json

if TYPE_CHECKING:
    from collections.abc import Callable

LONGEST_MESSAGE = 2_000
"""No message is longer, however long the input is that it is about."""

MOST_PROBLEMS = MAX_PROBLEMS + 1
"""The last one says that there are more; a catalogue may have so many in each of its files."""


def refusal(read: Callable[[], object], *, places: bool = True, files: int = 1) -> tuple[str, ...]:
    """The codes of the problems with which something is refused; () if it is read.

    Args:
        read: reads it.
        places: whether each problem has to say in which file it is.
        files: how many files are read.

    Raises:
        AssertionError: it is refused, but not in words that help.
        BaseException: whatever else the reader lets through is a defect.
    """
    try:
        read()
    except InvalidInputError as error:
        check_words(error, places=places)
        if len(error.problems) > MOST_PROBLEMS * files:
            raise AssertionError("problems without end") from error
        return tuple(problem.code for problem in error.problems)
    except UsageError as error:
        check_words(error, places=False)
        if places:
            raise AssertionError("a file is no wrong use") from error
        return tuple(problem.code for problem in error.problems)
    return ()


def check_words(error: CareerpathError, *, places: bool) -> None:
    """Every problem has a code, a message and a hint of one line each, and can be written as JSON."""
    for problem in error.problems:
        assert problem.code
        assert problem.message.endswith((".", "?")), problem.message
        assert problem.hint, problem
        assert len(problem.message) + len(problem.hint) <= LONGEST_MESSAGE, f"{len(str(problem))} characters"
        assert "\n" not in problem.message + problem.hint, problem
        if places:
            assert problem.location, problem
            assert problem.location.file, problem
            assert (problem.location.line or 1) >= 1
            assert (problem.location.column or 1) >= 1
    assert json.loads(to_json(failure(error.problems)))["status"] == "error"
