"""A comparison of roles as scripts see it."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import msgspec

from careerpath.model.assessment import RequiredValue, points
from careerpath.model.evidence import Basis
from careerpath.model.role import Importance
from careerpath.pathways.transfer import transfer
from careerpath.render.data.claims import ClaimData, PayData, claim_data, pay_data
from careerpath.render.data.effort import EffortHours, effort_hours, not_counted
from careerpath.render.data.gaps import GapData, GapTeller
from careerpath.render.data.person import PersonData
from careerpath.render.data.roles import RequirementData, RoleData, cited_claims, requirement_list, role_data
from careerpath.render.data.verdict import VerdictPoint, verdict_points

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerpath.model.catalog import Catalog
    from careerpath.model.role import Role
    from careerpath.scoring.table import ScoreTable


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What one role asks of an item."""

    required: RequiredValue
    required_text: str
    importance: Importance
    basis: Basis
    claims: tuple[str, ...]


class SharedData(msgspec.Struct, frozen=True, kw_only=True):
    """An item that all of the roles ask for, and what each asks."""

    item: str
    skill: str | None
    label: str
    roles: dict[str, Asked]


class CarriedData(msgspec.Struct, frozen=True, kw_only=True):
    """A requirement that is met on arrival, and the readiness that it is worth."""

    item: str
    skill: str | None
    label: str
    required: RequiredValue
    required_text: str
    importance: Importance
    basis: Basis
    readiness: float


class TransferData(msgspec.Struct, frozen=True, kw_only=True):
    """How ready somebody who has exactly what `from` asks for is for `to`, what carries over and what is missing.

    `hours` are those of learning; `years` those of experience; `not_counted` is missing and no matter of hours.
    """

    source: str = msgspec.field(name="from")
    target: str = msgspec.field(name="to")
    readiness: float
    gaps: tuple[GapData, ...]
    carries_over: tuple[CarriedData, ...]
    hours: EffortHours
    years: int
    not_counted: tuple[str, ...]


class ComparisonData(msgspec.Struct, frozen=True, kw_only=True):
    """Roles side by side. `distinct` holds for each role what it asks for and not all of the others do.

    `person` is null where no answers were given. `verdict` sums it up, never more certain than the figures are.
    """

    roles: tuple[RoleData, ...]
    shared: tuple[SharedData, ...]
    distinct: dict[str, tuple[RequirementData, ...]]
    transfer: tuple[TransferData, ...]
    pay: dict[str, tuple[PayData, ...]]
    pay_comparable: bool
    pay_reasons: tuple[str, ...]
    claims: tuple[ClaimData, ...]
    person: PersonData | None
    verdict: tuple[VerdictPoint, ...]


def comparison_data(
    catalog: Catalog, table: ScoreTable, roles: Sequence[Role], person: PersonData | None = None
) -> ComparisonData:
    """Two or more different roles side by side; with a person, where they stand."""
    asked = {role.id: {entry.item: entry for entry in requirement_list(catalog, role)} for role in roles}
    first = asked[roles[0].id]
    shared = [item for item in first if all(item in entries for entries in asked.values())]
    pay = {role.id: pay_data(catalog, role.pay) for role in roles}
    reasons = pay_reasons(catalog, pay)
    teller = GapTeller(catalog)
    moves = tuple(_transfer(catalog, table, teller, *pair) for pair in permutations(asked, 2))
    described = tuple(role_data(catalog, role) for role in roles)
    return ComparisonData(
        roles=described,
        shared=tuple(
            SharedData(
                item=item,
                skill=first[item].skill,
                label=first[item].label,
                roles={role: _asked(entries[item]) for role, entries in asked.items()},
            )
            for item in shared
        ),
        distinct={
            role: tuple(entry for item, entry in entries.items() if item not in shared)
            for role, entries in asked.items()
        },
        transfer=moves,
        pay=pay,
        pay_comparable=not reasons,
        pay_reasons=reasons,
        claims=claim_data(catalog, (claim for role in roles for claim in cited_claims(catalog, role))),
        person=person,
        verdict=verdict_points(described, moves, pay, reasons, person),
    )


def _asked(entry: RequirementData) -> Asked:
    return Asked(
        required=entry.required,
        required_text=entry.required_text,
        importance=entry.importance,
        basis=entry.basis,
        claims=entry.claims,
    )


def _transfer(catalog: Catalog, table: ScoreTable, teller: GapTeller, source: str, target: str) -> TransferData:
    move = transfer(catalog, table, source, target)
    effort = teller.ways.effort(move.gaps)
    return TransferData(
        source=source,
        target=target,
        readiness=points(move.readiness),
        gaps=teller.tell(move.gaps),
        carries_over=tuple(_carried(catalog, table, target, {gap.item for gap in move.gaps})),
        hours=effort_hours(effort),
        years=effort.years,
        not_counted=not_counted(catalog, effort),
    )


def _carried(catalog: Catalog, table: ScoreTable, target: str, missing: set[str]) -> list[CarriedData]:
    """The requirements of a role that are not missing, what is worth most first."""
    row = next(row for row in table.roles if row.role == target)
    carried = [
        CarriedData(
            item=entry.item,
            skill=entry.skill,
            label=entry.label,
            required=entry.required,
            required_text=entry.required_text,
            importance=entry.importance,
            basis=entry.basis,
            readiness=points(row.terms[entry.item].full),
        )
        for entry in requirement_list(catalog, catalog.role_by_id[target])
        if entry.item not in missing
    ]
    return sorted(carried, key=lambda entry: (-entry.readiness, entry.item))


def pay_reasons(catalog: Catalog, pay: dict[str, tuple[PayData, ...]]) -> tuple[str, ...]:
    """Why the figures cannot be compared; empty if they can."""
    reasons: list[str] = []
    for role, entries in pay.items():
        title = catalog.role_by_id[role].title.lower()
        if not entries:
            reasons.append(f"no document gives a figure for {title}")
        reasons.extend(f"the figure for {title} comes with a caution" for entry in entries if entry.caution)
    figures = [entry for entries in pay.values() for entry in entries]
    for what, values in (
        ("kind of figure", {entry.statistic for entry in figures}),
        ("publisher", {entry.publisher for entry in figures}),
        ("date", {entry.as_of or f"accessed {entry.accessed}" for entry in figures}),
        ("currency", {entry.currency for entry in figures}),
        ("region", {entry.region or "not stated" for entry in figures}),
    ):
        if len(values) > 1:
            reasons.append(f"the {what} differs: {', '.join(sorted(values))}")
    if any(entry.statistic == "not stated" for entry in figures):
        reasons.append("the source does not say what kind of figure it is")
    return tuple(dict.fromkeys(reasons))
