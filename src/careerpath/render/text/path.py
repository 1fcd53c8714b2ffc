"""Routes over roles as a person reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.render.text import numbers, way_words, words
from careerpath.render.text.bars import figure
from careerpath.render.text.citations import Citations
from careerpath.render.text.marks import DOCUMENTED, EDITORIAL, marked_title
from careerpath.render.text.page import Page
from careerpath.render.text.parts import blank, bullets, heading, item, line, quiet, subheading, title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerpath.model.catalog import Catalog
    from careerpath.render.data.path import MoveData, PathData, RouteData
    from careerpath.render.text.blocks import Block, Text
    from careerpath.render.text.options import RenderOptions

GAPS_SHOWN = 4


def path_view(data: PathData, catalog: Catalog, options: RenderOptions) -> Page:
    """The routes, each move with what it rests on, needs and brings."""
    return Page(options, _parts(data, catalog, options))


def _parts(data: PathData, catalog: Catalog, options: RenderOptions) -> Iterator[Block]:
    goal = marked_title(data.target_title, data.target_basis)
    start = data.source_title or way_words.YOU
    yield title(f"From {start} to {goal}", options)
    yield line(f"readiness for it now {figure(data.readiness, options)}")
    if data.no_route is not None:
        yield blank()
        yield line((way_words.NO_ROUTE, "cp.warning"))
        yield subheading(way_words.WHY)
        yield bullets(data.no_route.why)
        yield subheading(way_words.OPENS)
        yield bullets(data.no_route.would_open)
        return
    yield line(f"Best first, by {way_words.BY[data.by]}.")
    cited = Citations(data.claims, ())
    for number, route in enumerate(data.routes, 1):
        yield from _route(number, route, start, cited, options)
    yield blank()
    yield quiet(way_words.ROUTE_NOTE)
    yield quiet(
        f"Inferred: {data.inferred_from:.0f} of 100 points or more of what the role asks for are brought along, from "
        "the same rung or its neighbour; or it is a role in which people start."
    )
    yield quiet(f"{DOCUMENTED} in a document, {EDITORIAL} our own judgement; levels and importances always are.")
    if data.claims:
        yield heading(way_words.SOURCES, options)
        yield from cited.sources(catalog)


def _route(number: int, route: RouteData, start: str, cited: Citations, options: RenderOptions) -> Iterator[Block]:
    effort = way_words.told_effort(route.hours, route.years) or way_words.NOTHING_TO_LEARN.lower().rstrip(".")
    yield heading(f"Route {number}: {numbers.counted(len(route.moves), 'move')}, {effort}", options)
    yield line(start)
    for place, move in enumerate(route.moves, 1):
        yield item(f"{place}.", *_move(move, cited, options, is_last=place == len(route.moves)))


def _move(move: MoveData, cited: Citations, options: RenderOptions, *, is_last: bool) -> Iterator[Text]:
    yield line((f"to {marked_title(move.title, move.role_basis)}", "cp.name"), f": {way_words.KINDS[move.kind]}")
    yield _named(move, cited)
    if move.gaps:
        gaps = [f"{gap.label} ({_step(gap.have_text, gap.need_text)})" for gap in move.gaps]
        yield line(f"{way_words.NEEDS}: {way_words.listed(gaps, GAPS_SHOWN)}.")
    else:
        yield line(way_words.NEEDS_NOTHING)
    if effort := way_words.told_effort(move.hours, move.years):
        yield line(f"{way_words.TO_LEARN}: {effort}.")
    if move.not_counted:
        yield quiet(f"{way_words.BESIDES}: {', '.join(move.not_counted)}.")
    if not is_last:
        gains = [f"{gain.label} ({numbers.gain(gain.readiness_gain)})" for gain in move.gained]
        if gains:
            yield line(f"{way_words.BRINGS}: {way_words.listed(gains, GAPS_SHOWN)}.")
        yield line(f"readiness for it then {figure(move.readiness, options)}")


def _named(move: MoveData, cited: Citations) -> Text:
    named = move.named_by
    told = way_words.NAMED[named.basis]
    if named.basis == "documented":
        return quiet(f"{told}{cited.cite(named.claims)}")
    if named.basis == "editorial":
        return quiet(f"{told} {EDITORIAL}{f': {named.why}' if named.why else ''}")
    why = f" {named.why}" if named.why else ""
    return quiet(f"{told} {EDITORIAL}: {numbers.short(named.overlap or 0)} of 100 points are brought along.{why}")


def _step(have: str | None, need: str) -> str:
    if need == "yes":
        return "to be had"
    return f"{have} to {need}" if have else f"{words.NOT_ANSWERED}, {need}"
