"""The table of points: what each answer to each item is worth for each role.

    points(r, s, x) = 100 * w/W * min(x/n, 1)  -  lambda * 100 * max(x - n, 0) / D

for a requirement of weight w at level n, W the sum of a role's weights, D the mean over roles of the levels asked for.
A skill that a role does not ask for has n = w = 0. The surplus term is what makes the score a ranking: by coverage
alone, the role that asks least would always come first.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import repeat
from operator import mul
from typing import TYPE_CHECKING

import msgspec

from careerpath.model.role import (
    CredentialRequirement,
    EducationRequirement,
    FieldRequirement,
    Requirement,
    Requirements,
    Role,
    SkillRequirement,
    YearsRequirement,
)
from careerpath.model.skill import MAX_LEVEL
from careerpath.scoring.exact import WHOLE, proportional, rounded
from careerpath.scoring.items import (
    BACKGROUND,
    EDUCATION,
    EDUCATION_FIELD,
    EXPERIENCE,
    LEADING,
    NOT_APPLICABLE,
    Item,
    catalog_items,
    credential_item,
    skill_item,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from careerpath.model.catalog import Catalog


class Term(msgspec.Struct, frozen=True):
    """What the answers to one item are worth for one role, in hundredths, by the index of the answer.

    coverage: from 0 to the item's share of 100 points. surplus: 0 or less. The `unknown_` values are the means over
    the item's prior, rounded: what an unanswered item counts as.
    """

    coverage: tuple[int, ...]
    surplus: tuple[int, ...]
    unknown_coverage: int
    unknown_surplus: int

    @property
    def full(self) -> int:
        """The coverage of somebody who has what is asked for."""
        return max(self.coverage)


class RoleTerms(msgspec.Struct, frozen=True):
    """The row of the table of one role: a term for each item that it asks for, and the requirement behind it.

    `rung` is the number of the role's rung, from the lowest; of equal matches, the lower rung is shown first.
    """

    role: str
    rung: int
    terms: dict[str, Term]
    requirements: dict[str, Requirement]
    activities: dict[str, int]

    @property
    def among_equals(self) -> tuple[int, str]:
        """The order of roles with the same match: the lower rung first, since it asks less; then by id."""
        return self.rung, self.role


class ScoreTable(msgspec.Struct, frozen=True):
    """The whole table. `unasked` is the term of a skill for every role that does not ask for it."""

    items: tuple[Item, ...]
    roles: tuple[RoleTerms, ...]
    unasked: Term
    activities: tuple[str, ...]


def build_table(catalog: Catalog, roles: Collection[str] | None = None) -> ScoreTable:
    """The table of a catalogue, or of some of its roles: each row is the same in both."""
    items = {item.name: item for item in catalog_items(catalog)}
    costs = _surplus_costs(catalog)
    weights = catalog.scoring.activity
    return ScoreTable(
        items=tuple(items.values()),
        roles=tuple(
            RoleTerms(
                role=role.id,
                rung=catalog.rung_order[role.rung],
                terms=_terms(role, catalog, items, costs),
                requirements=dict(requirements_by_item(role.requirements)),
                activities={activity.activity: weights[activity.weight] for activity in role.activities},
            )
            for role in catalog.roles
            if roles is None or role.id in roles
        ),
        unasked=_term((0,) * (MAX_LEVEL + 1), costs, catalog.scoring.prior),
        activities=tuple(activity.id for activity in catalog.activities),
    )


def requirements_by_item(requirements: Requirements) -> Iterator[tuple[str, Requirement]]:
    """Every requirement of a role with the name of its item."""
    for skill in requirements.skills:
        yield skill_item(skill.skill), skill
    for credential in requirements.credentials:
        yield credential_item(credential.credential), credential
    for name, requirement in (
        (EDUCATION, requirements.education),
        (EDUCATION_FIELD, requirements.education_field),
        (EXPERIENCE, requirements.experience),
        (LEADING, requirements.leading),
        (BACKGROUND, requirements.background),
    ):
        if requirement is not None:
            yield name, requirement


def _surplus_costs(catalog: Catalog) -> tuple[int, ...]:
    """What 0 to 4 levels of surplus cost, in hundredths (0 or less)."""
    demand = sum(requirement.level for role in catalog.roles for requirement in role.requirements.skills)
    if not demand:
        return (0,) * (MAX_LEVEL + 1)
    per_level = catalog.scoring.surplus * (WHOLE // 100) * len(catalog.roles)
    return tuple(-rounded(per_level * levels, demand) for levels in range(MAX_LEVEL + 1))


def _terms(role: Role, catalog: Catalog, items: Mapping[str, Item], costs: tuple[int, ...]) -> dict[str, Term]:
    requirements = dict(requirements_by_item(role.requirements))
    weights = {name: catalog.scoring.importance[requirement.importance] for name, requirement in requirements.items()}
    if not weights:
        return {}
    shares = proportional(WHOLE, weights)
    terms: dict[str, Term] = {}
    for name, requirement in requirements.items():
        item = items[name]
        if isinstance(requirement, SkillRequirement):
            terms[name] = _skill_term(shares[name], requirement.level, costs, item.prior)
        else:
            coverage = tuple(_coverage(shares[name], requirement, item))
            terms[name] = _term(coverage, (0,) * len(coverage), item.prior)
    return terms


@lru_cache(maxsize=4096)  # in a role of many skills, most have their share and level in common with others
def _skill_term(share: int, level: int, costs: tuple[int, ...], prior: tuple[int, ...]) -> Term:
    """What each level of a skill is worth where a role asks for this one and gives it this share."""
    levels = range(len(costs))
    coverage = tuple(rounded(share * min(have, level), level) for have in levels)
    return _term(coverage, tuple(costs[max(have - level, 0)] for have in levels), prior)


def _coverage(
    share: int,
    requirement: EducationRequirement | FieldRequirement | YearsRequirement | CredentialRequirement,
    item: Item,
) -> Iterator[int]:
    """What each answer of the item covers of a requirement's share."""
    match requirement:
        case FieldRequirement():
            for answer in item.answers:
                yield share if answer in requirement.any_of else 0
        case EducationRequirement():
            # Whoever has more than a level that is taken in its place has enough: more must never count for less.
            need = item.answers.index(requirement.level)
            enough = min(item.answers.index(level) for level in (requirement.level, *requirement.accepts))
            for have, answer in enumerate(item.answers):
                if answer == NOT_APPLICABLE:
                    yield 0
                else:
                    yield share if have >= enough else rounded(share * have, need)
        case YearsRequirement(years=need):
            short = min(need, len(item.answers))
            yield from (rounded(share * have, need) for have in range(short))
            yield from repeat(share, len(item.answers) - short)
        case CredentialRequirement():
            yield from (0, share)


def _term(coverage: tuple[int, ...], surplus: tuple[int, ...], prior: tuple[int, ...]) -> Term:
    whole = sum(prior)
    return Term(
        coverage=coverage,
        surplus=surplus,
        unknown_coverage=rounded(sum(map(mul, prior, coverage)), whole),
        unknown_surplus=rounded(sum(map(mul, prior, surplus)), whole),
    )
