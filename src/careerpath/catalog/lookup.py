"""The files of a catalogue by id, and the questions that every check asks of them: is this known, is it founded?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.catalog.names import folded
from careerpath.errors import Problem
from careerpath.parsing.node import quoted
from careerpath.suggest import closest

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from careerpath.parsing.findings import Findings
    from careerpath.parsing.node import Node

_NAMED = 12
"""So many known names are listed where none is close to the one that was written."""

_KINDS = (
    ("track", "catalog.yaml", "tracks"),
    ("rung", "catalog.yaml", "rungs"),
    ("document", "documents.yaml", "documents"),
    ("claim", "claims.yaml", "claims"),
    ("conflict", "conflicts.yaml", "conflicts"),
    ("skill topic", "skills.yaml", "topics"),
    ("skill", "skills.yaml", "skills"),
    ("activity topic", "activities.yaml", "topics"),
    ("activity", "activities.yaml", "activities"),
    ("role", "roles.yaml", "roles"),
    ("learning", "learning.yaml", "learning"),
    ("question", "questions.yaml", "questions"),
)


class Lookup:
    """The entries of all files, and the problems found in them so far. Every method may raise `EnoughError`."""

    def __init__(self, files: Mapping[str, Node], found: Findings) -> None:
        self.files = files
        self._found = found
        self.known = {kind: self._ids(kind, self.entries(file, key)) for kind, file, key in _KINDS}

    def entries(self, file: str, key: str) -> list[Node]:
        """The entries of a list in a file."""
        return self.files[file].each(key)

    def report(self, node: Node, code: str, message: str, hint: str) -> None:
        """Takes a problem down, at the place of a node."""
        self._found.add(Problem(code=code, message=message, hint=hint, location=node.location))

    def refer(self, node: Node | None, kind: str) -> None:
        """The node, if there is one, has to name something of that kind."""
        if node is not None and isinstance(node.value, str):
            self.choose(node, self.known[kind], f"unknown {kind} {quoted(node.value)}.")

    def refer_all(self, owner: Node, key: str, kind: str) -> None:
        """Every entry of a list has to name something of that kind."""
        for entry in owner.each(key):
            self.refer(entry, kind)

    def choose(self, node: Node, known: Collection[str], message: str) -> None:
        """The node has to be one of the known names, else the message is reported, with what is close."""
        if node.value in known:
            return
        if guess := closest(str(node.value), known):
            hint = f"Did you mean '{guess[0]}'?"
        elif names := sorted(set(known)):
            hint = f"Known: {', '.join(names[:_NAMED])}{', ...' if len(names) > _NAMED else ''}."
        else:
            hint = "None is there yet: add it, or remove what names it."
        self.report(node, "unknown-reference", message, hint)

    def choose_answer(self, node: Node | None, question: str) -> None:
        """The node, if there is one, has to be an answer to a background question."""
        if node is None or node.value is None:
            return
        asked = self.known["question"].get(question)
        if asked is None:
            message = f"this needs a background question '{question}', which is not there."
            self.report(node, "unknown-reference", message, "Add it to questions.yaml.")
            return
        values = [value for choice in asked.each("choices") if (value := choice.text("value"))]
        self.choose(node, values, f"{quoted(node.value)} is no answer to the question '{question}'.")

    def between(self, node: Node | None, low: int, high: int, what: str) -> None:
        """The number, if there is one, has to be in a range."""
        if node is not None and isinstance(node.value, int) and not low <= node.value <= high:
            self.report(node, "range", f"{what} is {node.value}.", f"Give a number from {low} to {high}.")

    def founded(self, node: Node, what: str) -> None:
        """The node has to cite claims, all of them known, or to give a reason."""
        self.refer_all(node, "claims", "claim")
        if not node.each("claims") and not (node.text("why") or "").strip():
            self.report(node, "no-evidence", f"{what} cites no claim and gives no reason.", "Add 'claims', or a 'why'.")

    def unambiguous(self, kind: str, name: str) -> None:
        """No id, name or alias means two entries of a kind, however people spell it."""
        owners: dict[str, str] = {}
        for owner, entry in self.known[kind].items():
            named = [node for node in (entry.get("id"), entry.get(name)) if node]
            for node in [*named, *entry.each("aliases")]:
                first = owners.setdefault(folded(str(node.value)), owner)
                if first != owner:
                    message = f"{quoted(node.value)} already means the {kind} '{first}'."
                    self.report(node, "ambiguous-name", message, "Use another name here.")

    def _ids(self, kind: str, entries: list[Node]) -> dict[str, Node]:
        known: dict[str, Node] = {}
        for entry in entries:
            identifier, node = entry.text("id"), entry.get("id")
            if identifier is None or node is None:
                continue
            if identifier in known:
                place = known[identifier].location
                message = f"the {kind} {quoted(identifier)} is there already (line {place.line})."
                self.report(node, "duplicate-id", message, "Rename or remove one of them.")
                continue
            known[identifier] = entry
            if not all(part.isalnum() and part.isascii() for part in identifier.replace("_", "-").split("-")):
                hint = "Use the letters a to z, digits, and single hyphens between them."
                self.report(node, "id", f"{quoted(identifier)} cannot be an id.", hint)
        return known
