"""Roles of the catalogue as scripts see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from careerpath.model.assessment import RequiredValue
from careerpath.model.evidence import Basis, Conflict
from careerpath.model.role import Contrast, Feeder, Importance, Link, RoleActivity, RoleBasis
from careerpath.render.data.claims import ClaimData, claim_data
from careerpath.render.data.pay import PayData, pay_data
from careerpath.scoring.table import requirements_by_item
from careerpath.scoring.wording import item_label, required_value, requirement_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerpath.model.catalog import Catalog
    from careerpath.model.role import Requirement, Role


class RoleSummary(msgspec.Struct, frozen=True, kw_only=True):
    """A role in a list. `claims` counts the claims that it rests on."""

    role: str
    title: str
    track: str
    rung: str
    basis: RoleBasis
    summary: str
    suits: str | None
    aliases: tuple[str, ...]
    extends: str | None
    claims: tuple[ClaimData, ...]


class RolesData(msgspec.Struct, frozen=True, kw_only=True):
    """The roles of a catalogue, by track and rung."""

    roles: tuple[RoleSummary, ...]


class RequirementData(msgspec.Struct, frozen=True, kw_only=True):
    """What a role asks for. `basis` tells whether a claim says so; levels and importances are editorial always."""

    item: str
    skill: str | None
    label: str
    required: RequiredValue
    required_text: str
    importance: Importance
    basis: Basis
    claims: tuple[str, ...]
    why: str


class ActivityData(msgspec.Struct, frozen=True, kw_only=True):
    """A piece of work that a role consists of."""

    activity: str
    label: str
    weight: str
    basis: Basis
    claims: tuple[str, ...]
    why: str | None


class RoleData(msgspec.Struct, frozen=True, kw_only=True):
    """Everything about one role. `leads_to` holds the links of every source; `claims` all that are cited."""

    role: str
    title: str
    track: str
    rung: str
    basis: RoleBasis
    summary: str
    suits: str | None
    aliases: tuple[str, ...]
    extends: str | None
    requirements: tuple[RequirementData, ...]
    activities: tuple[ActivityData, ...]
    duties: tuple[str, ...]
    tools: tuple[str, ...]
    qualifications: tuple[str, ...]
    pay: tuple[PayData, ...]
    outlook: tuple[str, ...]
    industries: tuple[str, ...]
    advice: tuple[str, ...]
    entry_roles: tuple[Link, ...]
    leads_to: tuple[Link, ...]
    contrasts: tuple[Contrast, ...]
    feeders: tuple[Feeder, ...]
    conflicts: tuple[Conflict, ...]
    claims: tuple[ClaimData, ...]


def role_summary(catalog: Catalog, role: Role) -> RoleSummary:
    """A role in short."""
    return RoleSummary(
        role=role.id,
        title=role.title,
        track=role.track,
        rung=role.rung,
        basis=role.basis,
        summary=role.summary,
        suits=role.suits,
        aliases=role.aliases,
        extends=role.extends,
        claims=claim_data(catalog, role.claims),
    )


def role_data(catalog: Catalog, role: Role) -> RoleData:
    """A role in full."""
    cited = tuple(dict.fromkeys(cited_claims(catalog, role)))
    return RoleData(
        role=role.id,
        title=role.title,
        track=role.track,
        rung=role.rung,
        basis=role.basis,
        summary=role.summary,
        suits=role.suits,
        aliases=role.aliases,
        extends=role.extends,
        requirements=requirement_list(catalog, role),
        activities=tuple(_activity(catalog, activity) for activity in role.activities),
        duties=role.duties,
        tools=role.tools,
        qualifications=role.qualifications,
        pay=pay_data(catalog, role.pay),
        outlook=role.outlook,
        industries=role.industries,
        advice=role.advice,
        entry_roles=role.entry_roles,
        leads_to=catalog.ladder[role.id],
        contrasts=role.contrasts,
        feeders=role.feeders,
        conflicts=catalog.conflicts_about(frozenset(cited)),
        claims=claim_data(catalog, cited),
    )


def requirement_list(catalog: Catalog, role: Role) -> tuple[RequirementData, ...]:
    """What a role asks for: the most important first, then by level, then by name."""
    order = ("essential", "important", "useful")
    requirements = [
        _requirement(catalog, item, requirement) for item, requirement in requirements_by_item(role.requirements)
    ]
    return tuple(sorted(requirements, key=lambda entry: (order.index(entry.importance), *_height(entry), entry.label)))


def _height(entry: RequirementData) -> tuple[bool, int]:
    """Skills first, the highest level first."""
    is_skill = entry.skill is not None
    return not is_skill, -entry.required if is_skill and isinstance(entry.required, int) else 0


def _requirement(catalog: Catalog, item: str, requirement: Requirement) -> RequirementData:
    return RequirementData(
        item=item,
        skill=item.removeprefix("skill:") if item.startswith("skill:") else None,
        label=item_label(catalog, item),
        required=required_value(requirement),
        required_text=requirement_text(catalog, item, requirement),
        importance=requirement.importance,
        basis=requirement.basis,
        claims=requirement.claims,
        why=requirement.why,
    )


def _activity(catalog: Catalog, activity: RoleActivity) -> ActivityData:
    return ActivityData(
        activity=activity.activity,
        label=catalog.activity_by_id[activity.activity].label,
        weight=activity.weight,
        basis=activity.basis,
        claims=activity.claims,
        why=activity.why,
    )


def cited_claims(catalog: Catalog, role: Role) -> Iterator[str]:
    """Every claim that a role rests on, in the order in which a reader meets it; some more than once."""
    yield from role.claims
    for requirement in requirement_list(catalog, role):
        yield from requirement.claims
    for activity in role.activities:
        yield from activity.claims
    for claims in (role.duties, role.tools, role.qualifications, role.pay, role.outlook, role.industries, role.advice):
        yield from claims
    for links in ((*role.entry_roles, *catalog.ladder[role.id]), role.contrasts, role.feeders):
        for link in links:
            yield from link.claims
