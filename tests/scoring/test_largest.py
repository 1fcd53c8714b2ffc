from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerpath.scoring.largest import largest

if TYPE_CHECKING:
    from careerpath.scoring.kernel import Integers

columns = st.integers(1, 4)


@given(st.data(), st.integers(1, 7), columns, st.sampled_from([np.int32, np.int64]))
def test_they_are_those_of_sorting_each_column(data: st.DataObject, rows: int, width: int, kind: type) -> None:
    row = st.lists(st.integers(-50, 50), min_size=width, max_size=width)
    keys: Integers = np.array(data.draw(st.lists(row, min_size=rows, max_size=rows)), dtype=kind)
    count = data.draw(st.integers(1, rows))
    found = largest(keys.copy(), count)
    assert found.dtype == keys.dtype
    assert found.tolist() == np.sort(keys, axis=0)[::-1][:count].tolist()


@pytest.mark.parametrize("count", [1, 3])
def test_the_smallest_number_that_there_is_counts_too(count: int) -> None:
    least = np.iinfo(np.int64).min
    keys = np.array([[least], [5], [least + 1]])
    assert largest(keys, count).tolist() == [[5], [least + 1], [least]][:count]
