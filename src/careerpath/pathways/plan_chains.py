"""How one item can be raised, given what is done as a whole and in which order: the cheapest chain to every level.

Things done as one raise several items at once, so they tie the items together; once their order is fixed, each item
is a matter of its own. An event is such a thing, or the moment from which something done step by step counts as done
(because it is a prerequisite of something), with the item in which it was done.
"""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from careerpath.pathways.plan_scope import Scope


class Raise(NamedTuple):
    """An item raised by something that is learnt; start and end are equal where it happens to change nothing."""

    learning: str
    item: str
    start: int
    to: int


Chain: TypeAlias = tuple[Raise, ...]


class Event(NamedTuple):
    """Something is done as a whole (no item), or counts as done from now on, since it was begun with this item."""

    learning: str
    item: str = ""


_Label: TypeAlias = tuple[int, int, Chain, int, int, frozenset[str]]
"""Cost, length and steps of a chain; the level reached, how many events are past, what was done that matters."""


class ChainSearch(NamedTuple):
    """The items of a scope: `local` holds, by item, the things done as one that touch nothing else."""

    scope: Scope
    local: dict[str, tuple[str, ...]]
    opening: frozenset[str]

    def chains(self, item: str, events: Sequence[Event]) -> list[tuple[int, int, Chain]]:
        """The cheapest chain to each level (cost in half hours, without the events; gain; steps); all events are past.

        Dijkstra's algorithm over (level, events past, what was done): no step costs less than nothing. Among chains
        of equal cost the shortest, then the first by its ids.
        """
        start = self.scope.start[item]
        queue: list[_Label] = [(0, 0, (), start, 0, frozenset())]
        seen: set[tuple[int, int, frozenset[str]]] = set()
        found: dict[int, tuple[int, int, Chain]] = {}
        while queue:
            label = heapq.heappop(queue)
            cost, _, chain, level, past, used = label
            if (level, past, used) in seen:
                continue
            seen.add((level, past, used))
            if past == len(events) and level not in found:
                found[level] = (cost, self.scope.gain(item, start, level), chain)
            for following in self._following(item, events, label):
                heapq.heappush(queue, following)
        return list(found.values())

    def _following(self, item: str, events: Sequence[Event], label: _Label) -> Iterator[_Label]:
        cost, length, chain, level, past, used = label
        if past < len(events):
            yield from self._after_event(item, events[past], label)
        ready = {event.learning for event in events[:past]}
        for way in self.scope.ways[item]:
            if way.start <= level < way.to and ready.issuperset(self.scope.requires.get(way.learning, ())):
                then = used | {way.learning} if way.learning in self.opening else used
                step = Raise(way.learning, item, level, way.to)
                yield cost + way.cost, length + 1, (*chain, step), way.to, past, then
        for name in self.local[item]:
            whole = self.scope.wholes[name]
            if name not in used and (to := whole.reached(item, level)) > level:
                step = Raise(name, item, level, to)
                yield cost + whole.cost, length + 1, (*chain, step), to, past, used | {name}

    def _after_event(self, item: str, event: Event, label: _Label) -> Iterator[_Label]:
        cost, length, chain, level, past, used = label
        if event.item:
            if event.item != item or event.learning in used:
                yield cost, length, chain, level, past + 1, used
            return
        whole = self.scope.wholes[event.learning]
        if item in whole.builds:
            to = whole.reached(item, level)
            yield cost, length, (*chain, Raise(event.learning, item, level, to)), to, past + 1, used
        else:
            yield cost, length, chain, level, past + 1, used
