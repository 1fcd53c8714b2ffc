"""A catalogue's bytes into a checked catalogue. One code path: loading raises exactly what checking lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from careerpath.catalog.file_names import OPTIONAL
from careerpath.catalog.files import FILES
from careerpath.catalog.inherit import resolve_extends
from careerpath.catalog.overlay import overlay
from careerpath.catalog.references import reference_problems
from careerpath.catalog.whole import whole_problems
from careerpath.errors import InvalidInputError, Location, Problem, in_reading_order
from careerpath.model.catalog import Catalog
from careerpath.parsing.node import quoted
from careerpath.parsing.shape import shape_problems
from careerpath.parsing.text import decode_text
from careerpath.parsing.yaml_text import parse_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping

    from careerpath.catalog.source import Source
    from careerpath.parsing.node import Node

BASES = ("shipped",)


def read_catalog(source: Source) -> Catalog:
    """The catalogue that the files describe.

    Raises:
        InvalidInputError: with every problem of every file. References are looked at once every file has its shape.
    """
    nodes, problems = _parse(source)
    if not problems:
        nodes, problems = _complete(source, nodes)
    if not problems:
        problems = reference_problems(nodes)
    roles: list[Node] = []
    if not problems:
        roles, problems = resolve_extends(nodes["roles.yaml"].each("roles"))
    problems = problems or whole_problems(nodes, roles)
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
        problems.extend(shape_problems(node, FILES[name]))
        if name not in OPTIONAL:
            nodes[name] = node
    return nodes, problems


def _complete(source: Source, nodes: dict[str, Node]) -> tuple[dict[str, Node], list[Problem]]:
    """The files, laid over those of the base if they name one; else the problem that some are missing, if they are."""
    settings = nodes.get("catalog.yaml")
    base = settings.get("base") if settings else None
    if base is None or base.value is None:
        return nodes, _missing_files(source)
    if base.value not in BASES:
        message, hint = f"unknown base {quoted(base.value)}.", f"Write 'base: {BASES[0]}', or leave it out."
        return nodes, [Problem(code="unknown-reference", message=message, hint=hint, location=base.location)]
    if source.base is None:
        raise ValueError("a source whose catalog.yaml names a base has to hold its files")
    below, problems = _parse(source.base)
    return {name: overlay(node, nodes[name]) if name in nodes else node for name, node in below.items()}, problems


def _missing_files(source: Source) -> list[Problem]:
    return [
        Problem(
            code="missing-file",
            message="this file is missing.",
            hint="Add it, or write 'base: shipped' in catalog.yaml to lay your files over the shipped catalogue.",
            location=Location(file=source.display_name(name)),
        )
        for name in FILES
        if name not in OPTIONAL and name not in source.files
    ]


def _catalog(digest: str, nodes: Mapping[str, Node], roles: list[Node]) -> Catalog:
    parts: dict[str, object] = {}
    for name, node in nodes.items():
        content = node.plain()
        if isinstance(content, dict):
            topic = {"skills.yaml": "skill_topics", "activities.yaml": "activity_topics"}.get(name, "topics")
            parts.update({topic if key == "topics" else key: value for key, value in content.items()})
    # Files may leave out lists that are empty; the catalogue itself is explicit about them.
    empty = {"tracks": (), "rungs": (), "skill_topics": (), "activity_topics": ()}
    parts["roles"] = [role.plain() for role in roles]
    return msgspec.convert({**empty, **parts, "digest": digest}, Catalog, strict=True)
