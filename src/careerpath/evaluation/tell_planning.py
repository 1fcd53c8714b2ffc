"""The chapter on plans in words and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.evaluation.section import Grid, Section, points_text, share_text

if TYPE_CHECKING:
    from careerpath.evaluation.planning import PlanFigures

INTRODUCTION = (
    "`careerpath plan` finds the best use of so many hours exactly. Here it is set against the plan that one would "
    "make without a search: always do next what brings most readiness per hour and still fits. For every role: "
    "somebody without any skill, and people whose levels are drawn by the prior."
)
MEANING = (
    "Loses: the share of cases in which that simple plan brings less. The loss is in points of readiness; its share is "
    "of what the best plans bring. The simple plan is never better; a property test holds the best one against trying "
    "everything on small catalogues."
)


def tell_planning(figures: PlanFigures) -> Section:
    """The chapter."""
    grid = Grid(
        f"What a simple plan loses ({figures.roles} roles, {figures.people} people each)",
        ("hours", "cases", "loses %", "mean loss", "worst loss", "share of gain %"),
        tuple(
            (
                str(loss.hours),
                str(loss.cases),
                share_text(loss.losing),
                points_text(loss.mean),
                points_text(loss.worst),
                share_text(loss.share),
            )
            for loss in figures.losses
        ),
    )
    proof = f"Seed {figures.seed}. Plans not proven to be the best: {figures.unproven}."
    return Section("Plans: what a search is worth", (INTRODUCTION, proof, grid, MEANING))
