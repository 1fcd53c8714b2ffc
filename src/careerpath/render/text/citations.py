"""Source numbers: each fact carries those of its claims, and names the disagreements that it is part of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group

from careerpath.render.text import words
from careerpath.render.text.marks import EDITORIAL
from careerpath.render.text.parts import caution, item, line, quiet

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from rich.console import RenderableType
    from rich.text import Text

    from careerpath.model.evidence import Conflict
    from careerpath.render.data.claims import ClaimData


class Citations:
    """The claims of a view, numbered from 1 in the order in which a reader meets them."""

    def __init__(self, claims: Sequence[ClaimData], conflicts: Sequence[Conflict]) -> None:
        self._claims = {claim.id: claim for claim in claims}
        self._numbers = {claim.id: number for number, claim in enumerate(claims, 1)}
        self._conflicts = tuple(conflicts)
        self._stated: set[str] = set()

    def cite(self, claims: Iterable[str]) -> str:
        """What stands behind a fact: ` [3] [5], disputed: C02`; ` (E)` where no document says so."""
        claims = tuple(claims)
        if not claims:
            return f" {EDITORIAL}"
        numbers = "".join(f" [{self._numbers[claim]}]" for claim in claims if claim in self._numbers)
        disputed = [conflict.id for conflict in self._conflicts if set(claims).intersection(conflict.claims)]
        return f"{numbers}, disputed: {', '.join(disputed)}" if disputed else numbers

    def cautions(self, claims: Iterable[str]) -> Iterator[Text]:
        """The cautions that come with a fact."""
        texts = (self._claims[claim].caution for claim in claims if claim in self._claims)
        yield from (caution(text) for text in dict.fromkeys(texts) if text)

    def state(self, claims: Iterable[str]) -> Iterator[RenderableType]:
        """Claims as facts in a list, each with its number and its caution."""
        for name in claims:
            self._stated.add(name)
            yield item("-", line(self._claims[name].statement, (self.cite((name,)), "cp.quiet")), *self.cautions((name,)))

    def sources(self) -> Iterator[RenderableType]:
        """Every claim by number, under its document: place, date, and what it says unless that was told already."""
        document = None
        width = len(f"[{len(self._claims)}]")
        for name, claim in self._claims.items():
            if claim.document_title != document:
                document = claim.document_title
                yield line((document, "cp.name"))
            yield item(f"{f'[{self._numbers[name]}]':>{width}}", self._source(name, claim))

    def _source(self, name: str, claim: ClaimData) -> RenderableType:
        dated = ", ".join(part for part in (claim.place, claim.date, words.TRANSLATED if claim.translated else None) if part)
        says = words.STATED_ABOVE if name in self._stated else claim.statement
        address = [quiet(claim.url)] if claim.url else []
        warning = [] if name in self._stated else list(self.cautions((name,)))
        return Group(line(f"{dated}: ", (says, "cp.quiet")), *address, *warning)
