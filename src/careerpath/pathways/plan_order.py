"""The steps of a plan in an order that can be followed: prerequisites first, then by readiness per hour."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from careerpath.pathways.plan_chains import Chain, Raise
    from careerpath.pathways.plan_scope import Scope
    from careerpath.pathways.plan_solve import Choice


class Task(NamedTuple):
    """One thing to do: what it raises (each item once), and its cost in half hours."""

    learning: str
    raises: tuple[Raise, ...]
    cost: int


def tasks_of(scope: Scope, choices: Iterable[Choice]) -> tuple[list[Task], list[Chain]]:
    """What a plan consists of, in no order; and the chains, whose order has to be kept."""
    chains: list[Chain] = []
    wholes: dict[str, list[Raise]] = {}
    tasks: list[Task] = []
    for events, found in choices:
        chains += found
        for event in events:
            if not event.item:
                wholes.setdefault(event.learning, [])
        for step in (step for chain in found for step in chain):
            if step.learning in scope.wholes:
                wholes.setdefault(step.learning, []).append(step)
            else:
                tasks.append(Task(step.learning, (step,), way_cost(scope, step)))
    tasks += [Task(name, tuple(steps), scope.wholes[name].cost) for name, steps in wholes.items()]
    return sorted(tasks), chains


def way_cost(scope: Scope, step: Raise) -> int:
    """The half hours of a step that is done by itself; the cheapest where two look alike."""
    return min(
        way.cost
        for way in scope.ways[step.item]
        if way.learning == step.learning and way.to == step.to and way.start <= step.start
    )


def in_order(
    scope: Scope, tasks: Sequence[Task], chains: Sequence[Chain], closes: Callable[[Task], bool]
) -> Iterator[Task]:
    """The tasks, each after what it builds on and requires; among those that can be done, what brings most per hour.

    Among equals what closes an essential gap comes first, then the order of the ids. A task that can be done stays so,
    and some order of all of them exists; so the next one is always found.
    """
    left = list(tasks)
    place = {id_of(step): index for chain in chains for index, step in enumerate(chain)}
    done_steps: dict[str, int] = dict.fromkeys(scope.start, 0)
    finished: set[str] = set()
    while left:
        open_now = [
            task
            for task in left
            if all(place[id_of(step)] == done_steps[step.item] for step in task.raises)
            and finished.issuperset(scope.requires.get(task.learning, ()))
        ]
        task = min(open_now, key=lambda task: (_per_hour(scope, task), not closes(task), task))
        left.remove(task)
        finished.add(task.learning)
        for step in task.raises:
            done_steps[step.item] += 1
        yield task


def id_of(step: Raise) -> tuple[str, str, int]:
    """What tells a step from every other of a plan: the same thing raises an item from one level only once."""
    return step.learning, step.item, step.start


def gain_of(scope: Scope, task: Task) -> int:
    """What a task adds to the readiness, in hundredths."""
    return sum(scope.gain(step.item, step.start, step.to) for step in task.raises)


def _per_hour(scope: Scope, task: Task) -> tuple[bool, Fraction]:
    """The least first: what costs nothing, then the most readiness per hour."""
    return (True, -Fraction(gain_of(scope, task), task.cost)) if task.cost else (False, Fraction(0))
