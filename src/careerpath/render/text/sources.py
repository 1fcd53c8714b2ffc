"""What everything rests on: the documents, and where they disagree."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from careerpath.render.data.sources import conflicts_data, sources_data
from careerpath.render.text import numbers, words
from careerpath.render.text.marks import EXTRAPOLATED, EXTRAPOLATED_NOTE, marked_title
from careerpath.render.text.page import Page
from careerpath.render.text.parts import blank, caution, heading, indented, item, labelled, line, quiet, table, title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerpath.model.catalog import Catalog
    from careerpath.model.evidence import Document
    from careerpath.render.data.claims import ClaimData
    from careerpath.render.data.sources import CheckData, ConflictsData, SourcesData
    from careerpath.render.text.blocks import Block
    from careerpath.render.text.options import RenderOptions

COUNT, SHARE = 6, 16


def contents(data: CheckData) -> tuple[str, ...]:
    """How much a catalogue holds, in words."""
    return (
        numbers.counted(data.roles, "role"),
        numbers.counted(data.skills, "skill"),
        numbers.counted(data.activities, "activity", "activities"),
        numbers.counted(data.learning, "way to learn", "ways to learn"),
        numbers.counted(data.claims, "claim"),
        numbers.counted(data.conflicts, "conflict"),
    )


def sources_view(catalog: Catalog, options: RenderOptions) -> Page:
    """The documents, and how much stands behind each role."""
    return Page(options, _sources(sources_data(catalog), options))


def _sources(data: SourcesData, options: RenderOptions) -> Iterator[Block]:
    yield title(words.SOURCES_TITLE, options)
    for place, entry in enumerate(data.documents, 1):
        yield blank()
        yield item(f"{place}.", *_document(entry.document, entry.claims))
    yield heading(words.EVIDENCE, options)
    made = table(("Role", "left", None), ("Claims", "right", COUNT), ("Requirements (D)", "right", SHARE), gap=1)
    for role in data.roles:
        made.add_row(
            line(marked_title(role.title, role.basis)),
            line(str(role.claims)),
            line(f"{role.documented_requirements} of {role.requirements}"),
        )
    yield made
    yield blank()
    yield quiet(words.EVIDENCE_NOTE)
    yield quiet(f"{EXTRAPOLATED} {EXTRAPOLATED_NOTE}.")


def _document(document: Document, claims: int) -> Iterator[Block]:
    yield line((document.title, "cp.name"), f", {document.publisher}, {numbers.counted(claims, 'claim')}")
    yield line(f"{words.LANGUAGE}: {document.language}. {words.UPDATED}: {document.updated or words.NO_DATE}.")
    if document.references_accessed:
        yield line(f"{words.REFERENCES}: {document.references_accessed}.")
    yield line(f"{words.ADDRESS}: {document.address or words.NO_ADDRESS}")
    if document.note:
        yield quiet(f"{words.NOTE}: {document.note}")


def conflicts_view(catalog: Catalog, options: RenderOptions) -> Page:
    """Every disagreement: what each side says and where, and what becomes of it."""
    return Page(options, _conflicts(conflicts_data(catalog), options))


def _conflicts(data: ConflictsData, options: RenderOptions) -> Iterator[Block]:
    yield title(words.CONFLICTS_TITLE, options)
    if not data.conflicts:
        yield line(words.NO_CONFLICTS)
        return
    claims = {claim.id: claim for claim in data.claims}
    for conflict in data.conflicts:
        yield heading(f"{conflict.id}: {conflict.subject}", options)
        yield quiet(conflict.kind)
        yield line(conflict.detail)
        yield labelled(words.HANDLED, conflict.handling)
        for name in conflict.claims:
            yield indented(item("-", *_side(claims[name])))
    yield blank()
    kinds = Counter(conflict.kind for conflict in data.conflicts)
    counts = ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())
    yield line(f"{numbers.counted(len(data.conflicts), 'disagreement')}: {counts}.")


def _side(claim: ClaimData) -> Iterator[Block]:
    where = ", ".join(part for part in (claim.document_title, claim.place, claim.date) if part)
    yield line(claim.statement, (f" ({where}; {claim.id})", "cp.quiet"))
    if claim.caution:
        yield caution(claim.caution)
