"""The answers that a command is to work with: of a stored profile, or from a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.errors import Problem, UsageError

if TYPE_CHECKING:
    from careerpath.model.answers import Answers
    from careerpath.model.catalog import Catalog


def answers_of(
    catalog: Catalog, profile: str | None, file: str | None, *, profile_by: str = "--profile"
) -> Answers | None:
    """The answers that the options name; None if they name none. profile_by: what names the profile, for a message.

    Raises:
        UsageError: they name a profile and a file, or a profile that there is not.
        InvalidInputError: the file is no answers file.
    """
    if profile is not None and file is not None:
        message = "answers come from a profile or from a file, not from both."
        raise UsageError(Problem(code="two-people", message=message, hint=f"Leave out {profile_by} or --answers."))
    if file is not None:
        from careerpath.answers.read import read_answers

        return read_answers(file, catalog)
    if profile is not None:
        from careerpath.cli.profiles import stored_answers

        return stored_answers(catalog, profile)
    return None
