"""Levels that nothing builds up to, and claims that nothing rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.catalog.linting.finding import Finding
from careerpath.pathways.ways import cheapest_way
from careerpath.scoring.table import requirements_by_item

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerpath.model.catalog import Catalog


def find_learning_gaps(catalog: Catalog) -> Iterator[Finding]:
    """Skills of which a role asks for a level that no chain of learning leads to from nothing."""
    asked: dict[str, dict[int, list[str]]] = {}
    for role in catalog.roles:
        for requirement in role.requirements.skills:
            asked.setdefault(requirement.skill, {}).setdefault(requirement.level, []).append(role.id)
    for skill, levels in sorted(asked.items()):
        missing = [level for level in sorted(levels) if not cheapest_way(catalog, skill, 0, level)]
        if missing:
            roles = [role for level in missing for role in levels[level]]
            who = f"{roles[0]} and {len(roles) - 1} more ask" if len(roles) > 1 else f"{roles[0]} asks"
            yield Finding(
                code="lint-learning-gap",
                subject=f"skill:{skill}",
                message=f"{who} for {skill} at level {missing[0]}, and no way to learn leads there.",
                hint=f"Add a way to learn that builds {skill} up to level {missing[-1]}.",
            )


def find_uncited_claims(catalog: Catalog) -> Iterator[Finding]:
    """Claims that no role, skill, activity, way to learn or conflict rests on."""
    cited = set(_cited(catalog))
    for claim in catalog.claims:
        if claim.id not in cited:
            yield Finding(
                code="lint-uncited-claim",
                subject=f"claim:{claim.id}",
                message=f"nothing cites {claim.id} ({claim.document}, {claim.place}).",
                hint="Cite it where it belongs, or remove it.",
            )


def _cited(catalog: Catalog) -> Iterator[str]:
    cited = [entry.claims for entry in catalog.skills]
    cited += [entry.claims for entry in catalog.activities]
    cited += [entry.claims for entry in catalog.conflicts]
    for learning in catalog.learning:
        hours = (learning.hours, *(build.hours for build in learning.builds))
        cited += [learning.claims, *(entry.claims for entry in hours if entry)]
    for role in catalog.roles:
        cited += [role.claims, role.duties, role.tools, role.qualifications]
        cited += [role.pay, role.outlook, role.industries, role.advice]
        cited += [entry.claims for _, entry in requirements_by_item(role.requirements)]
        cited += [entry.claims for entry in role.activities]
        cited += [entry.claims for entry in (*role.entry_roles, *role.leads_to)]
        cited += [entry.claims for entry in role.contrasts]
        cited += [entry.claims for entry in role.feeders]
    for claims in cited:
        yield from claims
