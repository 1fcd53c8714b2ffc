"""The shape of an answers file. `read` checks such files itself; this is what their JSON Schema is made from."""

# No postponed annotations here: msgspec needs the types that they name when the program runs.

from typing import Annotated

from msgspec import Meta

from careerpath.model.base import Value
from careerpath.model.skill import LEVELS, LIKING, MAX_LEVEL

Level = Annotated[int, Meta(ge=0, le=MAX_LEVEL)]
LevelName = Annotated[str, Meta(description="The name of a level, or 'unknown'.", examples=[*LEVELS, "unknown"])]
Liking = Annotated[int, Meta(ge=1, le=len(LIKING))]
LikingName = Annotated[str, Meta(description="The name of a liking, or 'unknown'.", examples=[*LIKING, "unknown"])]


class AnswersFile(Value, frozen=True, kw_only=True):
    """Answers by background question, by skill (level 0 to 4) and by activity (liking 1 to 5).

    Null and "unknown" both say "don't know yet", which counts as unknown and never as zero.
    """

    background: dict[str, str | int | tuple[str, ...] | None] | None = None
    skills: dict[str, Level | LevelName | None] | None = None
    likes: dict[str, Liking | LikingName | None] | None = None
