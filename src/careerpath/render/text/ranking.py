"""The roles of a result in order, with their figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.render.text import numbers, words
from careerpath.render.text.bars import figure
from careerpath.render.text.blocks import Group
from careerpath.render.text.marks import marked_title
from careerpath.render.text.parts import item, line, quiet, table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerpath.render.data.recommendation import RecommendationData
    from careerpath.render.text.blocks import Block, Text
    from careerpath.render.text.options import RenderOptions

RANK, BAND, MATCH, RANGE, FIGURE = 5, 9, 6, 13, 16


def ranking(roles: Sequence[RecommendationData], options: RenderOptions) -> Block:
    """A table, or a few lines for each role where there is no room for one."""
    if options.narrow:
        return Group(*(_lines(role, options) for role in roles))
    return _wide(roles, options) if options.wide else _normal(roles, options)


def _rank(role: RecommendationData) -> str:
    return f"{role.rank}=" if role.tied else str(role.rank)


def _places(role: RecommendationData) -> str:
    return f"{role.places.best}-{role.places.worst}" if role.places.best != role.places.worst else ""


def _among(role: RecommendationData) -> str:
    return f", place {_places(role)}" if _places(role) else ""


def _lines(role: RecommendationData, options: RenderOptions) -> Block:
    span = f" {numbers.whole_range(role.readiness_range)}" if numbers.is_open(role.readiness_range) else ""
    return item(
        f"{_rank(role):>3}",
        line((marked_title(role.title, role.basis), "cp.name")),
        line(f"{words.BANDS[role.band]}, match {numbers.short(role.match)}", (_among(role), "cp.quiet")),
        line(
            f"readiness {figure(role.readiness, options)}",
            (span, "cp.quiet"),
        ),
        line(f"appeal    {figure(role.appeal, options)}"),
    )


def _normal(roles: Sequence[RecommendationData], options: RenderOptions) -> Block:
    made = table(
        ("Place", "right", RANK), ("Role", "left", None), ("Band", "left", BAND), ("Match", "right", MATCH),
        ("Readiness", "left", FIGURE), ("Appeal", "left", FIGURE), gap=1,
    )  # fmt: skip
    for role in roles:
        readiness: list[Text] = [line(figure(role.readiness, options))]
        if numbers.is_open(role.readiness_range):
            readiness.append(quiet(f" {numbers.short_range(role.readiness_range)}"))
        made.add_row(
            Group(line(_rank(role)), *([quiet(_places(role))] if _places(role) else [])),
            line((marked_title(role.title, role.basis), "cp.name")),
            line(words.BANDS[role.band]),
            line(numbers.short(role.match)),
            Group(*readiness),
            line(figure(role.appeal, options)),
        )
    return made


def _wide(roles: Sequence[RecommendationData], options: RenderOptions) -> Block:
    made = table(
        ("Place", "right", RANK), ("range", "left", RANK), ("Role", "left", None), ("Band", "left", BAND),
        ("Match", "right", MATCH), ("Readiness", "left", FIGURE), ("range", "left", RANGE), ("Appeal", "left", FIGURE),
    )  # fmt: skip
    for role in roles:
        made.add_row(
            line(_rank(role)),
            quiet(_places(role)),
            line((marked_title(role.title, role.basis), "cp.name")),
            line(words.BANDS[role.band]),
            line(numbers.short(role.match)),
            line(figure(role.readiness, options)),
            quiet(numbers.short_range(role.readiness_range) if numbers.is_open(role.readiness_range) else ""),
            line(figure(role.appeal, options)),
        )
    return made
