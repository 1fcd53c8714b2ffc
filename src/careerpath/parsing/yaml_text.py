"""YAML into nodes, built from parser events.

A small and safe part of YAML: mappings with text keys, lists and scalars. Only `true` and `false` are booleans (so `no`
is the text "no"), only decimal numbers are numbers, dates are text. Aliases, tags and duplicate keys are refused, since
each of them lets a file say something else than a reader of it sees.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml

from careerpath.errors import Location
from careerpath.parsing.limits import MAX_DEPTH, MAX_INTEGER_DIGITS, MAX_NODES
from careerpath.parsing.node import Node, Scalar, invalid

if TYPE_CHECKING:
    from yaml.events import Event

_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)\Z")
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]*)\.[0-9]+([eE][-+]?[0-9]{1,2})?\Z")
_CONSTANTS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def parse_yaml(text: str, file: str) -> Node:
    """The tree of a YAML document; an empty one is a null.

    Raises:
        InvalidInputError: with the place of the first thing that cannot be read.
    """
    builder = _Builder(file)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Location(file=file, line=mark.line + 1, column=mark.column + 1) if mark else Location(file=file)
        raise invalid(
            "yaml-syntax", f"this is not YAML: {error.problem}.", "Check indentation, quotes and brackets here.", place
        ) from None
    except yaml.YAMLError as error:
        raise invalid("yaml-syntax", f"this is not YAML: {error}.", "Check the file.", Location(file=file)) from None
    return builder.root or Node(None, file, 1, 1)


class _Builder:
    """Puts events together. Holds the open mappings and lists, so that no nesting can exhaust the stack."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.root: Node | None = None
        self._open: list[Node] = []
        self._keys: list[Node | None] = []
        self._count = 0

    def take(self, event: Event) -> None:
        match event:
            case yaml.ScalarEvent():
                self._refuse_tag(event)
                self._add(self._node(_scalar(event, self._place(event)), event))
            case yaml.MappingStartEvent():
                self._refuse_tag(event)
                self._enter(self._node({}, event))
            case yaml.SequenceStartEvent():
                self._refuse_tag(event)
                self._enter(self._node([], event))
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._open.pop()
                self._keys.pop()
            case yaml.AliasEvent():
                raise invalid("alias", "aliases (*name) are not read.", "Write the value out.", self._place(event))
            case yaml.DocumentStartEvent() if self.root is not None:
                raise invalid(
                    "documents", "a second document starts here.", "Keep one document in a file.", self._place(event)
                )

    def _place(self, event: Event) -> Location:
        return Location(file=self.file, line=event.start_mark.line + 1, column=event.start_mark.column + 1)

    def _refuse_tag(self, event: yaml.CollectionStartEvent | yaml.ScalarEvent) -> None:
        if event.tag is not None and event.tag != "!":
            raise invalid("tag", f"tags ({event.tag}) are not read.", "Remove it.", self._place(event))

    def _node(self, value: dict[str, Node] | list[Node] | Scalar, event: Event) -> Node:
        self._count += 1
        if self._count > MAX_NODES:
            raise invalid("too-large", f"there are more than {MAX_NODES:,} values.", "Split it.", self._place(event))
        return Node(value, self.file, event.start_mark.line + 1, event.start_mark.column + 1)

    def _enter(self, node: Node) -> None:
        self._add(node)
        if len(self._open) >= MAX_DEPTH:
            raise invalid("too-deep", f"this is nested more than {MAX_DEPTH} deep.", "Make it flatter.", node.location)
        self._open.append(node)
        self._keys.append(None)

    def _add(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        parent = self._open[-1].value
        if isinstance(parent, list):
            parent.append(node)
        elif isinstance(parent, dict):
            self._add_to_mapping(parent, node)

    def _add_to_mapping(self, parent: dict[str, Node], node: Node) -> None:
        key = self._keys[-1]
        if key is None:
            self._keys[-1] = node
            if isinstance(node.value, (dict, list)):
                raise invalid("key", "a key must be text.", "Quote it, or check the indentation.", node.location)
            if not isinstance(node.value, str):
                node.value = str(node.plain()).lower() if node.value is not None else ""
            if node.value in parent:
                first = parent[node.value].key
                where = f" (first in line {first.line})" if first else ""
                raise invalid(
                    "duplicate-key", f"the key '{node.value}' stands here twice{where}.", "Keep one.", node.location
                )
            return
        node.key = key.location
        parent[str(key.value)] = node
        self._keys[-1] = None


def _scalar(event: yaml.ScalarEvent, place: Location) -> Scalar:
    text: str = event.value
    if event.style:
        return text
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _INTEGER.match(text):
        if len(text) > MAX_INTEGER_DIGITS:
            raise invalid("number", "this number is too large.", f"At most {MAX_INTEGER_DIGITS} digits.", place)
        return int(text)
    if _DECIMAL.match(text):
        if len(text) > 2 * MAX_INTEGER_DIGITS:
            raise invalid("number", "this number is too long.", f"At most {2 * MAX_INTEGER_DIGITS} characters.", place)
        return float(text)
    return text
