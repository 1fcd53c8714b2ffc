"""Sums of look-ups: in the narrowest numbers that hold them, whatever the groups."""

from __future__ import annotations

import numpy as np
import pytest

from careerpath.scoring import lookups
from careerpath.scoring.lookups import LookUps

SIZES = np.array([2, 3, 2])


@pytest.mark.parametrize(
    ("highest", "numbers"), [(10_922, np.int16), (10_923, np.int32), (-10_922, np.int16), (-10_923, np.int32)]
)
def test_sums_are_as_narrow_as_they_can_be(highest: int, numbers: type) -> None:
    table = np.zeros((10, 2), dtype=np.int32)
    table[[0, 3, 7], 1] = highest
    codes = np.array([[0, 0, 0], [-1, -1, -1], [1, 0, 1]], dtype=np.int8)
    ((people, sums),) = LookUps(table, SIZES).in_blocks(codes)
    assert sums.dtype == numbers
    assert sums.tolist() == [[0, 3 * highest], [0, 0], [0, highest]]
    assert people == slice(0, 3)


@pytest.mark.parametrize("room", [1, 100, 10**6])
def test_groups_change_no_sum(room: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lookups, "GROUP_BYTES", room)
    table = np.arange(40, dtype=np.int32).reshape(10, 4) ** 2
    codes = np.array([[a, b, c] for a in range(-1, 2) for b in range(-1, 3) for c in range(-1, 2)], dtype=np.int8)
    rows = np.array([0, 3, 7]) + np.where(codes < 0, SIZES, codes)
    assert (LookUps(table, SIZES).sums(codes) == table[rows].sum(axis=1)).all()
