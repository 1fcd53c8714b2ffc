"""A verified result as scripts see it. One that does not hold is a failure, with a problem for each difference."""

from __future__ import annotations

from typing import Literal

import msgspec

from careerpath.render.data.result import CatalogData


class NotCompared(msgspec.Struct, frozen=True, kw_only=True):
    """Something in a result that cannot be verified, and why."""

    path: str
    why: str


class VerificationData(msgspec.Struct, frozen=True, kw_only=True):
    """What was verified: the kind of result, the catalogue that it follows from, how many single values agree."""

    holds: Literal[True]
    kind: str
    catalog: CatalogData
    values: int
    not_compared: tuple[NotCompared, ...]
