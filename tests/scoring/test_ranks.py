"""Honest ranks: places, ranges that hold 95 % of the draws, and figures that follow from the answers alone."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import numpy as np
import pytest

from careerpath.catalog.read import read_catalog
from careerpath.catalog.source import read_folder
from careerpath.model.answers import Answers
from careerpath.scoring.belief import Belief
from careerpath.scoring.kernel import Kernel
from careerpath.scoring.ranks import DRAWS, _narrowest_range, honest_ranks, places_of, rank_chances, seed_of
from careerpath.scoring.table import build_table
from support.program import ROOT

if TYPE_CHECKING:
    from careerpath.model.catalog import Catalog


@pytest.fixture
def catalog() -> Catalog:
    return read_catalog(read_folder(ROOT / "tests" / "catalogs" / "design-team"))


def test_places_count_those_that_are_better_and_equals_share_the_better_one() -> None:
    matches = np.array([[5, 9, 5, 1], [3, 2, 1, 0], [7, 7, 2, 7]])
    assert places_of(matches).tolist() == [[2, 1, 2, 4], [1, 2, 3, 4], [1, 1, 4, 1]]


@pytest.mark.parametrize(
    ("places", "best", "worst"),
    [
        ([1] * 95 + [4] * 5, 1, 1),
        ([1] * 94 + [4] * 6, 1, 4),
        ([1] * 4 + [2] * 50 + [3] * 46, 2, 3),
        ([1] * 5 + [2] * 90 + [3] * 5, 1, 2),
        ([4] * 100, 4, 4),
        ([3] * 2 + [4] * 98, 4, 4),
    ],
)
def test_the_range_is_the_shortest_that_holds_the_draws(places: list[int], best: int, worst: int) -> None:
    column = np.array(places)[:, None]
    others = np.ones((len(places), 3), dtype=int)
    found = _narrowest_range(np.hstack([column, others]), 4)
    assert (found[0].tolist(), found[1].tolist()) == ([best, 1, 1, 1], [worst, 1, 1, 1])


def test_the_seed_comes_from_all_answers() -> None:
    codes, likes = np.array([1, 2, -1], dtype=np.int8), np.array([0, 5], dtype=np.int8)
    assert seed_of(codes, likes) == int.from_bytes(hashlib.sha256(b"\x01\x02\xff/\x00\x05").digest()[:8], "big")
    assert seed_of(codes, likes) != seed_of(codes, likes[::-1].copy())
    assert seed_of(codes, likes) != seed_of(codes[::-1].copy(), likes)


PEOPLE = {
    "nothing said": Answers(),
    "a designer": Answers(
        background={"education": "bachelor", "experience": 3},
        skills={"visual-design": 2, "interaction-design": 2, "prototyping": 2, "user-research": 1, "mentoring": 0},
        likes={"draw-screens": 5, "plan-with-others": 2},
    ),
    "a lead": Answers(
        background={"leading": 2, "credentials": ("accessibility-course",)},
        skills={"facilitation": 4, "mentoring": 3, "interaction-design": 3, "design-systems": 3},
        likes={"review-work": 4, "plan-with-others": 5, "draw-screens": 1},
    ),
}


@pytest.mark.parametrize("who", PEOPLE)
def test_the_chances_to_be_first_add_up_and_agree_with_the_draws(catalog: Catalog, who: str) -> None:
    table = build_table(catalog)
    ranks = honest_ranks(catalog, table, PEOPLE[who])
    assert list(ranks) == [role.role for role in table.roles]
    assert sum(rank.first for rank in ranks.values()) == 10_000
    kernel = Kernel(table, catalog.scoring.appeal)
    codes, likes = kernel.encode(catalog, [PEOPLE[who]])
    belief = Belief(table, kernel)
    random = np.random.default_rng(seed_of(codes[0], likes[0]))
    matches = kernel.score(*belief.draw(codes[0], likes[0], DRAWS, random)).match.tolist()
    for column, role in enumerate(kernel.roles):
        shared = [1 / row.count(max(row)) for row in matches if row[column] == max(row)]
        assert ranks[role].first == pytest.approx(10_000 * sum(shared) / DRAWS, abs=1)
        places = [1 + sum(other > row[column] for other in row) for row in matches]
        held = sum(ranks[role].best <= place <= ranks[role].worst for place in places)
        assert held >= 0.95 * DRAWS
        for best, worst in ((ranks[role].best + 1, ranks[role].worst), (ranks[role].best, ranks[role].worst - 1)):
            assert sum(best <= place <= worst for place in places) < 0.95 * DRAWS


def test_more_draws_are_as_many_as_asked_for(catalog: Catalog) -> None:
    table = build_table(catalog)
    belief = Belief(table, Kernel(table, catalog.scoring.appeal))
    codes, likes = belief.kernel.encode(catalog, [PEOPLE["a lead"]])
    few = rank_chances(belief, codes[0], likes[0], draws=7)
    assert few.first.sum() == pytest.approx(1)
    assert (few.first * 7 * 2520).round(6).tolist() == pytest.approx((few.first * 7 * 2520).round().tolist())


def test_who_leads_is_likely_to_come_first_as_a_lead(catalog: Catalog) -> None:
    ranks = honest_ranks(catalog, build_table(catalog), PEOPLE["a lead"])
    assert max(ranks, key=lambda role: ranks[role].first) == "design-lead"
