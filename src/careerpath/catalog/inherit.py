"""`extends`: a role takes from its parent whatever it does not say itself.

Works on nodes, so that an inherited requirement still knows the line that it was written in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.errors import Problem
from careerpath.parsing.node import Node, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_OWN = frozenset(
    {"id", "title", "track", "rung", "basis", "summary", "claims", "aliases", "extends", "suits", "without"}
    | {"pay", "entry_roles", "leads_to", "contrasts", "feeders"}
)
"""What belongs to one role alone: its name, its pay, its place on the ladder."""


def resolve_extends(roles: Iterable[Node]) -> tuple[list[Node], list[Problem]]:
    """The roles with everything filled in, in the same order, and the faults: circles, `without` without effect.

    A parent that is not there is taken for none; reference checks report it.
    """
    by_id = {identifier: role for role in roles if (identifier := role.text("id"))}
    problems: list[Problem] = []
    done: dict[str, Node] = {}
    for identifier in by_id:
        # From the topmost parent down, in a loop: a long line of parents must not exhaust the stack.
        for name in reversed(_unresolved_line(identifier, by_id, done, problems)):
            role = by_id[name]
            parent = done.get(role.text("extends") or "")
            if parent is not None or role.text("extends") is None:
                problems.extend(_useless_without(role, parent))
            done[name] = _merged(role, parent)
    return [done[identifier] for identifier in by_id], problems


def _unresolved_line(
    identifier: str, by_id: Mapping[str, Node], done: Mapping[str, Node], problems: list[Problem]
) -> list[str]:
    """A role, its parent, that one's parent and so on, as far as they are not done; a circle is reported and cut."""
    line: list[str] = []
    name: str | None = identifier
    while name is not None and name in by_id and name not in done:
        if name in line:
            last = by_id[line[-1]]
            circle = " -> ".join([*line[line.index(name) :], name])
            problems.append(
                Problem(
                    code="extends-circle",
                    message=f"'extends' runs in a circle: {circle}.",
                    hint="Let one of these roles stand alone.",
                    location=(last.get("extends") or last).location,
                )
            )
            break
        line.append(name)
        name = by_id[name].text("extends")
    return line


def _useless_without(role: Node, parent: Node | None) -> list[Problem]:
    inherited = parent.each("activities") if parent else []
    requirements = parent.get("requirements") if parent else None
    skills = requirements.each("skills") if requirements else []
    there = {entry.text("activity") for entry in inherited} | {entry.text("skill") for entry in skills}
    return [
        Problem(
            code="without",
            message=f"{quoted(entry.value)} is left out, but the parent role does not have it.",
            hint="Remove it from 'without'.",
            location=entry.location,
        )
        for entry in role.each("without")
        if entry.value not in there
    ]


def _merged(role: Node, parent: Node | None) -> Node:
    own = dict(role.value) if isinstance(role.value, dict) else {}
    own.pop("without", None)
    without = {str(entry.value) for entry in role.each("without")}
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
