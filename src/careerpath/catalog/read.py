"""A catalogue's bytes into a checked catalogue. Checking and loading are one code path: loading raises what checking lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from careerpath.catalog.files import FILES
from careerpath.catalog.inherit import resolve_extends
from careerpath.catalog.overlay import overlay
from careerpath.catalog.references import reference_problems
from careerpath.catalog.source import Source, read_shipped
from careerpath.errors import InvalidInputError, Location, Problem, in_reading_order
from careerpath.model.catalog import Catalog
from careerpath.parsing.node import Node
from careerpath.parsing.shape import shape_problems
from careerpath.parsing.text import decode_text
from careerpath.parsing.yaml_text import parse_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

BASES = ("shipped",)


def read_catalog(source: Source) -> Catalog:
    """The catalogue that the files describe.

    Raises:
        InvalidInputError: with every problem of every file.
    """
    nodes, problems = _parse(source)
    if not problems:
        base = nodes["catalog.yaml"].text("base") if "catalog.yaml" in nodes else None
        if base is not None:
            nodes, problems = _over_shipped(nodes, base)
        else:
            problems = _missing_files(source)
    if not problems:
        problems = reference_problems(nodes)
    roles: list[Node] = []
    if not problems:
        roles, problems = resolve_extends(nodes["roles.yaml"].get("roles").entries())  # type: ignore[union-attr]
    if problems:
        raise InvalidInputError(*in_reading_order(problems))
    return _catalog(source.digest, nodes, roles)


def _parse(source: Source) -> tuple[dict[str, Node], list[Problem]]:
    nodes: dict[str, Node] = {}
    problems: list[Problem] = []
    for name, data in source.files.items():
        file = source.display_name(name)
        try:
            node = parse_yaml(decode_text(data, file), file)
        except InvalidInputError as error:
            problems.extend(error.problems)
            continue
        if isinstance(node.value, dict):
            node.value.pop("$schema", None)
        nodes[name] = node
        problems.extend(shape_problems(node, FILES[name]))
    return nodes, problems


def _over_shipped(nodes: dict[str, Node], base: str) -> tuple[dict[str, Node], list[Problem]]:
    if base not in BASES:
        node = nodes["catalog.yaml"].get("base") or nodes["catalog.yaml"]
        message, hint = f"unknown base '{base}'.", f"Known: {', '.join(BASES)}."
        return nodes, [Problem(code="unknown-reference", message=message, hint=hint, location=node.location)]
    shipped, problems = _parse(read_shipped())
    return {name: overlay(shipped[name], nodes[name]) if name in nodes else shipped[name] for name in shipped}, problems


def _missing_files(source: Source) -> list[Problem]:
    return [
        Problem(
            code="missing-file",
            message="this file is missing.",
            hint="Add it, or write 'base: shipped' in catalog.yaml to lay yours over the shipped catalogue.",
            location=Location(file=source.display_name(name)),
        )
        for name in FILES
        if name not in source.files
    ]


def _catalog(digest: str, nodes: Mapping[str, Node], roles: list[Node]) -> Catalog:
    plain = {name: node.plain() for name, node in nodes.items()}
    parts: dict[str, object] = {}
    for name, content in plain.items():
        if isinstance(content, dict):
            topic = {"skills.yaml": "skill_topics", "activities.yaml": "activity_topics"}.get(name, "topics")
            parts.update({topic if key == "topics" else key: value for key, value in content.items()})
    parts.pop("base", None)
    parts["roles"] = [role.plain() for role in roles]
    return msgspec.convert({**parts, "digest": digest}, Catalog, strict=True)
