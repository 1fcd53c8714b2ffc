"""Damages text at random: by bytes, by lines, and with pieces that readers are known to trip over."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from support.bad_values import PIECES

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random


def mutate(data: bytes, draw: Random, others: Sequence[bytes] = (), *, longest: int = 20_000) -> bytes:
    """The data with one to six random changes, at most so long.

    Args:
        data: what to change.
        draw: where chance comes from.
        others: inputs from which pieces may be taken over.
        longest: where the result is cut.
    """
    for _ in range(draw.choice((1, 1, 2, 3, 6))):
        change = draw.choice(_CHANGES)
        data = change(data, draw) if draw.random() < 0.9 or not others else _splice(data, draw, draw.choice(others))
    return data[:longest]


def _range(data: bytes, draw: Random, most: int = 40) -> tuple[int, int]:
    start = draw.randint(0, len(data))
    return start, min(len(data), start + draw.randint(0, most))


def _drop(data: bytes, draw: Random) -> bytes:
    start, end = _range(data, draw)
    return data[:start] + data[end:]


def _repeat(data: bytes, draw: Random) -> bytes:
    start, end = _range(data, draw)
    return data[:end] + data[start:end] * draw.choice((1, 1, 2, 50)) + data[end:]


def _insert(data: bytes, draw: Random) -> bytes:
    place = draw.randint(0, len(data))
    return data[:place] + draw.choice(PIECES) + data[place:]


def _flip(data: bytes, draw: Random) -> bytes:
    place = draw.randint(0, len(data))
    return data[:place] + bytes([draw.randrange(256)]) + data[place + 1 :]


def _change_word(data: bytes, draw: Random) -> bytes:
    """Puts a piece in the place of a word, so that the text around it stays what it is."""
    words = data.split(b" ")
    words[draw.randrange(len(words))] = draw.choice(PIECES)
    return b" ".join(words)


def _move_line(data: bytes, draw: Random) -> bytes:
    lines = data.split(b"\n")
    line = lines.pop(draw.randrange(len(lines)))
    lines.insert(draw.randint(0, len(lines)), line if draw.random() < 0.8 else b" " + line)
    return b"\n".join(lines)


def _repeat_line(data: bytes, draw: Random) -> bytes:
    lines = data.split(b"\n")
    lines.insert(draw.randint(0, len(lines)), draw.choice(lines))
    return b"\n".join(lines)


def _change_line(data: bytes, draw: Random) -> bytes:
    """Puts a piece in the place of what stands after the colon of a line."""
    lines = data.split(b"\n")
    place = draw.randrange(len(lines))
    key, colon, _ = lines[place].partition(b":")
    lines[place] = key + (colon or b":") + b" " + draw.choice(PIECES)
    return b"\n".join(lines)


def _change_scalar(data: bytes, draw: Random) -> bytes:
    """Puts another scalar in the place of one, so that JSON stays JSON."""
    found = list(_SCALAR.finditer(data))
    if not found:
        return data
    place = draw.choice(found)
    new = draw.choice(_SCALARS) if draw.random() < 0.5 else draw.choice(found).group()
    return data[: place.start()] + new + data[place.end() :]


def _splice(data: bytes, draw: Random, other: bytes) -> bytes:
    start, end = _range(other, draw, most=200)
    place = draw.randint(0, len(data))
    return data[:place] + other[start:end] + data[place:]


_SCALAR = re.compile(rb'"[^"\n]*"|-?[0-9]+(?:\.[0-9]+)?|true|false|null')
_SCALARS = (b"null", b"true", b"0", b"-1", b"1", b"2.5", b"999999999999999", b'""', b'"x"', b"[]", b"{}", b'[{"a": 1}]')

_CHANGES: tuple[Callable[[bytes, Random], bytes], ...] = (
    _drop,
    _repeat,
    _insert,
    _flip,
    _change_word,
    _move_line,
    _repeat_line,
    _change_line,
    _change_scalar,
    _change_scalar,
)
