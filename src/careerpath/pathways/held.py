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


class Arrivals:
    """What one holds on arrival in a role on the way to a goal.

    That is all that the role asks for besides what there was; the most of each counts. Where the role takes one of
    several fields of study, the one that suits the goal best is assumed, as in `transfer`.
    """

    def __init__(self, catalog: Catalog, table: ScoreTable, goal: RoleTerms) -> None:
        self._catalog = catalog
        self._table = table
        self._goal = goal
        self._gained: dict[str, dict[str, int]] = {}

    def arrive(self, held: Held, row: RoleTerms) -> Held:
        """What somebody holds who takes up a role."""
        gained = self._codes(row)
        codes, fields = dict(held.codes), dict(held.fields)
        for name, term in row.terms.items():
            if name not in FIELDS:
                codes[name] = max(codes.get(name, 0), gained[name])
            elif not any(term.coverage[code] == term.full for code in fields.get(name, ())):
                fields[name] = _with(fields.get(name, ()), gained[name])
        if (field := self._field_of_work(row)) is not None:
            fields[BACKGROUND] = _with(fields.get(BACKGROUND, ()), field)
        return Held(role=row.role, codes=codes, fields=fields)

    def _codes(self, row: RoleTerms) -> dict[str, int]:
        if row.role not in self._gained:
            self._gained[row.role] = incumbent(self._catalog, self._table, row, self._goal).codes
        return self._gained[row.role]

    def _field_of_work(self, row: RoleTerms) -> int | None:
        """The code of the field in which one has worked after this role."""
        answers = next((item.answers for item in self._table.items if item.name == BACKGROUND), ())
        field = field_of(self._catalog, row.role)
        return answers.index(field) if field in answers else None


def _with(held: tuple[int, ...], code: int) -> tuple[int, ...]:
    return tuple(sorted({*held, code}))


def field_of(catalog: Catalog, role: str) -> str | None:
    """The field of work of a role's track."""
    return next(track.field for track in catalog.tracks if track.id == catalog.role_by_id[role].track)
