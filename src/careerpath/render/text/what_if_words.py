"""The words of what-if, in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from careerpath.render.text import numbers

if TYPE_CHECKING:
    from careerpath.render.data.what_if import ObstacleData, WhatIfData

WHAT_IF: Final = "What if"
MOVED: Final = "What moves"
NOTHING_MOVES: Final = "No role changes its rank or its band."
ALREADY: Final = {
    "top": "It comes first already. Nothing needs to change.",
    "ready": "You are ready for it already. Nothing needs to change.",
}
AIMS: Final = {"top": "first in your ranking", "ready": "ready now"}
CHEAPEST: Final = {"hours": "The fewest hours that do it", "steps": "The fewest steps of level that do it"}
NO_WAY: Final = "No learning in the catalogue ends at this level."
EACH_ALONE: Final = "Hours are those of each skill by itself: something that builds two of them is counted twice."
ANSWER_FIRST: Final = (
    "Some of these skills are not answered: you may have them already. 'careerpath quiz' asks, and that costs no hours."
)
GIVEN_UP: Final = "The search was given up without an answer: there are too many ways to try."
WHY_NOT: Final = "Why nothing that can be learnt is enough"


def impossible(title: str, aim: str) -> str:
    """That nothing reaches an aim."""
    return f"No raise of skills makes {title} {AIMS[aim]}. This is proven."


def obstacle(reason: ObstacleData, found: WhatIfData) -> str:
    """Why nothing that can be learnt is enough for the goal."""
    short = "" if reason.points is None else numbers.short(reason.points)
    match reason.code:
        case "background":
            return f"{reason.label}: asked for, and not a skill that one could raise."
        case "no-learning":
            return f"{reason.label}: essential, and no learning in the catalogue leads to the level asked for."
        case "readiness":
            return f"With every skill as high as learning leads, readiness is {short} points short of the band."
        case "rival":
            return (
                f"{reason.label} stays ahead by {short} points, even with every raise that helps {found.title} against "
                "it: what you like, have studied or worked as counts for it."
            )
        case "rivals-together":
            return (
                f"Each rival alone could be passed, but not all of them at once: what helps {found.title} against one "
                "helps another."
            )
