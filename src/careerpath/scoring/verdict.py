"""What may be said about the first place, and why a role is recommended: never more than the figures bear."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from careerpath.model.base import Value
from careerpath.scoring.exact import WHOLE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from careerpath.model.answers import Answers
    from careerpath.model.assessment import RoleAssessment
    from careerpath.model.catalog import Catalog

Certainty: TypeAlias = Literal["clear", "close", "open"]
ChosenFor: TypeAlias = Literal[
    "both", "ability", "liking", "neither", "ability, likes unknown", "neither, likes unknown"
]

CLEAR = 8000
"""The chance to be first, in hundredths of a percent, from which a first place is said without reserve."""

MOST_LEADERS = 3
"""With more roles than this in the running, nothing can be said about the first place."""

APPEALING, UNAPPEALING = 5500, 4500
"""The appeal, in hundredths, from which a role suits what a person likes, and below which it does not."""

ENOUGH_FOR_UNIFORM = 8
UNIFORM_SHARE = 90


class Verdict(Value, frozen=True, kw_only=True):
    """Who may come first: `roles` by chance, together at least 80 %. `clear` with one, `close` with up to three."""

    certainty: Certainty
    roles: tuple[str, ...]
    chance: int


class Caution(Value, frozen=True, kw_only=True):
    """Something that makes the whole result less certain than it looks."""

    code: str
    message: str


def verdict_of(chances: Mapping[str, int]) -> Verdict:
    """The verdict on the chances to be first (in hundredths of a percent); equal chances in the order of the ids."""
    leaders: list[str] = []
    total = 0
    for role in sorted(chances, key=lambda role: (-chances[role], role)):
        leaders.append(role)
        total += chances[role]
        if total >= CLEAR:
            break
    certainty: Certainty = "clear" if len(leaders) == 1 else "close" if len(leaders) <= MOST_LEADERS else "open"
    return Verdict(certainty=certainty, roles=tuple(leaders), chance=min(total, WHOLE))


def chosen_for(catalog: Catalog, role: RoleAssessment, answers: Answers) -> ChosenFor:
    """Whether a role stands where it stands for what the person can do, for what they like, or for both."""
    able = role.readiness >= catalog.scoring.bands.next * 100
    if not any(like is not None for like in answers.likes.values()):
        return "ability, likes unknown" if able else "neither, likes unknown"
    if role.appeal >= APPEALING:
        return "both" if able else "liking"
    return "ability" if able else "neither"


def disagreement(catalog: Catalog, role: RoleAssessment) -> str | None:
    """What is to be said where the two axes contradict each other; None where they do not."""
    if role.band == "ready" and role.appeal < UNAPPEALING:
        return "You could do this today, but you like little of it."
    if role.appeal >= APPEALING and role.readiness < catalog.scoring.bands.next * 100:
        return "You would like the work, but much of what it asks for is still missing."
    if role.readiness >= catalog.scoring.bands.next * 100 and role.appeal < UNAPPEALING:
        return "You have much of what it asks for, but you like little of it."
    return None


def cautions_about(answers: Answers) -> tuple[Caution, ...]:
    """What about the answers makes ranks mean less than usual: too uniform, or too few."""
    levels = [level for level in answers.skills.values() if level is not None]
    if not levels:
        return (Caution(code="no-skills", message="No skill is rated, so the ranks rest on the prior alone."),)
    cautions = []
    most = max(levels.count(level) for level in set(levels))
    if len(levels) >= ENOUGH_FOR_UNIFORM and most * 100 >= UNIFORM_SHARE * len(levels):
        cautions.append(
            Caution(
                code="uniform-skills",
                message=f"{most} of {len(levels)} skills have the same level, so the ranks mean little: "
                "they show which role asks for about that level, not what sets you apart.",
            )
        )
    if len(levels) < ENOUGH_FOR_UNIFORM:
        rated = "1 skill is" if len(levels) == 1 else f"{len(levels)} skills are"
        cautions.append(Caution(code="few-skills", message=f"Only {rated} rated; most of the ranks is guesswork."))
    likes = [like for like in answers.likes.values() if like is not None]
    if len(likes) >= ENOUGH_FOR_UNIFORM and len(set(likes)) == 1:
        cautions.append(
            Caution(code="uniform-likes", message="You like everything equally, so appeal says nothing here.")
        )
    return tuple(cautions)
