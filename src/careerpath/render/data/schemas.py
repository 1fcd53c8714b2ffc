"""JSON Schemas (2020-12), made from the types. Only `make schemas` and the tests do so; the program reads the files."""

from __future__ import annotations

from inspect import cleandoc
from typing import Any, Final

import msgspec

from careerpath.render.data.kinds import ERROR, KINDS, VERSION, Kind, schema_id

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def schema_text(name: str) -> str:
    """The schema of a kind as it stands in its file."""
    return msgspec.json.format(msgspec.json.encode(build_schema(name)), indent=2).decode() + "\n"


def build_schema(name: str) -> dict[str, Any]:
    """The schema of a kind: for an output the whole envelope, for an input the file."""
    kind = KINDS[name]
    (top,), components = msgspec.json.schema_components([kind.load_type()])
    definitions = {key: _tidied(components[key], kind) for key in sorted(components)}
    head = {"$schema": DIALECT, "$id": schema_id(name), "title": kind.title, "version": VERSION}
    if kind.flow == "input":
        return head | _file_schema(top, definitions)
    return head | _envelope_schema(name, top) | {"$defs": definitions}


def _file_schema(top: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    """The type itself; a `$schema` line, by which editors find this schema, is allowed beside its keys."""
    own: dict[str, Any] = definitions.pop(top["$ref"].rpartition("/")[2])
    own.pop("title")
    own["properties"] = {"$schema": {"type": "string"}, **own["properties"]}
    return own | {"$defs": definitions}


def _envelope_schema(name: str, data: dict[str, Any]) -> dict[str, Any]:
    failed = name == ERROR
    return {
        "type": "object",
        "properties": {
            "schema": {"const": f"careerpath.{name}/v{VERSION}"},
            "status": {"const": "error" if failed else "ok"},
            "data": {"type": "null"} if failed else data,
            "errors": {"type": "array", "items": data, "minItems": 1} if failed else {"type": "array", "maxItems": 0},
        },
        "required": ["schema", "status", "data", "errors"],
        "additionalProperties": False,
    }


def _tidied(schema: dict[str, Any], kind: Kind) -> dict[str, Any]:
    """A definition with its description in one line a paragraph. What careerpath writes always has every key."""
    if "description" in schema:
        paragraphs = cleandoc(schema["description"]).split("\n\n")
        schema["description"] = "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)
    if kind.flow == "output" and "properties" in schema:
        schema["required"] = list(schema["properties"])
        for described in schema["properties"].values():
            described.pop("default", None)
    return schema
