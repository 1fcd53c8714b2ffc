"""The summary: true as far as it goes, and no small group can be found out from it."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerpath.cohort.anonymity import grain, round_down
from careerpath.cohort.lacking import count_standing
from careerpath.render.data import cohort as told
from careerpath.render.data.cohort import summary_data
from support.attacker import attack, tiny_catalog
from support.catalogs import SEEDS, shipped
from support.summaries import made_summary, random_tally, shipped_demands

if TYPE_CHECKING:
    from collections.abc import Callable

LEASTS = st.integers(2, 12)
SIZES = range(4, 8)
"""All cohorts of so many people, for a smallest group of 2: counts are rounded to multiples of 4."""


@given(st.integers(0, 5000), st.integers(1, 20))
def test_a_rounded_count_is_the_most_that_is_true_of_its_grain(count: int, least: int) -> None:
    rounded = round_down(count, least)
    assert rounded % grain(least) == 0
    assert rounded <= count < rounded + grain(least)


def test_without_a_smallest_group_counts_are_exact() -> None:
    assert [round_down(count, 1) for count in range(50)] == list(range(50))


@given(st.lists(st.integers(0, 60), min_size=2, max_size=7), LEASTS)
def test_groups_that_make_up_a_known_whole_are_not_found_out(counts: list[int], least: int) -> None:
    """Whoever knows the whole exactly, too, cannot tell of any of the groups, together or alone, that it is small."""
    whole = sum(counts)
    if whole < least:
        return
    low = [round_down(count, least) for count in counts]
    room = grain(least) - 1
    for size in range(1, len(counts)):
        for some in combinations(range(len(counts)), size):
            inside = sum(low[place] for place in some)
            outside = sum(low) - inside
            fewest = max(inside, whole - outside - room * (len(counts) - size))
            most = min(inside + room * size, whole - outside)
            assert fewest <= 0 or most >= least


@given(st.integers(0, 300), st.integers(0, 300), LEASTS)
def test_a_difference_may_be_nobody_or_a_large_group(some: int, more: int, least: int) -> None:
    difference = round_down(some + more, least) - round_down(some, least)
    room = grain(least) - 1
    assert difference - room <= 0 or difference + room >= least


@pytest.mark.parametrize("seed", range(4))
def test_nobody_finds_out_a_small_group(seed: int) -> None:
    verdict = attack(tiny_catalog(seed), SIZES, 2)
    assert verdict.summaries > 5
    assert verdict.groups > 100
    assert verdict.found_out == []


def leave_out_small(count: int, least: int) -> int:
    return count if count >= least else 0


def round_to_the_least(count: int, least: int) -> int:
    return count - count % least


@pytest.mark.parametrize("rule", [leave_out_small, round_to_the_least])
def test_the_attacker_is_good_at_it(monkeypatch: pytest.MonkeyPatch, rule: Callable[[int, int], int]) -> None:
    """Leaving out small counts, or rounding less, would give small groups away."""
    monkeypatch.setattr(told, "round_down", rule)
    assert len(attack(tiny_catalog(2), SIZES, 2).found_out) > 20


@given(st.integers(0, 900), st.integers(1, 12), SEEDS)
def test_it_says_less_than_is_true_and_not_much_less(people: int, least: int, seed: int) -> None:
    demands = shipped_demands()
    tally = random_tally(demands, people, seed)
    summary = summary_data(shipped(), demands, tally, least, "0.1.0")
    step = grain(least)
    assert summary.people <= people < summary.people + step
    true = dict(zip((role.id for role in shipped().roles), tally.firsts.tolist(), strict=True))
    for role in summary.roles:
        bands = (role.bands.ready, role.bands.next, role.bands.later)
        assert role.people <= sum(true[role.role]) < role.people + step
        assert all(low <= count < low + step for low, count in zip(bands, true[role.role], strict=True))
    assert {role for role, counts in true.items() if sum(counts) >= step} == {role.role for role in summary.roles}
    standings = {entry.item: entry for entry in count_standing(demands, tally, {role.role for role in summary.roles})}
    for gap in summary.gaps:
        assert gap.lack <= standings[gap.item].lack < gap.lack + step
        assert gap.unsaid <= standings[gap.item].unsaid < gap.unsaid + step
    counts = [gap.lack for gap in summary.gaps] + [gap.unsaid for gap in summary.gaps]
    counts += [found.people for found in summary.steps]
    assert all(count % step == 0 for count in counts)


@given(SEEDS)
def test_the_order_follows_from_what_is_told(seed: int) -> None:
    summary = made_summary(700, 5, seed)
    assert list(summary.roles) == sorted(summary.roles, key=lambda role: (-role.people, role.role))
    assert list(summary.gaps) == sorted(summary.gaps, key=lambda gap: (-gap.lack, -gap.unsaid, gap.item))
    assert list(summary.steps) == sorted(
        summary.steps, key=lambda step: (-step.people, step.learning, step.skill, step.to)
    )


@pytest.mark.parametrize("people", [0, 1, 9, 10, 19])
def test_of_few_people_nothing_is_told(people: int) -> None:
    summary = made_summary(people)
    assert (summary.people, summary.roles, summary.gaps, summary.steps) == (0, (), (), ())
