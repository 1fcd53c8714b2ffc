"""Claims as scripts see them: with document, place and date."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from careerpath.model.evidence import CautionAbout

if TYPE_CHECKING:
    from collections.abc import Iterable

    from careerpath.model.catalog import Catalog
    from careerpath.model.evidence import Claim


class ClaimData(msgspec.Struct, frozen=True, kw_only=True):
    """A claim. `date` is that of the figure or, failing that, of the document; null where neither has one.

    `caution_about` says what the caution concerns: the fact itself, pay, how to get at an offer, or how the document is
    worded and what it leaves open; null where there is no caution.
    """

    id: str
    document: str
    document_title: str
    place: str
    date: str | None
    statement: str
    url: str | None
    cited: str | None
    translated: bool
    caution: str | None
    caution_about: CautionAbout | None


def claim_data(catalog: Catalog, claims: Iterable[str]) -> tuple[ClaimData, ...]:
    """The claims, each once, in the order given."""
    return tuple(_claim(catalog, catalog.claim_by_id[claim]) for claim in dict.fromkeys(claims))


def _claim(catalog: Catalog, claim: Claim) -> ClaimData:
    document = catalog.document_by_id[claim.document]
    return ClaimData(
        id=claim.id,
        document=claim.document,
        document_title=document.title,
        place=claim.place,
        date=claim_date(catalog, claim),
        statement=claim.statement,
        url=claim.url,
        cited=claim.cited,
        translated=claim.translated,
        caution=claim.caution,
        caution_about=claim.caution_about if claim.caution else None,
    )


def cautions_of_claims(catalog: Catalog, claims: Iterable[str], *about: CautionAbout) -> tuple[str, ...]:
    """The cautions that come with claims, as far as they concern one of these; each once."""
    cited = (catalog.claim_by_id[claim] for claim in claims)
    return tuple(dict.fromkeys(claim.caution for claim in cited if claim.caution and claim.caution_about in about))


def claim_date(catalog: Catalog, claim: Claim) -> str | None:
    """The date that a claim holds for: of its figure, of its document, or when the document's sources were read."""
    document = catalog.document_by_id[claim.document]
    figure = (claim.pay.as_of or claim.pay.accessed) if claim.pay else None
    return figure or document.updated or document.references_accessed
