"""Ways to raise one skill: what learning builds, and the cheapest chain of it from a level to another."""

from __future__ import annotations

import heapq
from itertools import count
from typing import TYPE_CHECKING

import msgspec

from careerpath.model.learning import Hours, Learning

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from careerpath.model.catalog import Catalog


class WayStep(msgspec.Struct, frozen=True, kw_only=True):
    """One step: what to do, the levels (0 to 4) it leads from and to, and its hours."""

    learning: str
    skill: str
    start: int
    to: int
    hours: Hours


def reached_level(learning: Learning, skill: str, level: int) -> int:
    """The level of a skill after doing the whole of something from a level: one of its builds may open the next."""
    while True:
        higher = [build.to for build in learning.builds if build.skill == skill and build.start <= level < build.to]
        if not higher:
            return level
        level = max(higher)


def steps_from(learning: Learning, skill: str, level: int) -> Iterator[WayStep]:
    """What one can do of something to raise a skill from a level: the whole of it, or each of its builds alone."""
    if learning.hours is not None:
        to = reached_level(learning, skill, level)
        if to > level:
            yield WayStep(learning=learning.id, skill=skill, start=level, to=to, hours=learning.hours)
        return
    for build in learning.builds:
        if build.skill == skill and build.start <= level < build.to and build.hours is not None:
            yield WayStep(learning=learning.id, skill=skill, start=level, to=build.to, hours=build.hours)


def cheapest_way(
    catalog: Catalog, skill: str, have: int, need: int, *, without: Iterable[str] = ()
) -> tuple[WayStep, ...]:
    """The chain of learning from one level to at least another that takes the fewest hours: see `cheapest_ways`.

    Empty if nothing is needed, or if nothing in the catalogue leads there.
    """
    return cheapest_ways(catalog, skill, have, without=without).get(need, ())


def cheapest_ways(
    catalog: Catalog, skill: str, have: int, *, without: Iterable[str] = ()
) -> dict[int, tuple[WayStep, ...]]:
    """For each level above one, the chain of learning to at least that level that takes the fewest hours.

    Hours are compared by the middle of each range. Among ways of equal hours the one with the fewest steps, then the
    first by the ids of its learning, whatever the order of the files. What a learning `requires` is not counted.

    Args:
        catalog: the catalogue.
        skill: what is to be learnt.
        have: the level to start from, 0 to 4.
        without: ids of learning that is not to be used.

    Returns:
        The steps in order, by the level that is needed; without the levels to which nothing in the catalogue leads.
    """
    excluded = set(without)
    usable = [learning for learning in catalog.learning_by_skill.get(skill, ()) if learning.id not in excluded]
    # Dijkstra's algorithm over the levels. Doubled hours are whole numbers, so equal costs compare as equal.
    queue: list[tuple[int, int, tuple[tuple[str, int], ...], int, int, tuple[WayStep, ...]]] = [(0, 0, (), have, 0, ())]
    pushed = count(1)  # ways that are alike in everything else need not be comparable
    done: set[int] = set()
    found: dict[int, tuple[WayStep, ...]] = {}
    while queue:
        cost, length, names, level, _, way = heapq.heappop(queue)
        if level in done:
            continue
        done.add(level)
        for need in range(have + 1, level + 1):
            found.setdefault(need, way)
        for learning in usable:
            for step in steps_from(learning, skill, level):
                total = cost + step.hours.low + step.hours.high
                longer = (*names, (learning.id, step.hours.low))
                heapq.heappush(queue, (total, length + 1, longer, step.to, next(pushed), (*way, step)))
    return found
