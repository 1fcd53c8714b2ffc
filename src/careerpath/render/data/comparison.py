"""A comparison of roles as scripts see it."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import msgspec

from careerpath.model.assessment import RequiredValue
from careerpath.model.evidence import Basis
from careerpath.model.role import Importance
from careerpath.render.data.claims import ClaimData, claim_data
from careerpath.render.data.gaps import GapTeller
from careerpath.render.data.pay import PayData, pay_data, pay_reasons
from careerpath.render.data.person import PersonData
from careerpath.render.data.roles import RequirementData, RoleData, cited_claims, requirement_list, role_data
from careerpath.render.data.transfer import TransferData, transfer_data
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
    moves = tuple(transfer_data(catalog, table, teller, *pair) for pair in permutations(asked, 2))
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
