"""Skills with their levels, and activities."""

# No postponed annotations here: msgspec needs the types when the program runs, and has them sooner.

from typing import Final

from careerpath.model.base import Value

LEVELS: Final = ("none", "beginner", "working", "advanced", "expert")
"""The names of the levels 0 to 4."""

MAX_LEVEL: Final = len(LEVELS) - 1

LIKING: Final = ("strongly dislike", "dislike", "neutral", "like", "strongly like")
"""The names of the five answers 1 to 5 to "would you like to do this?"."""


class Topic(Value, frozen=True, kw_only=True):
    """A group of skills or activities that are asked about together."""

    id: str
    label: str


class Skill(Value, frozen=True, kw_only=True):
    """Something a person can do. `levels` holds one sentence for each of the levels 1 to 4: what one can do at it."""

    id: str
    label: str
    topic: str
    description: str
    levels: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    claims: tuple[str, ...] = ()
    why: str | None = None


class Activity(Value, frozen=True, kw_only=True):
    """A piece of work that a person likes or not. `label` completes the question "Would you like to ...?"."""

    id: str
    label: str
    topic: str
    description: str
    claims: tuple[str, ...] = ()
    why: str | None = None
