"""Places of roles, and what the sampling of honest ranks takes in large catalogues."""

from __future__ import annotations

import tracemalloc

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from careerpath.scoring.ranks import honest_ranks, places_of
from careerpath.scoring.table import build_table
from support.catalogs import make_answers, make_catalog

ROWS = st.integers(1, 7).flatmap(
    lambda roles: st.lists(st.lists(st.integers(-3, 3), min_size=roles, max_size=roles), min_size=1, max_size=5)
)


@given(ROWS)
def test_a_place_counts_those_that_are_better(rows: list[list[int]]) -> None:
    places = places_of(np.array(rows))
    assert places.tolist() == [[1 + sum(other > match for other in row) for match in row] for row in rows]


def _peak(roles: int, skills: int) -> int:
    """The most memory, in bytes, that the honest ranks of one person take."""
    catalog = make_catalog(roles=roles, skills=skills, activities=10, learning=0, seed=2)
    table, answers = build_table(catalog), make_answers(catalog, missing=10, unknown=10, seed=2)
    tracemalloc.start()
    try:
        honest_ranks(catalog, table, answers)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_the_sampling_takes_no_more_than_its_share_of_memory_in_a_large_catalogue() -> None:
    small = _peak(100, 50)
    assert _peak(400, 50) < 4 * small
    assert _peak(100, 200) < 4 * small
