"""How much a plan loses that always takes what brings most per hour, against the best plan for the same hours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import numpy as np

from careerpath.model.answers import Answers
from careerpath.pathways.fronts import best_within
from careerpath.pathways.plan_greedy import greedy_gain
from careerpath.pathways.plan_scope import Choices, find_scope
from careerpath.pathways.plan_solve import solve
from careerpath.scoring.table import build_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerpath.model.catalog import Catalog

SEED = 20_264
PEOPLE = 4
BUDGETS = (10, 20, 40, 80, 160, 320, 640)
"""Hours."""


class BudgetLoss(msgspec.Struct, frozen=True, kw_only=True):
    """For one budget: cases, the share of them in which something is lost, and the loss in hundredths of readiness.

    share: the loss over all cases together, of what the best plans bring. worst_role: where the most is lost.
    """

    hours: int
    cases: int
    losing: float
    mean: float
    worst: int
    worst_role: str
    share: float


class PlanFigures(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that the chapter says. unproven: cases in which the best plan was not proven to be the best."""

    seed: int
    people: int
    roles: int
    unproven: int
    losses: tuple[BudgetLoss, ...]


def measure_planning(catalog: Catalog) -> PlanFigures:
    """Somebody without any skill, and some people whose levels are drawn by the prior, for every role and budget."""
    table = build_table(catalog)
    people = list(_people(catalog))
    cases: dict[int, list[tuple[int, int, str]]] = {hours: [] for hours in BUDGETS}
    unproven = 0
    for row in table.roles:
        for answers in people:
            scope = find_scope(catalog, row, answers, Choices())
            frontier = solve(scope, 2 * max(BUDGETS))
            unproven += not frontier.proven
            for hours in BUDGETS:
                best = best_within(frontier.points, 2 * hours).gain
                cases[hours].append((best - greedy_gain(scope, 2 * hours), best, row.role))
    return PlanFigures(
        seed=SEED,
        people=len(people),
        roles=len(table.roles),
        unproven=unproven,
        losses=tuple(_loss(hours, found) for hours, found in cases.items()),
    )


def _people(catalog: Catalog) -> Iterator[Answers]:
    yield Answers(skills={skill.id: 0 for skill in catalog.skills})
    random = np.random.default_rng(SEED)
    chances = np.array(catalog.scoring.prior) / sum(catalog.scoring.prior)
    for _ in range(PEOPLE):
        levels = random.choice(len(chances), size=len(catalog.skills), p=chances)
        yield Answers(skills={skill.id: int(level) for skill, level in zip(catalog.skills, levels, strict=True)})


def _loss(hours: int, found: list[tuple[int, int, str]]) -> BudgetLoss:
    losses = [loss for loss, _, _ in found]
    worst, _, role = max(found, key=lambda case: (case[0], case[2]))
    return BudgetLoss(
        hours=hours,
        cases=len(found),
        losing=round(sum(loss > 0 for loss in losses) / len(losses), 4),
        mean=round(sum(losses) / len(losses), 2),
        worst=worst,
        worst_role=role,
        share=round(sum(losses) / max(sum(best for _, best, _ in found), 1), 4),
    )
