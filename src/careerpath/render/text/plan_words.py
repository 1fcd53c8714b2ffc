"""The words of a plan, in one place."""

from __future__ import annotations

from typing import Final

PLAN: Final = "Plan for"
STEPS: Final = "What to learn, in this order"
NOTHING: Final = "Nothing that can be learnt within these hours would raise your readiness."
ESSENTIALS: Final = "When what is essential is there"
NO_ESSENTIALS: Final = "You have everything that is essential already, as far as you have said."
OPEN: Final = "What study does not give you"
OPEN_NOTE: Final = "No learning in the catalogue closes these: they stay open, whatever you learn."
NOT_WITHIN: Final = "not within these weeks"
NOT_BY_STUDY: Final = "not by study"
ASSUMED: Final = "Not answered, and counted as none here"
LEFT_OUT: Final = "Left out, since it is not free or the documents do not say what it costs"
WHEN_DONE: Final = "when done: plan --done"
DONE: Final = "Marked as done, and left out"
DONE_NOTE: Final = (
    "Marking something done does not raise a level. If you can do more now, say so: 'careerpath quiz' asks again."
)
BEST: Final = "No plan within these hours brings more; this is proven, not estimated."
NOT_PROVEN: Final = "A better plan may exist: this catalogue ties too much together to try everything."
NOTE: Final = (
    "Hours count by the middle of each range. (D) a document gives them; (E) our own estimate, which can be far off."
)
ON_THE_JOB: Final = "on the job"
JOB_NOTE: Final = "Steps 'on the job' need a place where the work can be done: a job, or something of your own."


def week(number: int) -> str:
    """When something is reached."""
    return f"week {number}"
