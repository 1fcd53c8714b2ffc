"""Chances among the roles compared."""

from __future__ import annotations

from itertools import permutations

from careerpath.model.answers import Answers
from careerpath.pathways.standing import Standing, compare_standing
from careerpath.pathways.transfer import incumbent
from careerpath.scoring.ranks import honest_ranks
from careerpath.scoring.table import build_table
from support.catalogs import decoded_answers, shipped

ROLES = ("marketing-manager", "product-manager", "product-owner")


def standing_of(role: str) -> tuple[Standing, Answers]:
    catalog, table = shipped(), build_table(shipped())
    row = next(row for row in table.roles if row.role == role)
    answers = decoded_answers(catalog, incumbent(catalog, table, row).codes, {})
    return compare_standing(catalog, table, answers, ROLES), answers


def test_chances_add_up_and_mirror_each_other() -> None:
    standing, answers = standing_of("product-manager")
    assert sum(standing.leads.values()) == 10_000
    for first, second in permutations(ROLES, 2):
        for measure in ("readiness", "appeal", "match"):
            assert standing.chance(first, second, measure) + standing.chance(second, first, measure) == 10_000
    assert standing == compare_standing(shipped(), build_table(shipped()), answers, ROLES)


def test_an_incumbent_leads_plainly() -> None:
    for role in ROLES:
        standing, _ = standing_of(role)
        assert max(standing.leads, key=lambda name: standing.leads[name]) == role
        assert all(standing.chance(role, other, "readiness") > 8000 for other in ROLES if other != role)


def test_among_all_roles_they_are_the_honest_ranks() -> None:
    catalog, table = shipped(), build_table(shipped())
    _, answers = standing_of("product-owner")
    every = [role.id for role in catalog.roles]
    standing = compare_standing(catalog, table, answers, every)
    assert standing.leads == {role: rank.first for role, rank in honest_ranks(catalog, table, answers).items()}


def test_nothing_answered_tells_nothing_about_likes() -> None:
    standing = compare_standing(shipped(), build_table(shipped()), Answers(), ROLES[:2])
    assert 4000 <= standing.chance(ROLES[0], ROLES[1], "appeal") <= 6000
