"""What in a new schema breaks a promise of the frozen one. Fields and values may be added, nothing may go or change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator


def broken_promises(frozen: Any, current: Any, *, is_input: bool) -> list[str]:
    return list(_compare(frozen, current, (frozen, current), "$", frozenset(), is_input=is_input))


def _compare(
    old: Any, new: Any, wholes: tuple[Any, Any], path: str, seen: frozenset[tuple[str, str]], *, is_input: bool
) -> Iterator[str]:
    step = (str(old.get("$ref")), str(new.get("$ref")))
    if "$ref" in old and step in seen:
        return
    seen |= {step}
    old, new = _resolved(old, wholes[0]), _resolved(new, wholes[1])
    if old.get("const") != new.get("const"):
        yield f"{path}: {old.get('const')} has become {new.get('const')}"
    if _types(old) != _types(new):
        yield f"{path}: {sorted(_types(old))} has become {sorted(_types(new))}"
        return
    yield from _demands(old, new, path, is_input=is_input)
    for name, child in old.get("properties", {}).items():
        if name not in new.get("properties", {}):
            yield f"{path}.{name} is gone"
        else:
            yield from _compare(child, new["properties"][name], wholes, f"{path}.{name}", seen, is_input=is_input)
    for key, mark in (("items", "[]"), ("additionalProperties", ".*")):
        if isinstance(old.get(key), dict) and isinstance(new.get(key), dict):
            yield from _compare(old[key], new[key], wholes, path + mark, seen, is_input=is_input)
    branches = [entry for entry in old.get("anyOf", ()) if _structured(entry)]
    others = [entry for entry in new.get("anyOf", ()) if _structured(entry)]
    for one, other in zip(branches, others, strict=False):
        yield from _compare(one, other, wholes, path, seen, is_input=is_input)


def _demands(old: Any, new: Any, path: str, *, is_input: bool) -> Iterator[str]:
    """What a reader has to give and did not have to, or what a writer gave always and does not any more."""
    if not is_input:
        yield from (f"{path}.{name} is optional now" for name in _required(old) - _required(new))
        return
    yield from (f"{path}.{name} is required now" for name in _required(new) - _required(old))
    for gone in set(map(str, old.get("enum", ()))) - set(map(str, new.get("enum", ()))):
        yield f"{path}: {gone} is not accepted any more"


def _structured(schema: Any) -> bool:
    return "$ref" in schema or schema.get("type") in {"array", "object"}


def _required(schema: Any) -> set[str]:
    return set(schema.get("required", ()))


def _resolved(schema: Any, whole: Any) -> Any:
    return whole["$defs"][schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema


def _types(schema: Any) -> set[str]:
    """The JSON types that a schema allows."""
    if "anyOf" in schema:
        return {name for branch in schema["anyOf"] for name in _types(branch)}
    if "$ref" in schema:
        return {"object"}
    if "enum" in schema:
        return {_name_of(value) for value in schema["enum"]}
    if "const" in schema:
        return {_name_of(schema["const"])}
    return {schema.get("type", "anything")}


def _name_of(value: Any) -> str:
    names = {bool: "boolean", int: "integer", float: "number", str: "string", type(None): "null"}
    return names[type(value)]
