"""Roles side by side, so that the reader ends up knowing which suits whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.render.text import numbers, way_words, words
from careerpath.render.text.bars import figure
from careerpath.render.text.columns import per_role
from careerpath.render.text.demands import shared, skills_of_one, unlike_skills
from careerpath.render.text.marks import EXTRAPOLATED, EXTRAPOLATED_NOTE, LEGEND, claims_mark, marked_title
from careerpath.render.text.page import Page
from careerpath.render.text.parts import blank, bullets, heading, item, labelled, line, quiet, title
from careerpath.render.text.pay import pay_lines
from careerpath.render.text.standing import standing, verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerpath.model.catalog import Catalog
    from careerpath.render.data.comparison import ComparisonData
    from careerpath.render.data.roles import RoleData
    from careerpath.render.data.transfer import TransferData
    from careerpath.render.text.blocks import Block
    from careerpath.render.text.options import RenderOptions

CORE_SHOWN = 3
GAPS_SHOWN = 4
IN_FULL, SHOWN_IN_SHORT = 3, 2
"""Up to three roles the ways between them are told in full; of more, there are too many."""


def comparison_view(data: ComparisonData, catalog: Catalog, options: RenderOptions) -> Page:
    """Who each role suits; work, demands, pay, ladder, the way from one to the other; and, in short, who each suits."""
    return Page(options, _parts(data, catalog, options))


def _parts(data: ComparisonData, catalog: Catalog, options: RenderOptions) -> Iterator[Block]:
    titles = [marked_title(role.title, role.basis) for role in data.roles]
    yield title(f"{words.joined(titles, most=len(titles), last='or')}: {words.WHICH}", options)
    if any(role.basis == "extrapolated" for role in data.roles):
        yield quiet(f"{EXTRAPOLATED} {EXTRAPOLATED_NOTE}.")
    if data.person is not None:
        yield from verdict(data.verdict, options)
        yield from standing(data.person, options)
    for head, cell in ((words.WHO, _who), (words.ACTIVITIES, _activities)):
        yield heading(head, options)
        yield per_role(data, options, cell)
    yield from shared(data, options)
    yield heading(words.distinct(len(data.roles)), options)
    yield per_role(data, options, lambda role: skills_of_one(data, role))
    yield heading(words.EDUCATION, options)
    yield per_role(data, options, lambda role: unlike_skills(data, role))
    yield from _pay(data, options)
    yield heading(words.LADDER, options)
    yield per_role(data, options, lambda role: _ladder(role, catalog))
    yield from _moves(data, options)
    yield from _conflicts(data, options)
    yield from _choice(data, options)
    yield from _sources(data)


def _who(role: RoleData) -> Iterator[Block]:
    yield labelled(words.SUITS, words.suits(role.suits)) if role.suits else line(words.SUITS_OPEN)
    core = [activity.label for activity in role.activities if activity.weight == "core"][:CORE_SHOWN]
    if core:
        yield labelled(words.ABOVE_ALL, f"{'; '.join(core)}.")


def _activities(role: RoleData) -> Iterator[Block]:
    yield line(role.summary)
    for weight, name in words.WEIGHTS.items():
        done = [activity for activity in role.activities if activity.weight == weight]
        if done:
            yield line((f"{name.capitalize()}:", "cp.name"))
            yield bullets(f"{activity.label} {claims_mark(activity.claims)}" for activity in done)


def _pay(data: ComparisonData, options: RenderOptions) -> Iterator[Block]:
    yield heading(words.PAY, options)

    urls = list(dict.fromkeys(pay.url for role in data.roles for pay in data.pay[role.role]))

    def cell(role: RoleData) -> Iterator[Block]:
        figures = data.pay[role.role]
        if not figures:
            yield line(words.NO_PAY)
        for pay in figures:
            yield from pay_lines(pay, f" {claims_mark((pay.claim,))}", f"[{urls.index(pay.url) + 1}]")

    yield per_role(data, options, cell)
    yield blank()
    if data.pay_comparable:
        yield line(words.PAY_COMPARABLE)
    else:
        yield line((f"{words.PAY_NOT_COMPARABLE}:", "cp.warning"))
        yield bullets(f"{reason}." for reason in data.pay_reasons)
    if urls:
        yield blank()
        yield line((f"{way_words.ADDRESSES}:", "cp.name"))
        yield from (item(f"[{number}]", quiet(url)) for number, url in enumerate(urls, 1))


def _ladder(role: RoleData, catalog: Catalog) -> Iterator[Block]:
    for name, links in ((words.FROM, role.entry_roles), (words.TO, role.leads_to)):
        titles = [f"{catalog.role_by_id[link.role].title} {claims_mark(link.claims)}" for link in links]
        yield line((f"{name}:", "cp.name"), "" if titles else f" {words.NONE_NAMED}")
        yield bullets(titles)


def _moves(data: ComparisonData, options: RenderOptions) -> Iterator[Block]:
    yield heading(words.MOVES, options)
    yield quiet(words.MOVES_NOTE)
    yield quiet(way_words.HOURS_NOTE)
    titles = {role.role: role.title for role in data.roles}
    for move in data.transfer:
        yield item("-", *_move(move, titles, options, in_short=len(data.roles) > IN_FULL))


def _move(move: TransferData, titles: dict[str, str], options: RenderOptions, *, in_short: bool) -> Iterator[Block]:
    shown = SHOWN_IN_SHORT if in_short else GAPS_SHOWN
    yield line((f"From {titles[move.source]} to {titles[move.target]}", "cp.name"))
    yield line(f"readiness {figure(move.readiness, options)}")
    carried = [entry.label for entry in move.carries_over]
    yield line(
        f"{way_words.CARRIES_OVER}: {way_words.listed(carried, shown)}." if carried else way_words.CARRIES_NOTHING
    )
    gaps = [f"{gap.label} ({_to(gap.need_text)}{numbers.gain(gap.readiness_gain)})" for gap in move.gaps]
    if gaps:
        yield line(f"{words.BIGGEST_GAPS}: {words.joined(gaps, most=shown)}.")
    else:
        yield line(words.NO_GAPS)
    if effort := way_words.told_effort(move.hours, move.years):
        yield line(f"{way_words.TO_LEARN}: {effort}.")
    if move.not_counted and not in_short:
        yield quiet(f"{way_words.BESIDES}: {', '.join(move.not_counted)}.")


def _to(need: str) -> str:
    return "" if need == "yes" else f"{need}, "


def _conflicts(data: ComparisonData, options: RenderOptions) -> Iterator[Block]:
    """Those that touch every one of the roles; what concerns one alone is told with that role."""
    common = [
        conflict for conflict in data.roles[0].conflicts if all(conflict in role.conflicts for role in data.roles[1:])
    ]
    if common:
        yield heading(words.COMMON_CONFLICTS, options)
        yield bullets(
            f"{conflict.id}: {conflict.subject} ({conflict.kind}). {conflict.handling}" for conflict in common
        )


def _choice(data: ComparisonData, options: RenderOptions) -> Iterator[Block]:
    yield heading(words.CHOICE, options)
    for role in data.roles:
        others = {activity.activity for other in data.roles if other is not role for activity in other.activities}
        # The activities of a role stand with the core first.
        weights = list(words.WEIGHTS)
        own = sorted(
            (activity for activity in role.activities if activity.activity not in others),
            key=lambda activity: weights.index(activity.weight),
        )
        if own:
            labels = [activity.label for activity in own][: CORE_SHOWN + 1]
            rather = f", {words.CHOOSE_IF} {'; '.join(labels)}."
        else:
            rather = f": {role.suits}" if role.suits else "."
        yield item("-", line((role.title, "cp.name"), rather))
    for text in dict.fromkeys(_contrasts(data)):
        yield line(text)
    if data.person is None:
        # Whom each suits stands at the top already.
        yield from (line(point.text) for point in data.verdict if point.about != "suits")


def _contrasts(data: ComparisonData) -> Iterator[str]:
    """What tells two of the roles apart, once for each pair."""
    compared, told = {role.role for role in data.roles}, set()
    for role in data.roles:
        for contrast in role.contrasts:
            pair = frozenset((role.role, contrast.role))
            if contrast.role in compared and pair not in told:
                told.add(pair)
                yield f"{contrast.text} {claims_mark(contrast.claims)}"


def _sources(data: ComparisonData) -> Iterator[Block]:
    yield blank()
    documents = {claim.document for claim in data.claims}
    yield quiet(words.sources_hint(len(data.claims), len(documents), [role.role for role in data.roles]))
    for sign, meaning in LEGEND[:2]:
        yield quiet(f"{sign} {meaning}")
