"""Writes docs/catalog-keys.md, every key of every file that careerpath reads, from their JSON Schemas.

--check changes nothing, and fails if the page is not what the schemas say.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from careerpath.catalog.file_names import FILE_NAMES, OPTIONAL

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
SCHEMAS = ROOT / "src" / "careerpath" / "schemas"
PAGE = ROOT / "docs" / "catalog-keys.md"

HEAD = """# Every key of every file

<!-- Written by 'make manual' from the schemas. -->

What a catalogue's files may hold. [Your own catalogue](catalog.md) explains it with an example; [an editor](editors.md)
completes these keys as you type. Keys marked with a star must be there.
"""


def main() -> None:
    """Writes the page, or checks it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; fail if the page is out of date")
    text = "\n".join([HEAD, *page_lines()]) + "\n"
    if not parser.parse_args().check:
        PAGE.write_text(text, encoding="utf-8")
    elif not PAGE.exists() or PAGE.read_text(encoding="utf-8") != text:
        sys.exit(f"{PAGE.relative_to(ROOT)} is out of date: 'make manual' writes it.")


def page_lines() -> Iterator[str]:
    """A chapter for each file, with a table for each kind of entry; a kind that came before is not told again."""
    told: set[str] = set()
    for name in FILE_NAMES:
        schema = json.loads((SCHEMAS / name.replace(".yaml", "-file.json")).read_text(encoding="utf-8"))
        yield f"## {name}"
        yield ""
        if not schema["description"].startswith(f"`{name}`."):
            yield f"{schema['description']}\n"
        if name in OPTIONAL:
            yield "A catalogue may do without this file.\n"
        yield from _table(schema)
        for kind in _in_order(schema, schema["$defs"]):
            if kind not in told:
                told.add(kind)
                yield f"### {_named(kind)}"
                yield ""
                yield f"{schema['$defs'][kind].get('description', '')}\n"
                yield from _table(schema["$defs"][kind])


def _in_order(schema: dict[str, Any], kinds: dict[str, Any]) -> Iterator[str]:
    """The kinds that a schema names, each before those that it names itself."""
    for kind in dict.fromkeys(_references(schema["properties"])):
        yield kind
        yield from _in_order(kinds[kind], kinds)


def _references(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if "$ref" in value:
            yield _kind(value)
        yield from (name for entry in value.values() for name in _references(entry))
    elif isinstance(value, list):
        yield from (name for entry in value for name in _references(entry))


def _table(schema: dict[str, Any]) -> Iterator[str]:
    required = set(schema.get("required", ()))
    yield "| key | value |"
    yield "|---|---|"
    for key, value in schema["properties"].items():
        if key != "$schema":
            yield f"| `{key}`{' *' if key in required else ''} | {_value(value)} |"
    yield ""


def _value(schema: dict[str, Any]) -> str:
    """What stands behind a key, in words."""
    if "anyOf" in schema:
        return " or ".join(_value(branch) for branch in schema["anyOf"] if branch.get("type") != "null")
    if "$ref" in schema:
        return f"[{_named(_kind(schema))}](#{_named(_kind(schema)).replace(' ', '-')})"
    if "enum" in schema:
        return ", ".join(f"`{value}`" for value in schema["enum"] if value is not None)
    if schema.get("type") == "array":
        return f"list: {_value(schema['items'])}"
    if schema.get("type") == "object":
        names = schema.get("propertyNames", {}).get("enum", ())
        keys = f" by {', '.join(f'`{name}`' for name in names)}" if names else " by name"
        return f"{_value(schema['additionalProperties'])}{keys}"
    return {"string": "text", "integer": "whole number", "boolean": "true or false"}[schema["type"]]


def _kind(schema: dict[str, Any]) -> str:
    return str(schema["$ref"]).rpartition("/")[2]


def _named(kind: str) -> str:
    """`SkillRequirement` as people write it."""
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in kind).strip()


if __name__ == "__main__":
    main()
