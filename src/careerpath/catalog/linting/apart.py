"""Roles that answers hardly tell apart."""

from __future__ import annotations

from bisect import insort
from itertools import combinations, zip_longest
from typing import TYPE_CHECKING

from careerpath.catalog.linting.finding import Finding
from careerpath.catalog.linting.incumbent import incumbent, matches_of
from careerpath.errors import InvalidInputError, Problem
from careerpath.model.base import Value
from careerpath.scoring.appeal import HIGHEST_LIKE, LOWEST_LIKE, PER_STEP
from careerpath.scoring.wording import item_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from careerpath.model.catalog import Catalog
    from careerpath.scoring.table import RoleTerms, ScoreTable

TELLING = 100
"""A question tells two roles apart if its answers can shift the one against the other by so many hundredths."""

NEAR = 1000
"""Two roles are near twins if somebody who meets the one exactly gets the other within so many hundredths."""


MOST_ALIKE = 10_000
"""With more pairs that are near, or told apart by one question at the most, a catalogue is not looked over."""


def pair_subject(first: str, second: str) -> str:
    """How a finding names two roles."""
    return " ".join(f"role:{role}" for role in sorted((first, second)))


class Pair(Value, frozen=True, kw_only=True):
    """Two roles, and how near they are.

    distance: what somebody who meets `role` exactly has less for `near` than for it, in hundredths. telling: the labels
    of the questions that tell the two apart, the most telling first.
    """

    distance: int
    role: str
    near: str
    telling: tuple[str, ...]


def find_twins(pairs: Iterable[Pair]) -> Iterator[Finding]:
    """Pairs of roles that no question, or only one, tells apart."""
    for pair in pairs:
        if len(pair.telling) > 1:
            continue
        both = f"{pair.role} and {pair.near}"
        only = f"only one question tells {both} apart: {', '.join(pair.telling)}."
        yield Finding(
            code="lint-twins",
            subject=pair_subject(pair.role, pair.near),
            message=only if pair.telling else f"no question tells {both} apart.",
            hint="Let them ask for different skills or levels, give them different activities, or make them one role.",
        )


def find_near_twins(pairs: Iterable[Pair]) -> Iterator[Finding]:
    """Pairs of roles of which somebody who meets the one exactly has almost the match of the other."""
    for pair in pairs:
        if pair.distance <= NEAR and len(pair.telling) > 1:
            yield Finding(
                code="lint-near-twins",
                subject=pair_subject(pair.role, pair.near),
                message=f"somebody who has exactly what {pair.role} asks for gets {pair.near} within "
                f"{pair.distance / 100:.2f} points.",
                hint=f"What tells them apart most: {', '.join(pair.telling[:3])}. Give that more importance, "
                "or ask for more that is the one's own.",
            )


def measure_pairs(catalog: Catalog, table: ScoreTable, count: int) -> tuple[Pair, ...]:
    """The pairs of roles that are near, that one question at the most tells apart, and the `count` closest of the rest.

    Returns:
        The closest first: by what people of the one lack of its match for the other, at the least.

    Raises:
        InvalidInputError: so many are alike that there is no use in telling which.
    """
    number = {row.role: place for place, row in enumerate(table.roles)}
    matches = [matches_of(catalog, table, incumbent(catalog, role, likes_work=False)) for role in catalog.roles]
    alike: list[tuple[int, str, str]] = []
    rest: list[tuple[int, str, str]] = []
    for one, other in combinations(sorted(number), 2):
        pair = min(
            (matches[number[role]][number[role]] - matches[number[role]][number[near]], role, near)
            for role, near in ((one, other), (other, one))
        )
        rows = table.roles[number[one]], table.roles[number[other]]
        if pair[0] <= NEAR or not _several_tell(catalog, table, *rows):
            alike.append(pair)
            if len(alike) > MOST_ALIKE:
                raise _too_many_alike()
        elif len(rest) < count or pair < rest[-1]:
            insort(rest, pair)
            del rest[count:]
    return tuple(
        Pair(distance=distance, role=role, near=near, telling=tuple(telling_questions(catalog, table, *rows)))
        for distance, role, near in sorted((*alike, *rest))
        for rows in [(table.roles[number[min(role, near)]], table.roles[number[max(role, near)]])]
    )


def _too_many_alike() -> InvalidInputError:
    message = f"more than {MOST_ALIKE:,} pairs of roles are hardly told apart."
    hint = "Look over fewer roles at a time, or let them ask for more that is their own."
    return InvalidInputError(Problem(code="too-many", message=message, hint=hint))


def _several_tell(catalog: Catalog, table: ScoreTable, one: RoleTerms, other: RoleTerms) -> bool:
    """Whether more than one question tells two roles apart. Most pairs are told apart by the first two."""
    telling = (question for question, swing, _ in _swings(catalog, table, one, other) if swing >= TELLING)
    first = next(telling, None)
    return any(question != first for question in telling)


def telling_questions(catalog: Catalog, table: ScoreTable, one: RoleTerms, other: RoleTerms) -> list[str]:
    """The labels of the questions that tell two roles apart, the most telling first."""
    swings: dict[str, tuple[int, str]] = {}
    for question, swing, item in _swings(catalog, table, one, other):
        swings[question] = max(swings.get(question, (0, "")), (swing, item_label(catalog, item)))
    telling = (entry for entry in swings.values() if entry[0] >= TELLING)
    return [label for _, label in sorted(telling, key=lambda entry: (-entry[0], entry[1]))]


def _swings(catalog: Catalog, table: ScoreTable, one: RoleTerms, other: RoleTerms) -> Iterator[tuple[str, int, str]]:
    """By how much the answers to each question can shift one role against another, item by item; 0 is left out.

    What neither asks for shifts neither, so the other items are not looked at.
    """
    for item in dict.fromkeys((*one.terms, *other.terms)):
        columns = (_column(table, row, item) for row in (one, other))
        differences = [mine - theirs for mine, theirs in zip_longest(*columns, fillvalue=0)]
        kind = item.partition(":")[0]
        yield "credentials" if kind == "credential" else item, max(differences) - min(differences), item
    most = catalog.scoring.appeal * PER_STEP * (HIGHEST_LIKE - LOWEST_LIKE)
    for activity in dict.fromkeys((*one.activities, *other.activities)):
        apart = abs(_share(one, activity) - _share(other, activity))
        yield f"activity:{activity}", round(most * apart / 100), f"activity:{activity}"


def _column(table: ScoreTable, row: RoleTerms, item: str) -> list[int]:
    """What each answer to an item is worth for a role; empty if none is worth anything."""
    term = row.terms.get(item) or (table.unasked if item.startswith("skill:") else None)
    if term is None:
        return []
    return [coverage + surplus for coverage, surplus in zip(term.coverage, term.surplus, strict=True)]


def _share(row: RoleTerms, activity: str) -> float:
    return row.activities.get(activity, 0) / max(sum(row.activities.values()), 1)
