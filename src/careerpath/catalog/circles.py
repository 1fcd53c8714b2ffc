"""Links that must not come back to where they started: the ladder of roles, and what learning requires."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerpath.catalog.lookup import Lookup
    from careerpath.parsing.node import Node

    Links: TypeAlias = dict[str, list[tuple[str, Node]]]


def check_ladder(look: Lookup) -> None:
    """Reports circles of the links upwards: `leads_to`, and `entry_roles` the other way round."""
    links: Links = {}
    for role in look.entries("roles.yaml", "roles"):
        identifier = role.text("id") or ""
        for entry in role.each("leads_to"):
            links.setdefault(identifier, []).append((entry.text("role") or "", entry))
        for entry in role.each("entry_roles"):
            links.setdefault(entry.text("role") or "", []).append((identifier, entry))
    for circle, node in _circles(links):
        message = f"the ladder runs in a circle: {' -> '.join(circle)}."
        look.report(node, "ladder-circle", message, "Remove one of these links.")


def check_required_learning(look: Lookup) -> None:
    """Reports learning that could never start, since it requires itself by some way."""
    links: Links = {}
    for learning in look.entries("learning.yaml", "learning"):
        links[learning.text("id") or ""] = [(str(entry.value), entry) for entry in learning.each("requires")]
    for circle, node in _circles(links):
        message = f"'requires' runs in a circle: {' -> '.join(circle)}."
        look.report(node, "learning-circle", message, "Remove one of these entries.")


def _circles(links: Links) -> Iterator[tuple[list[str], Node]]:
    """Each circle that a depth-first walk meets, with the link that closes it."""
    finished: set[str] = set()
    for start in links:
        if start in finished:
            continue
        # The way from the start to here, in order, and for each step of it the links that are still to be followed.
        path = {start: None}
        pending = [iter(links[start])]
        while pending:
            target, node = next(pending[-1], (None, None))
            if target is None or node is None:
                finished.add(path.popitem()[0])
                pending.pop()
            elif target in path:
                way = list(path)
                yield [*way[way.index(target) :], target], node
            elif target not in finished:
                path[target] = None
                pending.append(iter(links.get(target, ())))
