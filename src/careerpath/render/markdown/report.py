"""The report in short, as Markdown. Every text enters through `escaped`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.render import report_words as tell
from careerpath.render.markdown.escape import escaped
from careerpath.render.text import marks as marked
from careerpath.render.text import numbers, plan_words, way_words, what_if_words, words
from careerpath.render.text.advice import have_and_need, way
from careerpath.render.text.plan import raised, steps_of
from careerpath.render.web_address import is_web_address

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from careerpath.render.data.plan import PlanData
    from careerpath.render.data.recommendation import RecommendationData
    from careerpath.render.data.report import ReportData

ROLES_LISTED, GAPS_TOLD, STEPS_TOLD = 10, 5, 4


def report_markdown(data: ReportData) -> str:
    """The whole report; the same data give the same text."""
    return "\n".join(line.rstrip() for line in _lines(data)) + "\n"


def _lines(data: ReportData) -> Iterator[str]:
    result = data.result
    yield f"# {escaped(tell.heading(data))}"
    yield ""
    catalog = escaped(f"{result.catalog.name} {result.catalog.version}")
    yield f"{data.date}, from {result.answered} of {result.asked_for} answers, with the catalogue {catalog}."
    yield from _verdict(data)
    yield from _ranking(result.recommendations[:ROLES_LISTED])
    for role in result.recommendations:
        if role.role in data.told:
            yield from _role(role)
    if data.plan is not None:
        yield from _plan(data.plan)
    yield from _route(data)
    yield from _what_ifs(data)
    yield from _care(data)
    yield from _section("How the score works", [escaped(" ".join(tell.SCORE)), "", *_legend()])
    yield from _sources(data)
    yield from _answers(data)
    yield from ("", "---", "")
    yield f"Made by careerpath {escaped(data.version)}, offline. {words.NOT_PROBABILITIES}"
    yield ""
    yield f"Catalogue `{_code(result.catalog.digest)}`, answers `{_code(result.answers_digest)}`."


def _section(title: str, lines: Iterable[str], level: int = 2) -> Iterator[str]:
    yield from ("", f"{'#' * level} {escaped(title)}", "")
    yield from lines


def _code(digest: str) -> str:
    """A digest; nothing but hexadecimal digits gets into a span of code."""
    return "".join(digit for digit in digest if digit in "0123456789abcdef")


def _title(title: str, basis: str) -> str:
    return escaped(f"{title} {marked.EXTRAPOLATED}" if basis == "extrapolated" else title)


def _verdict(data: ReportData) -> Iterator[str]:
    yield from _section(way_words.VERDICT, [f"**{escaped(tell.verdict(data.result))}**", ""])
    for entry in data.result.cautions:
        yield f"> {words.CAUTION}: {escaped(entry.message)}"
        yield ""
    for band, role in tell.best_of_bands(data.result):
        if role is not None:
            told = " ".join((*tell.why(role), tell.figures(role)))
            yield f"- **{band}: {_title(role.title, role.basis)}.** {escaped(told)}"
        else:
            yield f"- **{band}:** no role."


def _ranking(roles: Iterable[RecommendationData]) -> Iterator[str]:
    yield from _section(
        words.RANKING,
        [
            "| Place | Role | Band | Match | Readiness | Appeal | First in 100 cases | Likely places |",
            "|---:|---|---|---:|---|---:|---:|---|",
        ],
    )
    for role in roles:
        span = f" ({tell.open_range(role)})" if tell.open_range(role) else ""
        yield (
            f"| {tell.rank(role)} | {_title(role.title, role.basis)} | {words.BANDS[role.band]} | "
            f"{numbers.short(role.match)} | {numbers.short(role.readiness)}{span} | {numbers.short(role.appeal)} | "
            f"{tell.chance(role)} | {tell.places(role)} |"
        )


def _role(role: RecommendationData) -> Iterator[str]:
    yield from ("", f"## {tell.rank(role)}\\. {_title(role.title, role.basis)}, {words.BANDS[role.band]}", "")
    if not role.gaps:
        yield words.NO_GAPS
    else:
        yield f"{words.GAPS}:"
        yield ""
    for gap in role.gaps[:GAPS_TOLD]:
        ways = f". The shortest way: {way(gap)}" if gap.learning else ""
        told = f"({gap.importance}): {have_and_need(gap)}, {numbers.gain(gap.readiness_gain)} points{ways}."
        yield f"- **{escaped(gap.label)}** {escaped(told)}"
    if left := role.gaps[GAPS_TOLD:]:
        yield f"- smaller: {escaped(', '.join(gap.label for gap in left))}."
    yield from ("", f"{words.STEPS}:" if role.next_steps else words.NO_STEPS, "")
    titles: set[str] = set()
    for step in role.next_steps:
        if step.title in titles or len(titles) == STEPS_TOLD:
            continue
        titles.add(step.title)
        span = (
            f", {numbers.hours(step.hours.low, step.hours.high)} {marked.mark(step.hours.basis)}" if step.hours else ""
        )
        told = f"({step.kind}{span}): {step.description}"
        caution = f"{words.CAUTION}: {' '.join(step.cautions)}" if step.cautions else ""
        address = f" <{step.url}>" if step.url and is_web_address(step.url) else ""
        yield f"- **{escaped(step.title)}** {escaped(told)}{address} {escaped(caution)}"


def _plan(plan: PlanData) -> Iterator[str]:
    title = f"{plan_words.PLAN} {plan.title}"
    yield from _section(title, [escaped(" ".join(tell.plan_sentences(plan))), ""])
    for number, entries in enumerate(steps_of(plan), 1):
        first = entries[0]
        span = f"{numbers.hours(first.hours_range.low, first.hours_range.high)} {marked.mark(first.hours_range.basis)}"
        told = "; ".join(raised(entry) for entry in entries)
        reached = (
            f"{span}, done in week {entries[-1].ends_week}, readiness then {numbers.short(entries[-1].readiness)}."
        )
        yield f"{number}. **{escaped(first.title)}** {escaped(f'({first.kind}): {told}. {reached}')}"
    if plan.essentials:
        yield from ("", f"{plan_words.ESSENTIALS}:", "")
        yield from (f"- {escaped(what)}: {when}" for what, when in tell.essential(plan))


def _route(data: ReportData) -> Iterator[str]:
    path = data.path
    if path is None:
        return
    yield from _section(f"The route to {path.target_title}", [])
    if path.no_route is not None:
        yield way_words.NO_ROUTE
        yield ""
        yield from (f"- {escaped(sentence)}" for sentence in (*path.no_route.why, *path.no_route.would_open))
        return
    for place, route in enumerate(path.routes):
        if place:
            through = ", ".join(move.title for move in route.moves)
            yield f"- or {escaped(f'{tell.route_title(path, route)}, by {through}.')}"
            continue
        yield f"{escaped(tell.route_title(path, route))}:"
        yield ""
        for number, move in enumerate(route.moves, 1):
            told = f": {tell.move_basis(move)}. {tell.move_needs(move)} {tell.move_effort(move)}"
            yield f"{number}. **to {_title(move.title, move.role_basis)}**{escaped(told)}"
        yield ""


def _what_ifs(data: ReportData) -> Iterator[str]:
    for found in data.what_ifs:
        yield from _section(tell.what_if_title(found), [escaped(tell.what_if_answer(found)), ""])
        yield from (f"- {escaped(tell.improvement(raised))}" for raised in found.improvements)
        yield from (f"- {escaped(what_if_words.obstacle(reason, found))}" for reason in found.reasons)


def _care(data: ReportData) -> Iterator[str]:
    yield from _section("To be taken with care", [])
    doubtful = [claim for claim in data.claims if claim.caution]
    for claim in doubtful:
        yield f"- {escaped(claim.statement)} *{words.CAUTION}:* {escaped(claim.caution or '')}"
    for conflict in data.conflicts:
        told = f"{conflict.detail} {words.HANDLED}: {conflict.handling}"
        yield f"- **{escaped(conflict.subject)}** ({escaped(conflict.kind)}): {escaped(told)}"
    if not doubtful and not data.conflicts:
        yield "Nothing of what this report rests on is in doubt or disputed."


def _legend() -> Iterator[str]:
    yield from (f"- {mark} {meaning}" for mark, meaning in marked.LEGEND)


def _sources(data: ReportData) -> Iterator[str]:
    yield from _section(words.SOURCES, [])
    for document in data.documents:
        places = dict.fromkeys(claim.place for claim in data.claims if claim.document == document.id)
        known = document.address and is_web_address(document.address)
        address = f" <{document.address}>" if known else ""
        told = escaped(f"{document.publisher}, {document.updated or words.NO_DATE}.")
        yield f"- **{escaped(document.title)}**, {told}{address} {escaped('; '.join(places))}."


def _answers(data: ReportData) -> Iterator[str]:
    if not data.answers:
        return
    yield from _section("The answers given", ["<details>", f"<summary>{data.result.answered} answers</summary>", ""])
    for group in data.answers:
        part = group.part if group.part == group.topic else f"{group.part}: {group.topic}"
        yield f"**{escaped(part)}**"
        yield ""
        for entry in group.answers:
            yield f"- {escaped(entry.question)} {escaped(entry.answer or 'I do not know yet')}"
        yield ""
    yield "</details>"
