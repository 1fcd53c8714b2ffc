"""Suggestions for a name that is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def closest(name: str, known: Iterable[str], *, count: int = 1) -> tuple[str, ...]:
    """The known names that resemble a name most, best first; empty if none is close."""
    import difflib  # noqa: PLC0415 (only when something is misspelt)

    return tuple(difflib.get_close_matches(name[:80].casefold(), list(known), n=count, cutoff=0.6))
