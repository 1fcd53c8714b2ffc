"""Summaries of cohorts for tests: of counts at random, and with hostile texts."""

from __future__ import annotations

import random
from functools import cache
from typing import Any

import msgspec
import numpy as np

from careerpath.cohort.tally import BANDS, Tally
from careerpath.render.data.cohort import CohortSummary, summary_data
from careerpath.scoring.demands import Demands
from careerpath.scoring.table import build_table
from support.catalogs import shipped

FOREIGN = {"title", "label", "name"}
"""The fields that hold what a catalogue says."""


@cache
def shipped_demands() -> Demands:
    """What the roles of the shipped catalogue ask for."""
    return Demands(build_table(shipped()))


def random_tally(demands: Demands, people: int, seed: int) -> Tally:
    """Counts as if so many people were spread over the roles, some roles much more frequent than others."""
    draw = random.Random(seed)  # noqa: S311 (no secret)
    roles = len(demands.roles)
    weights = [draw.expovariate(1) ** 3 for _ in range(roles * BANDS)]
    tally = Tally(roles, len(demands.cases))
    tally.scored = people
    for cell in draw.choices(range(roles * BANDS), weights, k=people):
        tally.firsts[divmod(cell, BANDS)] += 1
    for role, row in enumerate(demands.roles):
        ends = [*row.first.tolist()[1:], demands.bounds[role + 1]]
        for first, end in zip(row.first.tolist(), ends, strict=True):
            cases = draw.choices(range(first, end), k=int(tally.firsts[role].sum()))
            tally.cases += np.bincount(np.array(cases, dtype=int), minlength=len(tally.cases))
    return tally


def made_summary(people: int, least: int = 10, seed: int = 1) -> CohortSummary:
    """The summary of so many people in the shipped catalogue."""
    demands = shipped_demands()
    return summary_data(shipped(), demands, random_tally(demands, people, seed), least, "0.1.0")


def with_hostile(data: CohortSummary, text: str) -> CohortSummary:
    """The same summary with a text put before every text that a catalogue says."""

    def put(value: Any, field: str) -> Any:
        if isinstance(value, dict):
            return {key: put(entry, key) for key, entry in value.items()}
        if isinstance(value, list | tuple):
            return [put(entry, field) for entry in value]
        return f"{text}{value}" if isinstance(value, str) and field in FOREIGN else value

    return msgspec.convert(put(msgspec.to_builtins(data), ""), type=CohortSummary)
