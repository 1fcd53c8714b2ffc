"""A catalogue laid over the shipped one: its entries replace those of the same id, and come after them otherwise."""

from __future__ import annotations

from careerpath.parsing.node import Node


def overlay(base: Node, top: Node) -> Node:
    """One file over another: lists of entries with an id are merged, everything else is replaced."""
    if not isinstance(base.value, dict) or not isinstance(top.value, dict):
        return top
    merged = dict(base.value)
    for key, node in top.value.items():
        below = merged.get(key)
        both_lists = below is not None and isinstance(below.value, list) and isinstance(node.value, list)
        merged[key] = _overlay_entries(below, node) if below is not None and both_lists else node
    return Node(merged, top.file, top.line, top.column)


def _overlay_entries(base: Node, top: Node) -> Node:
    replaced: dict[str | None, Node] = {}
    # An id that is there twice stays there twice, so that it is found and reported.
    added = [entry for entry in top.entries() if replaced.setdefault(entry.text("id"), entry) is not entry]
    entries = [replaced.pop(entry.text("id"), entry) for entry in base.entries()]
    return Node([*entries, *replaced.values(), *added], top.file, top.line, top.column)
