"""Catalogue files that cannot be read: every file of a catalogue in turn, with each of these in its place."""

from __future__ import annotations

from typing import Final

from support.bad_values import LONG_TEXT, MANY_DIGITS

ANYWHERE: Final[dict[str, bytes]] = {
    "nothing": b"",
    "only comments": b"# nothing\n",
    "a list": b"- a\n- b\n",
    "a word": b"catalogue\n",
    "not UTF-8": b"name: caf\xe9\n",
    "NUL": b"name: \x00\n",
    "a bomb of aliases": b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
    "a circle of aliases": b"a: &a [*a]\n",
    "a tag": b"a: !!python/object/new:os.system [id]\n",
    "two documents": b"a: 1\n---\nb: 1\n",
    "a key twice": b"name: a\nname: b\n",
    "brackets without end": b"[" * 100_000,
    "a number of many digits": f"name: {MANY_DIGITS}\n".encode(),
    "unknown keys": b"a: 1\nb: 2\nc: {d: 1}\n",
    "a long key": f"? {LONG_TEXT}\n: 1\n".encode(),
}

LISTS: Final = {
    "documents.yaml": "documents",
    "claims.yaml": "claims",
    "conflicts.yaml": "conflicts",
    "skills.yaml": "skills",
    "activities.yaml": "activities",
    "roles.yaml": "roles",
    "learning.yaml": "learning",
    "questions.yaml": "questions",
    "lint.yaml": "explained",
}

IN_LISTS: Final[dict[str, str]] = {
    "a list that is a mapping": "{key}: {{a: 1}}\n",
    "a list that is a word": "{key}: none\n",
    "a list of words": "{key}: [a, b, no, 2027-01-31]\n",
    "a list of empty mappings": "{key}: [{{}}, {{}}]\n",
    "a list of lists": "{key}: [[[[[]]]]]\n",
    "an id that is a number": "{key}: [{{id: 3}}]\n",
    "an id that is `no`, and nothing else": "{key}: [{{id: no}}]\n",
    "an id that is a list": "{key}: [{{id: [a]}}]\n",
}

BAD_CATALOG_FILES: Final[dict[str, tuple[str, bytes]]] = {
    **{
        f"{file}: {name}": (file, content)
        for file in ("catalog.yaml", "scoring.yaml", *LISTS)
        for name, content in ANYWHERE.items()
    },
    **{
        f"{file}: {name}": (file, text.format(key=key).encode())
        for file, key in LISTS.items()
        for name, text in IN_LISTS.items()
    },
    "scoring.yaml: numbers that are none": (
        "scoring.yaml",
        (
            b"scoring: {importance: {essential: nan}, activity: {core: .inf}, surplus: 1e3, appeal: 0x10, prior: [1_0],"
            b" bands: {ready: '75', next: 012}, why: {}}\n"
        ),
    ),
    "scoring.yaml: numbers out of range": (
        "scoring.yaml",
        (
            b"scoring: {importance: {essential: 0, important: -1, useful: 999999999999999}, "
            b"activity: {core: 0, some: 0, regular: 0}, surplus: 101, appeal: -1, "
            b"prior: [100, 0, 0, 0, 0], bands: {ready: 0, next: 0}, why: {}}\n"
        ),
    ),
    "catalog.yaml: a base of another name": ("catalog.yaml", b"name: a\nversion: '1'\nbase: ../../etc\n"),
    "catalog.yaml: a base that is a list": ("catalog.yaml", b"name: a\nversion: '1'\nbase: [shipped]\n"),
    "catalog.yaml: a version that is a number": ("catalog.yaml", b"name: a\nversion: 1.10\n"),
    "catalog.yaml: a version that is a date": ("catalog.yaml", b"name: a\nversion: {2027-01-31: no}\n"),
}
