"""The plan that one would make without a search: always what brings most per hour and fits. For comparison only."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerpath.pathways.plan_scope import Scope


def greedy_gain(scope: Scope, most: int) -> int:
    """The readiness, in hundredths, that such a plan adds within so many half hours."""
    levels, finished, used, gained = dict(scope.start), set[str](), set[str](), 0
    while True:
        fitting = [move for move in _moves(scope, levels, finished, used) if move[1] <= most]
        if not fitting:
            return gained
        gain, cost, name, raised = min(fitting, key=lambda move: (-_worth(move[0], move[1]), move[1], move[2]))
        gained, most, levels = gained + gain, most - cost, levels | raised
        finished.add(name)
        if name in scope.wholes:
            used.add(name)


def _moves(
    scope: Scope, levels: dict[str, int], finished: set[str], used: set[str]
) -> Iterator[tuple[int, int, str, dict[str, int]]]:
    """What can be done now and adds something: its gain, its cost, its name, and the levels that it leads to."""
    for name, whole in scope.wholes.items():
        if name not in used and finished.issuperset(scope.requires.get(name, ())):
            raised = {item: whole.reached(item, levels[item]) for item in whole.builds}
            gain = sum(scope.gain(item, levels[item], to) for item, to in raised.items())
            if gain > 0:
                yield gain, whole.cost, name, raised
    for item, ways in scope.ways.items():
        for way in ways:
            fits = way.start <= levels[item] < way.to and finished.issuperset(scope.requires.get(way.learning, ()))
            if fits and (gain := scope.gain(item, levels[item], way.to)) > 0:
                yield gain, way.cost, way.learning, {item: way.to}


def _worth(gain: int, cost: int) -> Fraction:
    return Fraction(gain, cost) if cost else Fraction(gain * 10**6)
