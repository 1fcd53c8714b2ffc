"""What somebody on the way has: the answers at the start, and whatever each role on the way has asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from careerpath.pathways.transfer import incumbent
from careerpath.scoring.explain import Answered
from careerpath.scoring.items import BACKGROUND, EDUCATION_FIELD

if TYPE_CHECKING:
    from careerpath.model.catalog import Catalog
    from careerpath.scoring.table import RoleTerms, ScoreTable

FIELDS = (EDUCATION_FIELD, BACKGROUND)
"""Items of which one may have several answers on the way: who changes the field of work keeps the old one."""


class Held(msgspec.Struct, frozen=True):
    """Somebody's codes by item, the most that was ever held; of fields, every one. `role`: None before the first."""

    role: str | None
    codes: dict[str, int]
    fields: dict[str, tuple[int, ...]]

    def answered(self, row: RoleTerms) -> Answered:
        """The answers of this person as they look best to a role."""
        codes = dict(self.codes)
        for name, held in self.fields.items():
            term = row.terms.get(name)
            codes[name] = max(held, key=lambda code: (term.coverage[code], -code)) if term else held[0]
        return Answered(codes=codes, likes={})


def held_by(role: str | None, answered: Answered) -> Held:
    """What somebody has who has given these answers."""
    return Held(
        role=role,
        codes={name: code for name, code in answered.codes.items() if name not in FIELDS},
        fields={name: (answered.codes[name],) for name in FIELDS if name in answered.codes},
    )


def arrive(catalog: Catalog, table: ScoreTable, held: Held, row: RoleTerms, goal: RoleTerms) -> Held:
    """What the person has on arrival in a role: all that it asks for besides what there was; the most of each counts.

    Where the role takes one of several fields of study, the one that suits the goal best is assumed, as in `transfer`.
    """
    gained = incumbent(catalog, table, row, goal).codes
    before = held.answered(row).codes
    codes, fields = dict(held.codes), dict(held.fields)
    for name, term in row.terms.items():
        if name in FIELDS:
            if name not in before or term.coverage[before[name]] < term.full:
                fields[name] = _with(fields.get(name, ()), gained[name])
        else:
            codes[name] = max(codes.get(name, 0), gained[name])
    if (field := _field_of_work(catalog, table, row)) is not None:
        fields[BACKGROUND] = _with(fields.get(BACKGROUND, ()), field)
    return Held(role=row.role, codes=codes, fields=fields)


def _with(held: tuple[int, ...], code: int) -> tuple[int, ...]:
    return tuple(sorted({*held, code}))


def _field_of_work(catalog: Catalog, table: ScoreTable, row: RoleTerms) -> int | None:
    """The code of the field in which one has worked after this role."""
    answers = next((item.answers for item in table.items if item.name == BACKGROUND), ())
    track = next(track for track in catalog.tracks if track.id == catalog.role_by_id[row.role].track)
    return answers.index(track.field) if track.field in answers else None
