"""Routes over roles as scripts see them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from careerpath.model.assessment import points
from careerpath.model.evidence import Basis
from careerpath.model.role import RoleBasis
from careerpath.pathways.moves import MoveKind
from careerpath.pathways.routes import LONGEST, By
from careerpath.render.data.claims import ClaimData, claim_data
from careerpath.render.data.effort import EffortHours, effort_hours, not_counted
from careerpath.render.data.gaps import GapData, GapTeller

if TYPE_CHECKING:
    from careerpath.model.catalog import Catalog
    from careerpath.pathways.moves import NamedBy
    from careerpath.pathways.routes import NoRoute, Route, RouteMove, Routes


class NamedByData(msgspec.Struct, frozen=True, kw_only=True):
    """What a move rests on. `overlap`, for inferred ones: the readiness that is brought along, in points."""

    basis: Basis | Literal["inferred"]
    claims: tuple[str, ...]
    overlap: float | None
    why: str | None


class GainData(msgspec.Struct, frozen=True, kw_only=True):
    """A gap to the goal that a move closes or narrows, and the readiness for the goal that this adds."""

    item: str
    label: str
    had_text: str | None
    has_text: str | None
    readiness_gain: float


class MoveData(msgspec.Struct, frozen=True, kw_only=True):
    """One move. `from` is null where it starts from the person.

    gaps: what `to` asks for and is not there when the move begins; hours, years: what closing them takes.
    gained: what the move brings for the goal; readiness: for the goal on arrival.
    """

    source: str | None = msgspec.field(name="from")
    target: str = msgspec.field(name="to")
    title: str
    role_basis: RoleBasis
    kind: MoveKind
    named_by: NamedByData
    gaps: tuple[GapData, ...]
    hours: EffortHours
    years: int
    not_counted: tuple[str, ...]
    gained: tuple[GainData, ...]
    readiness: float


class RouteData(msgspec.Struct, frozen=True, kw_only=True):
    """One route: its moves in order, and what they take together."""

    moves: tuple[MoveData, ...]
    hours: EffortHours
    years: int


class NoRouteData(msgspec.Struct, frozen=True, kw_only=True):
    """Why there is no route, and what would open one, in sentences."""

    why: tuple[str, ...]
    would_open: tuple[str, ...]


class PathData(msgspec.Struct, frozen=True, kw_only=True):
    """The best routes, best first. `from` is null, and `profile` may be given, where the person is the start."""

    source: str | None = msgspec.field(name="from")
    target: str = msgspec.field(name="to")
    source_title: str | None
    target_title: str
    target_basis: RoleBasis
    profile: str | None
    by: By
    most_moves: int
    inferred_from: float
    readiness: float
    routes: tuple[RouteData, ...]
    no_route: NoRouteData | None
    claims: tuple[ClaimData, ...]


def path_data(catalog: Catalog, found: Routes, by: By, profile: str | None) -> PathData:
    """Routes to a role."""
    goal, teller = catalog.role_by_id[found.target], GapTeller(catalog)
    claims = (claim for route in found.routes for move in route.moves for claim in move.move.named_by.claims)
    return PathData(
        source=found.source,
        target=goal.id,
        source_title=catalog.role_by_id[found.source].title if found.source else None,
        target_title=goal.title,
        target_basis=goal.basis,
        profile=profile,
        by=by,
        most_moves=LONGEST,
        inferred_from=float(catalog.scoring.bands.next),
        readiness=points(found.readiness),
        routes=tuple(_route(catalog, teller, route) for route in found.routes),
        no_route=_no_route(catalog, found, found.none) if found.none else None,
        claims=claim_data(catalog, claims),
    )


def _route(catalog: Catalog, teller: GapTeller, route: Route) -> RouteData:
    return RouteData(
        moves=tuple(_move(catalog, teller, move) for move in route.moves),
        hours=effort_hours(route.effort),
        years=route.effort.years,
    )


def _move(catalog: Catalog, teller: GapTeller, move: RouteMove) -> MoveData:
    role = catalog.role_by_id[move.move.target]
    return MoveData(
        source=move.source,
        target=role.id,
        title=role.title,
        role_basis=role.basis,
        kind=move.move.kind,
        named_by=_named_by(move.move.named_by),
        gaps=teller.tell(move.gaps),
        hours=effort_hours(move.effort),
        years=move.effort.years,
        not_counted=not_counted(catalog, move.effort),
        gained=tuple(
            GainData(
                item=gain.item,
                label=gain.label,
                had_text=gain.had_text,
                has_text=gain.has_text,
                readiness_gain=points(gain.gain),
            )
            for gain in move.gained
        ),
        readiness=points(move.readiness),
    )


def _named_by(named: NamedBy) -> NamedByData:
    overlap = None if named.overlap is None else points(named.overlap)
    return NamedByData(basis=named.basis, claims=named.claims, overlap=overlap, why=named.why)


def _no_route(catalog: Catalog, found: Routes, none: NoRoute) -> NoRouteData:
    goal, titles = catalog.role_by_id[found.target].title, {role.id: role.title for role in catalog.roles}
    enough, overlap = points(none.enough), points(none.overlap)
    why, would_open = [], []
    if none.without_way:
        skills = ", ".join(catalog.skill_by_id[skill].label for skill in none.without_way)
        why.append(f"Nothing in the catalogue leads to what {goal} asks for in: {skills}.")
        would_open.append(f"A way to learn it, added to the catalogue: {skills}.")
    if none.entrances:
        entrances = ", ".join(titles[role] for role in none.entrances)
        reached = [titles[role] for role in none.entrances if role in none.reached]
        if not reached:
            why.append(
                f"One comes to {goal} from: {entrances}. None of these is within {LONGEST - 1} moves of the start."
            )
            would_open.append(f"A move to one of these: {entrances}.")
    else:
        why.append(
            f"No document and no ladder leads to {goal}, and no role brings {enough:.0f} of 100 points of it along."
        )
        would_open.append(f"A ladder link to {goal} in the catalogue.")
    if overlap < enough and none.opening:
        why.append(
            f"Straight from the start, {overlap:.1f} of its 100 points are there; a move is inferred from {enough:.0f}."
        )
        closed = ", ".join(f"{gap.label} ({gap.need_text})" for gap in none.opening)
        would_open.append(f"Closing these gaps, and starting from your own profile: {closed}.")
    return NoRouteData(why=tuple(why), would_open=tuple(would_open))
