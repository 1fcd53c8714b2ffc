"""What a person has answered.

A question is named by its kind and its subject: `skill:seo`, `activity:lead-people`, `background:education`. An answer
that is missing and an answer "don't know yet" (None) both mean unknown, never zero; only the second was given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.model.base import Value

if TYPE_CHECKING:
    from collections.abc import Iterator


class Answers(Value, kw_only=True):
    """Answers by background question, by skill (level 0 to 4) and by activity (liking 1 to 5); None is "don't know"."""

    background: dict[str, str | int | tuple[str, ...] | None] = {}
    skills: dict[str, int | None] = {}
    likes: dict[str, int | None] = {}

    def items(self) -> Iterator[tuple[str, str | int | tuple[str, ...] | None]]:
        """Every answer with the name of its question."""
        for question, answer in self.background.items():
            yield f"background:{question}", answer
        for skill, level in self.skills.items():
            yield f"skill:{skill}", level
        for activity, liking in self.likes.items():
            yield f"activity:{activity}", liking
