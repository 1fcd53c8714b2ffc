"""Source numbers: each fact carries those of its claims, and names the disagreements that it is part of."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from careerpath.render.text import words
from careerpath.render.text.marks import DOCUMENTED, EDITORIAL
from careerpath.render.text.parts import caution, item, line, quiet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from careerpath.model.catalog import Catalog
    from careerpath.model.evidence import Conflict
    from careerpath.render.data.claims import ClaimData
    from careerpath.render.text.blocks import Block, Text


class Citations:
    """The claims of a view, numbered from 1: document by document, within each as a reader meets them."""

    def __init__(self, claims: Sequence[ClaimData], conflicts: Sequence[Conflict]) -> None:
        documents = list(dict.fromkeys(claim.document for claim in claims))
        claims = sorted(claims, key=lambda claim: documents.index(claim.document))
        self._claims = {claim.id: claim for claim in claims}
        self._numbers = {claim.id: number for number, claim in enumerate(claims, 1)}
        self._conflicts = tuple(conflicts)
        self._stated: set[str] = set()
        self._warned: set[str] = set()

    def cite(self, claims: Iterable[str]) -> str:
        """What stands behind a fact: ` (D) [3] [5], disputed: C02`; ` (E)` where no document says so."""
        claims = tuple(claims)
        if not claims:
            return f" {EDITORIAL}"
        disputed = [conflict.id for conflict in self._conflicts if set(claims).intersection(conflict.claims)]
        cited = f" {DOCUMENTED}{self.numbers(claims)}"
        return f"{cited}, disputed: {', '.join(disputed)}" if disputed else cited

    def numbers(self, claims: Iterable[str]) -> str:
        """The numbers of claims: ` [3] [5]`; those that the view does not list are left out."""
        return "".join(f" [{self._numbers[claim]}]" for claim in claims if claim in self._numbers)

    def cautions(self, claims: Iterable[str]) -> Iterator[Text]:
        """The cautions that concern a fact; one that was told before is only pointed to.

        Where a claim is but cited, a caution about pay, say, concerns something else: it is told with the claim itself.
        """
        return self._warn(
            name for name in claims if name in self._claims and self._claims[name].caution_about == "fact"
        )

    def _warn(self, claims: Iterable[str]) -> Iterator[Text]:
        for name in claims:
            text = self._claims[name].caution
            if text and name in self._warned:
                yield caution(f"{words.AS_SAID_OF}{self.numbers((name,))}.")
            elif text:
                self._warned.add(name)
                yield caution(text)

    def state(self, claims: Iterable[str]) -> Iterator[Block]:
        """Claims as facts in a list, each with its number and its caution."""
        for name in claims:
            self._stated.add(name)
            yield item("-", line(self._claims[name].statement, (self.cite((name,)), "cp.quiet")), *self._warn((name,)))

    def sources(self, catalog: Catalog) -> Iterator[Block]:
        """Every claim by number, under its document: place, date, and what it says unless that was told already."""
        width = len(f"[{len(self._claims)}]")
        for name, claims in groupby(self._claims.values(), key=lambda claim: claim.document):
            document = catalog.document_by_id[name]
            yield line((document.title, "cp.name"), f", {document.publisher}")
            if document.address:
                yield quiet(document.address)
            for claim in claims:
                yield item(f"{f'[{self._numbers[claim.id]}]':>{width}}", *self._source(claim))

    def _source(self, claim: ClaimData) -> Iterator[Text]:
        told = claim.id in self._stated
        where = ", ".join(
            part for part in (claim.place, claim.date, words.TRANSLATED if claim.translated else None) if part
        )
        yield line(f"{where}: ", (words.STATED_ABOVE if told else claim.statement, "cp.quiet"))
        if claim.url:
            yield quiet(claim.url)
        if not told:
            yield from self._warn((claim.id,))
