"""The sentences of the summary of a cohort."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from careerpath.model.skill import LEVELS
from careerpath.render.text.numbers import counted
from careerpath.render.text.words import BAND_TITLES

if TYPE_CHECKING:
    from careerpath.render.data.cohort import CohortGap, CohortRole, CohortStep, CohortSummary

TITLE: Final = "Career summary of a group"
BANDS: Final = BAND_TITLES
WITHHELD: Final = "Band not told"
WITHHELD_NOTE: Final = "too few in a band, or what rounding leaves"
NOBODY_TOLD: Final = "There are too few people to tell anything of them."
NO_ROLE_TOLD: Final = "No role comes first for enough people to be told."
NO_GAP_TOLD: Final = "Nothing is lacking for enough people to be told."
NO_STEP_TOLD: Final = "No step would help enough people to be told."

FIGURES: Final = (
    (
        "Each person's answers were held against every role of the catalogue. The role that matches best comes first "
        "for that person."
    ),
    (
        "Readiness is the weighted share of what a role asks for that somebody has. Match, which orders the roles, "
        "also allows for what a role would not use, and for what somebody likes. Neither is a probability."
    ),
    (
        "A band says how far somebody is from a role: ready now, where nothing essential is missing or unanswered and "
        "readiness is high; next step; or later."
    ),
    (
        "Something is lacking for people whose first role asks more of it than they have. Who has not said what they "
        "have may have it, and is counted apart."
    ),
    (
        "A step of learning helps whoever lacks the skill and is at a level that the step starts from. One person can "
        "be helped by many steps, so these figures do not add up."
    ),
)


def heading(data: CohortSummary) -> str:
    """How many people it is about."""
    if not data.people:
        return f"Fewer than {data.grain} people"
    return f"{data.people:,} people" if data.grain == 1 else f"At least {data.people:,} people"


def at_least(data: CohortSummary, title: str) -> str:
    """The title of a table, with what its counts are."""
    return title if data.grain == 1 else f"{title}; so many at the least"


def figure(count: int) -> str:
    """A count as a figure; what comes to 0 is not told."""
    return f"{count:,}" if count else "\N{EN DASH}"


def untold(data: CohortSummary) -> str:
    """What stands in a table for a count that comes to 0."""
    return "0" if data.grain == 1 else f"under {data.grain}"


def protection(data: CohortSummary) -> tuple[str, ...]:
    """How small groups are protected."""
    if data.grain == 1:
        return ("Small groups are not protected here: every count is exact. Keep this page to yourself.",)
    least = data.least_group
    return (
        (
            f"A group of 1 to {least - 1} people is not told of. Every count is rounded down to a multiple of "
            f"{data.grain}, twice the smallest group: {data.grain} stands for {data.grain} to {2 * data.grain - 1} "
            f"people, and what is not shown, for 0 to {data.grain - 1}."
        ),
        (
            "So no count, and no difference of counts in one table, tells that there is a small group. Rows stand in "
            "an order that follows from the rounded counts."
        ),
        "Gaps and steps are of people whose first role is shown. The others count in the number at the top only.",
    )


def limits(data: CohortSummary) -> tuple[str, ...]:
    """What that does not protect from."""
    if data.grain == 1:
        return ()
    return (
        (
            "Two summaries of groups that overlap: if one person joins and a figure moves to the next multiple, that "
            "tells of this person. Do not publish a summary again for every newcomer."
        ),
        "What is true of everybody: if all people of a group lack something, whoever knows a member knows it of them.",
        (
            "Other knowledge: an exact count published elsewhere, or the answers of most people in the group. This is "
            "k-anonymity of published counts, not differential privacy."
        ),
    )


def role_in_words(role: CohortRole) -> str:
    """A role for those who do not see the chart."""
    bands = (role.bands.ready, role.bands.next, role.bands.later)
    told = ", ".join(f"{title.lower()} {figure(count)}" for title, count in zip(BANDS.values(), bands, strict=True))
    return f"{role.title}: {figure(role.people)}, of these {told}"


def gap_figure(gap: CohortGap) -> str:
    """The two figures of a gap: who lacks it, and who has not said."""
    return f"{figure(gap.lack)} + {figure(gap.unsaid)}"


def gap_in_words(gap: CohortGap) -> str:
    """A gap for those who do not see the chart."""
    return f"{gap.label}: lacking {figure(gap.lack)}, not said {figure(gap.unsaid)}"


def step_figure(step: CohortStep) -> str:
    """The level that a step leads to, and for how many people."""
    return f"to {step.to}: {figure(step.people)}"


def step_in_words(step: CohortStep) -> str:
    """What a step raises."""
    return f"{step.label} to {step.to} {LEVELS[step.to]}"


def shown(charted: int, tabled: int, whole: int, what: str) -> str:
    """How many rows the chart and the table show."""
    rest = "the table has all" if whole <= tabled else f"the table has {tabled}, the JSON file all"
    return f"The chart shows the first {charted} of {counted(whole, what)}; {rest}."
