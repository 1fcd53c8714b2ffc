"""The cheapest raises that put a role before all its rivals, exactly: branch and bound.

    minimise    sum over skills s of cost(s, y_s)
    such that   lead_r + sum over skills s of d(r, s, y_s) >= least_r     for every rival r

where y_s is the level that a skill is raised to, or none. Two bounds prune the search. A rival that would stay ahead
even if every skill still open did its most against it ends a branch. And for any prices p_r >= 0 of points of lead,

    cost  >=  sum over s of min over y of (cost(s, y) - sum over r of p_r d(r, s, y))  +  sum over r of p_r need_r

(the Lagrangian relaxation: whatever is allowed pays no price for a need that it meets), which is a sum over skills too.
Prices are improved by subgradient steps; any prices give a true bound, so that the search is exact whatever they are.
Costs are whole numbers, so that a branch whose bound is above the best cost less one cannot be better; the bounds are
computed with binary fractions, whose error stays far below the margin of 0.001.
"""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, NamedTuple

from careerpath.pathways.what_if_bounds import (
    MARGIN,
    ROUNDS,
    Arrays,
    Problem,
    cheapest,
    cost_of,
    find_prices,
    out_of_reach,
    problem_of,
    reduced_cost,
    repaired,
    without_dear,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerpath.pathways.what_if_options import Question, Raised

MOST_NODES = 150_000
"""So many branches are looked at; a count and not a time, so that every machine gives the same answer."""

FEW_ROUNDS = 45
PRICING = 100
"""Pricing a part is counted as so many branches."""

SMALL = 1_000
"""A part that takes more branches than this is split, and each half is priced anew."""

SHRUNK = 0.95


class Outcome(NamedTuple):
    """The cheapest raises found, by skill (None if there are none), their cost, and the least that any can cost.

    `proven`: the raises are the cheapest, or there are none. `ahead`: for each rival that stays ahead whatever is
    raised, by how much, in hundredths; empty if each alone could be passed.
    """

    raises: dict[str, Raised] | None
    cost: int
    bound: int
    proven: bool
    ahead: dict[str, int]
    nodes: int


def cheapest_raises(question: Question) -> Outcome:
    """The cheapest way to the first place; among equally cheap ones always the same one."""
    ahead = out_of_reach(question)
    if ahead:
        return Outcome(None, 0, 0, proven=True, ahead=ahead, nodes=0)
    problem = problem_of(question)
    state = _State(None, 0)
    least = state.branch(problem, (0.0,) * len(problem.need), ROUNDS)
    proven = state.nodes < MOST_NODES
    if state.best is None:
        return Outcome(None, 0, 0, proven, {}, state.nodes)
    cost = cost_of(state.best)
    raises = {skill: option for skill, option in zip(problem.skills, state.best, strict=True) if option.to}
    return Outcome(raises, cost, cost if proven else min(cost, least), proven, {}, state.nodes)


class _State:
    """The best raises so far, and how many branches have been looked at."""

    def __init__(self, best: list[Raised] | None, nodes: int) -> None:
        self.best = best
        self.nodes = nodes

    def branch(self, problem: Problem, prices: tuple[float, ...], rounds: int) -> int:
        """Solves a part of the problem: prices it, drops what is too dear, searches it, and splits it if it is large.

        Returns the least that anything cheaper than the best so far can cost in this part.
        """
        least = 0
        while True:
            arrays = Arrays.of(problem)
            trail, bound = find_prices(arrays, prices, rounds)
            prices = trail[-1]
            self.best = cheapest([self.best, *(repaired(problem, arrays, prices) for prices in trail)])
            least = min(max(least, bound), cost_of(self.best))
            smaller = without_dear(problem, prices, self.best)
            shrunk = smaller.size < SHRUNK * problem.size
            problem = smaller
            if not all(problem.options):
                return least
            if not shrunk:
                break
        search = _Search(problem, prices, self.best, SMALL)
        search.run()
        self.best = search.best
        self.nodes += search.nodes + PRICING
        if search.nodes >= SMALL and self.nodes < MOST_NODES:
            place = max(range(len(problem.options)), key=lambda place: _breadth(problem.options[place]))
            for _, option in sorted((reduced_cost(option, prices), option) for option in problem.options[place]):
                options = (*problem.options[:place], (option,), *problem.options[place + 1 :])
                self.branch(problem._replace(options=options), prices, FEW_ROUNDS)
        return least


def _breadth(options: Sequence[Raised]) -> int:
    """How much the options of a skill differ in what they cost: the larger, the more a choice of one decides."""
    return max(option.cost for option in options) - min(option.cost for option in options)


class _Search:
    """Depth first over the skills, the options of each by their reduced cost."""

    def __init__(self, problem: Problem, prices: Sequence[float], start: list[Raised] | None, most: int) -> None:
        self.need = problem.need
        self.best = start
        self.cost = cost_of(start)
        self.nodes = 0
        self._most = most
        self._base = sum(price * need for price, need in zip(prices, problem.need, strict=True))
        self._places, self._levels = self._ordered(problem, prices)
        self._suffix, self._reach = self._suffixes()
        self._chosen: list[Raised] = []

    def _ordered(self, problem: Problem, prices: Sequence[float]) -> tuple[list[int], list[list[tuple[float, Raised]]]]:
        """The skills whose options differ most under the prices first."""
        priced = [sorted((reduced_cost(option, prices), option) for option in options) for options in problem.options]
        spread = [
            (options[1][0] - options[0][0] if len(options) > 1 else inf, place) for place, options in enumerate(priced)
        ]
        places = [place for _, place in sorted(spread, reverse=True)]
        return places, [priced[place] for place in places]

    def _suffixes(self) -> tuple[list[float], list[tuple[int, ...]]]:
        """For each depth: the least reduced cost of the skills still open, and the most that they do per rival."""
        suffix, reach = [0.0], [(0,) * len(self.need)]
        for options in reversed(self._levels):
            suffix.append(suffix[-1] + (options[0][0] if options else 0.0))
            most = [max(leads) for leads in zip(*(option.leads for _, option in options), strict=True)]
            reach.append(tuple(left + more for left, more in zip(reach[-1], most, strict=True)) if most else reach[-1])
        return suffix[::-1], reach[::-1]

    def run(self) -> None:
        """Searches; `best` and `cost` then hold the cheapest, in the order of the problem's skills."""
        if all(self._levels):
            self._descend(0, self._base, 0, self.need)

    def _descend(self, depth: int, reduced: float, cost: int, short: tuple[int, ...]) -> None:
        if depth == len(self._levels):
            if cost < self.cost:
                found = dict(zip(self._places, self._chosen, strict=True))
                self.cost, self.best = cost, [found[place] for place in range(len(self._places))]
            return
        reach, suffix = self._reach[depth + 1], self._suffix[depth + 1]
        for price, option in self._levels[depth]:
            if reduced + price + suffix > self.cost - 1 + MARGIN:
                return
            if self.nodes >= self._most:
                return
            self.nodes += 1
            left = tuple(gap - lead for gap, lead in zip(short, option.leads, strict=True))
            if all(gap <= more for gap, more in zip(left, reach, strict=True)):
                self._chosen.append(option)
                self._descend(depth + 1, reduced + price, cost + option.cost, left)
                self._chosen.pop()
