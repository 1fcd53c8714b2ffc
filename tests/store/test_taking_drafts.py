"""A draft belongs to whoever began it, or took it over, last."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from careerpath.errors import StoreError
from careerpath.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FIRST = datetime(2026, 1, 1, tzinfo=UTC)
SECOND = FIRST + timedelta(seconds=1)


def test_a_draft_that_was_taken_over_is_left_alone(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s.sqlite3") as earlier, Store.open(tmp_path / "s.sqlite3") as later:
        earlier.begin_draft("me", "d", "quick", FIRST)
        earlier.record("me", "skill:seo", 2, FIRST, begun=FIRST)
        later.take_draft("me", "d", "certified", SECOND)
        later.record("me", "skill:writing", 3, SECOND, begun=SECOND)
        changes: tuple[Callable[[], None], ...] = (
            lambda: earlier.record("me", "skill:seo", 4, SECOND, begun=FIRST),
            lambda: earlier.forget("me", "skill:writing", begun=FIRST),
            lambda: earlier.finish_draft(
                "me", catalog_name="c", catalog_version="1", catalog_digest="d", at=SECOND, begun=FIRST
            ),
        )
        for change in changes:
            with pytest.raises(StoreError) as caught:
                change()
            assert caught.value.problems[0].code == "draft-taken"
        draft = later.draft("me")
    assert draft is not None
    assert (draft.mode, draft.started) == ("certified", SECOND)
    assert draft.answers == (("skill:seo", 2), ("skill:writing", 3))


def test_nothing_to_take(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s.sqlite3") as store, pytest.raises(StoreError) as caught:
        store.take_draft("me", "d", "quick", FIRST)
    assert caught.value.problems[0].code == "draft-deleted"
