"""Where a person stands among the roles of a comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.render.text import numbers, way_words, words
from careerpath.render.text.bars import figure
from careerpath.render.text.parts import bullets, caution, heading, item, line, quiet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerpath.render.data.person import PersonData, PersonRole
    from careerpath.render.data.verdict import VerdictPoint
    from careerpath.render.text.blocks import Block, Text
    from careerpath.render.text.options import RenderOptions

GAPS_SHOWN = 3


def verdict(points: tuple[VerdictPoint, ...], options: RenderOptions) -> Iterator[Block]:
    """The verdict, one sentence a line."""
    yield heading(way_words.VERDICT, options)
    yield bullets(point.text for point in points)


def standing(person: PersonData, options: RenderOptions) -> Iterator[Block]:
    """Each role for the person: figures, chance, gaps, and what they take."""
    yield heading(way_words.STANDING, options)
    yield from (caution(entry.message) for entry in person.cautions)
    for role in person.roles:
        yield item("-", *_role(role, options))
    yield quiet(way_words.STANDING_NOTE)


def _role(role: PersonRole, options: RenderOptions) -> Iterator[Text]:
    yield line((role.title, "cp.name"), f": {words.BANDS[role.band]}, first in {role.first_chance:.0f} of 100 cases")
    span = role.readiness_range
    open_range = f" ({numbers.short(span.low)} to {numbers.short(span.high)})" if span.low != span.high else ""
    yield line(f"readiness {figure(role.readiness, options)}", (open_range, "cp.quiet"))
    yield line(f"appeal    {figure(role.appeal, options)}")
    if not role.gaps:
        yield line(words.NO_GAPS)
        return
    gaps = [f"{gap.label} ({numbers.gain(gap.readiness_gain)})" for gap in role.gaps]
    yield line(f"Missing: {way_words.listed(gaps, GAPS_SHOWN)}.")
    if effort := way_words.told_effort(role.hours, role.years):
        yield line(f"{way_words.TO_LEARN}: {effort}.")
    if role.not_counted:
        yield quiet(f"{way_words.BESIDES}: {', '.join(role.not_counted)}.")
