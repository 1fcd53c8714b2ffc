"""The words of the terminal, in one place, so that they can be changed or translated together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerpath.model.assessment import Band
    from careerpath.scoring.verdict import Certainty

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
NEARLY_ALWAYS: Final = 99
EXPLAIN_HINT: Final = "--explain ROLE shows every point of a match."
GAPS: Final = "What is missing, by what closing it adds to readiness"
NO_GAPS: Final = "Nothing is missing: you meet everything that it asks for."
STEPS: Final = "Next steps"
NO_STEPS: Final = "The catalogue has no advice for this."
DISAGREEMENTS: Final = "Where the documents disagree about it"
NO_WAY: Final = "The catalogue has no course or exercise that leads there."
READING: Final = "How to read this"
LEGEND: Final = (
    (
        "match",
        "orders the roles: readiness, plus or minus what you like, less skills that would lie idle. It can be below 0.",
    ),
    ("readiness", "how much of what a role asks for you have, 0 to 100, weighted by importance. It decides the band."),
    ("appeal", "how well the work suits what you like, 0 to 100; 50 is as much as your own average."),
    ("range (50.0 to 87.5)", "what a figure can still become when the unanswered questions are answered."),
    (
        "places (1-4)",
        "where a role may stand, since people rate themselves a little high or low; right in 95 of 100 cases.",
    ),
)
NOT_PROBABILITIES: Final = (
    "Match, readiness and appeal compare your answers with what roles ask for. None of them is a probability."
)
NOTHING_ANSWERED: Final = "You have answered nothing yet, so this order says nothing about you."

# roles
ROLES_TITLE: Final = "Roles"
SHOW_HINT: Final = (
    "'careerpath show ROLE' tells everything about one of them, 'careerpath compare A B' sets two side by side."
)
ALSO: Final = "Also called"
SPECIALTY: Final = "A specialty of"
SUITS: Final = "Suits you if"
SUITS_OPEN: Final = "The catalogue does not say whom it suits."
WORK: Final = "What the work is"
ASKS: Final = "What it asks for"
PAY: Final = "Pay"
NO_PAY: Final = "No document gives a figure."
LADDER: Final = "Where it comes from and where it leads"
FROM: Final = "Comes from"
TO: Final = "Leads to"
NONE_NAMED: Final = "no role is named"
CONTRASTS: Final = "Easily confused with"
FEEDERS: Final = "Fields that people come from"
SOURCES: Final = "Sources"
NAMED_IN: Final = ", named in"
AS_SAID_OF: Final = "as said of"
STATED_ABOVE: Final = "stated above"
TRANSLATED: Final = "translated"
HANDLED: Final = "Handled"
STATEMENTS: Final = (
    ("duties", "Duties, as the documents tell them"),
    ("tools", "Tools"),
    ("qualifications", "Education, experience and certificates, as the documents tell them"),
    ("industries", "Where it is done"),
    ("outlook", "Outlook"),
    ("advice", "Advice of the documents"),
)

# a comparison
PAIR: Final = 2
WHO: Final = "Who each role suits"
ABOVE_ALL: Final = "Above all you"
ACTIVITIES: Final = "What they do"
NOTHING_SHARED: Final = "There is no skill that all of them ask for."
WHICH: Final = "which suits you?"
NOTHING: Final = "none"
EDUCATION: Final = "Education, experience and certificates"
PAY_COMPARABLE: Final = "These figures can be compared: same kind, publisher, date, currency and region."
PAY_NOT_COMPARABLE: Final = "These figures cannot be compared"
MOVES: Final = "How far it is from one to the other"
MOVES_NOTE: Final = "For somebody who has exactly what the first role asks for, and nothing else."
BIGGEST_GAPS: Final = "Biggest gaps"
CHOICE: Final = "In short"
CHOOSE_IF: Final = "if you would rather"
COMMON_CONFLICTS: Final = "Where the documents disagree about them"

# the ledger
SOURCES_TITLE: Final = "Documents, and what rests on them"
CONFLICTS_TITLE: Final = "Where the documents disagree"
NO_CONFLICTS: Final = "No disagreement is recorded."
LANGUAGE: Final = "Language"
UPDATED: Final = "Updated"
REFERENCES: Final = "Its own sources were read"
NO_DATE: Final = "not stated"
ADDRESS: Final = "Address"
NO_ADDRESS: Final = "not known"
NOTE: Final = "Our copy"
EVIDENCE: Final = "What stands behind each role"
EVIDENCE_NOTE: Final = "Requirements (D): how many of the things that a role asks for a document names."


def first_place(certainty: Certainty, titles: Sequence[str], chance: float) -> str:
    """How sure the first place is, since people rate themselves a little high or low."""
    if certainty == "open":
        return (
            f"No role stands out: had you rated yourself a little differently, any of {len(titles)} roles could come "
            "first. Take the order at the top lightly."
        )
    # Drawn cases never make a thing certain.
    cases = "in nearly every case" if chance >= NEARLY_ALWAYS else f"in {chance:.0f} of 100 cases"
    if certainty == "clear":
        return f"Likeliest to come first, had you rated yourself a little differently: {titles[0]}, {cases}."
    return (
        "It is close. Likeliest to come first, had you rated yourself a little differently: "
        f"{joined(titles, last='or')}, one of them {cases}."
    )


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


def shared(roles: int) -> str:
    """The heading of the skills that all of the roles ask for."""
    return f"Skills that {'both' if roles == PAIR else 'all of them'} ask for"


def distinct(roles: int) -> str:
    """The heading of the skills that not all of the roles ask for."""
    return "Skills that only one of them asks for" if roles == PAIR else "Skills that not all ask for"


def suits(text: str) -> str:
    """Whom a role suits, as the end of "Suits you if"."""
    return text[0].lower() + text[1:] if text.startswith("You ") else text


def statistic(kind: str) -> str:
    """What kind of figure a pay figure is."""
    return "kind of figure not stated" if kind == "not stated" else kind


def sources_hint(claims: int, documents: int, roles: Sequence[str]) -> str:
    """How much a comparison rests on, and where to read it."""
    shown = joined([f"'careerpath show {role}'" for role in roles], most=len(roles))
    return f"This rests on {claims} claims from {documents} documents. {shown} list them with their places."


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
    return (
        f"{count} of {asked_for} questions are answered. The unanswered ones widen the ranges; they do not count as no."
    )
