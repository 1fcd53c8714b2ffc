"""The schemas as scripts see them."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from careerpath.render.data.kinds import KINDS, VERSION, schema_id


class SchemaEntry(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of output or input; `id` is the `$id` of its schema."""

    kind: str
    flow: Literal["output", "input"]
    title: str
    version: int
    id: str


class SchemasData(msgspec.Struct, frozen=True, kw_only=True):
    """Every kind there is."""

    schemas: tuple[SchemaEntry, ...]


class SchemaData(msgspec.Struct, frozen=True, kw_only=True):
    """One schema, whole: `definition` is what `careerpath schema KIND` prints."""

    kind: str
    id: str
    version: int
    definition: dict[str, Any]


def schemas_data() -> SchemasData:
    """Every kind, in order."""
    return SchemasData(
        schemas=tuple(
            SchemaEntry(kind=name, flow=kind.flow, title=kind.title, version=VERSION, id=schema_id(name))
            for name, kind in KINDS.items()
        )
    )


def schema_data(kind: str, text: bytes) -> SchemaData:
    """A schema from its file."""
    definition = msgspec.json.decode(text, type=dict[str, Any])
    return SchemaData(kind=kind, id=schema_id(kind), version=VERSION, definition=definition)
