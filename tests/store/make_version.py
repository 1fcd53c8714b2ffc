"""Writes a store of the present version, as a fixture for later ones: `python make_version.py versions/N.sqlite3`."""

from __future__ import annotations

import sys
from pathlib import Path

from careerpath.store.store import Store
from store.samples import ANSWERS, NOON, after, save


def fill(path: Path) -> None:
    """Everything that a store can hold: a finished profile with history, and one that is only an open quiz."""
    with Store.open(path) as store:
        save(store, "ana")
        store.add_result("ana", NOON, "1.2", "ab", ANSWERS, b'{"summary": 1}')
        store.add_result("ana", after(5), "1.3", "cd", ANSWERS, b'{"summary": 2}')
        store.mark_done("ana", "course:seo", after(6))
        store.begin_draft("zoë", "cd", "certified", after(7))
        store.record("zoë", "skill:seo", 3, after(8))
        store.record("zoë", "background:fields", ("sales", "design"), after(9))


if __name__ == "__main__":
    fill(Path(sys.argv[1]))
