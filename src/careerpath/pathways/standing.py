"""How several roles stand to each other for one person, since self-ratings err.

The same draws as for the honest ranks: people who would have given these answers, each scored. From them follow, for
every two roles, the chances that the one comes before the other in readiness, in appeal and in match; and, among the
roles compared alone, the chance to be first.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Literal, TypeAlias

import numpy as np

from careerpath.model.base import Value
from careerpath.scoring.belief import Belief
from careerpath.scoring.exact import WHOLE, divide_fairly
from careerpath.scoring.kernel import Kernel
from careerpath.scoring.ranks import DRAWS, FINE, seed_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerpath.model.answers import Answers
    from careerpath.model.catalog import Catalog
    from careerpath.scoring.kernel import Integers
    from careerpath.scoring.table import ScoreTable

Measure: TypeAlias = Literal["readiness", "appeal", "match"]


class Duel(Value, frozen=True, kw_only=True):
    """Two roles: the chance, in hundredths of a percent, that `first` is above `second`; draws count half."""

    first: str
    second: str
    readiness: int
    appeal: int
    match: int


class Standing(Value, frozen=True, kw_only=True):
    """Roles among themselves. `leads`: the chance of each to have the highest match, adding up to 10000."""

    leads: dict[str, int]
    duels: tuple[Duel, ...]

    def chance(self, first: str, second: str, measure: Measure) -> int:
        """The chance that one role is above another, in hundredths of a percent."""
        for duel in self.duels:
            if (duel.first, duel.second) == (first, second):
                return int(getattr(duel, measure))
            if (duel.first, duel.second) == (second, first):
                return WHOLE - int(getattr(duel, measure))
        raise KeyError(first, second)


def compare_standing(catalog: Catalog, table: ScoreTable, answers: Answers, roles: Sequence[str]) -> Standing:
    """How roles (ids, two or more) stand to each other for a person. The same answers give the same figures."""
    kernel = Kernel(table, catalog.scoring.appeal)
    codes, likes = kernel.encode(catalog, [answers])
    random = np.random.default_rng(seed_of(codes[0], likes[0]))
    scores = kernel.score(*Belief(table, kernel).draw(codes[0], likes[0], DRAWS, random))
    column = {role: kernel.roles.index(role) for role in roles}
    match = scores.match[:, list(column.values())]
    leads = match == match.max(axis=1, keepdims=True)
    shares = (leads / leads.sum(axis=1, keepdims=True)).mean(axis=0)
    fine = {role: round(share * FINE) * WHOLE for role, share in zip(roles, shares.tolist(), strict=True)}
    return Standing(
        leads=divide_fairly(WHOLE, fine, FINE),
        duels=tuple(
            Duel(
                first=first,
                second=second,
                **{name: _chance(getattr(scores, name), column[first], column[second]) for name in scores._fields},
            )
            for first, second in combinations(roles, 2)
        ),
    )


def _chance(figures: Integers, first: int, second: int) -> int:
    above = np.sign(figures[:, first] - figures[:, second])
    return int((WHOLE * (above + 1).sum() + len(above)) // (2 * len(above)))
