"""What a plan may choose from: the skills that a role asks for, where the person stands, and the learning that helps.

Hours are counted in half hours and by the middle of each range (low + high half hours), so that they are whole
numbers. A level that is not known counts as 0, a certificate that is not known as not held.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec

from careerpath.model.role import CredentialRequirement, SkillRequirement
from careerpath.scoring.items import credential_item, skill_item

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from careerpath.model.answers import Answers
    from careerpath.model.catalog import Catalog
    from careerpath.model.learning import Hours, Learning
    from careerpath.scoring.table import RoleTerms


class Way(NamedTuple):
    """Something that can be done by itself to raise one item from `start` or above to `to`; `cost` in half hours."""

    learning: str
    start: int
    to: int
    cost: int


class Whole(msgspec.Struct, frozen=True):
    """Something that is done as one: its cost in half hours, and the (start, to) of its builds by item."""

    cost: int
    builds: dict[str, tuple[tuple[int, int], ...]]

    def reached(self, item: str, level: int) -> int:
        """The level of an item after it: one of its builds may open the next."""
        builds = self.builds.get(item, ())
        while higher := [to for start, to in builds if start <= level < to]:
            level = max(higher)
        return level


class Scope(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that a plan for one role may touch, by item: `skill:seo`, `credential:scrum`.

    start: the level now (a certificate is 0 or 1). worth: by level, the readiness that it gives, in hundredths; zeros
    for an item that only opens the way to others. requires: what has to be done before a learning, and is not yet.
    """

    start: dict[str, int]
    worth: dict[str, tuple[int, ...]]
    ways: dict[str, tuple[Way, ...]]
    wholes: dict[str, Whole]
    requires: dict[str, tuple[str, ...]]

    def gain(self, item: str, start: int, to: int) -> int:
        """What raising an item adds to the readiness, in hundredths."""
        return self.worth[item][to] - self.worth[item][start]


class Choices(msgspec.Struct, frozen=True, kw_only=True):
    """What a person allows: learning that is done (its id, or `id:skill` for one skill of it), and free things only."""

    done: frozenset[str] = frozenset()
    free_only: bool = False


def half_hours(hours: Hours) -> int:
    """The middle of a range of hours, in half hours."""
    return hours.low + hours.high


def held_credentials(answers: Answers) -> frozenset[str]:
    """The certificates that a person is known to hold."""
    held = answers.background.get("credentials")
    return frozenset(held) if isinstance(held, tuple) else frozenset()


def level_of(answers: Answers, item: str) -> int:
    """The level of an item now; what is not known counts as 0."""
    kind, _, subject = item.partition(":")
    return answers.skills.get(subject) or 0 if kind == "skill" else int(subject in held_credentials(answers))


def builds_of(learning: Learning) -> dict[str, tuple[tuple[int, int], ...]]:
    """The (start, to) of the builds by item; a certificate that something ends with is an item that it builds."""
    builds: dict[str, tuple[tuple[int, int], ...]] = {}
    for build in learning.builds:
        item = skill_item(build.skill)
        builds[item] = (*builds.get(item, ()), (build.start, build.to))
    if learning.grants and learning.hours is not None:
        builds[credential_item(learning.grants)] = ((0, 1),)
    return builds


def is_done(learning: Learning, answers: Answers, choices: Choices) -> bool:
    """Whether something counts as done: marked so, its certificate held, or nothing is left that it could raise.

    The last does not hold for what is done as one, which can be done whatever one's level.
    """
    if learning.id in choices.done or learning.grants in held_credentials(answers):
        return True
    if any(mark.startswith(f"{learning.id}:") for mark in choices.done):
        return True
    if learning.hours is not None:
        return False
    return all(level_of(answers, skill_item(build.skill)) >= build.to for build in learning.builds)


def find_scope(catalog: Catalog, row: RoleTerms, answers: Answers, choices: Choices) -> Scope:
    """What a plan for a role may choose from. Stages and tracks, which say whom advice is for, do not restrict it."""
    wanted = {
        name
        for name, requirement in row.requirements.items()
        if isinstance(requirement, SkillRequirement | CredentialRequirement)
        and row.terms[name].coverage[level_of(answers, name)] < row.terms[name].full
    }
    usable = _usable(catalog, answers, choices)
    missing = {
        name: tuple(
            required
            for required in learning.requires
            if not is_done(catalog.learning_by_id[required], answers, choices)
        )
        for name, learning in usable.items()
    }
    items, names = _closure(usable, missing, wanted)
    worths = {name: row.terms[name].coverage if name in wanted else (0,) * 5 for name in items}
    return Scope(
        start={item: level_of(answers, item) for item in items},
        worth=worths,
        ways={item: _ways(usable, names, item, choices) for item in items},
        wholes={
            name: Whole(half_hours(hours), {item: b for item, b in builds_of(usable[name]).items() if item in items})
            for name in sorted(names)
            if (hours := usable[name].hours) is not None
        },
        requires={name: missing[name] for name in sorted(names) if missing[name]},
    )


def _usable(catalog: Catalog, answers: Answers, choices: Choices) -> dict[str, Learning]:
    """The learning that is not done, may be done, and whose prerequisites may be done or are."""
    usable = {
        learning.id: learning
        for learning in catalog.learning
        if (not choices.free_only or learning.cost == "free")
        and learning.id not in choices.done
        and learning.grants not in held_credentials(answers)
        and (learning.hours is not None or any(build.hours for build in learning.builds))
    }
    while True:
        barred = [
            name
            for name, learning in usable.items()
            if any(
                required not in usable and not is_done(catalog.learning_by_id[required], answers, choices)
                for required in learning.requires
            )
        ]
        if not barred:
            return usable
        for name in barred:
            del usable[name]


def _closure(
    usable: Mapping[str, Learning], missing: Mapping[str, tuple[str, ...]], wanted: Iterable[str]
) -> tuple[list[str], set[str]]:
    """The items and the learning that may matter: what builds a wanted item, what that requires, and so on."""
    items, names = set(wanted), set[str]()
    while True:
        found = {name for name, learning in usable.items() if items.intersection(builds_of(learning))}
        found |= {required for name in found | names for required in missing[name]}
        # What is done step by step counts as done after any of its steps, so each of its skills opens the way.
        opening = {required for name in found for required in missing[name] if usable[required].hours is None}
        reached = items.union(*(builds_of(usable[name]) for name in opening))
        if found <= names and reached == items:
            return sorted(items), names
        items, names = reached, names | found


def _ways(usable: Mapping[str, Learning], names: Iterable[str], item: str, choices: Choices) -> tuple[Way, ...]:
    return tuple(
        sorted(
            Way(name, build.start, build.to, half_hours(build.hours))
            for name in names
            if usable[name].hours is None and f"{name}:{item.partition(':')[2]}" not in choices.done
            for build in usable[name].builds
            if build.hours is not None and skill_item(build.skill) == item
        )
    )
