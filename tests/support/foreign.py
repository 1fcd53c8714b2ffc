"""The texts of a catalogue that its keeper writes freely, found by the types; and catalogues with other texts there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

import msgspec
from msgspec import inspect

from careerpath.model.catalog import Catalog

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FREE: Final = {
    "name", "version", "label", "title", "publisher", "language", "address", "updated", "references_accessed", "note",
    "place", "subject", "statement", "currency", "url", "region", "as_of", "accessed", "cited", "caution", "detail",
    "handling", "description", "levels", "aliases", "why", "summary", "suits", "text", "help", "provider",
}  # fmt: skip
NAMES: Final = {
    "id", "digest", "field", "document", "kind", "claims", "topic", "track", "rung", "extends", "skill", "level",
    "accepts", "any_of", "credential", "activity", "duties", "tools", "qualifications", "pay", "outlook", "industries",
    "advice", "role", "background", "requires", "grants", "tracks", "value", "question",
}  # fmt: skip
"""Fields that name something else in the catalogue; the reader lets only known names into them."""


def text_fields(model: type = Catalog) -> set[tuple[str, str]]:
    """Every field of a model that holds text, with its class."""
    found: set[tuple[str, str]] = set()
    classes: set[type] = set()

    def walk(kind: inspect.Type, place: tuple[str, str]) -> None:
        match kind:
            case inspect.StructType() if kind.cls not in classes:
                classes.add(kind.cls)
                for field in kind.fields:
                    walk(field.type, (kind.cls.__name__, field.name))
            case inspect.StrType():
                found.add(place)
            case _:
                for part in _parts(kind):
                    walk(part, place)

    walk(inspect.type_info(model), ("", ""))
    return found


def _parts(kind: inspect.Type) -> tuple[inspect.Type, ...]:
    """What a collection or a choice of types consists of; of a mapping the values."""
    match kind:
        case inspect.VarTupleType() | inspect.ListType():
            return (kind.item_type,)
        case inspect.TupleType():
            return kind.item_types
        case inspect.DictType():
            return (kind.value_type,)
        case inspect.UnionType():
            return kind.types
        case _:
            return ()


def with_texts(catalog: Catalog, make: Callable[[str, str], str]) -> Catalog:
    """The catalogue with `make(class and field, text)` in the place of each free text; what is None there is filled."""
    free = {place for place in text_fields() if place[1] in FREE}
    return msgspec.convert(_rewritten(catalog, free, make), Catalog, strict=False)


def _rewritten(value: Any, free: set[tuple[str, str]], make: Callable[[str, str], str]) -> Any:
    if isinstance(value, tuple):
        return [_rewritten(entry, free, make) for entry in value]
    if isinstance(value, dict):
        return {key: _rewritten(entry, free, make) for key, entry in value.items()}
    if not isinstance(value, msgspec.Struct):
        return value
    made = {}
    for name in value.__struct_fields__:
        found, place = getattr(value, name), (type(value).__name__, name)
        if place not in free:
            made[name] = _rewritten(found, free, make)
        elif isinstance(found, tuple):
            made[name] = [make(".".join(place), text) for text in found]
        elif isinstance(found, dict):
            made[name] = {key: make(".".join(place), text) for key, text in found.items()}
        else:
            made[name] = make(".".join(place), found or "")
    return made


TAG: Final = re.compile("zq[a-z]{2}")


def tags() -> dict[str, str]:
    """A short word for each free text, by class and field."""
    places = sorted(".".join(place) for place in text_fields() if place[1] in FREE)
    return {place: f"zq{chr(97 + number // 26)}{chr(97 + number % 26)}" for number, place in enumerate(places)}


def tagged(catalog: Catalog) -> Catalog:
    """The catalogue with its tag in the place of each free text."""
    words = tags()
    return with_texts(catalog, lambda place, _: words[place])


def replaced(value: Any, text: str) -> Any:
    """A value in which every tag is replaced by a text."""
    match value:
        case str():
            return TAG.sub(lambda _: text, value)
        case msgspec.Struct():
            return msgspec.convert(replaced(msgspec.to_builtins(value), text), type(value), strict=False)
        case dict():
            return {key: replaced(entry, text) for key, entry in value.items()}
        case list() | tuple():
            return [replaced(entry, text) for entry in value]
        case _:
            return value


def tags_in(text: str) -> Iterator[str]:
    """The classes and fields whose tags stand in a text."""
    found = set(TAG.findall(text))
    return (place for place, word in tags().items() if word in found)
