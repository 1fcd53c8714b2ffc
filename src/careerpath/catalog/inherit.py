"""`extends`: a role takes from its parent whatever it does not say itself.

Works on nodes, so that an inherited requirement still knows the line that it was written in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.errors import Problem
from careerpath.parsing.node import Node

if TYPE_CHECKING:
    from collections.abc import Iterable

_OWN = frozenset(
    {"id", "title", "track", "rung", "basis", "summary", "claims", "aliases", "extends", "suits", "without"}
    | {"pay", "entry_roles", "leads_to", "contrasts", "feeders"}
)
"""What belongs to one role alone: its name, its pay, its place on the ladder."""


def resolve_extends(roles: Iterable[Node]) -> tuple[list[Node], list[Problem]]:
    """The roles with everything filled in, in the same order, and the faults: unknown parents, circles."""
    by_id = {identifier: role for role in roles if (identifier := role.text("id"))}
    problems: list[Problem] = []
    done: dict[str, Node] = {}

    def resolved(identifier: str, children: tuple[str, ...]) -> Node:
        if identifier in done:
            return done[identifier]
        role = by_id[identifier]
        parent_id = role.text("extends")
        if parent_id is not None and parent_id in (*children, identifier):
            circle = " -> ".join([*children[children.index(parent_id) :], identifier, parent_id]) if children else parent_id
            problems.append(
                Problem(
                    code="extends-circle",
                    message=f"'extends' runs in a circle: {circle}.",
                    hint="Let one of them stand alone.",
                    location=(role.get("extends") or role).location,
                )
            )
            parent_id = None
        parent = resolved(parent_id, (*children, identifier)) if parent_id in by_id else None
        done[identifier] = _merged(role, parent)
        return done[identifier]

    return [resolved(identifier, ()) for identifier in by_id], problems


def _merged(role: Node, parent: Node | None) -> Node:
    own = dict(role.value) if isinstance(role.value, dict) else {}
    without = {str(entry.value) for entry in own.pop("without").entries()} if "without" in own else set()
    if parent is not None and isinstance(parent.value, dict):
        for key, inherited in parent.value.items():
            if key in _OWN:
                continue
            if key == "requirements":
                own[key] = _merged_requirements(own.get(key), inherited, without)
            elif key == "activities":
                own[key] = _merged_list(own.get(key), inherited, "activity", without)
            else:
                own.setdefault(key, inherited)
    return Node(own, role.file, role.line, role.column)


def _merged_requirements(own: Node | None, inherited: Node, without: set[str]) -> Node:
    mine = dict(own.value) if own and isinstance(own.value, dict) else {}
    theirs = inherited.value if isinstance(inherited.value, dict) else {}
    for key, node in theirs.items():
        if key == "skills":
            mine[key] = _merged_list(mine.get(key), node, "skill", without)
        else:
            mine.setdefault(key, node)
    place = own or inherited
    return Node(mine, place.file, place.line, place.column)


def _merged_list(own: Node | None, inherited: Node, name: str, without: set[str]) -> Node:
    mine = own.entries() if own else []
    replaced = {entry.text(name) for entry in mine} | without
    kept = [entry for entry in inherited.entries() if entry.text(name) not in replaced]
    place = own or inherited
    return Node([*kept, *mine], place.file, place.line, place.column)
