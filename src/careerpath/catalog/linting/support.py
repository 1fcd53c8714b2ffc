"""Levels that nothing builds up to, and claims that nothing rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.catalog.linting.finding import Finding
from careerpath.pathways.ways import cheapest_way

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
            more = f" and {len(roles) - 1} more" if len(roles) > 1 else ""
            yield Finding(
                code="lint-learning-gap",
                subject=f"skill:{skill}",
                message=f"{roles[0]}{more} asks for {skill} at level {missing[0]}, and no way to learn leads there.",
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
    for entry in (*catalog.skills, *catalog.activities, *catalog.conflicts):
        yield from entry.claims
    for learning in catalog.learning:
        yield from learning.claims
        for hours in (learning.hours, *(build.hours for build in learning.builds)):
            yield from hours.claims if hours else ()
    for role in catalog.roles:
        for claims in (role.claims, role.duties, role.tools, role.qualifications):
            yield from claims
        for claims in (role.pay, role.outlook, role.industries, role.advice):
            yield from claims
        asked = role.requirements
        background = (asked.education, asked.education_field, asked.experience, asked.leading, asked.background)
        for requirement in (*asked.skills, *asked.credentials, *background, *role.activities):
            yield from requirement.claims if requirement else ()
        for link in (*role.entry_roles, *role.leads_to, *role.contrasts, *role.feeders):
            yield from link.claims
