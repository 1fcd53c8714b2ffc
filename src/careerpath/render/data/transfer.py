"""What carries over from one role to another, and what is missing, as scripts see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from careerpath.model.assessment import RequiredValue, points
from careerpath.model.evidence import Basis
from careerpath.model.role import Importance
from careerpath.pathways.transfer import transfer
from careerpath.render.data.effort import EffortHours, effort_hours, not_counted
from careerpath.render.data.gaps import GapData
from careerpath.render.data.roles import requirement_list

if TYPE_CHECKING:
    from careerpath.model.catalog import Catalog
    from careerpath.render.data.gaps import GapTeller
    from careerpath.scoring.table import ScoreTable


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


def transfer_data(catalog: Catalog, table: ScoreTable, teller: GapTeller, source: str, target: str) -> TransferData:
    """What somebody with exactly what one role asks for brings to another, by their ids."""
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
