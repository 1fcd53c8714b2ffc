"""How far it is from one role to another: what somebody who meets the first brings along to the second."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from careerpath.model.assessment import Gap
from careerpath.model.role import FieldRequirement
from careerpath.scoring.explain import Answered, find_gaps
from careerpath.scoring.items import BACKGROUND

if TYPE_CHECKING:
    from careerpath.model.catalog import Catalog
    from careerpath.scoring.table import RoleTerms, ScoreTable


class Transfer(msgspec.Struct, frozen=True, kw_only=True):
    """A move between roles, seen from somebody who has exactly what the first asks for.

    readiness: for the second role, in hundredths. Not symmetric: A to B is not B to A.
    """

    source: str
    target: str
    readiness: int
    gaps: tuple[Gap, ...]


def transfer(catalog: Catalog, table: ScoreTable, source: str, target: str) -> Transfer:
    """The move from one role to another.

    Raises:
        KeyError: one of the roles is unknown.
    """
    rows = {row.role: row for row in table.roles}
    row = rows[target]
    answered = incumbent(catalog, table, rows[source], row)
    readiness = sum(term.coverage[answered.codes[name]] for name, term in row.terms.items())
    return Transfer(source=source, target=target, readiness=readiness, gaps=find_gaps(catalog, row, answered))


def incumbent(catalog: Catalog, table: ScoreTable, row: RoleTerms, target: RoleTerms | None = None) -> Answered:
    """The answers of somebody who has exactly what a role asks for and nothing besides.

    Where a role takes one of several fields, the one that suits `target` best is assumed; the field of work is that of
    the role's track.
    """
    codes: dict[str, int] = {}
    for item in table.items:
        term = row.terms.get(item.name)
        codes[item.name] = term.coverage.index(term.full) if term else 0
    items = {item.name: item for item in table.items}
    for name, requirement in row.requirements.items():
        wanted = target.requirements.get(name) if target else None
        if isinstance(requirement, FieldRequirement) and isinstance(wanted, FieldRequirement):
            shared = [value for value in requirement.any_of if value in wanted.any_of]
            codes[name] = items[name].answers.index((shared or requirement.any_of)[0])
    track = next(track for track in catalog.tracks if track.id == catalog.role_by_id[row.role].track)
    if BACKGROUND in items and track.field in items[BACKGROUND].answers:
        codes[BACKGROUND] = items[BACKGROUND].answers.index(track.field)
    return Answered(codes=codes, likes={})
