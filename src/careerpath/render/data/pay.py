"""What the documents say of pay, as scripts see it, and whether figures of several roles can be compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from careerpath.model.evidence import Statistic

if TYPE_CHECKING:
    from collections.abc import Iterable

    from careerpath.model.catalog import Catalog


class PayData(msgspec.Struct, frozen=True, kw_only=True):
    """A pay figure with everything that one needs to know before using it."""

    claim: str
    amount: int
    currency: str
    unit: str
    statistic: Statistic
    region: str | None
    publisher: str
    as_of: str | None
    accessed: str | None
    url: str
    caution: str | None


def pay_data(catalog: Catalog, claims: Iterable[str]) -> tuple[PayData, ...]:
    """The pay figures among the claims."""
    return tuple(
        PayData(
            claim=claim.id,
            amount=claim.pay.amount,
            currency=claim.pay.currency,
            unit=claim.pay.unit,
            statistic=claim.pay.statistic,
            region=claim.pay.region,
            publisher=claim.pay.publisher,
            as_of=claim.pay.as_of,
            accessed=claim.pay.accessed,
            url=claim.pay.url,
            caution=claim.caution,
        )
        for claim in (catalog.claim_by_id[name] for name in claims)
        if claim.pay is not None
    )


def pay_reasons(catalog: Catalog, pay: dict[str, tuple[PayData, ...]]) -> tuple[str, ...]:
    """Why the figures cannot be compared; empty if they can."""
    reasons: list[str] = []
    for role, entries in pay.items():
        title = catalog.role_by_id[role].title.lower()
        if not entries:
            reasons.append(f"no document gives a figure for {title}")
        reasons.extend(f"the figure for {title} comes with a caution" for entry in entries if entry.caution)
    figures = [entry for entries in pay.values() for entry in entries]
    for what, values in (
        ("kind of figure", {entry.statistic for entry in figures}),
        ("publisher", {entry.publisher for entry in figures}),
        ("date", {entry.as_of or f"accessed {entry.accessed}" for entry in figures}),
        ("currency", {entry.currency for entry in figures}),
        ("region", {entry.region or "not stated" for entry in figures}),
    ):
        if len(values) > 1:
            reasons.append(f"the {what} differs: {', '.join(sorted(values))}")
    if any(entry.statistic == "not stated" for entry in figures):
        reasons.append("the source does not say what kind of figure it is")
    return tuple(dict.fromkeys(reasons))
