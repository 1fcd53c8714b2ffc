"""The moves that there are between roles, and what each rests on.

advancement: up the ladder, as a document or the catalogue says; or, inferred, to the next rung.
lateral: inferred, to a role of the same rung or the one below, because most of what it asks for is brought along.
feeder: from a field of work, or from none, into a role: one that takes people from that field; or, for who comes from
another track, one where people start and from which a ladder leads into the track of the goal. Somebody who has not
told a present role comes from a field too.

A move is inferred where the readiness of somebody who has exactly what the first role asks for reaches the `next` band
of the catalogue for the second, and their rungs are the same or neighbours. A ladder is not inferred backwards.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypeAlias

from careerpath.model.base import Value
from careerpath.model.evidence import Basis
from careerpath.model.role import SkillRequirement, YearsRequirement
from careerpath.pathways.held import FIELDS, field_of
from careerpath.pathways.transfer import incumbent_codes
from careerpath.scoring.items import BACKGROUND, EXPERIENCE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from careerpath.model.catalog import Catalog
    from careerpath.model.role import Feeder
    from careerpath.pathways.held import Held
    from careerpath.scoring.explain import Answered
    from careerpath.scoring.items import Item
    from careerpath.scoring.table import RoleTerms, ScoreTable

MoveKind: TypeAlias = Literal["advancement", "lateral", "feeder"]

START_WHY = "People start here: no role leads to it, and it does not insist on experience."


class NamedBy(Value, frozen=True, kw_only=True):
    """What a move rests on: claims; the catalogue's own judgement, with its reason; or the overlap.

    `overlap` is the readiness, in hundredths, of somebody who comes from the first role (or of the person) for the
    second; it is given for inferred moves.
    """

    basis: Basis | Literal["inferred"]
    claims: tuple[str, ...] = ()
    overlap: int | None = None
    why: str | None = None


class Move(Value, frozen=True, kw_only=True):
    """A move to a role that is open to whoever is in another one."""

    target: str
    kind: MoveKind
    named_by: NamedBy


class MoveBook:
    """The moves that may serve to reach a goal, those of each role worked out when they are first asked for."""

    def __init__(self, catalog: Catalog, table: ScoreTable, goal: str) -> None:
        self._catalog = catalog
        self._table = table
        self._goal = goal
        self._moves: dict[str, tuple[Move, ...]] = {}
        self._levels: dict[str, Mapping[str, int]] = {}
        self._codes: dict[str, dict[str, int]] = {}

    @cached_property
    def rows(self) -> Mapping[str, RoleTerms]:
        """The rows of the table by role."""
        return {row.role: row for row in self._table.roles}

    @cached_property
    def starting(self) -> tuple[str, ...]:
        """The roles where people start, and from which a ladder leads into the track of the goal."""
        ladder = self._catalog.ladder
        led_to = {link.role for links in ladder.values() for link in links}
        return tuple(
            role.id
            for role in self._catalog.roles
            if role.id not in led_to
            and not self._insists(role.id)
            and self._track(self._goal) in {role.track, *(self._track(link.role) for link in ladder[role.id])}
        )

    def _insists(self, role: str) -> bool:
        requirement = self.rows[role].requirements.get(EXPERIENCE)
        return requirement is not None and requirement.importance == "essential"

    def levels(self, role: str) -> Mapping[str, int]:
        """What a role asks for that takes hours or years: the level or the years by item."""
        if role not in self._levels:
            self._levels[role] = {
                name: requirement.level if isinstance(requirement, SkillRequirement) else requirement.years
                for name, requirement in self.rows[role].requirements.items()
                if isinstance(requirement, SkillRequirement | YearsRequirement)
            }
        return self._levels[role]

    def from_role(self, role: str) -> tuple[Move, ...]:
        """The moves from a role, each target once, by the best of what names it; in the order of the catalogue."""
        if role not in self._moves:
            moves: dict[str, Move] = {}
            for move in (*self._ladder(role), *self._feeders(role), *self._starts(role), *self._inferred(role)):
                moves.setdefault(move.target, move)
            self._moves[role] = self._ordered(moves)
        return self._moves[role]

    def from_person(self, held: Held) -> tuple[Move, ...]:
        """The moves that are open to somebody: from the present role, from the field, to a start, to what is near."""
        moves: dict[str, Move] = {}
        if held.role is not None:
            moves |= {move.target: move for move in self.from_role(held.role)}
        fields = self._field_values(held)
        for role in self._catalog.roles:
            if role.id == held.role:
                continue
            for feeder in role.feeders:
                if feeder.background in fields:
                    moves.setdefault(role.id, _fed(role.id, feeder))
            overlap = self.overlap(held.answered(self.rows[role.id]), role.id)
            if role.id in self.starting and not self._is_in_track(held):
                named = NamedBy(basis="inferred", overlap=overlap, why=START_WHY)
                moves.setdefault(role.id, Move(target=role.id, kind="feeder", named_by=named))
            elif overlap >= self.enough:
                named = NamedBy(basis="inferred", overlap=overlap)
                moves.setdefault(role.id, Move(target=role.id, kind="feeder", named_by=named))
        return self._ordered(moves)

    @property
    def enough(self) -> int:
        """The readiness, in hundredths, from which a move is inferred."""
        return self._catalog.scoring.bands.next * 100

    def overlap(self, answered: Answered, target: str) -> int:
        """The readiness for a role, in hundredths; what is unknown counts with its mean, as everywhere."""
        return sum(
            term.coverage[answered.codes[name]] if name in answered.codes else term.unknown_coverage
            for name, term in self.rows[target].terms.items()
        )

    def overlap_from(self, role: str, target: str) -> int:
        """The readiness for a role of somebody who has exactly what another one asks for, as `transfer` has it."""
        terms, codes = self.rows[target].terms, self._codes_of(role)
        if not terms.keys().isdisjoint(FIELDS):  # which field somebody has depends on the target
            codes = incumbent_codes(self._catalog, self._items, self.rows[role], self.rows[target], terms)
        return sum(term.coverage[codes.get(name, 0)] for name, term in terms.items())

    def _codes_of(self, role: str) -> dict[str, int]:
        """What an incumbent has of what the role asks for."""
        if role not in self._codes:
            row = self.rows[role]
            self._codes[role] = incumbent_codes(self._catalog, self._items, row, None, row.terms)
        return self._codes[role]

    @cached_property
    def _items(self) -> Mapping[str, Item]:
        return {item.name: item for item in self._table.items}

    def _ordered(self, moves: dict[str, Move]) -> tuple[Move, ...]:
        return tuple(moves[role.id] for role in self._catalog.roles if role.id in moves)

    def _ladder(self, role: str) -> Iterator[Move]:
        for link in self._catalog.ladder[role]:
            basis: Basis = "documented" if link.claims else "editorial"
            named = NamedBy(basis=basis, claims=link.claims, why=link.why)
            yield Move(target=link.role, kind="advancement", named_by=named)

    def _feeders(self, role: str) -> Iterator[Move]:
        """To roles that take people from this field of work, unless they stand more than a rung below."""
        field = field_of(self._catalog, role)
        for target in self._catalog.roles:
            for feeder in target.feeders:
                if target.id != role and feeder.background == field and self._rise(role, target.id) >= -1:
                    yield _fed(target.id, feeder)

    def _starts(self, role: str) -> Iterator[Move]:
        """To roles where people start: whoever comes from another track than the goal's can begin there."""
        if self._track(role) == self._track(self._goal):
            return
        for target in self.starting:
            if target != role:
                named = NamedBy(basis="inferred", overlap=self.overlap_from(role, target), why=START_WHY)
                yield Move(target=target, kind="feeder", named_by=named)

    def _inferred(self, role: str) -> Iterator[Move]:
        for target in self._catalog.roles:
            rise = self._rise(role, target.id)
            if target.id == role or abs(rise) > 1:
                continue
            if any(link.role == role for link in self._catalog.ladder[target.id]):
                continue
            if (overlap := self.overlap_from(role, target.id)) >= self.enough:
                kind: MoveKind = "advancement" if rise > 0 else "lateral"
                yield Move(target=target.id, kind=kind, named_by=NamedBy(basis="inferred", overlap=overlap))

    def _rise(self, role: str, target: str) -> int:
        order, roles = self._catalog.rung_order, self._catalog.role_by_id
        return order[roles[target].rung] - order[roles[role].rung]

    def _is_in_track(self, held: Held) -> bool:
        """Whether somebody already works in the track of the goal."""
        return held.role is not None and self._track(held.role) == self._track(self._goal)

    def _track(self, role: str) -> str:
        return self._catalog.role_by_id[role].track

    def _field_values(self, held: Held) -> set[str]:
        answers = next((item.answers for item in self._table.items if item.name == BACKGROUND), ())
        return {answers[code] for code in held.fields.get(BACKGROUND, ())}


def _fed(target: str, feeder: Feeder) -> Move:
    basis: Basis = "documented" if feeder.claims else "editorial"
    return Move(target=target, kind="feeder", named_by=NamedBy(basis=basis, claims=feeder.claims, why=feeder.text))
