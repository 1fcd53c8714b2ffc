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

from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from careerpath.pathways.what_if_options import Raised

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from careerpath.pathways.what_if_options import Question

MOST_NODES = 200_000
"""So many branches are looked at; a count and not a time, so that every machine gives the same answer."""

ROUNDS = 150
REPAIRED_EVERY = 15
"""So many subgradient steps are taken for prices; raises that do are made from those of every so many steps."""

MARGIN = 1e-3
SHRUNK = 0.95
TOO_DEAR = 2**60


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


class _Problem(NamedTuple):
    """The question in rows: only rivals that can be behind count. `nothing` is a raise that changes nothing."""

    skills: tuple[str, ...]
    options: tuple[tuple[Raised, ...], ...]
    need: tuple[int, ...]

    @property
    def size(self) -> int:
        """How many options there are."""
        return sum(map(len, self.options))


def cheapest_raises(question: Question) -> Outcome:
    """The cheapest way to the first place; among equally cheap ones always the same one."""
    ahead = _out_of_reach(question)
    if ahead:
        return Outcome(None, 0, 0, proven=True, ahead=ahead, nodes=0)
    problem, best, least = _problem(question), None, 0
    while True:
        trail, bound = _prices(problem)
        best = _cheapest([best, *(_repaired(problem, prices) for prices in trail)])
        least = min(max(least, bound), _cost(best))
        smaller = _without_dear(problem, trail[-1], best)
        shrunk = smaller.size < SHRUNK * problem.size
        problem = smaller
        if not shrunk or not all(problem.options):
            break
    search = _Search(problem, trail[-1], best)
    search.run()
    proven = search.nodes < MOST_NODES
    if search.best is None:
        return Outcome(None, 0, 0, proven, {}, search.nodes)
    cost = _cost(search.best)
    raises = {skill: option for skill, option in zip(problem.skills, search.best, strict=True) if option.to}
    return Outcome(raises, cost, cost if proven else min(cost, least), proven, {}, search.nodes)


def _cost(choice: Sequence[Raised] | None) -> int:
    return TOO_DEAR if choice is None else sum(option.cost for option in choice)


def _cheapest(choices: Iterable[list[Raised] | None]) -> list[Raised] | None:
    return min((choice for choice in choices if choice is not None), key=lambda c: (_cost(c), c), default=None)


def _without_dear(problem: _Problem, prices: Sequence[float], best: Sequence[Raised] | None) -> _Problem:
    """Without the options that nothing cheaper than the best can contain: the bound with them is above it."""
    priced = [[_reduced_cost(option, prices) for option in options] for options in problem.options]
    bound = sum(map(min, priced)) + sum(price * need for price, need in zip(prices, problem.need, strict=True))
    room = _cost(best) - 1 + MARGIN - bound
    options = tuple(
        tuple(option for option, cost in zip(options, costs, strict=True) if cost - min(costs) <= room)
        for options, costs in zip(problem.options, priced, strict=True)
    )
    return problem._replace(options=options)


def _out_of_reach(question: Question) -> dict[str, int]:
    """The rivals that stay ahead even if every skill did its most against them alone."""
    ahead = {}
    for place, rival in enumerate(question.rivals):
        most = sum(max(0, *(option.leads[place] for option in options)) for options in question.options.values())
        short = question.least[place] - question.lead[place] - most
        if short > 0:
            ahead[rival] = short
    return ahead


def _problem(question: Question) -> _Problem:
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
    return _Problem(
        skills=skills,
        options=tuple((nothing, *map(reduced, question.options[skill])) for skill in skills),
        need=tuple(question.least[place] - question.lead[place] for place in counted),
    )


def _reduced_cost(option: Raised, prices: Sequence[float]) -> float:
    return option.cost - sum(price * lead for price, lead in zip(prices, option.leads, strict=True) if price)


def _prices(problem: _Problem) -> tuple[list[tuple[float, ...]], int]:
    """Prices on the way to good ones by subgradient steps, the best last; and its bound, rounded up."""
    prices = [0.0] * len(problem.need)
    best, best_prices, trail = 0.0, tuple(prices), []
    rate, stalled = 1.0, 0
    scale = sum(max(option.cost for option in options) for options in problem.options) or 1
    for turn in range(ROUNDS):
        bound = sum(price * need for price, need in zip(prices, problem.need, strict=True))
        short = list(problem.need)
        for options in problem.options:
            cost, chosen = min((_reduced_cost(option, prices), option) for option in options)
            bound += cost
            for place, lead in enumerate(chosen.leads):
                short[place] -= lead
        if bound > best + MARGIN:
            best, best_prices, stalled = bound, tuple(prices), 0
        else:
            stalled += 1
            rate *= 0.6 if stalled % 8 == 0 else 1.0
        if turn % REPAIRED_EVERY == 0:
            trail.append(tuple(prices))
        square = sum(gap * gap for place, gap in enumerate(short) if gap > 0 or prices[place] > 0)
        if not square:
            break
        step = rate * max(0.05 * scale, 0.1 * best) / square
        prices = [max(0.0, price + step * gap) for price, gap in zip(prices, short, strict=True)]
    return [*trail, best_prices], ceil(best - MARGIN)


def _repaired(problem: _Problem, prices: Sequence[float]) -> list[Raised] | None:
    """Raises that do, made from those that the prices ask for; None if this simple way finds none."""
    chosen = [min(options, key=lambda option: (_reduced_cost(option, prices), option)) for options in problem.options]

    def short(choice: Sequence[Raised]) -> int:
        totals = [sum(leads) for leads in zip(*(option.leads for option in choice), strict=True)]
        return sum(max(0, need - total) for need, total in zip(problem.need, totals, strict=True))

    if not problem.options:
        return [] if all(need <= 0 for need in problem.need) else None
    while missing := short(chosen):
        moves = []
        for place, options in enumerate(problem.options):
            for option in options:
                gained = missing - short([*chosen[:place], option, *chosen[place + 1 :]])
                if gained > 0:
                    moves.append(((option.cost - chosen[place].cost) / gained, place, option))
        if not moves:
            return None
        _, place, option = min(moves)
        chosen[place] = option
    for place in sorted(range(len(chosen)), key=lambda place: -chosen[place].cost):
        for option in sorted(problem.options[place]):
            trial = [*chosen[:place], option, *chosen[place + 1 :]]
            if option.cost < chosen[place].cost and not short(trial):
                chosen = trial
                break
    return chosen


class _Search:
    """Depth first over the skills, the options of each by their reduced cost."""

    def __init__(self, problem: _Problem, prices: Sequence[float], start: list[Raised] | None) -> None:
        self.need = problem.need
        self.best = start
        self.cost = _cost(start)
        self.nodes = 0
        self._base = sum(price * need for price, need in zip(prices, problem.need, strict=True))
        self._places, self._levels = self._ordered(problem, prices)
        self._suffix, self._reach = self._suffixes()
        self._chosen: list[Raised] = []

    def _ordered(
        self, problem: _Problem, prices: Sequence[float]
    ) -> tuple[list[int], list[list[tuple[float, Raised]]]]:
        """The skills whose options differ most under the prices first."""
        priced = [
            sorted((_reduced_cost(option, prices), option) for option in options) for options in problem.options
        ]
        spread = [
            (options[1][0] - options[0][0] if len(options) > 1 else 0.0, place) for place, options in enumerate(priced)
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
            if self.nodes >= MOST_NODES:
                return
            self.nodes += 1
            left = tuple(gap - lead for gap, lead in zip(short, option.leads, strict=True))
            if all(gap <= more for gap, more in zip(left, reach, strict=True)):
                self._chosen.append(option)
                self._descend(depth + 1, reduced + price, cost + option.cost, left)
                self._chosen.pop()
