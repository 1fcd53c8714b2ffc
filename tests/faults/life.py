"""What happens in a store, step by step: `python life.py FILE` takes every step, and prints its number once it is done.

A number on stdout is an acknowledgement: from then on the step has to be there, whatever happens.
"""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from careerpath.model.answers import Answers
from careerpath.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable

SECRET: Final = "quetzalcoatl-hunter2"  # noqa: S105 (planted)
NAMES: Final = ("me", "bo")
STAMP: Final[dict[str, Any]] = {"catalog_name": "shipped", "catalog_version": "1.2", "catalog_digest": "ab" * 32}
ANSWERS: Final = Answers(background={"note": SECRET, "years": 3}, skills={"seo": 2}, likes={"write": None})
ANSWERS_OF_BO: Final = Answers(background={"years": 9}, skills={"sql": 1}, likes={})
BEGUN: Final = datetime(2026, 3, 4, 12, 30, tzinfo=UTC)

Step: TypeAlias = "Callable[[Store], object]"


def at(minutes: int) -> datetime:
    return BEGUN + timedelta(minutes=minutes)


def _record(question: str, value: Any, minutes: int, name: str = "me", begun: datetime = BEGUN) -> Step:
    return lambda store: store.record(name, question, value, at(minutes), begun=begun)


STEPS: Final[tuple[Step, ...]] = (
    lambda store: store.begin_draft("me", "cd", "quick", BEGUN),
    _record("background:note", SECRET, 1),
    _record("skill:seo", 1, 2),
    _record("skill:seo", 4, 3),
    lambda store: store.forget("me", "skill:seo", begun=BEGUN),
    _record("activity:write", None, 4),
    lambda store: store.finish_draft("me", at=at(5), begun=BEGUN, **STAMP),
    lambda store: store.add_result("me", at(6), "1.2", "ab", ANSWERS, SECRET.encode() * 300),
    lambda store: store.mark_done("me", "course", at(7)),
    lambda store: store.save("bo", ANSWERS_OF_BO, at=at(8), **STAMP),
    lambda store: store.begin_draft("bo", "cd", "full", at(9)),
    lambda store: store.take_draft("bo", "cd", "certified", at(10)),
    _record("skill:sql", 2, 11, "bo", at(10)),
    lambda store: store.save("me", ANSWERS, at=at(12), **STAMP),
    lambda store: store.delete("me"),
    lambda store: store.drop_draft("bo"),
    lambda store: store.begin_draft("me", "cd", "quick", at(13)),
    _record("skill:sql", 3, 14, "me", at(13)),
)


def snapshot(store: Store) -> object:
    """All that a store says."""
    return (
        store.profiles(),
        tuple((store.load(name), store.draft(name), store.results(name), store.done(name)) for name in NAMES),
    )


def snapshots(path: Path) -> list[object]:
    """What a store says before the first step and after each of them."""
    with Store.open(path) as store:
        seen = [snapshot(store)]
        for step in STEPS:
            step(store)
            seen.append(snapshot(store))
    return seen


def main(path: Path) -> None:
    with Store.open(path) as store:
        for number, step in enumerate(STEPS, 1):
            step(store)
            os.write(1, b"%d\n" % number)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
