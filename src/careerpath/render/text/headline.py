"""The top of a result: the best role of each band, and why, in sentences that can be said aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from careerpath.model.assessment import Band
from careerpath.render.text import numbers, words
from careerpath.render.text.blocks import Group
from careerpath.render.text.marks import EXTRAPOLATED_NOTE
from careerpath.render.text.parts import blank, caution, indented, line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerpath.render.data.recommendation import PointData, RecommendationData
    from careerpath.render.data.result import ResultData
    from careerpath.render.text.blocks import Block, Text

MOST = 50.0
"""From so many of the 100 points of readiness one has most of what is asked for."""

LIKED = 4


def headline(data: ResultData) -> Iterator[Block]:
    """For each band its best role, with why; or that it has none."""
    yield from _certainty(data)
    yield blank()
    for place, band in enumerate(get_args(Band)):
        if place:
            yield blank()
        best = next((entry for entry in data.recommendations if entry.band == band), None)
        if best is None:
            yield line((f"{words.BAND_TITLES[band]}: ", "cp.name"), words.NO_ROLE_IN_BAND[band])
        else:
            yield _best(data, best)


def _certainty(data: ResultData) -> Iterator[Block]:
    """How much the order may be trusted."""
    if not data.answered:
        yield line(words.NOTHING_ANSWERED)
        return
    titles = {entry.role: entry.title for entry in data.recommendations}
    verdict = data.verdict
    yield line(words.first_place(verdict.certainty, [titles[role] for role in verdict.roles], verdict.chance))
    yield from (caution(entry.message) for entry in data.cautions)


def _best(data: ResultData, best: RecommendationData) -> Group:
    name = line((f"{words.BAND_TITLES[best.band]}: {best.title}", "cp.name"), *_remarks(data, best))
    return Group(name, *(indented(sentence) for sentence in why(best)), indented(_figures(best)))


def _remarks(data: ResultData, best: RecommendationData) -> list[str]:
    remarks = []
    level = [entry.title for entry in data.recommendations if entry.rank == best.rank and entry.role != best.role]
    if best.tied and level:
        remarks.append(f", level with {words.joined(level)}")
    if best.basis == "extrapolated":
        remarks.append(f" ({EXTRAPOLATED_NOTE})")
    return remarks


def _figures(best: RecommendationData) -> Text:
    figures = f"Readiness {numbers.short(best.readiness)}"
    if numbers.is_open(best.readiness_range):
        figures += f" (between {numbers.short_range(best.readiness_range).replace(' to ', ' and ')})"
    return line((f"{figures}, appeal {numbers.short(best.appeal)}, match {numbers.short(best.match)}.", "cp.quiet"))


def why(role: RecommendationData) -> Iterator[Text]:
    """Why a role stands where it stands: what there is, what is missing, what one likes; no more than was answered."""
    yield line(_have(role))
    rest = " ".join(
        sentence for sentence in (_missing(role), _unsaid(role), _liking(role), role.disagreement) if sentence
    )
    if rest:
        yield line(rest)


def met(role: RecommendationData) -> list[PointData]:
    """What the role asks for and the person has in full, what counts most first."""
    lacking = {gap.item for gap in role.gaps}
    return [part for part in role.explanation if part.kind == "requirement" and part.item not in lacking]


def _have(role: RecommendationData) -> str:
    parts = met(role)
    if not parts:
        return "Of what it asks for, your answers cover nothing in full yet."
    if not role.gaps:
        return "You already have everything that it asks for."
    share = "most" if numbers.total(part.points for part in parts) >= MOST else "part"
    # A degree or years of work say less about a person than a skill does.
    skills = [part.label for part in parts if part.item.startswith("skill:")]
    return f"You already have {share} of what it asks for: {words.joined(skills or [part.label for part in parts])}."


def _missing(role: RecommendationData) -> str:
    gaps = [gap for gap in role.gaps if gap.have_text is not None]
    order = list(words.IMPORTANCES)
    # By importance first: nobody misses an optional certificate most, whatever it adds.
    labels = [gap.label for gap in sorted(gaps, key=lambda gap: (order.index(gap.importance), -gap.readiness_gain))]
    return f"What is missing most: {words.joined(labels[:2])}." if labels else ""


def _unsaid(role: RecommendationData) -> str:
    labels = [gap.label for gap in role.gaps if gap.have_text is None]
    return f"Still open, since not answered: {words.joined(labels, most=2)}." if labels else ""


def _liking(role: RecommendationData) -> str:
    parts = [part for part in role.explanation if part.kind == "appeal" and isinstance(part.answer, int)]
    core = [part for part in parts if part.required == "core"]
    liked = [part.label for part in core if isinstance(part.answer, int) and part.answer >= LIKED]
    disliked = [part.label for part in core if isinstance(part.answer, int) and part.answer < LIKED - 1]
    sentences = []
    if liked:
        sentences.append(f"You like to {words.joined(liked[:2], last='and to')}, the core of the work.")
    if disliked:
        unwanted = words.joined(disliked[:2], last="or")
        sentences.append(f"You would rather not {unwanted}, though that is the core of the work.")
    return " ".join(sentences)
