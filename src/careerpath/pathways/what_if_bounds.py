"""The problem of `what_if_search` in rows, the bound that prices give, and raises that do.

For any prices p_r >= 0 of points of lead,

    cost  >=  sum over s of min over y of (cost(s, y) - sum over r of p_r d(r, s, y))  +  sum over r of p_r need_r

(the Lagrangian relaxation: whatever is allowed pays no price for a need that it meets). Prices are improved by
subgradient steps; any prices give a true bound. It is computed with binary fractions, whose error stays far below the
margin of 0.001, and costs are whole numbers.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np

from careerpath.pathways.what_if_options import Raised

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from careerpath.pathways.what_if_options import Question

Floats: TypeAlias = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
Places: TypeAlias = np.ndarray[tuple[int, ...], np.dtype[np.intp]]

ROUNDS = 150
REPAIRED_EVERY = 15
"""So many subgradient steps are taken for prices; raises that do are made from those of every so many steps."""

MARGIN = 1e-3
TOO_DEAR = 2**60


class Problem(NamedTuple):
    """The question in rows: only rivals that can be behind count. `nothing` is a raise that changes nothing."""

    skills: tuple[str, ...]
    options: tuple[tuple[Raised, ...], ...]
    need: tuple[int, ...]

    @property
    def size(self) -> int:
        """How many options there are."""
        return sum(map(len, self.options))


def cost_of(choice: Sequence[Raised] | None) -> int:
    """What raises cost together; very much if there are none."""
    return TOO_DEAR if choice is None else sum(option.cost for option in choice)


def cheapest(choices: Iterable[list[Raised] | None]) -> list[Raised] | None:
    """The cheapest of several raises that do; None if there are none."""
    return min((choice for choice in choices if choice is not None), key=lambda c: (cost_of(c), c), default=None)


def out_of_reach(question: Question) -> dict[str, int]:
    """The rivals that stay ahead even if every skill did its most against them alone."""
    ahead = {}
    for place, rival in enumerate(question.rivals):
        most = sum(max(0, *(option.leads[place] for option in options)) for options in question.options.values())
        short = question.least[place] - question.lead[place] - most
        if short > 0:
            ahead[rival] = short
    return ahead


def problem_of(question: Question) -> Problem:
    """Without the rivals that stay behind whatever is raised; skills that matter most first."""
    counted = [
        place
        for place, (lead, least) in enumerate(zip(question.lead, question.least, strict=True))
        if lead + sum(min(0, *(o.leads[place] for o in options)) for options in question.options.values()) < least
    ]

    def reduced(option: Raised) -> Raised:
        return option._replace(leads=tuple(option.leads[place] for place in counted))

    nothing = Raised(0, 0, (0,) * len(counted))
    weight = {
        skill: max((sum(map(abs, option.leads)) for option in options), default=0)
        for skill, options in question.options.items()
    }
    skills = tuple(sorted(question.options, key=lambda skill: (-weight[skill], skill)))
    return Problem(
        skills=skills,
        options=tuple((nothing, *map(reduced, question.options[skill])) for skill in skills),
        need=tuple(question.least[place] - question.lead[place] for place in counted),
    )


def reduced_cost(option: Raised, prices: Sequence[float]) -> float:
    """What a raise costs, less what the lead that it brings is worth at these prices."""
    return option.cost - sum(price * lead for price, lead in zip(prices, option.leads, strict=True) if price)


class Arrays(NamedTuple):
    """A problem as arrays by skill and option (and rival); an option that is not there costs too much."""

    costs: Floats
    leads: Floats
    need: Floats

    @classmethod
    def of(cls, problem: Problem) -> Arrays:
        """The arrays of a problem."""
        shape = len(problem.options), max(map(len, problem.options), default=0)
        costs = np.full(shape, np.inf)
        leads = np.zeros((*shape, len(problem.need)))
        for place, options in enumerate(problem.options):
            costs[place, : len(options)] = [option.cost for option in options]
            leads[place, : len(options)] = [option.leads for option in options]
        return cls(costs, leads, np.array(problem.need, dtype=float))


def find_prices(arrays: Arrays, start: Sequence[float], rounds: int) -> tuple[list[tuple[float, ...]], int]:
    """Prices on the way to good ones by subgradient steps, the best last; and its bound, rounded up."""
    prices, rows = np.array(start), np.arange(len(arrays.costs))
    best, best_prices, trail = 0.0, tuple(start), []
    rate, stalled = 1.0, 0
    scale = float(np.where(np.isinf(arrays.costs), 0, arrays.costs).max(axis=1, initial=0).sum()) or 1.0
    for turn in range(rounds):
        reduced = arrays.costs - arrays.leads @ prices
        chosen = reduced.argmin(axis=1)
        bound = float(prices @ arrays.need + reduced[rows, chosen].sum())
        short = arrays.need - arrays.leads[rows, chosen].sum(axis=0)
        if bound > best + MARGIN:
            best, best_prices, stalled = bound, tuple(prices.tolist()), 0
        else:
            stalled += 1
            rate *= 0.6 if stalled % 8 == 0 else 1.0
        if turn % REPAIRED_EVERY == 0:
            trail.append(tuple(prices.tolist()))
        square = float((short**2)[(short > 0) | (prices > 0)].sum())
        if not square:
            break
        step = rate * max(0.05 * scale, 0.1 * best) / square
        # Rounded, so that the last digit of a sum, which machines differ in, does not decide what is tried first.
        prices = np.maximum(0, prices + step * short).round(9)
    return [*trail, best_prices], ceil(best - MARGIN)


def repaired(problem: Problem, arrays: Arrays, prices: Sequence[float]) -> list[Raised] | None:
    """Raises that do, made from those that the prices ask for; None if this simple way finds none."""
    rows = np.arange(len(arrays.costs))
    chosen = (arrays.costs - arrays.leads @ np.array(prices)).argmin(axis=1)
    while True:
        total = arrays.leads[rows, chosen].sum(axis=0)
        missing = _short(arrays, total)
        if not missing:
            return [problem.options[place][option] for place, option in enumerate(_pared(arrays, chosen))]
        others = total + arrays.leads - arrays.leads[rows, chosen][:, None, :]
        gained = missing - np.maximum(0, arrays.need - others).sum(axis=2)
        dearer = arrays.costs - arrays.costs[rows, chosen][:, None]
        ratio = np.where(gained > 0, dearer / np.where(gained > 0, gained, 1), np.inf)
        best = int(ratio.argmin())
        place, option = divmod(best, arrays.costs.shape[1])
        if np.isinf(ratio[place, option]):
            return None
        chosen[place] = option


def _short(arrays: Arrays, total: Floats) -> float:
    """How many points of lead are missing, over all rivals."""
    return float(np.maximum(0, arrays.need - total).sum())


def _pared(arrays: Arrays, chosen: Places) -> list[int]:
    """The same with each raise made as cheap as it can be, the dearest first."""
    total = arrays.leads[np.arange(len(chosen)), chosen].sum(axis=0)
    pared = [int(option) for option in chosen]
    for place in sorted(range(len(pared)), key=lambda place: (-arrays.costs[place, pared[place]], place)):
        for option in arrays.costs[place].argsort(kind="stable").tolist():
            trial = total + arrays.leads[place, option] - arrays.leads[place, pared[place]]
            if arrays.costs[place, option] < arrays.costs[place, pared[place]] and not _short(arrays, trial):
                pared[place], total = option, trial
                break
    return pared


def without_dear(problem: Problem, prices: Sequence[float], best: Sequence[Raised] | None) -> Problem:
    """Without the options that nothing cheaper than the best can contain: the bound with them is above it."""
    priced = [[reduced_cost(option, prices) for option in options] for options in problem.options]
    bound = sum(map(min, priced)) + sum(price * need for price, need in zip(prices, problem.need, strict=True))
    room = cost_of(best) - 1 + MARGIN - bound
    options = tuple(
        tuple(option for option, cost in zip(options, costs, strict=True) if cost - min(costs) <= room)
        for options, costs in zip(problem.options, priced, strict=True)
    )
    return problem._replace(options=options)
