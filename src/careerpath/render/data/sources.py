"""What a catalogue rests on, as scripts see it: documents, claims by role, and conflicts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from careerpath.model.evidence import Conflict, Document
from careerpath.model.role import RoleBasis
from careerpath.render.data.claims import ClaimData, claim_data
from careerpath.render.data.result import CatalogData, catalog_data
from careerpath.render.data.roles import cited_claims, requirement_list

if TYPE_CHECKING:
    from careerpath.model.catalog import Catalog


class CheckData(msgspec.Struct, frozen=True, kw_only=True):
    """How much a sound catalogue holds."""

    catalog: CatalogData
    roles: int
    skills: int
    activities: int
    learning: int
    claims: int
    conflicts: int


class DocumentData(msgspec.Struct, frozen=True, kw_only=True):
    """A document, and how many claims are taken from it."""

    document: Document
    claims: int


class RoleSupport(msgspec.Struct, frozen=True, kw_only=True):
    """What one role rests on: different claims, and how many of its requirements a claim stands behind."""

    role: str
    title: str
    basis: RoleBasis
    claims: int
    requirements: int
    documented_requirements: int


class SourcesData(msgspec.Struct, frozen=True, kw_only=True):
    """Documents, and the support of each role."""

    documents: tuple[DocumentData, ...]
    roles: tuple[RoleSupport, ...]


class ConflictsData(msgspec.Struct, frozen=True, kw_only=True):
    """The ledger of disagreements, with the claims that it is about."""

    conflicts: tuple[Conflict, ...]
    claims: tuple[ClaimData, ...]


def check_data(catalog: Catalog) -> CheckData:
    """The size of a catalogue."""
    return CheckData(
        catalog=catalog_data(catalog),
        roles=len(catalog.roles),
        skills=len(catalog.skills),
        activities=len(catalog.activities),
        learning=len(catalog.learning),
        claims=len(catalog.claims),
        conflicts=len(catalog.conflicts),
    )


def sources_data(catalog: Catalog) -> SourcesData:
    """What a catalogue rests on."""
    supports = []
    for role in catalog.roles:
        requirements = requirement_list(catalog, role)
        supports.append(
            RoleSupport(
                role=role.id,
                title=role.title,
                basis=role.basis,
                claims=len(set(cited_claims(catalog, role))),
                requirements=len(requirements),
                documented_requirements=sum(bool(entry.claims) for entry in requirements),
            )
        )
    return SourcesData(
        documents=tuple(
            DocumentData(document=entry, claims=sum(claim.document == entry.id for claim in catalog.claims))
            for entry in catalog.documents
        ),
        roles=tuple(supports),
    )


def conflicts_data(catalog: Catalog) -> ConflictsData:
    """Where the documents disagree."""
    cited = (claim for conflict in catalog.conflicts for claim in conflict.claims)
    return ConflictsData(conflicts=catalog.conflicts, claims=claim_data(catalog, cited))
