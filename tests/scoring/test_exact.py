from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from careerpath.scoring.exact import divide_fairly, proportional, rounded

names = st.text("abcdef", min_size=1, max_size=3)
numerators = st.dictionaries(names, st.integers(-60_000, 60_000), min_size=1, max_size=8)
denominators = st.integers(1, 60)


@given(numerator=st.integers(-(10**9), 10**9), denominator=st.integers(1, 10**6))
def test_rounded_is_the_nearest_whole_number_with_halves_upwards(numerator: int, denominator: int) -> None:
    difference = rounded(numerator, denominator) - Fraction(numerator, denominator)
    assert Fraction(-1, 2) < difference <= Fraction(1, 2)


def test_rounded_halves() -> None:
    assert [rounded(half, 2) for half in (-3, -1, 1, 3)] == [-1, 0, 1, 2]


@given(numerators=numerators, denominator=denominators, upwards=st.booleans())
def test_fair_parts_add_up_and_are_near_their_shares(
    numerators: dict[str, int],
    denominator: int,
    upwards: bool,  # noqa: FBT001 (drawn by Hypothesis)
) -> None:
    exact = Fraction(sum(numerators.values()), denominator)
    total = exact.__ceil__() if upwards else exact.__floor__()
    parts = divide_fairly(total, numerators, denominator)
    assert sum(parts.values()) == total
    assert list(parts) == list(numerators)
    assert all(abs(parts[name] - Fraction(numerators[name], denominator)) < 1 for name in numerators)


@given(numerators=numerators, denominator=denominators, data=st.data())
def test_fair_parts_do_not_depend_on_the_order(
    numerators: dict[str, int], denominator: int, data: st.DataObject
) -> None:
    total = rounded(sum(numerators.values()), denominator)
    order = data.draw(st.permutations(sorted(numerators)))
    shuffled = {name: numerators[name] for name in order}
    assert divide_fairly(total, shuffled, denominator) == divide_fairly(total, numerators, denominator)


@given(
    total=st.integers(0, 20_000),
    weights=st.dictionaries(st.text("abc", max_size=3), st.integers(1, 1000), min_size=1, max_size=9),
)
def test_proportional_parts_add_up_and_keep_the_order_of_the_weights(total: int, weights: dict[str, int]) -> None:
    parts = proportional(total, weights)
    assert sum(parts.values()) == total
    for name, weight in weights.items():
        assert all(parts[name] <= parts[other] for other, heavier in weights.items() if heavier > weight)


def test_equal_remainders_are_served_by_name() -> None:
    assert proportional(2, {"c": 1, "b": 1, "a": 1}) == {"c": 0, "b": 1, "a": 1}
