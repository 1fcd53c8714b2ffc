"""Suggestions for a name that is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 80
"""Names are compared up to this length: the comparison takes quadratic time."""

_MOST = 500
"""So many names are compared at the most: of more, only those with the same first letter, and of these the first."""


def closest(name: str, known: Iterable[str], *, count: int = 1) -> tuple[str, ...]:
    """The known names that resemble a name most, best first, whatever their case; empty if none is close."""
    import difflib  # noqa: PLC0415 (only when something is misspelt)

    by_folded: dict[str, str] = {}
    for candidate in known:
        by_folded.setdefault(candidate[:_LONGEST].casefold(), candidate)
    wanted, compared = name[:_LONGEST].casefold(), list(by_folded)
    if len(compared) > _MOST:
        compared = [folded for folded in compared if folded[:1] == wanted[:1]][:_MOST]
    found = difflib.get_close_matches(wanted, compared, n=count, cutoff=0.6)
    return tuple(by_folded[folded] for folded in found)
