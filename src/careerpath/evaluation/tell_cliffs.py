"""The chapter on cliffs in words and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.evaluation.cliffs import KINDS
from careerpath.evaluation.section import Grid, Section, points_text, share_text

if TYPE_CHECKING:
    from careerpath.evaluation.cliffs import CliffFigures

INTRODUCTION = (
    "Every answer about a skill, years or a liking is moved by one step, up and down, and every figure of every role "
    "is scored again. The score is a sum over answers, so no step can move a figure further than the steepest step in "
    "the table of points; this is the published bound. The people: answers at random; levels by the prior; one level "
    "throughout; incumbents whose answers err by 0.5; people with about five answers of each sort; and for each "
    "role somebody who stands just below its steepest step."
)
MEANING = (
    "What it means: somebody who is one level off in one answer sees a figure move by no more than the bound. Another "
    "role may still come first where two are nearly level, which is why the honest ranks (next chapter) are shown."
)
SHARES = (
    "Without a recommendation: nobody comes first (must be 0). Only later: every role is below the `next` band, "
    "which is the honest answer to somebody with hardly any of the skills. Tied: several roles share the first place. "
    "Changed: of all single steps, the share that brings another role to the first place."
)


def tell_cliffs(figures: CliffFigures) -> Section:
    """The chapter."""
    largest = figures.largest
    moved = Grid(
        "Largest change of a figure by one step of one answer, in points (measured / bound)",
        ("answer", "match", "readiness", "appeal"),
        tuple(
            (
                kind,
                *(
                    f"{points_text(getattr(largest[kind], name))} / {points_text(getattr(figures.bounds[kind], name))}"
                    for name in ("match", "readiness", "appeal")
                ),
            )
            for kind in KINDS
        ),
    )
    shares = Grid(
        "What one step does, by people (% where not a number)",
        ("people", "number", "steps", "none", "only later", "tied", "changed"),
        tuple(
            (
                group.group,
                str(group.people),
                str(group.steps),
                str(group.unadvised),
                *map(share_text, (group.only_later, group.tied, group.changed)),
            )
            for group in figures.groups
        ),
    )
    return Section(
        "No cliffs: what one answer can change", (INTRODUCTION, f"Seed {figures.seed}.", moved, MEANING, SHARES, shares)
    )
