"""Holds a tree of nodes against a type, and lists everything that does not fit, each with its place.

`msgspec.convert` stops at the first fault and knows no lines; this reads the same type descriptions and goes on.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec
from msgspec import inspect

from careerpath.errors import InvalidInputError, Problem, in_reading_order
from careerpath.parsing.findings import EnoughError, Findings
from careerpath.parsing.node import quoted
from careerpath.suggest import closest

if TYPE_CHECKING:
    from careerpath.parsing.node import Node

T = TypeVar("T")

_MAPPING = "a mapping of keys to values"


def convert(node: Node, kind: type[T]) -> T:
    """The typed value of a tree.

    Raises:
        InvalidInputError: with every place at which the tree does not fit the type.
    """
    problems = shape_problems(node, kind)
    if problems:
        raise InvalidInputError(*problems)
    return msgspec.convert(node.plain(), kind, strict=True)


def shape_problems(node: Node, kind: type[Any]) -> tuple[Problem, ...]:
    """Every place at which the tree does not fit the type, in reading order; after `MAX_PROBLEMS` it gives up."""
    found = Findings()
    with suppress(EnoughError):
        _check(node, _type_info(kind), "the content", found)
    return in_reading_order(found.problems)


_infos: dict[Any, inspect.Type] = {}


def _type_info(kind: Any) -> inspect.Type:
    if kind not in _infos:
        _infos[kind] = inspect.type_info(kind)
    return _infos[kind]


def _check(node: Node, kind: inspect.Type, name: str, found: Findings) -> None:
    match kind:
        case inspect.StructType():
            _check_struct(node, kind, name, found)
        case inspect.DictType():
            _check_dict(node, kind, name, found)
        case inspect.VarTupleType() | inspect.ListType():
            if isinstance(node.value, list):
                for entry in node.value:
                    _check(entry, kind.item_type, _entry_of(name), found)
            else:
                found.add(_wrong_type(node, name, "a list"))
        case inspect.LiteralType():
            _check_literal(node, kind, name, found)
        case inspect.UnionType():
            _check_union(node, kind, name, found)
        case _:
            if not _is_scalar_of(node.value, kind):
                found.add(_wrong_type(node, name, _describe(kind)))


def _entry_of(name: str) -> str:
    return name if name.startswith("an entry of ") else f"an entry of {name}"


def _check_struct(node: Node, kind: inspect.StructType, name: str, found: Findings) -> None:
    if not isinstance(node.value, dict):
        found.add(_wrong_type(node, name, _MAPPING))
        return
    fields = {field.encode_name: field for field in kind.fields}
    for key, value in node.value.items():
        if key in fields:
            _check(value, fields[key].type, f"'{key}'", found)
        else:
            found.add(_unknown_key(value, key, list(fields)))
    for field in kind.fields:
        if field.required and field.encode_name not in node.value:
            owner = node.text("id")
            found.add(
                Problem(
                    code="missing-key",
                    message=f"the key '{field.encode_name}' is missing" + (f" in {quoted(owner)}." if owner else "."),
                    hint=f"Add '{field.encode_name}' ({_describe(field.type)}).",
                    location=node.location,
                )
            )


def _unknown_key(value: Node, key: str, known: list[str]) -> Problem:
    guess = closest(key, known)
    if guess:
        hint = f"Did you mean '{guess[0]}'?"
    elif value.value is None and " " in key:
        # The usual slip of {why: One, two}: YAML reads "two" as another key.
        hint = "If it belongs to the text before it, put quotes around the whole text."
    else:
        hint = f"Known keys: {', '.join(known)}."
    return Problem(
        code="unknown-key", message=f"unknown key {quoted(key)}.", hint=hint, location=value.key or value.location
    )


def _check_dict(node: Node, kind: inspect.DictType, name: str, found: Findings) -> None:
    if not isinstance(node.value, dict):
        found.add(_wrong_type(node, name, _MAPPING))
        return
    for key, value in node.value.items():
        if isinstance(kind.key_type, inspect.LiteralType) and key not in kind.key_type.values:
            found.add(_unknown_key(value, key, list(map(str, kind.key_type.values))))
        _check(value, kind.value_type, quoted(key), found)


def _check_literal(node: Node, kind: inspect.LiteralType, name: str, found: Findings) -> None:
    if node.value in kind.values and not isinstance(node.value, bool):
        return
    allowed = [str(value) for value in kind.values]
    guess = closest(str(node.value), allowed) if isinstance(node.value, str) else ()
    hint = f"Did you mean '{guess[0]}'?" if guess else "One of: " + ", ".join(allowed) + "."
    found.add(Problem(code="choice", message=f"{name} cannot be {_shown(node)}.", hint=hint, location=node.location))


def _check_union(node: Node, kind: inspect.UnionType, name: str, found: Findings) -> None:
    options = [option for option in kind.types if not isinstance(option, inspect.NoneType)]
    if node.value is None and len(options) < len(kind.types):
        return
    if len(options) == 1:
        _check(node, options[0], name, found)
        return
    for option in options:
        attempt = Findings()
        with suppress(EnoughError):
            _check(node, option, name, attempt)
        if not attempt.problems:
            return
    found.add(_wrong_type(node, name, _describe(kind)))


def _is_scalar_of(value: object, kind: inspect.Type) -> bool:
    match kind:
        case inspect.StrType():
            return isinstance(value, str)
        case inspect.BoolType():
            return isinstance(value, bool)
        case inspect.IntType():
            return isinstance(value, int) and not isinstance(value, bool)
        case inspect.FloatType():
            return isinstance(value, (int, float)) and not isinstance(value, bool)
        case inspect.NoneType():
            return value is None
        case inspect.AnyType():
            return True
        case _:
            raise NotImplementedError(f"no check for {kind}")


_DESCRIPTIONS: dict[type[inspect.Type], str] = {
    inspect.StrType: "text",
    inspect.BoolType: "true or false",
    inspect.IntType: "a whole number",
    inspect.FloatType: "a number",
    inspect.NoneType: "nothing",
    inspect.VarTupleType: "a list",
    inspect.ListType: "a list",
}


def _describe(kind: inspect.Type) -> str:
    if isinstance(kind, inspect.LiteralType):
        return "one of " + ", ".join(map(str, kind.values))
    if isinstance(kind, inspect.UnionType):
        return " or ".join(dict.fromkeys(map(_describe, kind.types)))
    return _DESCRIPTIONS.get(type(kind), _MAPPING)


def _shown(node: Node) -> str:
    match node.value:
        case dict():
            return "a mapping"
        case list():
            return "a list"
        case None:
            return "empty"
        case bool():
            return "true" if node.value else "false"
        case str():
            return quoted(node.value)
        case _:
            return str(node.value)


def _wrong_type(node: Node, name: str, wanted: str) -> Problem:
    if wanted == "text":
        hint = "Put quotes around it." if isinstance(node.value, int | float) else "Write text, in quotes if need be."
    elif wanted == "a list":
        hint = "Write it as [one, two], or one entry to a line after '- '."
    elif wanted == _MAPPING:
        hint = "Write it as 'key: value', one to a line."
    elif isinstance(node.value, str):
        hint = "Write it without quotes or a unit."
    else:
        hint = f"Give {wanted}."
    fault = f"is empty, but must be {wanted}" if node.value is None else f"must be {wanted}, not {_shown(node)}"
    return Problem(code="type", message=f"{name} {fault}.", hint=hint, location=node.location)
