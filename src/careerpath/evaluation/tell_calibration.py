"""The chapter on calibration in words and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.evaluation.reliability import BINS, ENOUGH, most_overconfident
from careerpath.evaluation.section import Grid, Section, share_text

if TYPE_CHECKING:
    from careerpath.evaluation.calibration import CalibrationFigures, PopulationFigures
    from careerpath.evaluation.reliability import Bin

INTRODUCTION = (
    "People are simulated whose true levels and likes we know and careerpath does not: it is told what they say, which "
    "errs by the declared error of self-ratings (exact in 62 % of answers, one step off in 36 %, two in 2 %). The "
    "role named first is the one that the score puts first on what they say. Its stated chance is right if, of the "
    "people told 80 to 90 %, between 80 and 90 % truly have that role first."
)
POPULATIONS = (
    "Resembling a role: true levels exactly those of a role, 0 or 1 elsewhere, and a liking for its work. At random: "
    "every answer equally likely. By the prior: as common as the catalogue holds each level to be. One step too high: "
    "half resembling a role, half by the prior, all of whom rate every skill a step too high before the error. Only 20 "
    "skills answered: half resembling a role, a quarter each at random and by the prior."
)
COVERAGE = (
    "The 95 % range of places of a role should hold its true place 95 times in 100; more often means that the ranges "
    "are wider than they need be. Places are whole numbers, so a range that must hold at least 95 % of the draws "
    "holds a little more. ECE is the expected calibration error: the mean distance between what is said and what is "
    "true, in points of percent; for the first-named role, and for the chances of all roles. Brier is the squared "
    "error of all chances of a person, 0 at best and 2 at worst."
)
BY_TENTH = (
    "The same by tenths of the stated chance. A share counted among 30 people has a standard error of about 9 points, "
    "among 300 of about 3; so a tenth is too sure only where it is so by more than about twice its standard error."
)


def tell_calibration(figures: CalibrationFigures) -> Section:
    """The chapter."""
    rows = figures.populations
    return Section(
        "Calibration: is the stated chance right?",
        (
            INTRODUCTION,
            POPULATIONS,
            f"{rows[0].people} people of each population, {figures.draws} draws for each, seed {figures.seed}.",
            Grid(
                "The role named first, and the chances of all roles (%)",
                ("people", "said", "right", "ECE first", "ECE all", "Brier"),
                tuple(
                    (
                        row.population,
                        *map(share_text, (row.said, row.right, row.error_first)),
                        f"{100 * row.error_all:.2f}",
                        f"{row.brier:.3f}",
                    )
                    for row in rows
                ),
            ),
            Grid(
                "The 95 % ranges of places: true place within (%), and mean width in places",
                ("people", "all roles", "wider than one", "width"),
                tuple(
                    (row.population, share_text(row.covered), share_text(row.covered_wide), f"{row.width:.1f}")
                    for row in rows
                ),
            ),
            COVERAGE,
            BY_TENTH,
            *(_by_tenth(row) for row in rows),
            Grid(
                f"The tenth that is the most too sure, of those with {ENOUGH} people or more (points)",
                ("people", "tenth", "number", "too sure by", "standard error"),
                tuple(_excess(row) for row in rows),
            ),
        ),
    )


def _by_tenth(row: PopulationFigures) -> Grid:
    return Grid(
        f"{row.population}: chance stated for the first-named role",
        ("chance", "people", "said %", "right %"),
        tuple((_tenth(entry), str(entry.cases), share_text(entry.said), share_text(entry.right)) for entry in row.bins),
    )


def _excess(row: PopulationFigures) -> tuple[str, ...]:
    worst = most_overconfident(row.bins)
    if worst is None:
        return row.population, "-", "-", "-", "-"
    return (
        row.population,
        _tenth(worst),
        str(worst.cases),
        f"{100 * worst.excess + 0.0:.1f}",
        f"{100 * worst.deviation:.1f}",
    )


def _tenth(entry: Bin) -> str:
    return f"{100 * entry.low:.0f}-{100 * (entry.low + 1 / BINS):.0f} %"
