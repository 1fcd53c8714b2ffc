"""`extends`: a role takes from its parent whatever it does not say itself.

Works on nodes, so that an inherited requirement still knows the line that it was written in.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from careerpath.errors import Problem
from careerpath.parsing.findings import EnoughError, Findings
from careerpath.parsing.limits import MAX_INHERITED, MAX_PARENTS
from careerpath.parsing.node import Node, quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

_OWN = frozenset(
    {"id", "title", "track", "rung", "basis", "summary", "claims", "aliases", "extends", "suits", "without"}
    | {"pay", "entry_roles", "leads_to", "contrasts", "feeders"}
)
"""What belongs to one role alone: its name, its pay, its place on the ladder."""


def resolve_extends(roles: Iterable[Node]) -> tuple[list[Node], list[Problem]]:
    """The roles with everything filled in, in the same order, and the faults.

    Faults are circles, long lines of parents, `without` without effect, and so much inheritance that a small file would
    become a huge catalogue. A parent that is not there is taken for none; reference checks report it.
    """
    family = _Family(roles)
    with suppress(EnoughError):
        family.resolve()
    return [family.done.get(identifier, role) for identifier, role in family.by_id.items()], family.found.problems


class _Family:
    """The roles by id, those that are resolved (`done`), and the faults that were found."""

    def __init__(self, roles: Iterable[Node]) -> None:
        self.by_id = {identifier: role for role in roles if (identifier := role.text("id"))}
        self.done: dict[str, Node] = {}
        self.found = Findings()
        self._parents: dict[str, int] = {}
        self._entries = 0

    def resolve(self) -> None:
        """Fills every role in; may raise `EnoughError`."""
        for identifier in self.by_id:
            # From the topmost parent down, in a loop: a long line of parents must not exhaust the stack.
            for name in reversed(self._unresolved_line(identifier)):
                self._take_over(name)

    def _take_over(self, name: str) -> None:
        role = self.by_id[name]
        above = role.text("extends")
        parent = self.done.get(above) if above is not None else None
        self._parents[name] = 0 if parent is None or above is None else self._parents[above] + 1
        if self._parents[name] > MAX_PARENTS:
            message = f"the role {quoted(name)} has more than {MAX_PARENTS} parents in a line."
            self.report(role.get("extends") or role, "extends-depth", message, "Let it extend one of the first.")
            parent, self._parents[name] = None, 0
        elif parent is not None or above is None:
            self._check_without(role, parent)
        self.done[name] = _merged(role, parent)
        self._entries += _count_entries(self.done[name])
        if self._entries > MAX_INHERITED:
            message = f"with what they inherit, the roles have more than {MAX_INHERITED:,} skills and activities."
            self.report(role, "too-large", message, "Let fewer roles extend large ones.")
            raise EnoughError

    def _unresolved_line(self, identifier: str) -> list[str]:
        """A role, its parent, that one's parent and so on, up to one that is done; a circle is reported and cut."""
        line: dict[str, None] = {}
        name: str | None = identifier
        while name is not None and name in self.by_id and name not in self.done:
            if name in line:
                way = list(line)
                last = self.by_id[way[-1]]
                message = f"'extends' runs in a circle: {' -> '.join([*way[way.index(name) :], name])}."
                self.report(
                    last.get("extends") or last, "extends-circle", message, "Let one of these roles stand alone."
                )
                break
            line[name] = None
            name = self.by_id[name].text("extends")
        return list(line)

    def _check_without(self, role: Node, parent: Node | None) -> None:
        inherited = parent.each("activities") if parent else []
        requirements = parent.get("requirements") if parent else None
        skills = requirements.each("skills") if requirements else []
        there = {entry.text("activity") for entry in inherited} | {entry.text("skill") for entry in skills}
        for entry in role.each("without"):
            if entry.value not in there:
                message = f"{quoted(entry.value)} is left out, but the parent role does not have it."
                self.report(entry, "without", message, "Remove it from 'without'.")

    def report(self, node: Node, code: str, message: str, hint: str) -> None:
        """Takes a fault down, at the place of a node."""
        self.found.add(Problem(code=code, message=message, hint=hint, location=node.location))


def _count_entries(role: Node) -> int:
    requirements = role.get("requirements")
    return len(role.each("activities")) + (len(requirements.each("skills")) if requirements else 0)


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
