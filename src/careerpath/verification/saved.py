"""A saved result, read: its kind, its places, and the answers inside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from careerpath.parsing.json_text import parse_json
from careerpath.parsing.node import Node, invalid, quoted
from careerpath.parsing.text import decode_text

if TYPE_CHECKING:
    from careerpath.errors import InvalidInputError

KINDS: Final = {"careerpath.quiz/v1": "quiz", "careerpath.results/v1": "results"}

_HINT = "Give what 'careerpath quiz --json' or 'careerpath results --json' printed."


class SavedResult(msgspec.Struct, frozen=True, kw_only=True):
    """What is inside a saved result. `whole` is the envelope; the others are parts of it."""

    kind: str
    whole: Node
    answers: Node
    catalog: Node
    recommendations: Node
    profile: Node | None
    quiz: Node | None


def parse_saved(data: bytes, file: str) -> SavedResult:
    """The saved result in the bytes of a file.

    Raises:
        InvalidInputError: it is not JSON, or not a result; with the place.
    """
    node = parse_json(decode_text(data, file), file)
    if not isinstance(node.value, dict):
        raise _no_result("a result is a mapping", node)
    schema = node.get("schema")
    kind = KINDS.get(schema.value) if schema and isinstance(schema.value, str) else None
    if schema is None or kind is None:
        written = f"its 'schema' is {quoted(schema.plain())}" if schema else "it has no 'schema'"
        raise _no_result(f"{written}, and only {' and '.join(KINDS)} can be verified", schema or node)
    content = _mapping(node, "data")
    recommendations = content.get("recommendations")
    if recommendations is None or not isinstance(recommendations.value, list):
        raise _no_result("'recommendations' must be a list", recommendations or content)
    return SavedResult(
        kind=kind,
        whole=node,
        answers=_mapping(content, "answers"),
        catalog=_mapping(content, "catalog"),
        recommendations=recommendations,
        profile=content.get("profile"),
        quiz=content.get("quiz"),
    )


def _mapping(owner: Node, key: str) -> Node:
    node = owner.get(key)
    if node is None:
        raise _no_result(f"the key '{key}' is missing", owner)
    if not isinstance(node.value, dict):
        raise _no_result(f"'{key}' must be a mapping", node)
    return node


def _no_result(why: str, node: Node) -> InvalidInputError:
    return invalid("not-a-result", f"this is no saved result: {why}.", _HINT, node.location)
