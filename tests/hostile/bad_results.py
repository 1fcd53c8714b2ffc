"""Saved results that cannot be verified, by name."""

from __future__ import annotations

import re
from typing import Final

from support.bad_values import LONG_TEXT, MANY_DIGITS


def _put(text: str, key: str, value: str) -> str:
    """The text with another value under the first of these keys."""
    found = re.search(rf'"{key}": ', text)
    assert found
    rest = text[found.end() :]
    line_end = rest.index("\n")
    end = line_end + _closing(rest[line_end + 1 :]) if rest[0] in "{[" else min(line_end, rest.find(",") % len(rest))
    return text[: found.end()] + value + rest[end:]


def _closing(rest: str) -> int:
    """Where the bracket is closed, in text that is indented by two for each level."""
    inner = len(rest) - len(rest.lstrip(" "))
    found = re.search(rf"^ {{{inner - 2}}}[}}\]]", rest, re.MULTILINE)
    assert found
    return found.end() + 1


BARE: Final[dict[str, bytes]] = {
    "nothing": b"",
    "blanks": b" \n\n",
    "a list": b"[]",
    "null": b"null",
    "a number": b"3",
    "a text": b'"result"',
    "an empty object": b"{}",
    "YAML": b"schema: careerpath.quiz/v1\n",
    "UTF-16": '{"schema": "careerpath.quiz/v1"}'.encode("utf-16"),
    "NUL": b'{"schema": \x00}',
    "not UTF-8": b'{"schema": "\xff"}',
    "brackets without end": b"[" * 100_000,
    "a schema that is a number": b'{"schema": 3}',
    "a schema that is a list": b'{"schema": ["careerpath.quiz/v1"]}',
    "a schema of another kind": b'{"schema": "careerpath.roles/v1", "status": "ok", "data": {}, "errors": []}',
    "a schema of another version": b'{"schema": "careerpath.quiz/v2", "data": {}}',
    "a schema that is long": b'{"schema": "' + LONG_TEXT.encode() + b'"}',
    "a failure": b'{"schema": "careerpath.error/v1", "status": "error", "data": null, "errors": []}',
    "no data": b'{"schema": "careerpath.quiz/v1"}',
    "data that is null": b'{"schema": "careerpath.quiz/v1", "data": null}',
    "data that is a list": b'{"schema": "careerpath.quiz/v1", "data": []}',
    "no recommendations": b'{"schema": "careerpath.quiz/v1", "data": {"answers": {}, "catalog": {}}}',
    "recommendations that are an object": b'{"schema": "careerpath.quiz/v1", "data": {"recommendations": {}}}',
    "no answers": b'{"schema": "careerpath.quiz/v1", "data": {"recommendations": [], "catalog": {}}}',
    "no catalogue": b'{"schema": "careerpath.quiz/v1", "data": {"recommendations": [], "answers": {}}}',
    "a catalogue of nothing": b'{"schema":"careerpath.quiz/v1","data":{"recommendations":[],"answers":{},"catalog":{}}}',  # noqa: E501
    "a digest that is a number": (
        b'{"schema":"careerpath.quiz/v1","data":{"recommendations":[],"answers":{},'
        b'"catalog":{"digest":3,"name":[],"version":{"a":{"b":1}}}}}'
    ),
}

CHANGES: Final = {
    "a rank": ("rank", "2"),
    "a match": ("match", "99.9"),
    "a match that is text": ("match", '"99.9"'),
    "a match that is NaN": ("match", "NaN"),
    "a match beyond all": ("match", "1e999"),
    "a match of many digits": ("match", MANY_DIGITS),
    "a match that is null": ("match", "null"),
    "a readiness that is true": ("readiness", "true"),
    "a readiness that is an object": ("readiness", '{"a": [[[1]]]}'),
    "a band": ("band", '"ready now"'),
    "a title with an escape for a terminal": ("title", '"\\u001b[31m"'),
    "a title that turns the text around": ("title", '"\\u202e"'),
    "a title that is long": ("title", f'"{LONG_TEXT}"'),
    "a status": ("status", '"error"'),
    "a digest": ("digest", '"0000"'),
    "a digest that is long": ("digest", f'"{LONG_TEXT}"'),
    "a version": ("version", '"0.0.0"'),
    "answers that are a list": ("answers", "[]"),
    "answers to nothing": ("answers", '{"skills": {"nothing": 3}}'),
    "a level beyond the last": ("answers", '{"skills": {"seo": 9}}'),
    "recommendations that are null": ("recommendations", "null"),
    "no recommendation": ("recommendations", "[]"),
    "a hundred thousand recommendations": ("recommendations", "[" + "{}," * 99_999 + "{}]"),
    "a quiz of another shape": ("quiz", '{"mode": 3}'),
    "a profile that is a list": ("schema", '"careerpath.quiz/v1", "more": [1]'),
}


def changed_results(saved: str) -> dict[str, bytes]:
    """A sound result with one change each."""
    return {
        **{name: _put(saved, key, value).encode() for name, (key, value) in CHANGES.items()},
        "cut off": saved[: len(saved) // 2].encode(),
        "twice": (saved + saved).encode(),
        "a mark of the byte order, and a change": ("\ufeff" + _put(saved, "rank", "2")).encode(),
        "Windows line ends, and a change": _put(saved, "rank", "2").replace("\n", "\r\n").encode(),
    }
