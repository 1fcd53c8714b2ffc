"""Fronts against all combinations of what there is to choose from."""

from __future__ import annotations

from itertools import product
from operator import itemgetter

from hypothesis import given
from hypothesis import strategies as st

from careerpath.pathways.fronts import Point, best_within, cheapest_for, combine_all, front_of

GROUPS = st.lists(
    st.lists(
        st.tuples(st.integers(0, 3), st.integers(0, 3), st.sampled_from("abcd")), min_size=1, unique_by=itemgetter(2)
    ),
    min_size=1,
    max_size=3,
)


def every_best(groups: list[list[tuple[int, int, str]]], most: int) -> list[tuple[int, int, tuple[str, ...]]]:
    """For each cost that is worth paying the largest gain, with the choice that comes first; by trying all."""
    whole = sorted(
        (sum(cost for cost, _, _ in parts), -sum(gain for _, gain, _ in parts), tuple(name for _, _, name in parts))
        for parts in product(*groups)
    )
    kept: list[tuple[int, int, tuple[str, ...]]] = []
    for cost, loss, names in whole:
        if cost <= most and (not kept or -loss > kept[-1][1]):
            kept.append((cost, -loss, names))
    return kept


@given(GROUPS, st.integers(0, 9))
def test_a_front_holds_the_best_of_all_combinations(groups: list[list[tuple[int, int, str]]], most: int) -> None:
    found = combine_all([front_of(options, most) for options in groups], most)
    told = [(point.cost, point.gain, point.choice) for point in found]
    assert told == every_best(groups, most)
    assert [point.rank for point in found] == [sorted(p.choice for p in found).index(point.choice) for point in found]


def test_of_equal_combinations_the_one_whose_parts_come_first_is_kept() -> None:
    # Both cost three and gain three; ranks decide between them, not the order in which they are found.
    first = front_of([(0, 0, "c"), (1, 1, "b"), (2, 2, "a")], 9)
    second = front_of([(1, 1, "z"), (2, 2, "y"), (3, 3, "x")], 9)
    assert [(point.cost, point.choice) for point in combine_all([first, second], 3)] == [
        (1, ("c", "z")), (2, ("b", "z")), (3, ("a", "z")),
    ]  # fmt: skip
    assert [point.rank for point in combine_all([first, second], 3)] == [2, 1, 0]


def test_the_best_for_so_much_and_the_cheapest_for_so_much() -> None:
    front = [Point(0, 0, 0, "a"), Point(2, 3, 1, "b"), Point(5, 4, 2, "c")]
    assert [best_within(front, budget).choice for budget in (0, 1, 2, 4, 5, 9)] == ["a", "a", "b", "b", "c", "c"]
    assert cheapest_for(front, 0) == front[0]
    assert cheapest_for(front, 3) == front[1]
    assert cheapest_for(front, 4) == front[2]
    assert cheapest_for(front, 5) is None
