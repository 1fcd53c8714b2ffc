"""Honest ranks: the places that a role could take, and how likely it is to be first, since self-ratings err.

Draws people who would have given these answers from the belief, scores them, and counts. The random numbers come from
the answers themselves, so that the same answers always give the same figures.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from careerpath.model.assessment import HonestRank
from careerpath.scoring.belief import Belief, Floats
from careerpath.scoring.exact import WHOLE, divide_fairly
from careerpath.scoring.kernel import Codes, Integers, Kernel

if TYPE_CHECKING:
    from careerpath.model.answers import Answers
    from careerpath.model.catalog import Catalog
    from careerpath.scoring.table import ScoreTable

DRAWS = 2000
FINE = 2**40
"""Chances are made whole numbers of this many parts before they are rounded fairly."""

COVERED = 0.95


class Ranks(NamedTuple):
    """By role, in the order of the kernel: the chance to be first, and the 95 % range of places, both ends included."""

    first: Floats
    best: Integers
    worst: Integers


def honest_ranks(catalog: Catalog, table: ScoreTable, answers: Answers) -> dict[str, HonestRank]:
    """The honest rank of every role for one person, by role."""
    kernel = Kernel(table, catalog.scoring.appeal)
    codes, likes = kernel.encode(catalog, [answers])
    ranks = rank_chances(Belief(table, kernel), codes[0], likes[0])
    shares = {role: round(first * FINE) * WHOLE for role, first in zip(kernel.roles, ranks.first, strict=True)}
    chances = divide_fairly(WHOLE, shares, FINE)
    return {
        role: HonestRank(first=chances[role], best=int(best), worst=int(worst))
        for role, best, worst in zip(kernel.roles, ranks.best, ranks.worst, strict=True)
    }


def rank_chances(belief: Belief, codes: Codes, likes: Codes, draws: int = DRAWS) -> Ranks:
    """The honest ranks of one person. A first place that several share is divided between them."""
    random = np.random.default_rng(seed_of(codes, likes))
    true_codes, true_likes = belief.draw(codes, likes, draws, random)
    match = belief.kernel.score(true_codes, true_likes).match
    leads = match == match.max(axis=1, keepdims=True)
    first = (leads / leads.sum(axis=1, keepdims=True)).mean(axis=0)
    places = places_of(match)
    best, worst = _narrowest_range(places, match.shape[1])
    return Ranks(first=np.asarray(first), best=best, worst=worst)


def places_of(match: Integers) -> Integers:
    """The place of each role by match, 1 for the highest; of shape (people, roles). Equals share the better one."""
    order = np.argsort(-match, axis=1)
    falling = np.take_along_axis(match, order, axis=1)
    place = np.broadcast_to(np.arange(1, match.shape[1] + 1), match.shape).copy()
    # Whoever equals the one before has its place; that is the highest place so far, once all others are set to 1.
    place[:, 1:][falling[:, 1:] == falling[:, :-1]] = 1
    places = np.empty_like(place)
    np.put_along_axis(places, order, np.maximum.accumulate(place, axis=1), axis=1)
    return places


def _narrowest_range(places: Integers, roles: int) -> tuple[Integers, Integers]:
    """For each role the shortest run of places that holds 95 % of the draws; the better one where two are as short."""
    best = np.empty(roles, dtype=np.int64)
    worst = np.empty(roles, dtype=np.int64)
    for role in range(roles):
        counts = np.bincount(places[:, role], minlength=roles + 1)[1:]
        total = np.concatenate([[0], np.cumsum(counts)])
        needed = COVERED * len(places)
        ends = np.searchsorted(total, total[:-1] + needed - 1e-9)
        starts = np.arange(roles)
        lengths = np.where(ends <= roles, ends - starts, roles + 1)
        start = int(np.argmin(lengths))
        best[role], worst[role] = start + 1, ends[start]
    return best, worst


def seed_of(codes: Codes, likes: Codes) -> int:
    """The seed of the draws for one person: it comes from the answers, so that the same ones give the same figures."""
    digest = hashlib.sha256(codes.tobytes() + b"/" + likes.tobytes()).digest()
    return int.from_bytes(digest[:8], "big")
