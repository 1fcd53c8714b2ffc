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
from careerpath.parsing.limits import MAX_DECIMAL_CHARACTERS, MAX_DEPTH, MAX_INTEGER_DIGITS, MAX_NODES
from careerpath.parsing.node import Node, Scalar, invalid, quoted
from careerpath.parsing.text import refuse_characters

if TYPE_CHECKING:
    from yaml.events import Event

    from careerpath.errors import InvalidInputError

_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)\Z", re.ASCII)
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]*)\.[0-9]+([eE][-+]?[0-9]{1,2})?\Z", re.ASCII)
_CONSTANTS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LOOKED_AHEAD_TOO_DEEP = "exceeded maximum nesting depth"
"""What LibYAML, from 0.2.6 on, says of 1,000 open brackets that it looks ahead at, before it tells of the first."""


def parse_yaml(text: str, file: str) -> Node:
    """The tree of a YAML document; an empty one is a null.

    Raises:
        InvalidInputError: with the place of the first thing that cannot be read.
    """
    builder = _Builder(file)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            builder.take(event)
    except yaml.YAMLError as error:
        if (readable := _readable_part(text, error)) is not None:
            return parse_yaml(readable, file)  # which ends where our own limit is
        raise _syntax(error, file) from None
    return builder.root or Node(None, file, 1, 1)


def _readable_part(text: str, error: yaml.YAMLError) -> str | None:
    """What stands before the bracket that is too deep for LibYAML; None if it fails for another reason."""
    if getattr(error, "problem", None) != _LOOKED_AHEAD_TOO_DEEP or not (mark := getattr(error, "problem_mark", None)):
        return None
    return text[: mark.index] if mark.index < len(text) else None


def _syntax(error: yaml.YAMLError, file: str) -> InvalidInputError:
    what, place = "it holds a character that YAML does not allow", Location(file=file)
    if isinstance(error, yaml.MarkedYAMLError):
        what = error.problem or "it cannot be parsed"
        if mark := error.problem_mark or error.context_mark:
            place = Location(file=file, line=mark.line + 1, column=mark.column + 1)
    return invalid("yaml-syntax", f"this is not YAML: {what}.", "Check indentation, quotes and brackets here.", place)


class _Builder:
    """Puts events together. Holds the open mappings and lists, so that no nesting can exhaust the stack."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.root: Node | None = None
        self._open: list[Node] = []
        # For each open mapping or list: the key whose value comes next, None where no value is awaited.
        self._keys: list[Node | None] = []
        self._count = 0

    def take(self, event: Event) -> None:
        match event:
            case yaml.ScalarEvent():
                self._refuse_tag(event)
                self._take_scalar(event)
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
                hint = "Write the value out, or put quotes around the text."
                raise invalid("alias", f"aliases (*{event.anchor}) are not read.", hint, self._place(event))
            case yaml.DocumentStartEvent() if self.root is not None:
                hint = "Keep one document in a file, without a line '---' in it."
                raise invalid("documents", "a second document starts here.", hint, self._place(event))

    def _place(self, event: Event) -> Location:
        mark = event.start_mark
        return (
            Location(file=self.file, line=mark.line + 1, column=mark.column + 1) if mark else Location(file=self.file)
        )

    def _refuse_tag(self, event: yaml.CollectionStartEvent | yaml.ScalarEvent) -> None:
        if event.tag is not None:
            hint = "Remove it, or put quotes around the text."
            tag = quoted(event.tag.replace("tag:yaml.org,2002:", "!!"))
            raise invalid("tag", f"tags ({tag}) are not read.", hint, self._place(event))

    def _node(self, value: dict[str, Node] | list[Node] | Scalar, event: Event) -> Node:
        place = self._place(event)
        self._count += 1
        if self._count > MAX_NODES:
            raise invalid("too-large", f"there are more than {MAX_NODES:,} values.", "Split the file.", place)
        return Node(value, self.file, place.line or 1, place.column or 1)

    def _take_scalar(self, event: yaml.ScalarEvent) -> None:
        node = self._node(event.value, event)
        refuse_characters(event.value, node.location)
        # A key is always text, as it is written: `1.50:` and `null:` are the keys "1.50" and "null".
        if not self._awaits_key() and not event.style:
            node.value = _plain_scalar(event.value, node.location)
        self._add(node)

    def _enter(self, node: Node) -> None:
        if self._awaits_key():
            hint = "Put quotes around it, or check the indentation."
            raise invalid("key", "a key must be text, not a list or a mapping.", hint, node.location)
        if len(self._open) >= MAX_DEPTH:
            raise invalid("too-deep", f"this is nested more than {MAX_DEPTH} deep.", "Make it flatter.", node.location)
        self._add(node)
        self._open.append(node)
        self._keys.append(None)

    def _awaits_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1].value, dict) and self._keys[-1] is None

    def _add(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        parent, key = self._open[-1].value, self._keys[-1]
        if isinstance(parent, list):
            parent.append(node)
        elif isinstance(parent, dict) and key is None:
            self._refuse_repeated(parent, node)
            self._keys[-1] = node
        elif isinstance(parent, dict) and key is not None:
            node.key = key.location
            parent[str(key.value)] = node
            self._keys[-1] = None

    def _refuse_repeated(self, parent: dict[str, Node], key: Node) -> None:
        name = str(key.value)
        if name in parent:
            first = parent[name].key
            where = f" (first in line {first.line})" if first else ""
            message = f"the key {quoted(name)} stands here twice{where}."
            raise invalid("duplicate-key", message, "Keep one of them.", key.location)


def _plain_scalar(text: str, place: Location) -> Scalar:
    """The value of a scalar without quotes."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _INTEGER.match(text):
        if len(text.lstrip("+-")) > MAX_INTEGER_DIGITS:
            hint = f"Use at most {MAX_INTEGER_DIGITS} digits, or put quotes around it."
            raise invalid("number", "this number is too large.", hint, place)
        return int(text)
    if _DECIMAL.match(text):
        if len(text) > MAX_DECIMAL_CHARACTERS:
            raise invalid(
                "number", "this number is too long.", f"Use at most {MAX_DECIMAL_CHARACTERS} characters.", place
            )
        return float(text)
    return text
