"""The result of a quiz as a person reads it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.render.text import words
from careerpath.render.text.advice import advice
from careerpath.render.text.headline import headline
from careerpath.render.text.marks import LEGEND
from careerpath.render.text.page import Page
from careerpath.render.text.parts import blank, heading, item, line, quiet, title
from careerpath.render.text.ranking import ranking

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerpath.model.catalog import Catalog
    from careerpath.render.data.result import ResultData
    from careerpath.render.text.blocks import Block
    from careerpath.render.text.options import RenderOptions

SHOWN = 10
DETAILED = 3


def result_view(data: ResultData, catalog: Catalog, options: RenderOptions, *, limit: int | None = SHOWN) -> Page:
    """Best roles and why, the ranking, what to do for the first three, and how to read it.

    Args:
        data: the result.
        catalog: the catalogue that it was made from.
        options: width and characters.
        limit: how many roles are ranked; with all of them (None), every gap and disagreement is told as well.
    """
    return Page(options, _parts(data, catalog, options, limit))


def _parts(data: ResultData, catalog: Catalog, options: RenderOptions, limit: int | None) -> Iterator[Block]:
    whose = f": {data.profile}" if data.profile else ""
    yield title(f"{words.RESULT_TITLE}{whose}", options)
    yield blank()
    yield from headline(data)
    yield heading(words.RANKING, options)
    shown = data.recommendations[:limit]
    yield ranking(shown, options)
    yield blank()
    left = len(data.recommendations) - len(shown)
    yield quiet(f"{words.role_hint(left)} {words.EXPLAIN_HINT}" if left else words.EXPLAIN_HINT)
    claims = {claim.id: claim for claim in data.claims}
    for role in shown[:DETAILED]:
        yield from advice(role, catalog, claims, options, everything=not left)
    yield from legend(data, options)


def legend(data: ResultData, options: RenderOptions) -> Iterator[Block]:
    """What the figures and marks mean, and how much has been answered."""
    yield heading(words.READING, options)
    for term, meaning in words.LEGEND:
        yield item("-", line((term, "cp.name"), f": {meaning}"))
    for sign, meaning in LEGEND:
        yield item("-", line((sign, "cp.name"), f" {meaning}"))
    yield blank()
    yield line(words.answered(data.answered, data.asked_for))
    yield line(words.NOT_PROBABILITIES)
