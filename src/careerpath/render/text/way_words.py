"""The words of what leads from one role to another: comparisons of a person, routes, progress. One place for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from careerpath.render.text import numbers
from careerpath.render.text.marks import DOCUMENTED, EDITORIAL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerpath.render.data.effort import EffortHours

# a comparison
VERDICT: Final = "The verdict"
STANDING: Final = "Where you stand in each"
STANDING_NOTE: Final = (
    "First: how often a role has the highest match of these, had you rated yourself a little differently."
)
CARRIES_OVER: Final = "Carries over"
CARRIES_NOTHING: Final = "Nothing that it asks for is met in full."
TO_LEARN: Final = "To learn"
NOTHING_TO_LEARN: Final = "Nothing has to be learned."
BESIDES: Final = "Besides, not counted in hours"
HOURS_NOTE: Final = (
    "Hours: each skill by its own cheapest way in the catalogue. What teaches several at once may take fewer; "
    "'careerpath plan' finds that."
)
ADDRESSES: Final = "Addresses"

# routes
YOU: Final = "you as you are"
KINDS: Final = {
    "advancement": "advancement, up the ladder",
    "lateral": "lateral, a step aside",
    "feeder": "feeder, in from another field or from none",
}
NAMED: Final = {"documented": "a document names it", "editorial": "our own judgement", "inferred": "inferred"}
NEEDS: Final = "Needs"
NEEDS_NOTHING: Final = "Needs nothing that you do not bring."
BRINGS: Final = "Brings for the goal"
ROUTE_NOTE: Final = (
    "On arrival one has what a role asks for, and keeps it: what was learned earlier is not learned again. Hours are "
    "those of the cheapest way of each skill; what has not been answered is counted from none."
)
NO_ROUTE: Final = "There is no route of at most five moves."
WHY: Final = "Why"
OPENS: Final = "What would open one"
BY: Final = {"hours": "the fewest hours of learning", "years": "the fewest years", "moves": "the fewest moves"}
SOURCES: Final = "Sources of the moves"

# progress
HISTORY: Final = "Progress"
NO_RESULTS: Final = (
    "No result is kept yet. 'careerpath quiz' and 'careerpath results' keep one whenever answers change."
)
CHANGES: Final = "What changed from result to result"
TEST_NOTE: Final = (
    "More than noise: the levels that were rated both times went up by so much that, had nothing changed, it would "
    "happen in at most 5 of 100 cases. A level or two is seldom enough; that is what self-ratings can tell."
)


def told_hours(hours: EffortHours) -> str:
    """Hours with their mark; documented and editorial ones apart where there are both."""
    both = numbers.hours(hours.low, hours.high)
    if not hours.documented.high:
        return f"{both} {EDITORIAL}"
    if not hours.editorial.high:
        return f"{both} {DOCUMENTED}"
    documented = numbers.hours(hours.documented.low, hours.documented.high)
    editorial = numbers.hours(hours.editorial.low, hours.editorial.high)
    return f"{both}: {documented} {DOCUMENTED}, {editorial} {EDITORIAL}"


def told_effort(hours: EffortHours, years: int) -> str:
    """Hours of learning and years of experience, as far as there are any; empty if there are none."""
    parts = [told_hours(hours)] if hours.high else []
    if years:
        parts.append(f"{numbers.counted(years, 'year')} of experience")
    return ", ".join(parts)


def listed(names: Sequence[str], most: int) -> str:
    """The first of some names, and how many more there are."""
    more = f", and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more
