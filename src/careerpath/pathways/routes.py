"""Routes over roles, from a person or a role to a role: by hours of learning, by years, or by number of moves.

The model. A move takes what the next role asks for and the person does not hold: hours of learning by the cheapest way
of each skill, and the years that are missing. On arrival the person holds all of it, and keeps whatever was held
before; so what a move takes depends on the route. Costs add up over the moves. A move is closed where the catalogue
has no way to learn what it needs. Routes pass no role twice and have at most five moves.

The search is exact (see `search`): every route has to close the gaps that lead from where one stands to the goal, and
learning in stages is never shorter than at once, so the direct effort is a bound on what is still to come.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from careerpath.model.assessment import Gap
from careerpath.model.base import Value
from careerpath.pathways.effort import YEARS, Effort, Ways
from careerpath.pathways.held import Arrivals, Held, held_by
from careerpath.pathways.moves import Move, MoveBook
from careerpath.pathways.search import Cost, Found, Graph, cheapest_routes
from careerpath.pathways.transfer import incumbent
from careerpath.scoring.explain import Answered, find_gaps
from careerpath.scoring.items import coded_answers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerpath.model.answers import Answers
    from careerpath.model.catalog import Catalog
    from careerpath.scoring.table import ScoreTable

By: TypeAlias = Literal["hours", "years", "moves"]

LONGEST = 5
"""So many moves at most: more is no advice, and the search stays exact."""

PERSON = ""
"""The name of the first place of somebody who starts as themselves."""

CURRENT_ROLE = "current_role"


class Gain(Value, frozen=True, kw_only=True):
    """What a move brings nearer to the goal: a gap that it closes or narrows, and the readiness that this adds."""

    item: str
    label: str
    had_text: str | None
    has_text: str | None
    gain: int


class RouteMove(Value, frozen=True, kw_only=True):
    """One move of a route. `source` is None where it starts from the person.

    gaps: what the target asks for and is not held when the move begins; effort: what closing them takes.
    gained: what this brings for the goal of the route; readiness: for the goal on arrival, in hundredths.
    """

    source: str | None
    move: Move
    gaps: tuple[Gap, ...]
    effort: Effort
    gained: tuple[Gain, ...]
    readiness: int


class Route(Value, frozen=True, kw_only=True):
    """A sequence of moves, and what it takes together."""

    moves: tuple[RouteMove, ...]
    effort: Effort


class NoRoute(Value, frozen=True, kw_only=True):
    """Why there is no route.

    entrances: the roles from which a move leads to the goal; reached: the roles to which one gets in time.
    overlap, enough: the readiness for the goal at the start, and that from which a move would be inferred.
    opening: the gaps that would have to be closed for that, the largest first.
    without_way: skills that the goal asks for and nothing in the catalogue leads to.
    """

    entrances: tuple[str, ...]
    reached: tuple[str, ...]
    overlap: int
    enough: int
    opening: tuple[Gap, ...]
    without_way: tuple[str, ...]


class Routes(Value, frozen=True, kw_only=True):
    """The best routes, best first; `none` says why there is none. `readiness`: for the goal at the start."""

    source: str | None
    target: str
    readiness: int
    routes: tuple[Route, ...]
    none: NoRoute | None


class RouteFinder:
    """Finds routes to one role of a catalogue."""

    def __init__(self, catalog: Catalog, table: ScoreTable, goal: str, by: By = "hours") -> None:
        self._catalog = catalog
        self._table = table
        self._by = by
        self.ways = Ways(catalog)
        self.book = MoveBook(catalog, table, goal)
        self.goal = self.book.rows[goal]
        self._arrivals = Arrivals(catalog, table, self.goal)
        self._left = self._steps_left()
        self._entrances = tuple(role for role, left in self._left.items() if left == 1)

    def from_role(self, source: str, count: int) -> Routes:
        """Routes of somebody who has exactly what a role asks for, and nothing besides."""
        codes = incumbent(self._catalog, self._table, self.book.rows[source], self.goal).codes
        return self._routes(held_by(source, Answered(codes=codes, likes={})), source, count)

    def from_person(self, answers: Answers, count: int) -> Routes:
        """Routes of a person; what has not been answered counts as not there yet."""
        role = answers.background.get(CURRENT_ROLE)
        elsewhere = isinstance(role, str) and role in self.book.rows and role != self.goal.role
        known = str(role) if elsewhere else None
        held = held_by(known, Answered(codes=coded_answers(self._catalog, answers), likes={}))
        return self._routes(held, None, count)

    def _routes(self, held: Held, source: str | None, count: int) -> Routes:
        start = _Place(held, is_start=source is None)
        graph = Graph(name=_Place.name, steps=self._steps, bound=self._bound, left=self._left_from)
        found = cheapest_routes(graph, start, self.goal.role, count=count, longest=LONGEST)
        return Routes(
            source=source,
            target=self.goal.role,
            readiness=self._readiness(held),
            routes=tuple(self._route(route) for route in found),
            none=None if found else self._why_none(start),
        )

    def _moves(self, place: _Place) -> tuple[Move, ...]:
        if place.is_start or place.held.role is None:
            return self.book.from_person(place.held)
        return self.book.from_role(place.held.role)

    def _steps(self, place: _Place) -> Iterator[tuple[_Place, Cost]]:
        for move in self._moves(place):
            if (cost := self._cost_of(place.held, move.target)) is not None:
                yield _Place(self._arrivals.arrive(place.held, self.book.rows[move.target])), cost

    def _bound(self, place: _Place) -> Cost | None:
        """The direct effort where a move leads to the goal; else that for the goal and the best of its entrances."""
        goal = self.goal.role
        if place.held.role == goal and not place.is_start:
            return 0, 0, 0
        if any(move.target == goal for move in self._moves(place)):
            return self._cost_of(place.held, goal)
        costs = (self._cost_of(place.held, entrance, goal, moves=2) for entrance in self._entrances)
        return min((cost for cost in costs if cost is not None), default=None)

    def _cost_of(self, held: Held, *targets: str, moves: int = 1) -> Cost | None:
        """What it costs to get to hold all that these roles ask for; None if something of it cannot be learnt."""
        needs: dict[str, int] = {}
        for target in targets:
            for name, level in self.book.levels(target).items():
                needs[name] = max(needs.get(name, 0), level)
        hours = years = 0
        for name, level in needs.items():
            have = held.codes.get(name, 0)
            if have >= level:
                continue
            if name in YEARS:
                years = max(years, level - have)
            elif (middle := self.ways.middle(name, have, level)) is not None:
                hours += middle
            else:
                return None
        match self._by:
            case "hours":
                return hours, years, moves
            case "years":
                return years, hours, moves
            case "moves":
                return moves, hours, years

    def _steps_left(self) -> dict[str, int]:
        """From which roles moves lead to the goal at all, and how many it takes at least."""
        roles = [role.id for role in self._catalog.roles]
        left = {self.goal.role: 0}
        for steps in range(1, LONGEST + 1):
            nearer = {role for role, known in left.items() if known == steps - 1}
            left |= {
                role: steps
                for role in roles
                if role not in left and any(move.target in nearer for move in self.book.from_role(role))
            }
        return left

    def _left_from(self, place: _Place) -> int:
        return 0 if place.is_start else self._left.get(place.held.role or "", LONGEST + 1)

    def _gaps(self, held: Held, target: str) -> tuple[Gap, ...]:
        row = self.book.rows[target]
        return find_gaps(self._catalog, row, held.answered(row))

    def _readiness(self, held: Held) -> int:
        return self.book.overlap(held.answered(self.goal), self.goal.role)

    def _route(self, found: Found[_Place]) -> Route:
        moves, total = [], Effort()
        for before, after in zip(found.places, found.places[1:], strict=False):
            move = next(move for move in self._moves(before) if move.target == after.held.role)
            gaps = self._gaps(before.held, move.target)
            effort = self.ways.effort(gaps)
            total += effort
            moves.append(
                RouteMove(
                    source=None if before.is_start else before.held.role,
                    move=move,
                    gaps=gaps,
                    effort=effort,
                    gained=self._gained(before.held, after.held),
                    readiness=self._readiness(after.held),
                )
            )
        return Route(moves=tuple(moves), effort=total)

    def _gained(self, before: Held, after: Held) -> tuple[Gain, ...]:
        left = {gap.item: gap for gap in self._gaps(after, self.goal.role)}
        gains = []
        for gap in self._gaps(before, self.goal.role):
            rest = left.get(gap.item)
            gain = gap.gain - (rest.gain if rest else 0)
            if gain > 0:
                has = rest.have_text if rest else gap.need_text
                gains.append(Gain(item=gap.item, label=gap.label, had_text=gap.have_text, has_text=has, gain=gain))
        return tuple(sorted(gains, key=lambda entry: (-entry.gain, entry.item)))

    def _why_none(self, start: _Place) -> NoRoute:
        gaps = self._gaps(start.held, self.goal.role)
        readiness = self._readiness(start.held)
        opening: list[Gap] = []
        for gap in gaps:
            if readiness + sum(entry.gain for entry in opening) < self.book.enough:
                opening.append(gap)
        return NoRoute(
            entrances=self._entrances,
            reached=self._reached(start),
            overlap=readiness,
            enough=self.book.enough,
            opening=tuple(opening),
            without_way=self.ways.effort(gaps).without_way,
        )

    def _reached(self, start: _Place) -> tuple[str, ...]:
        reached = {move.target for move in self._moves(start)}
        front = set(reached)
        for _ in range(LONGEST - 1):
            front = {move.target for role in front for move in self.book.from_role(role)} - reached
            reached |= front
        return tuple(role.id for role in self._catalog.roles if role.id in reached)


class _Place:
    """Where somebody stands: with what is held, and whether it is the start of a person, who is in no role yet."""

    def __init__(self, held: Held, *, is_start: bool = False) -> None:
        self.held = held
        self.is_start = is_start

    def name(self) -> str:
        """The role; of the start of a person the present role, to which no route leads back."""
        return self.held.role or PERSON
