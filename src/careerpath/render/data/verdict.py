"""What a comparison comes to, in sentences made from its figures; never more certain than they are.

Two roles are told apart only where the one is above the other in more than 65 of 100 draws of the true answers behind
the given ones: `somewhat` up to 80, `plainly` beyond. Among several roles, the one that is level with or above each of
the others is named, together with all that cannot be told apart from it.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, TypeAlias

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from careerpath.render.data.pay import PayData
    from careerpath.render.data.person import DuelData, PersonData, PersonRole
    from careerpath.render.data.roles import RoleData
    from careerpath.render.data.transfer import TransferData

About: TypeAlias = Literal["closer", "likes", "overall", "suits", "way", "pay"]
Certainty: TypeAlias = Literal["plainly", "somewhat", "too close to call", "cannot be told"]

SOMEWHAT, PLAINLY = 65.0, 80.0
"""The chances, in percent, beyond which one role is somewhat, and plainly, above another."""

NEARLY_ALL = 99.0
FEW = 8
"""With fewer skills rated, closeness rests mostly on the prior."""


class VerdictPoint(msgspec.Struct, frozen=True, kw_only=True):
    """One sentence of the verdict. `roles`: those that it names as ahead, or between which it cannot choose.

    `chance`: the least chance, in percent, with which the first of them is above each role that is left behind.
    """

    about: About
    certainty: Certainty
    text: str
    roles: tuple[str, ...]
    chance: float | None = None


def verdict_points(
    roles: Sequence[RoleData],
    moves: Sequence[TransferData],
    pay: Mapping[str, Sequence[PayData]],
    pay_reasons: Sequence[str],
    person: PersonData | None,
) -> tuple[VerdictPoint, ...]:
    """The whole verdict: about the person if there is one, else about whom each role suits; then the way, and pay."""
    names = {role.role: _inner(role.title) for role in roles}
    opening: tuple[VerdictPoint, ...]
    ways: tuple[VerdictPoint, ...]
    if person is not None:
        opening = tuple(_ahead(measure, person, names) for measure in _MEASURES)
    else:
        opening = tuple(
            VerdictPoint(about="suits", certainty="plainly", text=text, roles=(role.role,))
            for role in roles
            if (text := _suits(role))
        )
    match moves:
        case [there, back] if person is None:
            ways = (_way(names, there, back),)
        case _:
            ways = ()
    return (*opening, *ways, _pay(names, pay, pay_reasons))


class _Measure(NamedTuple):
    """One way to hold roles against each other for a person, and what is said of it.

    chance: of the first of two roles to be above the second. figure: what orders roles that are level. is_known:
    whether enough was answered. The texts have places for the roles, how sure it is, and how many skills are rated.
    """

    about: About
    chance: Callable[[DuelData], float]
    figure: Callable[[PersonRole], float]
    is_known: Callable[[PersonData], bool]
    unknown: str
    level: str
    ahead: str


_TOGETHER: Final = "Taken together (what you can do, what you like, what would lie idle)"

_MEASURES: Final = (
    _Measure(
        about="closer",
        chance=attrgetter("readiness_chance"),
        figure=attrgetter("readiness"),
        is_known=lambda person: person.skills_rated >= FEW,
        unknown="Which role you are closer to cannot be told: only {rated} rated.",
        level="Which role you are closer to today is too close to call between {roles}.",
        ahead="You are {somewhat}closer to {roles} today{cases}.",
    ),
    _Measure(
        about="likes",
        chance=attrgetter("appeal_chance"),
        figure=attrgetter("appeal"),
        is_known=lambda person: person.likes_rated > 0,
        unknown="Which role suits your likes better cannot be told: you have not said what you like.",
        level="Which role suits your likes better is too close to call between {roles}.",
        ahead="{roles} suits your likes {somewhat}better{cases}.",
    ),
    _Measure(
        about="overall",
        chance=attrgetter("match_chance"),
        figure=attrgetter("match"),
        is_known=lambda person: person.skills_rated >= FEW,
        unknown="Taken together, nothing can be told from so few answers.",
        level=f"{_TOGETHER} it is too close to call: {{roles}}.",
        ahead=f"{_TOGETHER} {{roles}} fits you {{somewhat}}better{{cases}}.",
    ),
)


def _ahead(measure: _Measure, person: PersonData, names: Mapping[str, str]) -> VerdictPoint:
    """Which role is ahead for a person by one measure, as far as that can be told."""
    if not measure.is_known(person):
        rated = "1 skill is" if person.skills_rated == 1 else f"{person.skills_rated} skills are"
        text = measure.unknown.format(rated=rated)
        return VerdictPoint(about=measure.about, certainty="cannot be told", text=text, roles=())
    chances = {(duel.first, duel.second): measure.chance(duel) for duel in person.duels}
    leaders, chance = _leaders(chances, {role.role: measure.figure(role) for role in person.roles})
    named = _listed([names[role] for role in leaders])
    if len(leaders) > 1:
        text = measure.level.format(roles=named)
        return VerdictPoint(about=measure.about, certainty="too close to call", text=text, roles=leaders)
    certainty: Certainty = "plainly" if chance > PLAINLY else "somewhat"
    somewhat = "somewhat " if certainty == "somewhat" else ""
    text = _first_upper(measure.ahead.format(roles=named, somewhat=somewhat, cases=_cases(chance)))
    return VerdictPoint(about=measure.about, certainty=certainty, text=text, roles=leaders, chance=chance)


def _leaders(chances: Mapping[tuple[str, str], float], figures: Mapping[str, float]) -> tuple[tuple[str, ...], float]:
    """The role that is ahead with all that cannot be told apart from it, and the least chance against the others."""

    def ahead(first: str, second: str) -> float:
        return chances[first, second] if (first, second) in chances else 100.0 - chances[second, first]

    best = max(figures, key=lambda role: (min(ahead(role, other) for other in figures if other != role), figures[role]))
    near = [role for role in figures if role != best and ahead(best, role) <= SOMEWHAT]
    least = min((ahead(best, role) for role in figures if role != best and role not in near), default=0.0)
    return (best, *near), round(least, 2)


def _cases(chance: float) -> str:
    """How sure it is, had the person rated themselves a little differently."""
    if chance >= NEARLY_ALL:
        return " (in nearly every case, had you rated yourself a little differently)"
    return f" (in {chance:.0f} of 100 cases, had you rated yourself a little differently)"


def _suits(role: RoleData) -> str | None:
    if role.suits is None:
        return None
    suits = role.suits if not role.suits.startswith("You ") else f"you {role.suits[4:]}"
    return f"{role.title} suits you if {suits if suits.endswith('.') else f'{suits}.'}"


def _way(names: Mapping[str, str], there: TransferData, back: TransferData) -> VerdictPoint:
    """Which direction takes less learning; said only where the ranges of hours do not overlap."""
    if there.hours.high < back.hours.low:
        less, more = there, back
    elif back.hours.high < there.hours.low:
        less, more = back, there
    else:
        text = (
            f"In which direction the way between {_listed(list(names.values()))} is shorter cannot be told: "
            f"{_span(there)} one way, {_span(back)} the other."
        )
        return VerdictPoint(about="way", certainty="too close to call", text=text, roles=tuple(names))
    text = (
        f"From {names[less.source]} to {names[less.target]} takes less learning ({_span(less)}) than the way back "
        f"({_span(more)})."
    )
    return VerdictPoint(about="way", certainty="plainly", text=text, roles=(less.target,))


def _span(move: TransferData) -> str:
    return f"{move.hours.low} to {move.hours.high} hours"


def _pay(names: Mapping[str, str], pay: Mapping[str, Sequence[PayData]], reasons: Sequence[str]) -> VerdictPoint:
    if reasons:
        text = f"The difference in pay cannot be told from these sources, because {_pay_reason(names, pay, reasons)}."
        return VerdictPoint(about="pay", certainty="cannot be told", text=text, roles=())
    amounts = {role: max(entry.amount for entry in pay[role]) for role in names}
    most = sorted(names, key=lambda role: -amounts[role])
    highest = tuple(role for role in most if amounts[role] == amounts[most[0]])
    figures = [f"{entry.amount:,} {entry.currency} a {entry.unit}" for role in most for entry in pay[role][:1]]
    told = ", ".join(f"{names[role]} {figure}" for role, figure in zip(most, figures, strict=True))
    return VerdictPoint(about="pay", certainty="plainly", text=f"By the same source, pay is: {told}.", roles=highest)


def _pay_reason(names: Mapping[str, str], pay: Mapping[str, Sequence[PayData]], reasons: Sequence[str]) -> str:
    """The plainest reason: a figure that is missing, figures of two kinds, else the first of the others."""
    missing = [names[role] for role in names if not pay[role]]
    if missing:
        return f"no document gives a figure for {_listed(missing)}"
    kinds: dict[str, list[str]] = {}
    for role in names:
        for entry in pay[role]:
            kinds.setdefault(entry.statistic, []).append(names[role])
    if len(kinds) > 1:
        told = [
            f"the figure for {_listed(list(dict.fromkeys(roles)))} is {_kind(kind)}" for kind, roles in kinds.items()
        ]
        return _listed(told)
    return reasons[0]


def _kind(statistic: str) -> str:
    if statistic == "not stated":
        return "of a kind that is not stated"
    return f"{'an' if statistic[0] in 'aeiou' else 'a'} {statistic.replace('average total', 'average of total')}"


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _inner(title: str) -> str:
    """A title inside a sentence; one that begins with an abbreviation keeps its capitals."""
    return title if title[1:2].isupper() else title[:1].lower() + title[1:]


def _first_upper(text: str) -> str:
    return text[:1].upper() + text[1:]
