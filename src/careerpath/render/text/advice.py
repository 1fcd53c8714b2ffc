"""What to do about one role: its gaps with the way to close each, the next steps, and what to beware of."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from careerpath.render.data.roles import cited_claims
from careerpath.render.text import numbers, words
from careerpath.render.text.blocks import Group
from careerpath.render.text.marks import claims_mark, mark, marked_title
from careerpath.render.text.parts import blank, caution, heading, indented, item, line, quiet, subheading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from careerpath.model.catalog import Catalog
    from careerpath.render.data.claims import ClaimData
    from careerpath.render.data.gaps import GapData, HoursData
    from careerpath.render.data.recommendation import NextStepData, RecommendationData
    from careerpath.render.text.blocks import Block, Text
    from careerpath.render.text.options import RenderOptions

GAPS_SHOWN = 6
CONFLICTS_SHOWN = 5


def advice(
    role: RecommendationData,
    catalog: Catalog,
    claims: dict[str, ClaimData],
    options: RenderOptions,
    *,
    everything: bool,
) -> Iterator[Block]:
    """Everything to do and to know about one role of a result."""
    rank = f"{role.rank}=" if role.tied else f"{role.rank}"
    yield heading(f"{rank}. {marked_title(role.title, role.basis)}, {words.BANDS[role.band]}", options)
    yield from _gaps(role, None if everything else GAPS_SHOWN)
    yield subheading(words.STEPS)
    if not role.next_steps:
        yield indented(line(words.NO_STEPS))
    for step in _each_once(role.next_steps):
        yield item("-", *_step(step, options))
    yield from _cautions(role, claims)
    yield from _conflicts(role, catalog, None if everything else CONFLICTS_SHOWN)


def _gaps(role: RecommendationData, most: int | None) -> Iterator[Block]:
    if not role.gaps:
        yield line(words.NO_GAPS)
        return
    yield line((words.GAPS, "cp.heading"))
    shown = role.gaps[:most]
    for place, gap in enumerate(shown, 1):
        yield item(f"{place:>2}.", *gap_lines(gap))
    if rest := role.gaps[len(shown) :]:
        together = numbers.gain(numbers.total(gap.readiness_gain for gap in rest))
        yield indented(quiet(words.gap_hint(len(rest), together)), 4)


def gap_lines(gap: GapData) -> Iterator[Text]:
    """What is missing, what closing it gains, and the way to close it."""
    yield line(
        (gap.label, "cp.name"), f" ({gap.importance}): {have_and_need(gap)}, {numbers.gain(gap.readiness_gain)} points"
    )
    if gap.learning:
        yield quiet(f"way: {way(gap)}")
    elif gap.skill is not None:
        yield quiet(words.NO_WAY)


def have_and_need(gap: GapData) -> str:
    """From what to what."""
    if gap.need is True:
        return "you do not have it" if gap.have_text is not None else words.NOT_ANSWERED
    if gap.have_text is None:
        return f"{words.NOT_ANSWERED}, asked for is {gap.need_text}"
    if gap.skill is not None:
        return f"from {gap.have_text} to {gap.need_text}"
    return f"you have {gap.have_text}, asked for is {gap.need_text}"


def way(gap: GapData) -> str:
    """The learning that closes a gap, step by step, with its hours. What one does twice in a row is told once."""
    spans = [tuple(steps) for _, steps in groupby(gap.learning, key=lambda step: step.title)]
    told = "; then ".join(f"{steps[0].title}, {_hours([step.hours for step in steps])}" for steps in spans)
    if len(spans) == 1:
        return told
    return f"{told}; {numbers.hours_together(step.hours for step in gap.learning)} together"


def _hours(spans: Sequence[HoursData]) -> str:
    documented = all(span.basis == "documented" for span in spans)
    return f"{numbers.hours_together(spans)} {mark('documented' if documented else 'editorial')}"


def _each_once(steps: Sequence[NextStepData]) -> Iterator[NextStepData]:
    """The steps without those that say a title again: advice may name what was proposed for its hours already."""
    told: set[str] = set()
    for step in steps:
        if step.title not in told:
            told.add(step.title)
            yield step


def _step(step: NextStepData, options: RenderOptions) -> Iterator[Text]:
    provider = f", {step.provider}" if step.provider and step.provider not in step.title else ""
    yield line((step.title, "cp.name"), f" ({step.kind}{provider}) {claims_mark(step.claims)}")
    if step.hours:
        yield line(f"{numbers.hours(step.hours.low, step.hours.high)} {mark(step.hours.basis)}{_builds(step)}")
    if not options.narrow or not step.builds:
        yield quiet(step.description)
    if step.role and step.why:
        yield quiet(step.why)
    if step.url:
        yield line(step.url)
    yield from map(caution, step.cautions)


def _builds(step: NextStepData) -> str:
    return "".join(
        f"; {build.label} from {build.start} to {build.to}, {numbers.gain(build.readiness_gain)} points"
        for build in step.builds
    )


def _cautions(role: RecommendationData, claims: dict[str, ClaimData]) -> Iterator[Block]:
    cited = dict.fromkeys(claim for part in role.explanation for claim in part.claims)
    if count := sum(1 for claim in cited if claim in claims and claims[claim].caution_about == "fact"):
        yield blank()
        yield quiet(words.caution_hint(count, role.role))


def _conflicts(role: RecommendationData, catalog: Catalog, most: int | None) -> Iterator[Block]:
    conflicts = catalog.conflicts_about(frozenset(cited_claims(catalog, catalog.role_by_id[role.role])))
    if not conflicts:
        return
    yield subheading(words.DISAGREEMENTS)
    shown = conflicts[:most]
    yield Group(*(item("-", line(f"{conflict.id}: {conflict.subject} ({conflict.kind})")) for conflict in shown))
    yield quiet(words.conflict_hint(len(conflicts) - len(shown), role.role))
