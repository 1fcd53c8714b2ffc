"""Differences in words: what is written, and what should be."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from careerpath.errors import Problem
from careerpath.parsing.limits import MAX_PROBLEMS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerpath.verification.compare import Difference

CODE = "verify-differs"

_LONGEST = 160


def difference_problems(differences: Sequence[Difference]) -> tuple[Problem, ...]:
    """A problem for each difference; beyond `MAX_PROBLEMS` of them, one that says how many more there are."""
    problems = [_problem(difference) for difference in differences[:MAX_PROBLEMS]]
    if len(differences) > MAX_PROBLEMS:
        problems.append(
            Problem(
                code="verify-more",
                message=f"{len(differences) - MAX_PROBLEMS:,} more places differ.",
                hint="So many follow from an answer that was changed, or from another version of careerpath.",
                location=differences[MAX_PROBLEMS].location,
            )
        )
    return tuple(problems)


def shown(value: object) -> str:
    """A value as it stands in JSON, on one line and not without end."""
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 3]}..."


def _problem(difference: Difference) -> Problem:
    match difference.kind:
        case "changed":
            message = f"{difference.path} is {shown(difference.found)}."
            hint = f"It should be {shown(difference.expected)}."
        case "missing":
            message, hint = f"{difference.path} is missing.", f"It should be {shown(difference.expected)}."
        case "extra":
            message = f"{difference.path} is {shown(difference.found)}."
            hint = "It should not be there."
        case "reordered":
            message, hint = f"the entries of {difference.path} are in another order.", "They are the right ones."
    return Problem(code=CODE, message=message, hint=hint, location=difference.location)
