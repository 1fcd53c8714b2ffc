"""A parsed piece of text: its value and where it stands."""

from __future__ import annotations

from typing import TypeAlias

from careerpath.errors import InvalidInputError, Location, Problem

Scalar: TypeAlias = str | int | float | bool | None

_LONGEST_QUOTE = 60


class Node:
    """A mapping of nodes, a list of nodes or a scalar, with its place. `key` is the place of its key, if it has one."""

    __slots__ = ("column", "file", "key", "line", "value")

    def __init__(self, value: dict[str, Node] | list[Node] | Scalar, file: str, line: int, column: int) -> None:
        self.value = value
        self.file = file
        self.line = line
        self.column = column
        self.key: Location | None = None

    @property
    def location(self) -> Location:
        """Where the value starts."""
        return Location(file=self.file, line=self.line, column=self.column)

    def plain(self) -> object:
        """The value without places, as `msgspec.convert` takes it."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value

    def get(self, key: str) -> Node | None:
        """The node under a key of a mapping; None if this is no mapping or has no such key."""
        return self.value.get(key) if isinstance(self.value, dict) else None

    def entries(self) -> list[Node]:
        """The nodes of a list; none if this is no list."""
        return self.value if isinstance(self.value, list) else []

    def each(self, key: str) -> list[Node]:
        """The nodes of the list under a key; none if there is no such list."""
        node = self.get(key)
        return node.entries() if node else []

    def text(self, key: str) -> str | None:
        """The text under a key; None if there is none."""
        node = self.get(key)
        return node.value if node and isinstance(node.value, str) else None

    def number(self, key: str) -> int | None:
        """The whole number under a key; None if there is none."""
        node = self.get(key)
        return node.value if node and isinstance(node.value, int) and not isinstance(node.value, bool) else None


def quoted(value: object) -> str:
    """A piece of input as a message shows it: in quotes, on one line, and not without end."""
    text = " ".join(str(value)[: 2 * _LONGEST_QUOTE].split())
    return f"'{text}'" if len(text) <= _LONGEST_QUOTE else f"'{text[: _LONGEST_QUOTE - 3]}...'"


def invalid(code: str, message: str, hint: str, location: Location) -> InvalidInputError:
    """A failure with a single problem."""
    return InvalidInputError(Problem(code=code, message=message, hint=hint, location=location))
