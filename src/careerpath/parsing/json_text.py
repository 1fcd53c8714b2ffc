"""JSON into nodes. The standard library's decoder gives no places, hence this one; strings are still read by it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from careerpath.errors import Location
from careerpath.parsing.limits import MAX_DECIMAL_CHARACTERS, MAX_DEPTH, MAX_INTEGER_DIGITS, MAX_NODES
from careerpath.parsing.node import Node, Scalar, invalid, quoted
from careerpath.parsing.text import line_and_column, refuse_characters

if TYPE_CHECKING:
    from careerpath.errors import InvalidInputError

_SPACE = re.compile(r"[ \t\n\r]*")
_STRING = re.compile(r'"[^"\\\n\r]*+(?:\\.[^"\\\n\r]*+)*+"')
_WORD = re.compile(r"[A-Za-z_][A-Za-z_0-9]*")
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
        # Lines are counted on from the last place asked for: from the start each time, one long line takes hours.
        self._seen, self._line, self._line_start = 0, 1, 0

    def document(self) -> Node:
        node = self._value(0)
        if self._skip():
            raise self._syntax(
                "something follows the end of the document", "Remove it, or put everything into one list."
            )
        return node

    def _place(self) -> Location:
        self._line += self._text.count("\n", self._seen, self._at)
        self._line_start = self._text.rfind("\n", self._seen, self._at) + 1 or self._line_start
        self._seen = self._at
        return Location(file=self._file, line=self._line, column=self._at - self._line_start + 1)

    def _syntax(self, what: str, hint: str, offset: int | None = None) -> InvalidInputError:
        offset = self._at if offset is None else offset
        if offset >= len(self._text):
            what, hint = "it ends too early", "Check that the file is whole and every bracket is closed."
        line, column = line_and_column(self._text, offset)
        place = Location(file=self._file, line=line, column=column)
        return invalid("json-syntax", f"this is not JSON: {what}.", hint, place)

    def _skip(self) -> str:
        """Goes on to the next character that is no space, and gives it; '' at the end."""
        found = _SPACE.match(self._text, self._at)
        self._at = found.end() if found else self._at
        return self._text[self._at : self._at + 1]

    def _node(self) -> Node:
        place = self._place()
        self._count += 1
        if self._count > MAX_NODES:
            raise invalid("too-large", f"there are more than {MAX_NODES:,} values.", "Split the file.", place)
        return Node(None, self._file, place.line or 1, place.column or 1)

    def _value(self, depth: int) -> Node:
        character = self._skip()
        node = self._node()
        if character in {"{", "["} and depth >= MAX_DEPTH:
            message = f"this is nested more than {MAX_DEPTH} deep."
            raise invalid("too-deep", message, "Make it flatter.", node.location)
        if character == "{":
            node.value = self._mapping(depth)
        elif character == "[":
            node.value = self._list(depth)
        elif character == '"':
            node.value = self._string(node.location)
        else:
            node.value = self._constant_or_number(node.location)
        return node

    def _string(self, place: Location) -> str:
        found = _STRING.match(self._text, self._at)
        if not found:
            raise self._syntax("a text has no end on its line", 'Close it with ", and write a line break in it as \\n.')
        try:
            value: str = json.loads(found.group())
        except json.JSONDecodeError as error:
            what, hint = "a text holds a \\ that means nothing", "Write \\\\ for a single \\."
            if error.msg.startswith("Invalid control"):
                what, hint = "a text holds a control character", "Write a tab as \\t."
            raise self._syntax(what, hint, self._at + error.pos) from None
        refuse_characters(value, place)
        self._at = found.end()
        return value

    def _constant_or_number(self, place: Location) -> Scalar:
        if word := _WORD.match(self._text, self._at):
            if word.group() not in _CONSTANTS:
                what, hint = f"{quoted(word.group())} is no value", "Put text in double quotes."
                raise self._syntax(what, hint)
            self._at = word.end()
            return _CONSTANTS[word.group()]
        found = _NUMBER.match(self._text, self._at)
        if not found:
            raise self._syntax("a value is missing", "Write one, or remove the comma or colon before it.")
        self._at = found.end()
        return self._number(found.group(), whole=not (found.group(1) or found.group(2)), place=place)

    def _number(self, text: str, *, whole: bool, place: Location) -> int | float:
        if whole and len(text.lstrip("-")) > MAX_INTEGER_DIGITS:
            hint = f"Use at most {MAX_INTEGER_DIGITS} digits, or put quotes around it."
            raise invalid("number", "this number is too large.", hint, place)
        if len(text) > MAX_DECIMAL_CHARACTERS:
            raise invalid(
                "number", "this number is too long.", f"Use at most {MAX_DECIMAL_CHARACTERS} characters.", place
            )
        if whole:
            return int(text)
        number = float(text)
        if abs(number) == float("inf"):
            raise invalid("number", "this number is too large.", "Use a smaller exponent.", place)
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
                raise self._syntax("a key in double quotes is missing", "Write one, or remove the comma before it.")
            place = self._place()
            key = self._string(place)
            if key in entries:
                raise invalid("duplicate-key", f"the key {quoted(key)} stands here twice.", "Keep one of them.", place)
            if self._skip() != ":":
                raise self._syntax("the colon after a key is missing", "Write a colon between key and value.")
            self._at += 1
            entries[key] = self._value(depth + 1)
            entries[key].key = place
            if self._ends("}"):
                return entries

    def _ends(self, bracket: str) -> bool:
        character = self._skip()
        if character not in {",", bracket}:
            raise self._syntax(
                f"a comma or {bracket} is missing", f"Write a comma between entries and {bracket} at the end."
            )
        self._at += 1
        return character == bracket
