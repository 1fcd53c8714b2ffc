"""Ways to raise one skill: the cheapest chain of learning from a level to another."""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING

import msgspec

from careerpath.model.learning import Build, Hours, Learning

if TYPE_CHECKING:
    from collections.abc import Iterable

    from careerpath.model.catalog import Catalog


class WayStep(msgspec.Struct, frozen=True, kw_only=True):
    """One step: what to do, the levels it leads from and to, and its hours."""

    learning: str
    skill: str
    start: int
    to: int
    hours: Hours


def builds_of(catalog: Catalog, skill: str) -> list[tuple[Learning, Build, Hours]]:
    """Every way in which something in the catalogue builds a skill, with the hours that it takes."""
    return [
        (learning, build, hours)
        for learning in catalog.learning
        for build in learning.builds
        if build.skill == skill and (hours := build.hours or learning.hours) is not None
    ]


def cheapest_way(catalog: Catalog, skill: str, have: int, need: int, *, without: Iterable[str] = ()) -> tuple[WayStep, ...]:
    """The chain of learning from one level to at least another that takes the fewest hours (the middle of each range).

    Args:
        catalog: the catalogue.
        skill: what is to be learnt.
        have: the level to start from, 0 to 4.
        need: the level to reach.
        without: ids of learning that is not to be used.

    Returns:
        The steps in order; empty if nothing is needed, or if nothing in the catalogue leads there.
    """
    excluded = set(without)
    edges = [entry for entry in builds_of(catalog, skill) if entry[0].id not in excluded]
    best: dict[int, tuple[int, tuple[WayStep, ...]]] = {have: (0, ())}
    queue: list[tuple[int, int]] = [(0, have)]
    while queue:
        cost, level = heapq.heappop(queue)
        if level >= need:
            return best[level][1]
        if cost > best[level][0]:
            continue
        for learning, build, hours in edges:
            if build.start <= level < build.to:
                reached = cost + hours.low + hours.high
                if build.to not in best or reached < best[build.to][0]:
                    step = WayStep(learning=learning.id, skill=skill, start=level, to=build.to, hours=hours)
                    best[build.to] = (reached, (*best[level][1], step))
                    heapq.heappush(queue, (reached, build.to))
    return ()
