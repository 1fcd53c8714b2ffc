"""Roles that nobody gets to: no answers put them first, or no way leads to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.catalog.linting.apart import telling_questions
from careerpath.catalog.linting.finding import Finding
from careerpath.catalog.linting.incumbent import incumbent, matches_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerpath.model.catalog import Catalog
    from careerpath.model.role import Role
    from careerpath.scoring.table import ScoreTable


def find_never_first(catalog: Catalog, table: ScoreTable) -> Iterator[Finding]:
    """Roles that do not come first, alone, even for somebody who meets them exactly and likes just that work."""
    for number, (role, own) in enumerate(zip(catalog.roles, table.roles, strict=True)):
        matches = matches_of(catalog, table, incumbent(catalog, role, likes_work=True))
        ahead = [
            row.role
            for row, match in zip(table.roles, matches, strict=True)
            if match >= matches[number] and row is not own and telling_questions(catalog, table, own, row)
        ]
        if ahead:
            yield Finding(
                code="lint-never-first",
                subject=f"role:{role.id}",
                message=f"somebody who has exactly what {role.id} asks for, and likes just that work, gets "
                f"{' and '.join(ahead)} no lower.",
                hint="Ask for something that the other does not ask for, or give it an activity of its own.",
            )


def find_no_way_in(catalog: Catalog) -> Iterator[Finding]:
    """Roles above the first rung that no role leads to, and that nobody is known to come to from another field."""
    reached = {link.role for links in catalog.ladder.values() for link in links}
    lowest = min((catalog.rung_order[role.rung] for role in catalog.roles), default=0)
    for role in catalog.roles:
        if role.id in reached or catalog.rung_order[role.rung] == lowest or _entered(role):
            continue
        yield Finding(
            code="lint-no-way-in",
            subject=f"role:{role.id}",
            message=f"no role leads to {role.id}, and no field feeds it, so no route ends there.",
            hint="Add 'entry_roles' or 'feeders' to it, or 'leads_to' to the role below.",
        )


def _entered(role: Role) -> bool:
    return bool(role.feeders or role.entry_roles)
