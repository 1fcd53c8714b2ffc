"""The store of this person, and the clock, as commands use them; most of these need nothing of the quiz."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from careerpath.cli.outcome import narrate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerpath.errors import Problem
    from careerpath.store.store import Store


def now() -> datetime:
    """The present time; the one clock of the program."""
    return datetime.now(tz=UTC)


@contextmanager
def open_store(*, create: bool = True) -> Iterator[Store]:
    """The store in the user's data folder, to be used in a `with`; says what it warns of, before and after its use."""
    from careerpath.store.location import default_path
    from careerpath.store.store import Store

    with Store.open(default_path(), create=create) as store:
        told = _tell(store.warnings)
        try:
            yield store
        finally:
            _tell(store.warnings[told:])


def _tell(warnings: list[Problem]) -> int:
    for warning in warnings:
        narrate(f"careerpath: {warning}")
    return len(warnings)
