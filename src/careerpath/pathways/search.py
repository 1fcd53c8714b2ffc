"""The cheapest routes without loops where the cost of a step may depend on the way by which one has come.

Yen's algorithm and its relatives need costs that belong to an edge. Here what one has learnt on the way is kept, so a
step costs less after some routes than after others. Hence a best-first search over routes instead (A*): the route whose
cost so far, plus a bound on what is still to come, is least is made longer by one step. It is exact as long as the
bound never exceeds the true cost, and the number of steps is limited.
"""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeAlias, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

N = TypeVar("N")

Cost: TypeAlias = tuple[int, ...]
"""Whole numbers, compared in order; each is added up by itself, and none is negative."""


class Found(NamedTuple, Generic[N]):
    """A route: its cost, the names of its places from start to goal, and the places."""

    cost: Cost
    names: tuple[str, ...]
    places: tuple[N, ...]


class Graph(NamedTuple, Generic[N]):
    """Where one may go. A place is more than its name: it also knows what one has brought there.

    name: of a place; a route passes no name twice.
    steps: from a place, the places that one step leads to and the cost of the step.
    bound: a cost that every way from a place to the goal has at least; None if there is no way.
    left: so many steps at least are left from a place to the goal.
    """

    name: Callable[[N], str]
    steps: Callable[[N], Iterable[tuple[N, Cost]]]
    bound: Callable[[N], Cost | None]
    left: Callable[[N], int] = lambda _: 0


def cheapest_routes(graph: Graph[N], start: N, goal: str, *, count: int, longest: int) -> tuple[Found[N], ...]:
    """The cheapest routes from a place to a name, cheapest first; equal ones by their names.

    Args:
        graph: where one may go.
        start: the first place.
        goal: the name of the last one.
        count: so many routes at most.
        longest: so many steps at most in each.
    """
    least = graph.bound(start)
    if least is None:
        return ()
    zero = (0,) * len(least)
    pushed = 0
    queue: list[tuple[Cost, int, Found[N]]] = [(least, pushed, Found(zero, (graph.name(start),), (start,)))]
    found: list[Found[N]] = []
    while queue:
        promise, _, route = heapq.heappop(queue)
        # Routes as cheap as the last that is wanted are all looked at, so that names decide between them.
        if len(found) >= count and promise > found[count - 1].cost:
            break
        if route.names[-1] == goal:
            found.append(route)
            continue
        if len(route.names) > longest:
            continue
        for place, cost in graph.steps(route.places[-1]):
            name = graph.name(place)
            if name in route.names or len(route.names) + graph.left(place) > longest:
                continue
            if (ahead := graph.bound(place)) is None:
                continue
            longer = Found(_sum(route.cost, cost), (*route.names, name), (*route.places, place))
            pushed += 1
            heapq.heappush(queue, (_sum(longer.cost, ahead), pushed, longer))
    return tuple(sorted(found, key=lambda route: (route.cost, route.names))[:count])


def _sum(first: Cost, second: Cost) -> Cost:
    return tuple(one + other for one, other in zip(first, second, strict=True))
