"""What an entry of `learning.yaml` must hold beyond its shape: steps that go up, and hours for each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.model.skill import MAX_LEVEL
from careerpath.parsing.node import quoted

if TYPE_CHECKING:
    from careerpath.catalog.lookup import Lookup
    from careerpath.parsing.node import Node


def check_learning(look: Lookup, learning: Node) -> None:
    """Reports every fault of a way to learn."""
    look.founded(learning, quoted(learning.text("id")))
    look.refer_all(learning, "requires", "learning")
    look.refer_all(learning, "tracks", "track")
    look.choose_answer(learning.get("grants"), "credentials")
    as_a_whole = _check_hours(look, learning)
    for build in learning.each("builds"):
        _check_step(look, build)
        if _check_hours(look, build) == as_a_whole:
            message = "it is not clear how long this step takes."
            look.report(build, "hours", message, "Give 'hours' either to the whole, or to each of its builds.")


def _check_step(look: Lookup, build: Node) -> None:
    look.refer(build.get("skill"), "skill")
    look.between(build.get("to"), 1, MAX_LEVEL, "the level")
    look.between(build.get("start"), 0, MAX_LEVEL, "the level")
    start, to = build.number("start") or 0, build.number("to")
    if to is not None and start >= to:
        look.report(
            build, "range", f"a step from level {start} to level {to} builds nothing.", "Let 'to' be the higher."
        )


def _check_hours(look: Lookup, owner: Node) -> bool:
    """Whether there are hours."""
    hours = owner.get("hours")
    if hours is None or hours.value is None:
        return False
    low, high = hours.number("low") or 0, hours.number("high") or 0
    if not 0 <= low <= high or high == 0:
        message = f"{low} to {high} hours are no range."
        look.report(hours, "range", message, "Give the lower number as 'low', and at least 1 as 'high'.")
    look.founded(hours, "the number of hours")
    if hours.text("basis") == "documented" and not hours.each("claims"):
        message = "the hours are called documented, but cite no claim."
        look.report(hours, "no-evidence", message, "Add 'claims', or write 'basis: editorial'.")
    return True
