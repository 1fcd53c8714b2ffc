"""Pareto fronts of cost and gain: the exact way to choose one option of each group within a budget.

A front holds, for every cost that is worth paying, the largest gain: costs and gains both rise strictly. The front of
two groups together is the front of all pairs; a pair with a part off its own front is never better, since the part on
the front costs no more and gains no less. So combining fronts one by one loses nothing (the Nemhauser-Ullmann dynamic
programme for the knapsack). Costs and gains are whole numbers, so that equal ones compare as equal.

Among choices of equal cost and gain the one whose parts come first in order is kept, group by group. That order is
lexicographic, so the first part decides before the second, and keeping the smaller first part is never wrong.
"""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Point(NamedTuple):
    """A choice that is worth its cost. `rank` is its place among the front's choices in their own order."""

    cost: int
    gain: int
    rank: int
    choice: Any


def front_of(options: Iterable[tuple[int, int, Any]], most: int) -> list[Point]:
    """The front of the options (cost, gain, choice) that cost at most so much; choices have to be comparable."""
    within = sorted(((cost, -gain, choice) for cost, gain, choice in options if cost <= most))
    kept: list[tuple[int, int, Any]] = []
    for cost, loss, choice in within:
        if not kept or -loss > kept[-1][1]:
            kept.append((cost, -loss, choice))
    places = sorted(range(len(kept)), key=lambda place: kept[place][2])
    ranks = {place: rank for rank, place in enumerate(places)}
    return [Point(cost, gain, ranks[place], choice) for place, (cost, gain, choice) in enumerate(kept)]


def combine(first: Sequence[Point], second: Sequence[Point], most: int) -> list[Point]:
    """The front of one choice of each: choices become pairs."""
    best: dict[int, tuple[int, int, int, int, int]] = {}
    for here, (cost1, gain1, rank1, _) in enumerate(first):
        for there, (cost2, gain2, rank2, _) in enumerate(second):
            cost = cost1 + cost2
            if cost > most:
                break
            gain = gain1 + gain2
            found = best.get(cost)
            if found is None or gain > found[0] or (gain == found[0] and (-rank1, -rank2) > found[1:3]):
                best[cost] = (gain, -rank1, -rank2, here, there)
    kept: list[tuple[int, tuple[int, int, int, int, int]]] = []
    for cost in sorted(best):
        if not kept or best[cost][0] > kept[-1][1][0]:
            kept.append((cost, best[cost]))
    order = sorted(range(len(kept)), key=lambda place: (-kept[place][1][1], -kept[place][1][2]))
    ranks = {place: rank for rank, place in enumerate(order)}
    return [
        Point(cost, gain, ranks[place], (first[here].choice, second[there].choice))
        for place, (cost, (gain, _, _, here, there)) in enumerate(kept)
    ]


def combine_all(fronts: Sequence[Sequence[Point]], most: int) -> list[Point]:
    """The front of one choice of each group: choices become tuples, one entry for each group."""
    whole: Sequence[Point] = (Point(0, 0, 0, ()),)
    for front in fronts:
        whole = combine(whole, front, most)
    return [point._replace(choice=_unnested(point.choice, len(fronts))) for point in whole]


def best_within(front: Sequence[Point], budget: int) -> Point:
    """The largest gain for at most so much, at the least cost. The front holds a choice that costs nothing."""
    return max((point for point in front if point.cost <= budget), key=itemgetter(1))


def cheapest_for(front: Sequence[Point], gain: int) -> Point | None:
    """The least cost for at least so much gain; None if there is none."""
    return next((point for point in front if point.gain >= gain), None)


def _unnested(choice: Any, groups: int) -> tuple[Any, ...]:
    parts: list[Any] = []
    for _ in range(groups):
        choice, last = choice
        parts.append(last)
    return tuple(reversed(parts))
