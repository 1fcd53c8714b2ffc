"""The words of the terminal, in one place, so that they can be changed or translated together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerpath.model.assessment import Band

CAUTION: Final = "Caution"
NOT_ANSWERED: Final = "not answered"

BANDS: Final[dict[Band, str]] = {"ready": "ready now", "next": "next step", "later": "later"}
BAND_TITLES: Final[dict[Band, str]] = {"ready": "Ready now", "next": "Next step", "later": "Later"}
NO_ROLE_IN_BAND: Final[dict[Band, str]] = {
    "ready": "No role yet. This is said only where nothing essential is missing or unanswered.",
    "next": "No role.",
    "later": "No role.",
}

WEIGHTS: Final = {"core": "the core of it", "regular": "regularly", "some": "now and then"}
IMPORTANCES: Final = {"essential": "Essential", "important": "Important", "useful": "Useful"}
POINT_KINDS: Final = {
    "requirement": "What the role asks for",
    "surplus": "What you have, or may have, and the role does not use",
    "appeal": "What you like, compared with your own average",
}

# a result
RESULT_TITLE: Final = "Where you stand"
RANKING: Final = "Roles by match"
SEE_ALL: Final = "--all shows them"
GAPS: Final = "What is missing, by what closing it adds to readiness"
NO_GAPS: Final = "Nothing is missing: you meet everything that it asks for."
STEPS: Final = "Next steps"
NO_STEPS: Final = "The catalogue has no advice for this."
DISAGREEMENTS: Final = "Where the documents disagree about it"
NO_WAY: Final = "The catalogue has no course or exercise that leads there."
READING: Final = "How to read this"
LEGEND: Final = (
    ("match", "orders the roles: readiness, plus or minus what you like, less skills that it would leave unused. It can fall below 0."),
    ("readiness", "how much of what a role asks for you have, 0 to 100, weighted by importance. It decides the band."),
    ("appeal", "how well the work suits what you like, 0 to 100; 50 is as much as your own average."),
    ("range", "what a figure can still become when the unanswered questions are answered."),
)
NOT_PROBABILITIES: Final = "These figures compare answers with what roles ask for. None of them is a probability."
NOTHING_ANSWERED: Final = "You have answered nothing yet, so this order says nothing about you."

# a role
ASKS: Final = "What it asks for"
WORK: Final = "What the work is"
SUITS: Final = "Suits you if"
PAY: Final = "Pay"
NO_PAY: Final = "No document gives a figure."
LADDER: Final = "Where it comes from and where it leads"
FROM: Final = "Comes from"
TO: Final = "Leads to"
NO_FROM: Final = "no role is named"
NO_TO: Final = "no role is named"
CONTRASTS: Final = "Easily confused with"
FEEDERS: Final = "Fields that people come from"
SOURCES: Final = "Sources"
STATED_ABOVE: Final = "stated above"
TRANSLATED: Final = "translated"

# a comparison
WHO: Final = "Who each role suits"
ACTIVITIES: Final = "What they do"
SHARED: Final = "What all of them ask for"
ONLY: Final = "What not all of them ask for"
EDUCATION: Final = "Education and experience"
MOVES: Final = "How far it is from one to the other"
MOVES_NOTE: Final = "For somebody who has exactly what the first role asks for and nothing else. Both ways differ."
CHOICE: Final = "In short: which one suits you"
PAY_YES: Final = "These figures are of the same kind, publisher, date, currency and region."


def role_hint(left: int) -> str:
    """How many roles are not shown, and how to see them."""
    return f"{left} more {'role' if left == 1 else 'roles'}: {SEE_ALL}."


def gap_hint(left: int, together: str) -> str:
    """How many gaps are not shown, what they add up to, and how to see them."""
    return f"{left} smaller {'gap' if left == 1 else 'gaps'} more, {together} points together: {SEE_ALL}."


def caution_hint(count: int, role: str) -> str:
    """How many facts behind a role are to be taken with caution, and where each is told."""
    facts = "fact behind this role comes" if count == 1 else "facts behind this role come"
    return f"{count} {facts} with a caution: 'careerpath show {role}' tells it beside the fact."


def conflict_hint(left: int, role: str) -> str:
    """How many disagreements are not shown, and where to read how they are handled."""
    more = f"{left} more, and how each is handled" if left else "How each is handled"
    return f"{more}: 'careerpath show {role}'."


def joined(names: Sequence[str], *, most: int = 3, last: str = "and") -> str:
    """A list as one says it: "a, b and c", or "a, b, c and 4 more"."""
    shown = list(names[:most])
    if left := len(names) - len(shown):
        return f"{', '.join(shown)} {last} {left} more"
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} {last} {shown[-1]}"


def answered(count: int, asked_for: int) -> str:
    """How much of the questionnaire has been answered."""
    if count >= asked_for:
        return f"All {asked_for} questions are answered, so no figure has a range."
    return f"{count} of {asked_for} questions are answered. The unanswered ones widen the ranges; they do not count as no."
