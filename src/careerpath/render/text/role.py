"""Everything about one role, each fact with its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.render.text import words
from careerpath.render.text.citations import Citations
from careerpath.render.text.marks import EDITORIAL, EXTRAPOLATED, EXTRAPOLATED_NOTE, LEGEND
from careerpath.render.text.page import Page
from careerpath.render.text.parts import blank, heading, indented, item, labelled, line, quiet, title
from careerpath.render.text.pay import pay_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerpath.model.catalog import Catalog
    from careerpath.render.data.roles import RequirementData, RoleData
    from careerpath.render.text.blocks import Block
    from careerpath.render.text.options import RenderOptions


def role_view(data: RoleData, catalog: Catalog, options: RenderOptions) -> Page:
    """A role in full: who it suits, the work, what it asks for, pay, ladder, disagreements and sources."""
    return Page(options, _parts(data, catalog, options))


def _parts(data: RoleData, catalog: Catalog, options: RenderOptions) -> Iterator[Block]:
    cited = Citations(data.claims, data.conflicts)
    yield from _top(data, catalog, cited, options)
    yield from _work(data, cited, options)
    yield from _asks(data, cited, options)
    yield from _pay(data, cited, options)
    yield from _ladder(data, catalog, cited, options)
    yield from _neighbours(data, catalog, cited, options)
    for field, head in words.STATEMENTS:
        if claims := getattr(data, field):
            yield heading(head, options)
            yield from cited.state(claims)
    yield from _conflicts(data, cited, options)
    if data.claims:
        yield heading(words.SOURCES, options)
        yield from cited.sources(catalog)
    yield blank()
    for sign, meaning in LEGEND:
        yield quiet(f"{sign} {meaning}")


def _top(data: RoleData, catalog: Catalog, cited: Citations, options: RenderOptions) -> Iterator[Block]:
    yield title(data.title, options)
    track = next(track.label for track in catalog.tracks if track.id == data.track)
    rung = next(rung.label for rung in catalog.rungs if rung.id == data.rung)
    of = f" {words.SPECIALTY} {catalog.role_by_id[data.extends].title}." if data.extends else ""
    yield quiet(f"{track}, rung: {rung}.{of}")
    if data.basis == "extrapolated":
        yield line((f"{EXTRAPOLATED} {EXTRAPOLATED_NOTE}.", "cp.warning"))
    yield blank()
    claims = catalog.role_by_id[data.role].claims
    # Of an extrapolated role the documents give the name; what it is said to do is our own.
    named = f" {EDITORIAL}{words.NAMED_IN}{cited.numbers(claims)}"
    yield line(data.summary, (named if data.basis == "extrapolated" else cited.cite(claims), "cp.quiet"))
    yield from cited.cautions(claims)
    if data.suits:
        yield labelled(words.SUITS, words.suits(data.suits))
    if data.aliases:
        yield quiet(f"{words.ALSO}: {', '.join(data.aliases)}.")


def _work(data: RoleData, cited: Citations, options: RenderOptions) -> Iterator[Block]:
    if not data.activities:
        return
    yield heading(words.WORK, options)
    for weight, name in words.WEIGHTS.items():
        activities = [activity for activity in data.activities if activity.weight == weight]
        if activities:
            yield line((f"{name.capitalize()}:", "cp.name"))
        for activity in activities:
            why = [] if activity.claims or not activity.why else [quiet(activity.why)]
            facts = line(activity.label, (cited.cite(activity.claims), "cp.quiet"))
            yield indented(item("-", facts, *cited.cautions(activity.claims), *why))


def _asks(data: RoleData, cited: Citations, options: RenderOptions) -> Iterator[Block]:
    if not data.requirements:
        return
    yield heading(words.ASKS, options)
    for importance, name in words.IMPORTANCES.items():
        entries = [entry for entry in data.requirements if entry.importance == importance]
        if entries:
            yield line((f"{name}:", "cp.name"))
        for entry in entries:
            yield indented(item("-", *_requirement(entry, cited)))


def _requirement(entry: RequirementData, cited: Citations) -> Iterator[Block]:
    asked = "" if entry.required is True else f": {entry.required_text}"
    yield line((entry.label, "cp.name"), asked, (cited.cite(entry.claims), "cp.quiet"))
    yield quiet(entry.why)
    yield from cited.cautions(entry.claims)


def _pay(data: RoleData, cited: Citations, options: RenderOptions) -> Iterator[Block]:
    yield heading(words.PAY, options)
    if not data.pay:
        yield line(words.NO_PAY)
    for pay in data.pay:
        yield item("-", *pay_lines(pay, cited.cite((pay.claim,))))


def _ladder(data: RoleData, catalog: Catalog, cited: Citations, options: RenderOptions) -> Iterator[Block]:
    yield heading(words.LADDER, options)
    for name, links in ((words.FROM, data.entry_roles), (words.TO, data.leads_to)):
        if not links:
            yield labelled(name, f"{words.NONE_NAMED}.")
            continue
        yield line((f"{name}:", "cp.name"))
        for link in links:
            why = [quiet(link.why)] if link.why else []
            facts = line(catalog.role_by_id[link.role].title, (cited.cite(link.claims), "cp.quiet"))
            yield indented(item("-", facts, *cited.cautions(link.claims), *why))


def _neighbours(data: RoleData, catalog: Catalog, cited: Citations, options: RenderOptions) -> Iterator[Block]:
    fields = {choice.value: choice.label for question in catalog.questions for choice in question.choices}
    contrasts = [(catalog.role_by_id[entry.role].title, entry.text, entry.claims) for entry in data.contrasts]
    feeders = [(fields.get(entry.background, entry.background), entry.text, entry.claims) for entry in data.feeders]
    for head, entries in ((words.CONTRASTS, contrasts), (words.FEEDERS, feeders)):
        if entries:
            yield heading(head, options)
        for name, text, claims in entries:
            facts = line((f"{name}: ", "cp.name"), text, (cited.cite(claims), "cp.quiet"))
            yield item("-", facts, *cited.cautions(claims))


def _conflicts(data: RoleData, cited: Citations, options: RenderOptions) -> Iterator[Block]:
    if not data.conflicts:
        return
    yield heading(words.DISAGREEMENTS, options)
    for conflict in data.conflicts:
        yield item(
            "-",
            line((f"{conflict.id}: {conflict.subject}", "cp.name"), f" ({conflict.kind})"),
            line(conflict.detail, (cited.numbers(conflict.claims), "cp.quiet")),
            labelled(words.HANDLED, conflict.handling),
        )
