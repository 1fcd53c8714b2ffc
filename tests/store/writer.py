"""A process that answers a quiz: `python writer.py FILE PROFILE COUNT`; prints each number once it is stored."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from careerpath.store.store import Store


def answer(path: Path, profile: str, count: int) -> None:
    at = datetime(2026, 1, 1, tzinfo=UTC)
    with Store.open(path) as store:
        store.begin_draft(profile, "cd", "full", at)
        for number in range(count):
            store.record(profile, f"skill:s{number}", number % 5, at)
            sys.stdout.write(f"{number}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    answer(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
