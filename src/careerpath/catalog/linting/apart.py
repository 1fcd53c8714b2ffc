"""Roles that answers hardly tell apart."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from careerpath.catalog.linting.finding import Finding
from careerpath.catalog.linting.incumbent import incumbent, scores_of
from careerpath.model.base import Value
from careerpath.scoring.appeal import HIGHEST_LIKE, LOWEST_LIKE, PER_STEP
from careerpath.scoring.wording import item_label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from careerpath.model.catalog import Catalog
    from careerpath.scoring.items import Item
    from careerpath.scoring.table import RoleTerms, ScoreTable

TELLING = 100
"""A question tells two roles apart if its answers can shift the one against the other by so many hundredths."""

NEAR = 1000
"""Two roles are near twins if somebody who meets the one exactly gets the other within so many hundredths."""


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


def measure_pairs(catalog: Catalog, table: ScoreTable) -> tuple[Pair, ...]:
    """Every pair of roles, the closest first: what people of the one lack of its match for the other, at the least."""
    matches = {role.id: scores_of(catalog, table, incumbent(catalog, role, likes_work=False)) for role in catalog.roles}
    rows = {row.role: row for row in table.roles}
    pairs = []
    for one, other in combinations(sorted(rows), 2):
        distance, role, near = min(
            (matches[role][role].match - matches[role][near].match, role, near)
            for role, near in ((one, other), (other, one))
        )
        telling = tuple(telling_questions(catalog, table, rows[one], rows[other]))
        pairs.append(Pair(distance=distance, role=role, near=near, telling=telling))
    return tuple(sorted(pairs, key=lambda pair: (pair.distance, pair.role, pair.near)))


def telling_questions(catalog: Catalog, table: ScoreTable, one: RoleTerms, other: RoleTerms) -> list[str]:
    """The labels of the questions that tell two roles apart, the most telling first."""
    swings: dict[str, tuple[int, str]] = {}
    for item in table.items:
        columns = (_column(table, row, item) for row in (one, other))
        differences = [mine - theirs for mine, theirs in zip(*columns, strict=True)]
        kind = item.name.partition(":")[0]
        question = "credentials" if kind == "credential" else item.name
        swing = max(differences) - min(differences)
        swings[question] = max(swings.get(question, (0, "")), (swing, item_label(catalog, item.name)))
    for activity in catalog.activities:
        apart = abs(_share(one, activity.id) - _share(other, activity.id))
        most = catalog.scoring.appeal * PER_STEP * (HIGHEST_LIKE - LOWEST_LIKE)
        swings[f"activity:{activity.id}"] = round(most * apart / 100), activity.label
    telling = (entry for entry in swings.values() if entry[0] >= TELLING)
    return [label for _, label in sorted(telling, key=lambda entry: (-entry[0], entry[1]))]


def _column(table: ScoreTable, row: RoleTerms, item: Item) -> list[int]:
    """What each answer to an item is worth for a role."""
    term = row.terms.get(item.name) or (table.unasked if item.name.startswith("skill:") else None)
    if term is None:
        return [0] * len(item.answers)
    return [coverage + surplus for coverage, surplus in zip(term.coverage, term.surplus, strict=True)]


def _share(row: RoleTerms, activity: str) -> float:
    return row.activities.get(activity, 0) / max(sum(row.activities.values()), 1)
