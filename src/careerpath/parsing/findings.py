"""Problems as they are found, and not without end: a file of nonsense is not described line by line."""

from __future__ import annotations

from careerpath.errors import Location, Problem
from careerpath.parsing.limits import MAX_PROBLEMS


class EnoughError(Exception):
    """So many problems are known that looking on is of no use. Never leaves the function that made the findings."""


class Findings:
    """A list of problems that ends, with a problem that says so, after `MAX_PROBLEMS`."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def add(self, problem: Problem) -> None:
        """Takes a problem down.

        Raises:
            EnoughError: there were `MAX_PROBLEMS` already.
        """
        if len(self.problems) >= MAX_PROBLEMS:
            file = problem.location.file if problem.location else None
            self.problems.append(
                Problem(
                    code="too-many",
                    message=f"only the first {MAX_PROBLEMS} problems are listed.",
                    hint="Mend these, then check again.",
                    location=Location(file=file),
                )
            )
            raise EnoughError
        self.problems.append(problem)
