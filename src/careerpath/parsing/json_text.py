"""JSON into nodes. The standard library's decoder gives no places, hence this one; strings and numbers are still its own."""

from __future__ import annotations

import json
import re
from json.decoder import scanstring

from careerpath.errors import Location
from careerpath.parsing.limits import MAX_DEPTH, MAX_INTEGER_DIGITS, MAX_NODES
from careerpath.parsing.node import Node, Scalar, invalid
from careerpath.parsing.text import line_and_column

_SPACE = re.compile(r"[ \t\n\r]*")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
_CONSTANTS: dict[str, bool | None] = {"true": True, "false": False, "null": None}


def parse_json(text: str, file: str) -> Node:
    """The tree of a JSON document.

    Raises:
        InvalidInputError: with the place of the first thing that cannot be read.
    """
    return _Parser(text, file).document()


class _Parser:
    def __init__(self, text: str, file: str) -> None:
        self._text = text
        self._file = file
        self._at = 0
        self._count = 0
        # Lines are counted on from the last place asked for, so that a large file is not counted again and again.
        self._seen, self._line = 0, 1

    def document(self) -> Node:
        node = self._value(0)
        self._skip()
        if self._at < len(self._text):
            raise self._syntax("something follows the end of the document")
        return node

    def _place(self) -> Location:
        self._line += self._text.count("\n", self._seen, self._at)
        self._seen = self._at
        return Location(file=self._file, line=self._line, column=self._at - self._text.rfind("\n", 0, self._at))

    def _syntax(self, what: str, offset: int | None = None) -> Exception:
        line, column = line_and_column(self._text, self._at if offset is None else offset)
        place = Location(file=self._file, line=line, column=column)
        return invalid("json-syntax", f"this is not JSON: {what}.", "Check quotes, commas and brackets here.", place)

    def _skip(self) -> str:
        found = _SPACE.match(self._text, self._at)
        self._at = found.end() if found else self._at
        return self._text[self._at : self._at + 1]

    def _node(self, value: dict[str, Node] | list[Node] | Scalar) -> Node:
        place = self._place()
        self._count += 1
        if self._count > MAX_NODES:
            raise invalid("too-large", f"there are more than {MAX_NODES:,} values.", "Split it.", place)
        return Node(value, self._file, place.line or 1, place.column or 1)

    def _value(self, depth: int) -> Node:
        character = self._skip()
        node = self._node(None)
        if depth > MAX_DEPTH:
            raise invalid("too-deep", f"this is nested more than {MAX_DEPTH} deep.", "Make it flatter.", node.location)
        if character == "{":
            node.value = self._mapping(depth)
        elif character == "[":
            node.value = self._list(depth)
        elif character == '"':
            node.value = self._string()
        else:
            node.value = self._constant_or_number()
        return node

    def _string(self) -> str:
        try:
            value, self._at = scanstring(self._text, self._at + 1, True)  # noqa: FBT003 (positional in the library)
        except json.JSONDecodeError as error:
            raise self._syntax(error.msg[0].lower() + error.msg[1:], error.pos) from None
        return value

    def _constant_or_number(self) -> Scalar:
        for word, value in _CONSTANTS.items():
            if self._text.startswith(word, self._at):
                self._at += len(word)
                return value
        found = _NUMBER.match(self._text, self._at)
        if not found:
            raise self._syntax("a value is missing")
        if len(found.group()) > 2 * MAX_INTEGER_DIGITS or (
            not found.group(1) and not found.group(2) and len(found.group()) > MAX_INTEGER_DIGITS
        ):
            raise invalid("number", "this number is too large.", f"At most {MAX_INTEGER_DIGITS} digits.", self._place())
        self._at = found.end()
        number = float(found.group()) if found.group(1) or found.group(2) else int(found.group())
        if number in (float("inf"), float("-inf")):
            raise invalid("number", "this number is too large.", "Use a smaller one.", self._place())
        return number

    def _list(self, depth: int) -> list[Node]:
        self._at += 1
        entries: list[Node] = []
        if self._skip() == "]":
            self._at += 1
            return entries
        while True:
            entries.append(self._value(depth + 1))
            if self._ends("]"):
                return entries

    def _mapping(self, depth: int) -> dict[str, Node]:
        self._at += 1
        entries: dict[str, Node] = {}
        if self._skip() == "}":
            self._at += 1
            return entries
        while True:
            if self._skip() != '"':
                raise self._syntax("a key in double quotes is missing")
            place = self._place()
            key = self._string()
            if key in entries:
                raise invalid("duplicate-key", f"the key '{key}' stands here twice.", "Keep one.", place)
            if self._skip() != ":":
                raise self._syntax("':' is missing after the key")
            self._at += 1
            entries[key] = self._value(depth + 1)
            entries[key].key = place
            if self._ends("}"):
                return entries

    def _ends(self, bracket: str) -> bool:
        character = self._skip()
        if character not in (",", bracket) or not character:
            raise self._syntax(f"',' or '{bracket}' is missing")
        self._at += 1
        return character == bracket
