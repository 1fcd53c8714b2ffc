"""What the tests of the store put into it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from careerpath.model.answers import Answers

if TYPE_CHECKING:
    from careerpath.store.store import Store

NOON = datetime(2026, 3, 4, 12, 30, tzinfo=UTC)
STAMP: dict[str, Any] = {"catalog_name": "shipped", "catalog_version": "1.2", "catalog_digest": "ab" * 32}
ANSWERS = Answers(
    background={"education": "bachelor", "years": 3, "fields": ("sales", "design"), "role": None},
    skills={"seo": 2, "sql": None, "pricing": 0},
    likes={"lead-people": 5, "write": None},
)


def after(minutes: int) -> datetime:
    return NOON + timedelta(minutes=minutes)


def save(store: Store, name: str = "ana", answers: Answers = ANSWERS, minutes: int = 0) -> None:
    store.save(name, answers, at=after(minutes), **STAMP)
