"""Sums of look-ups, however items are put together and however wide the sums are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerpath.scoring import lookups
from careerpath.scoring.lookups import LookUps

if TYPE_CHECKING:
    from careerpath.scoring.lookups import Codes, Integers, Worths

EDGE = 2**15
"""Sums from here on do not fit into 16 bits."""


def sums_of_rows(table: Worths, sizes: Integers, codes: Codes) -> list[list[int]]:
    """The sums, with a look-up for each item."""
    first = np.concatenate([[0], np.cumsum(sizes + 1)[:-1]])
    sums: list[list[int]] = table[np.where(codes == -1, sizes, codes) + first].sum(axis=1).tolist()
    return sums


@given(
    st.lists(st.integers(1, 5), min_size=1, max_size=6),
    st.integers(0, 4),
    st.integers(0, 9),
    st.sampled_from([9, EDGE // 4, EDGE, 2**24]),
    st.integers(0, 2**32),
)
def test_they_are_those_of_a_look_up_for_each_item(
    sizes: list[int], columns: int, people: int, widest: int, seed: int
) -> None:
    draw = np.random.default_rng(seed)
    table = draw.integers(-widest, widest, (sum(sizes) + len(sizes), columns), endpoint=True).astype(np.int32)
    codes = np.stack([draw.integers(-1, size, people) for size in sizes], axis=1).astype(np.int8)
    found = LookUps(table, np.array(sizes)).sums(codes)
    assert found.dtype == np.int32
    assert found.tolist() == sums_of_rows(table, np.array(sizes), codes)


@pytest.mark.parametrize("least", [-EDGE, -EDGE - 1])
@pytest.mark.parametrize("most", [EDGE - 1, EDGE])
def test_sums_at_the_edge_of_a_narrow_type_are_whole(least: int, most: int) -> None:
    # The rows of the second item bring sums back that have run over, and over the edge those that have not.
    table = np.array([[EDGE], [-EDGE], [0], [most - EDGE], [least + EDGE], [0]], dtype=np.int32)
    codes = np.array([[0, 0], [1, 1], [-1, -1], [0, 1]], dtype=np.int8)
    assert LookUps(table, np.array([2, 2])).sums(codes).ravel().tolist() == [most, least, 0, least + 2 * EDGE]


@pytest.mark.parametrize("group", [1, 200, 10_000])
@pytest.mark.parametrize("block", [1, 7, 1000])
def test_groups_and_blocks_make_no_difference(group: int, block: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lookups, "GROUP_BYTES", group)
    monkeypatch.setattr(lookups, "BLOCK_SUMS", block)
    draw = np.random.default_rng(group + block)
    sizes = np.array([2, 5, 3, 1, 5])
    table = draw.integers(-99, 99, (21, 3)).astype(np.int32)
    codes = draw.integers(-1, sizes, (40, 5)).astype(np.int8)
    assert LookUps(table, sizes).sums(codes).tolist() == sums_of_rows(table, sizes, codes)


@pytest.mark.parametrize(
    ("most", "numbers"), [(EDGE - 1, np.int16), (EDGE, np.int32), (-EDGE, np.int16), (-EDGE - 1, np.int32)]
)
def test_sums_are_as_narrow_as_they_can_be(most: int, numbers: type) -> None:
    table = (
        np.array([[most - 1], [0], [1], [0]], dtype=np.int32) if most > 0 else np.array([[most + 1], [0], [-1], [0]])
    )
    ((people, sums),) = LookUps(table, np.array([1, 1])).in_blocks(np.array([[0, 0], [-1, -1]], dtype=np.int8))
    assert sums.dtype == np.dtype(numbers)
    assert (people, sums.ravel().tolist()) == (slice(0, 2), [most, 0])
