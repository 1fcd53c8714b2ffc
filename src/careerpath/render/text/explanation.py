"""A match taken apart: every point with the answer, what it was held against, and the evidence; with sums."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from careerpath.model.assessment import PointKind
from careerpath.render.text import numbers, words
from careerpath.render.text.blocks import Group
from careerpath.render.text.marks import LEGEND, mark, marked_title
from careerpath.render.text.page import Page
from careerpath.render.text.parts import blank, heading, indented, line, quiet, subheading, table, title

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from careerpath.render.data.recommendation import PointData, RecommendationData
    from careerpath.render.text.blocks import Block, Table
    from careerpath.render.text.options import RenderOptions

POINTS = 7


def explanation_view(recommendation: RecommendationData, options: RenderOptions) -> Page:
    """Every point of one role's match; the points of each part and of the whole are added up."""
    return Page(options, _parts(recommendation, options))


def _parts(role: RecommendationData, options: RenderOptions) -> Iterator[Block]:
    yield title(f"{marked_title(role.title, role.basis)}: how its match of {role.match:.2f} comes about", options)
    if numbers.is_open(role.match_range):
        yield quiet(
            f"Between {numbers.short_range(role.match_range).replace(' to ', ' and ')}, once everything is answered."
        )
    for kind in get_args(PointKind):
        parts = [part for part in role.explanation if part.kind == kind]
        if not parts:
            continue
        yield subheading(words.POINT_KINDS[kind])
        if kind == "surplus" and parts[0].why:
            yield quiet(parts[0].why)
        yield _table(parts) if options.wide else _lines(parts)
        name = "Sum, which is the readiness" if kind == "requirement" else "Sum"
        yield _sum(name, numbers.total(part.points for part in parts))
    yield blank()
    yield _sum("Match, the sum of all points", numbers.total(part.points for part in role.explanation))
    if any(part.answer_text is None for part in role.explanation):
        yield blank()
        yield quiet("Where you have not answered, the points are the average over the answers that people may give.")
    yield heading(words.READING, options)
    for sign, meaning in LEGEND[:2]:
        yield line(f"{sign} {meaning}")


def _sum(name: str, points: float) -> Table:
    figure = numbers.exact(points)
    made = table(("", "left", None), ("", "right", len(figure)))
    made.add_row(line((name, "cp.name")), line((figure, "cp.name")))
    return made


def _answer(part: PointData) -> str:
    return part.answer_text or words.NOT_ANSWERED


def _asked(part: PointData) -> str:
    if part.kind == "appeal":
        return words.WEIGHTS.get(str(part.required), str(part.required))
    return part.required_text or ""


def _evidence(part: PointData) -> str:
    """What a point rests on: claims, or the reason where there are none (that of a surplus is told once, above)."""
    reason = part.why if part.kind != "surplus" and not part.claims else None
    return " ".join((mark(part.basis), reason or ", ".join(part.claims))).rstrip()


def _lines(parts: Sequence[PointData]) -> Block:
    figures = [numbers.exact(part.points) for part in parts]
    made = table(("", "left", None), ("", "right", max(map(len, figures))))
    for part, figure in zip(parts, figures, strict=True):
        made.add_row(_details(part), line(figure))
    return made


def _details(part: PointData) -> Block:
    if part.kind == "surplus":
        return line((part.label, "cp.name"), f" (you: {_answer(part)}, asked for: {_asked(part)}) {mark(part.basis)}")
    asked = "in this role" if part.kind == "appeal" else "asked for"
    importance = f", {part.importance}" if part.importance else ""
    return Group(
        line((part.label, "cp.name")),
        indented(line(f"you: {_answer(part)}; {asked}: {_asked(part)}{importance}")),
        indented(quiet(_evidence(part))),
    )


def _table(parts: Sequence[PointData]) -> Block:
    asked = "In this role" if parts[0].kind == "appeal" else "Asked for"
    made = table(
        ("Item", "left", 26), ("Your answer", "left", 16), (asked, "left", 16), ("Importance", "left", 10),
        ("Evidence", "left", None), ("Points", "right", POINTS),
    )  # fmt: skip
    for part in parts:
        made.add_row(
            line((part.label, "cp.name")),
            line(_answer(part)),
            line(_asked(part)),
            line(part.importance or ""),
            quiet(_evidence(part)),
            line(numbers.exact(part.points)),
        )
    return made
