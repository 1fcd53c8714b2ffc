"""Every way in which these tests falsify a saved result: one leaf, one entry or one key at a time."""

from __future__ import annotations

from collections import defaultdict
from contextlib import contextmanager
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from careerpath.parsing.node import Node

if TYPE_CHECKING:
    from collections.abc import Iterator

SAMPLES = 3


class Spot(NamedTuple):
    """A node with its path, and with its place in the list or mapping that holds it."""

    path: tuple[str | int, ...]
    node: Node

    @property
    def field(self) -> str:
        """The path without the places in lists: what is alike for every entry."""
        return ".".join("*" if isinstance(step, int) else step for step in self.path)


def spots(node: Node, path: tuple[str | int, ...] = ()) -> Iterator[Spot]:
    """The node and everything below it."""
    yield Spot(path, node)
    if isinstance(node.value, dict):
        for key, entry in node.value.items():
            yield from spots(entry, (*path, key))
    for place, entry in enumerate(node.entries()):
        yield from spots(entry, (*path, place))


def sampled(found: Iterator[Spot]) -> list[Spot]:
    """For every field the first, the middle and the last of its spots."""
    by_field: dict[str, list[Spot]] = defaultdict(list)
    for spot in found:
        by_field[spot.field].append(spot)
    return [some[place] for some in by_field.values() for place in sorted({0, len(some) // 2, len(some) - 1})[:SAMPLES]]


def altered(value: object) -> object:
    """Another value of the same type, as near as can be."""
    match value:
        case bool():
            return not value
        case int():
            return value + 1
        case float():
            return round(value + 0.01, 2)
        case str():
            return f"{value}."
        case _:
            return "something"


@contextmanager
def replaced(node: Node, value: object) -> Iterator[None]:
    """The node with another value, for a while."""
    before = node.value
    node.value = value  # type: ignore[assignment]
    try:
        yield
    finally:
        node.value = before


def other_shapes(node: Node) -> Iterator[tuple[str, object]]:
    """A list or a mapping with an entry removed, added, doubled, renamed or exchanged for another."""
    extra = Node("more", node.file, node.line, node.column)
    if isinstance(node.value, list):
        entries = node.value
        yield "added entry", [*entries, extra]
        if entries:
            yield "removed entry", entries[:-1]
            yield "doubled entry", [*entries, entries[0]]
        if len(entries) > 1:
            yield "swapped entries", [entries[-1], *entries[1:-1], entries[0]]
            yield "swapped neighbours", [entries[1], entries[0], *entries[2:]]
    if isinstance(node.value, dict):
        mapping = node.value
        yield "added key", {**mapping, "more": extra}
        for key in mapping:
            yield f"removed key {key}", {name: entry for name, entry in mapping.items() if name != key}
            yield f"renamed key {key}", {f"{name}_" if name == key else name: entry for name, entry in mapping.items()}
        keys = list(mapping)
        pairs = [(one, two) for one, two in pairwise(keys) if mapping[one].plain() != mapping[two].plain()]
        for one, two in pairs[:1]:
            yield f"swapped {one} and {two}", {**mapping, one: mapping[two], two: mapping[one]}
