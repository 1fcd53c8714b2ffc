"""A difference between two builds is seen. That there is none, `make reproduce` says."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import build_twice
from build_twice import EPOCH, FIRST, build, compare

if TYPE_CHECKING:
    from pathlib import Path


def test_archives_that_differ_or_are_missing_are_seen() -> None:
    found = compare({"a.whl": "1", "b.tar.gz": "2"}, {"a.whl": "1", "b.tar.gz": "3", "c.whl": "4"})
    assert found == {"a.whl": ["1"], "b.tar.gz": ["2", "3"], "c.whl": ["none", "4"]}


@pytest.mark.wheel
def test_another_time_of_the_build_is_seen_if_one_is_given(tmp_path: Path) -> None:
    plain, dated = build(tmp_path / "plain", FIRST, {}), build(tmp_path / "dated", FIRST, EPOCH)
    assert len(plain) == 2
    assert all(len(digests) == 2 for digests in compare(plain, dated).values())


@pytest.mark.parametrize(("second", "status"), [("1", 0), ("2", 1)])
def test_the_exit_status_says_it(monkeypatch: pytest.MonkeyPatch, second: str, status: int) -> None:
    answers = iter([{"a.whl": "1"}, {"a.whl": second}] * 2)
    monkeypatch.setattr(build_twice, "build", lambda *_: next(answers))
    assert build_twice.main() == status
