"""The problem of `what_if_search` in rows, the bound that prices give, and raises that do.

For any prices p_r >= 0 of points of lead,

    cost  >=  sum over s of min over y of (cost(s, y) - sum over r of p_r d(r, s, y))  +  sum over r of p_r need_r

(the Lagrangian relaxation: whatever is allowed pays no price for a need that it meets). Prices are improved by
subgradient steps; any prices give a true bound. It is computed with binary fractions, whose error stays far below the
margin of 0.001, and costs are whole numbers.
"""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from careerpath.pathways.what_if_options import Raised

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from careerpath.pathways.what_if_options import Question

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


def find_prices(problem: Problem, start: Sequence[float], rounds: int) -> tuple[list[tuple[float, ...]], int]:
    """Prices on the way to good ones by subgradient steps, the best last; and its bound, rounded up."""
    prices = list(start)
    best, best_prices, trail = 0.0, tuple(prices), []
    rate, stalled = 1.0, 0
    scale = sum(max(option.cost for option in options) for options in problem.options) or 1
    for turn in range(rounds):
        bound = sum(price * need for price, need in zip(prices, problem.need, strict=True))
        short = list(problem.need)
        for options in problem.options:
            cost, chosen = min((reduced_cost(option, prices), option) for option in options)
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


def repaired(problem: Problem, prices: Sequence[float]) -> list[Raised] | None:
    """Raises that do, made from those that the prices ask for; None if this simple way finds none."""
    chosen = [min(options, key=lambda option: (reduced_cost(option, prices), option)) for options in problem.options]
    while missing := _short(problem, chosen):
        moves = []
        for place, options in enumerate(problem.options):
            for option in options:
                gained = missing - _short(problem, [*chosen[:place], option, *chosen[place + 1 :]])
                if gained > 0:
                    moves.append(((option.cost - chosen[place].cost) / gained, place, option))
        if not moves:
            return None
        _, place, option = min(moves)
        chosen[place] = option
    return _pared(problem, chosen)


def _short(problem: Problem, choice: Sequence[Raised]) -> int:
    """How many points of lead are missing, over all rivals."""
    return sum(max(0, need - sum(option.leads[place] for option in choice)) for place, need in enumerate(problem.need))


def _pared(problem: Problem, chosen: list[Raised]) -> list[Raised]:
    """The same with each raise made as cheap as it can be, the dearest first."""
    for place in sorted(range(len(chosen)), key=lambda place: -chosen[place].cost):
        for option in sorted(problem.options[place]):
            trial = [*chosen[:place], option, *chosen[place + 1 :]]
            if option.cost < chosen[place].cost and not _short(problem, trial):
                chosen = trial
                break
    return chosen


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
