"""Two JSON documents, one with places and one as it should be: every place where they differ.

Entries of lists are paired by what they are about (a role, an item, a claim), so that one that is missing or out of
place is said to be so, and does not make every entry after it differ. The order of keys means nothing in JSON and is
not compared; that of lists is. A number may be written in another way (73.0 or 73).
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final, Literal

import msgspec

from careerpath.errors import Location

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from careerpath.parsing.node import Node

Kind = Literal["changed", "missing", "extra", "reordered"]

_IDENTITY: Final = ("id", "role", "kind", "item", "learning", "skill", "title", "code")
"""The keys that tell what an entry of a list is about."""

_PLAIN_KEY = re.compile(r"[A-Za-z_][A-Za-z_0-9]*")
_LONGEST_KEY = 60


class Difference(msgspec.Struct, frozen=True, kw_only=True):
    """One place where a document is not what it should be.

    path: as jq would have it, without the leading dot. found, expected: plain values; None where `kind` says that
    there is no such thing. location: of the value or, where it is missing, of what it is missing from.
    """

    path: str
    kind: Kind
    found: Any = None
    expected: Any = None
    location: Location


def find_differences(found: Node, expected: object) -> tuple[Difference, ...]:
    """Every difference, in the order of the document. `expected` is made of mappings, lists and scalars."""
    comparison = _Comparison()
    comparison.compare(found, expected, "")
    return tuple(comparison.differences)


def count_values(document: object) -> int:
    """How many scalars there are in a document."""
    if isinstance(document, dict | list):
        return sum(map(count_values, document.values() if isinstance(document, dict) else document))
    return 1


class _Comparison:
    def __init__(self) -> None:
        self.differences: list[Difference] = []

    def compare(self, found: Node, expected: object, path: str) -> None:
        if isinstance(found.value, dict) and isinstance(expected, dict):
            self._mappings(found, found.value, expected, path)
        elif isinstance(found.value, list) and isinstance(expected, list):
            self._lists(found, found.value, expected, path)
        elif not _same(found, expected):
            self._add("changed", path, found.location, found=found.plain(), expected=expected)

    def _mappings(self, owner: Node, found: dict[str, Node], expected: dict[str, object], path: str) -> None:
        for key, node in found.items():
            if key in expected:
                self.compare(node, expected[key], below(path, key))
            else:
                self._add("extra", below(path, key), node.key or node.location, found=node.plain())
        for key, value in expected.items():
            if key not in found:
                self._add("missing", below(path, key), owner.location, expected=value)

    def _lists(self, owner: Node, found: list[Node], expected: list[object], path: str) -> None:
        pairs = _pairs(found, expected)
        for place, node in enumerate(found):
            # Most entries are equal, and to see that takes no paths and no pairs.
            if place in pairs and not _same(node, expected[pairs[place]]):
                self.compare(node, expected[pairs[place]], f"{path}[{place}]")
            elif place not in pairs:
                self._add("extra", f"{path}[{place}]", node.location, found=node.plain())
        for place in sorted(set(range(len(expected))) - set(pairs.values())):
            self._add("missing", f"{path}[{place}]", owner.location, expected=expected[place])
        order = [pairs[place] for place in sorted(pairs)]
        if order != sorted(order):
            self._add("reordered", path, owner.location)

    def _add(self, kind: Kind, path: str, location: Location, *, found: object = None, expected: object = None) -> None:
        self.differences.append(Difference(path=path, kind=kind, found=found, expected=expected, location=location))


def _same(found: Node, expected: object) -> bool:
    """Whether there is no difference."""
    value = found.value
    if isinstance(value, dict):
        return (
            isinstance(expected, dict)
            and len(value) == len(expected)
            and all(key in expected and _same(node, expected[key]) for key, node in value.items())
        )
    if isinstance(value, list):
        return isinstance(expected, list) and len(value) == len(expected) and all(map(_same, value, expected))
    return same_scalar(value, expected)


def same_scalar(found: object, expected: object) -> bool:
    """Whether two scalars are the same in JSON: numbers by value, but true is not 1."""
    if type(found) is type(expected):
        return found == expected
    numbers = (int, float)
    return type(found) in numbers and type(expected) in numbers and found == expected


def below(path: str, key: str) -> str:
    """The path of what stands under a key."""
    if _PLAIN_KEY.fullmatch(key):
        return f"{path}.{key}" if path else key
    return f"{path}[{json.dumps(key[:_LONGEST_KEY], ensure_ascii=False)}]"


def _pairs(found: Sequence[Node], expected: Sequence[object]) -> dict[int, int]:
    """For the places of found entries those of the expected ones: by what they are about, else by their place."""
    mine = [_identity(node.plain() if not isinstance(node.value, dict) else _heads(node)) for node in found]
    theirs = [_identity(entry) for entry in expected]
    if len(set(mine)) < len(mine) or len(set(theirs)) < len(theirs):
        return {place: place for place in range(min(len(mine), len(theirs)))}
    where = {identity: place for place, identity in enumerate(theirs)}
    pairs = {place: where[identity] for place, identity in enumerate(mine) if identity in where}
    taken = set(pairs.values())
    left = [place for place in range(min(len(mine), len(theirs))) if place not in pairs and place not in taken]
    return {**pairs, **{place: place for place in left}}


def _heads(node: Node) -> dict[str, object]:
    """Only those entries of a mapping that tell what it is about."""
    found = {key: node.get(key) for key in _IDENTITY}
    return {key: entry.value for key, entry in found.items() if entry and not isinstance(entry.value, dict | list)}


def _identity(entry: object) -> Hashable:
    if isinstance(entry, dict):
        return tuple(_identity(entry.get(key)) for key in _IDENTITY)
    if isinstance(entry, list):
        return tuple(map(_identity, entry))
    return (isinstance(entry, bool), entry)
