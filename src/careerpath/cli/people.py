"""The answers that a command is to work with: of a stored profile, or from a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.errors import Problem, UsageError

if TYPE_CHECKING:
    from careerpath.model.answers import Answers
    from careerpath.model.catalog import Catalog


def answers_of(catalog: Catalog, profile: str | None, file: str | None) -> Answers | None:
    """The answers that the options name; None if they name none.

    Raises:
        UsageError: they name a profile and a file, or a profile that there is not.
        InvalidInputError: the file is no answers file.
    """
    if profile is not None and file is not None:
        message = "answers come from a profile or from a file, not from both."
        raise UsageError(Problem(code="two-people", message=message, hint="Leave out --profile or --answers."))
    if file is not None:
        from careerpath.answers.read import read_answers

        return read_answers(file, catalog)
    if profile is not None:
        from careerpath.cli.profiles import stored_answers

        return stored_answers(catalog, profile)
    return None
