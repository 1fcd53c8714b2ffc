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
        merged[key] = _overlay_entries(below, node) if below and below.entries() and node.entries() else node
    return Node(merged, top.file, top.line, top.column)


def _overlay_entries(base: Node, top: Node) -> Node:
    entries = {entry.text("id"): entry for entry in base.entries()}
    entries.update({entry.text("id"): entry for entry in top.entries()})
    return Node(list(entries.values()), top.file, top.line, top.column)
