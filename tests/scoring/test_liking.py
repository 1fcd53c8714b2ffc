"""How well roles are liked, in arrays as one by one."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerpath.scoring import liking
from careerpath.scoring.exact import rounded
from careerpath.scoring.liking import Fractions, Liking

WIDE = 1_000_003
"""Weights times this are too wide for sums in single precision."""


@given(st.integers(0, 2**32), st.integers(0, 5), st.integers(1, 4), st.integers(1, 4), st.sampled_from([1, WIDE]))
def test_it_is_the_mean_of_the_differences_weighted(
    seed: int, people: int, roles: int, activities: int, times: int
) -> None:
    draw = np.random.default_rng(seed)
    weights = draw.integers(0, 4, (roles, activities)) * times
    likes = draw.integers(0, 6, (people, activities)).astype(np.int8)
    found = Liking(weights).of(likes)
    assert found.numerator.shape == found.denominator.shape == (people, roles)
    for person, role in np.ndindex(people, roles):
        told = [int(like) for like in likes[person] if like]
        numerator = sum(
            int(weight) * (len(told) * int(like) - sum(told))
            for weight, like in zip(weights[role], likes[person], strict=True)
            if like
        )
        assert found.numerator[person, role] == numerator
        assert found.denominator[person, role] == max(len(told) * int(weights[role].sum()), 1)


@given(
    st.lists(st.tuples(st.integers(-(2**20), 2**20), st.integers(1, 2**20)), min_size=1),
    st.sampled_from([(1250, 1), (25_000, 100), (1, 2)]),
    st.sampled_from([np.float32, np.float64]),
)
def test_fractions_are_rounded_as_one_by_one(
    fractions: list[tuple[int, int]], times: tuple[int, int], numbers: type[np.floating]
) -> None:
    factor, divisor = times
    found = Fractions(*np.array(fractions, dtype=numbers).T).rounded(factor, divisor)
    assert found.tolist() == [rounded(factor * above, divisor * below) for above, below in fractions]


def test_fractions_that_single_precision_does_not_hold_are_rounded_exactly() -> None:
    single = Fractions(np.array([2**24 - 1], dtype=np.float32), np.array([1], dtype=np.float32))
    assert single.rounded(1250, 1).tolist() == [1250 * (2**24 - 1)]
    one = Fractions(single.numerator, single.numerator)
    assert one.rounded(10**8, 3).tolist() == [33_333_333]


def test_rounding_takes_no_memory_where_it_is_given_some() -> None:
    space = np.empty(2), np.empty(2)
    fractions = Fractions(np.array([5.0, 7.0]), np.array([2.0, 2.0]))
    assert fractions.rounded(1, 1, space) is space[0]
    assert (space[0].tolist(), space[1].tolist()) == ([3, 4], [4, 4])


@pytest.mark.parametrize(("weight", "numbers"), [(2**20 - 1, np.float32), (2**20, np.float64)])
def test_sums_are_of_single_precision_where_it_holds_them(weight: int, numbers: type[np.floating]) -> None:
    # Likes are at most four steps, times the number of activities, above their mean: 16 times the weight is the bound.
    looked_at = Liking(np.array([[weight, 0, 0, 0], [0, 1, 0, 0]]))
    assert {array.dtype for array in looked_at.space(1)} == {np.dtype(numbers)}


@pytest.mark.parametrize("numbers", [np.float32, np.float64])
def test_halves_are_rounded_upwards(numbers: type[np.floating]) -> None:
    numerators = np.array([-3, -1, 1, 3], dtype=numbers)
    assert Fractions(numerators, np.full(4, 2, dtype=numbers)).rounded(1, 1).tolist() == [-1, 0, 1, 2]


@pytest.mark.parametrize("part", [1, 12, 50, 10_000])
def test_it_makes_no_difference_how_many_people_are_looked_at_together(
    part: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw = np.random.default_rng(part)
    looked_at = Liking(draw.integers(0, 4, (3, 4)))
    likes = draw.integers(0, 6, (11, 4)).astype(np.int8)
    monkeypatch.setattr(liking, "ONE_THREAD", part)
    alone = [looked_at.of(likes[[person]]).rounded(1250, 1).tolist() for person in range(len(likes))]
    assert looked_at.of(likes).rounded(1250, 1)[:, None].tolist() == alone
