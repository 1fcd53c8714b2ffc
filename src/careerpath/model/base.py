"""The base of all values: frozen, keyword-only, and strict about unknown keys."""

from __future__ import annotations

import msgspec


class Value(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A frozen value that refuses keys it does not know, so that a misspelt key never passes in silence."""
