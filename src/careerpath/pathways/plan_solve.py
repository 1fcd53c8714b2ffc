"""The best use of so many hours, exactly.

Readiness is a sum over items, so an item that no other is tied to contributes the front of its own chains. Things done
as one that build several items, and prerequisites, tie items together into components. A component is solved by
enumeration: for every order of every set of the things that tie it, each of its items is a matter of its own again, so
the component's front is the best of all these fronts. The front of everything is that of the components combined.
Nothing is left out, so the plan read off the front is the best there is.

Something that opens no way from above where the person stands, and requires nothing, is best done first, in any order
(a higher level never shuts a way that is still of use); so only sets of those are enumerated, not orders. Where
prerequisites are done step by step, this does not hold, and every order is tried.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import msgspec

from careerpath.pathways.fronts import Point, combine_all, front_of
from careerpath.pathways.plan_chains import Chain, ChainSearch, Event

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerpath.pathways.plan_scope import Scope

MOST_ORDERS = 4000
"""So many orders are tried of what ties a component; the shipped catalogue needs 8 at most."""

Choice: TypeAlias = tuple[tuple[Event, ...], tuple[Chain, ...]]
"""What is done of a component: the events in order, and the chain of each item."""


class Frontier(msgspec.Struct, frozen=True, kw_only=True):
    """Every plan that is worth its hours: points with a choice for each component. `proven`: none can be better."""

    points: list[Point]
    proven: bool


class _Component(NamedTuple):
    items: tuple[str, ...]
    wholes: tuple[str, ...]
    markers: tuple[Event, ...]


def solve(scope: Scope, most: int) -> Frontier:
    """The front of plans of at most so many half hours."""
    opening = frozenset(
        required for names in scope.requires.values() for required in names if required not in scope.wholes
    )
    components = _components(scope, opening)
    tied = {name for component in components for name in component.wholes}
    local = {
        item: tuple(name for name, whole in scope.wholes.items() if name not in tied and item in whole.builds)
        for item in scope.start
    }
    search = ChainSearch(scope, local, opening)
    fronts, proven = [], True
    for component in components:
        front, complete = _component_front(search, component, most)
        fronts.append(front)
        proven = proven and complete
    return Frontier(points=combine_all(fronts, most), proven=proven)


def _components(scope: Scope, opening: frozenset[str]) -> list[_Component]:
    """The items that are tied together, each group with what ties it, in the order of their names."""
    group = {name: name for names in [list(scope.start), *_ties(scope)] for name in names}

    def root(name: str) -> str:
        while group[name] != name:
            name = group[name]
        return name

    for names in _ties(scope):
        for name in names[1:]:
            group[root(name)] = root(names[0])
    members: dict[str, list[str]] = {}
    for name in sorted(group):
        members.setdefault(root(name), []).append(name)
    return [_component(scope, names, opening) for names in sorted(members.values())]


def _ties(scope: Scope) -> Iterator[list[str]]:
    """The names, of items and of things to do, that belong to one component."""
    required = {name for names in scope.requires.values() for name in names}
    for name, whole in scope.wholes.items():
        if len(whole.builds) > 1 or name in required or name in scope.requires:
            yield [_node(scope, name), *whole.builds]
    for name in sorted((required | set(scope.requires)) - set(scope.wholes)):
        yield [_node(scope, name), *_built(scope, name)]
    for name, names in scope.requires.items():
        yield [_node(scope, name), *(_node(scope, other) for other in names)]


def _component(scope: Scope, names: list[str], opening: frozenset[str]) -> _Component:
    steps = (name.removeprefix("steps:") for name in names if name.startswith("steps:"))
    return _Component(
        items=tuple(name for name in names if name in scope.start),
        wholes=tuple(name.removeprefix("whole:") for name in names if name.startswith("whole:")),
        markers=tuple(Event(name, item) for name in steps if name in opening for item in _built(scope, name)),
    )


def _node(scope: Scope, learning: str) -> str:
    return f"whole:{learning}" if learning in scope.wholes else f"steps:{learning}"


def _built(scope: Scope, learning: str) -> list[str]:
    """The items that something done step by step builds."""
    return [item for item, ways in scope.ways.items() if any(way.learning == learning for way in ways)]


def _component_front(search: ChainSearch, component: _Component, most: int) -> tuple[list[Point], bool]:
    """The front of one component, and whether every order was tried."""
    options: list[tuple[int, int, Choice]] = []
    chains: dict[tuple[str, tuple[Event, ...]], list[Point]] = {}
    complete = True
    for tried, (events, cost) in enumerate(_orders(search.scope, component, most)):
        if tried == MOST_ORDERS:
            complete = False
            break
        fronts = []
        for item in component.items:
            # Only what concerns an item, or opens something, makes a difference to it.
            key = item, tuple(event for event in events if _concerns(search.scope, event, item))
            if key not in chains:
                chains[key] = front_of(search.chains(item, events), most)
            fronts.append(chains[key])
        if all(fronts):
            options += [
                (point.cost + cost, point.gain, (events, point.choice)) for point in combine_all(fronts, most - cost)
            ]
    return front_of(options, most), complete


def _concerns(scope: Scope, event: Event, item: str) -> bool:
    return bool(scope.requires) or item in scope.wholes[event.learning].builds


def _orders(scope: Scope, component: _Component, most: int) -> Iterator[tuple[tuple[Event, ...], int]]:
    """Every order worth trying of every set of what ties a component, with its cost; the empty one first."""
    early = [] if component.markers else [name for name in component.wholes if _opens_nothing(scope, name)]
    late = [Event(name) for name in component.wholes if name not in early]
    for size in range(len(early) + 1):
        for names in combinations(early, size):
            cost = sum(scope.wholes[name].cost for name in names)
            if cost <= most:
                yield from _arranged(scope, [*late, *component.markers], tuple(map(Event, names)), cost, most)


def _opens_nothing(scope: Scope, name: str) -> bool:
    builds = scope.wholes[name].builds.items()
    return name not in scope.requires and all(start <= scope.start[item] for item, b in builds for start, _ in b)


def _arranged(
    scope: Scope, left: list[Event], done: tuple[Event, ...], cost: int, most: int
) -> Iterator[tuple[tuple[Event, ...], int]]:
    """Every continuation of an order by some of what is left, in any order that the prerequisites allow."""
    yield done, cost
    past = {event.learning for event in done}
    for event in left:
        price = 0 if event.item else scope.wholes[event.learning].cost
        required = () if event.item else scope.requires.get(event.learning, ())
        if event.learning not in past and cost + price <= most and past.issuperset(required):
            rest = [other for other in left if other.learning != event.learning]
            yield from _arranged(scope, rest, (*done, event), cost + price, most)
