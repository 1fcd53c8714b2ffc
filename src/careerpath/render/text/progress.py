"""A test of progress in one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.render.text import numbers

if TYPE_CHECKING:
    from careerpath.render.data.history import ProgressData

ONE_IN_A_THOUSAND = 0.1


def progress_sentence(progress: ProgressData) -> str:
    """What changed in levels, and whether that is more than noise."""
    if not progress.compared:
        return "no skill was rated both times, so nothing can be compared."
    skills = f"{numbers.counted(progress.compared, 'skill')} rated both times"
    if progress.direction == "nothing":
        return f"no level differs, of {skills}."
    moved = f"{progress.rose} up, {progress.fell} down, of {skills}"
    if progress.direction == "rise":
        return f"{moved}: more than the noise of self-ratings ({_chance(progress.chance)})."
    if progress.direction == "fall":
        return f"{moved}: a fall, more than the noise of self-ratings ({_chance(progress.chance)})."
    return f"{moved}: no more than the noise of self-ratings{_least(progress)}."


def _chance(chance: float) -> str:
    told = "less than 0.1" if chance < ONE_IN_A_THOUSAND else f"{chance:.1f}"
    return f"if nothing had changed, {told} of 100 would show as much"


def _least(progress: ProgressData) -> str:
    if progress.least is None:
        return "; with so few changes nothing could be more"
    return f"; levels would have to be up by {progress.least} in sum, and are by {progress.total}"
