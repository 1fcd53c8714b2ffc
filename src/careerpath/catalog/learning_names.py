"""Names of what can be learnt, as people write them to mark it as done: `scrum-training`, `scrum-training:agile`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.errors import Problem, UsageError
from careerpath.suggest import closest

if TYPE_CHECKING:
    from careerpath.model.catalog import Catalog


def resolve_learning(catalog: Catalog, name: str) -> str:
    """The mark of something that is done: its id, or its id and a skill that it builds step by step.

    Raises:
        UsageError: there is no such learning, or it has no such step.
    """
    wanted, _, part = name.strip().partition(":")
    learning = catalog.learning_by_id.get(wanted)
    if learning is None:
        guess = closest(wanted, catalog.learning_by_id, count=2)
        hint = (
            f"Did you mean {' or '.join(guess)}?" if guess else "'careerpath plan ... --json' names them as 'learning'."
        )
        message = f"there is nothing to learn called '{wanted[:60]}'."
        raise UsageError(Problem(code="unknown-learning", message=message, hint=hint))
    steps = sorted({build.skill for build in learning.builds}) if learning.hours is None else []
    if part and part not in steps:
        message = f"'{wanted}' has no step for '{part[:60]}'."
        hint = f"It has: {', '.join(steps)}." if steps else "It is done as a whole: leave out what follows the colon."
        raise UsageError(Problem(code="unknown-learning", message=message, hint=hint))
    return f"{learning.id}:{part}" if part else learning.id
