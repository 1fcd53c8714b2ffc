"""What would change, for people: the raises, what they cost, and which roles move."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.model.skill import LEVELS
from careerpath.render.text import numbers, words
from careerpath.render.text import what_if_words as said
from careerpath.render.text.blocks import Group
from careerpath.render.text.marks import EXTRAPOLATED, EXTRAPOLATED_NOTE, mark, marked_title
from careerpath.render.text.page import Page
from careerpath.render.text.parts import blank, heading, item, line, quiet, table, title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerpath.render.data.what_if import ImprovementData, PlaceData, WhatIfData
    from careerpath.render.text.blocks import Block, Text
    from careerpath.render.text.options import RenderOptions

MOST_MOVED = 12
ALWAYS_SHOWN = 3


def what_if_view(data: WhatIfData, options: RenderOptions) -> Page:
    """What is supposed or suggested, and the roles that change their place."""
    return Page(options, _parts(data, options))


def _parts(data: WhatIfData, options: RenderOptions) -> Iterator[Block]:
    if data.goal is None:
        yield title(said.WHAT_IF, options)
        yield blank()
        yield from (item("-", *_improvement(raised)) for raised in data.improvements)
    else:
        yield title(f"{said.WHAT_IF}: {data.title}, {said.AIMS[data.aim or 'top']}", options)
        yield blank()
        yield from _suggestion(data, options)
    if data.improvements:
        yield from _moved(data, options)


def _suggestion(data: WhatIfData, options: RenderOptions) -> Iterator[Block]:
    aim = data.aim or "top"
    if data.possible is None:
        yield line(said.GIVEN_UP)
    elif not data.possible:
        yield line(said.impossible(data.title or "", aim))
        yield heading(said.WHY_NOT, options)
        yield from (item("-", line(said.obstacle(reason, data))) for reason in data.reasons)
    elif not data.improvements:
        yield line(said.ALREADY[aim])
    else:
        yield line((f"{said.CHEAPEST[data.by or 'hours']}:", "cp.name"), f" {_cost(data)}.")
        yield from (item("-", *_improvement(raised)) for raised in data.improvements)
        yield blank()
        if data.by == "hours":
            yield quiet(said.EACH_ALONE)
        if any(raised.start is None for raised in data.improvements):
            yield quiet(said.ANSWER_FIRST)


def _cost(data: WhatIfData) -> str:
    cost, bound = (f"{figure or 0:g}" for figure in (data.cost, data.bound))
    unit = "h by the middle of the ranges" if data.by == "hours" else "steps of level"
    if data.proven:
        return f"{cost} {unit}, proven to be the least"
    return f"{cost} {unit}; not proven to be the least, which is {bound} or more"


def _improvement(raised: ImprovementData) -> Iterator[Text]:
    start = words.NOT_ANSWERED if raised.start is None else f"{raised.start} {LEVELS[raised.start]}"
    hours = ""
    if raised.hours_low is not None and raised.hours_high is not None:
        documented = all(step.hours.basis == "documented" for step in raised.learning)
        span = numbers.hours(raised.hours_low, raised.hours_high)
        hours = f", {span} {mark('documented' if documented else 'editorial')}"
    yield line((raised.label, "cp.name"), f" from {start} to {raised.to} {LEVELS[raised.to]}{hours}")
    if raised.learning:
        yield quiet("; then ".join(dict.fromkeys(step.title for step in raised.learning)))
    elif raised.to > (raised.start or 0):
        yield quiet(said.NO_WAY)


def _moved(data: WhatIfData, options: RenderOptions) -> Iterator[Block]:
    yield heading(said.MOVED, options)
    before = {place.role: place for place in data.before}
    moved = [
        place
        for number, place in enumerate(data.after)
        if number < ALWAYS_SHOWN
        or place.role == data.goal
        or (place.rank, place.band) != (before[place.role].rank, before[place.role].band)
    ]
    if all((place.rank, place.band) == (before[place.role].rank, before[place.role].band) for place in moved):
        yield line(said.NOTHING_MOVES)
        yield blank()
    shown = moved[:MOST_MOVED]
    yield _table(shown, before, options)
    if left := len(moved) - len(shown):
        yield blank()
        yield quiet(f"{numbers.counted(left, 'more role moves', 'more roles move')}: --json lists every one.")
    if any(place.basis == "extrapolated" for place in shown):
        yield quiet(f"{EXTRAPOLATED} {EXTRAPOLATED_NOTE}.")


def _table(shown: list[PlaceData], before: dict[str, PlaceData], options: RenderOptions) -> Block:
    if not options.wide:
        return Group(*(_entry(place, before[place.role]) for place in shown))
    grid = table(
        ("rank", "left", 10),
        ("role", "left", None),
        ("match", "left", 16),
        ("readiness", "left", 13),
        ("band", "left", 22),
    )
    for place in shown:
        old = before[place.role]
        grid.add_row(
            line(_ranks(old, place)),
            line(marked_title(place.title, place.basis)),
            line(_change(numbers.short(old.match), numbers.short(place.match))),
            line(_change(numbers.short(old.readiness), numbers.short(place.readiness))),
            line(_change(words.BANDS[old.band], words.BANDS[place.band])),
        )
    return grid


def _entry(place: PlaceData, old: PlaceData) -> Block:
    """A role below the other: its rank and name, then what changes."""
    figures = [
        f"match {_change(numbers.short(old.match), numbers.short(place.match))}",
        f"readiness {_change(numbers.short(old.readiness), numbers.short(place.readiness))}",
        _change(words.BANDS[old.band], words.BANDS[place.band]),
    ]
    name = line((f"{marked_title(place.title, place.basis)}", "cp.name"), f": rank {_ranks(old, place)}")
    return item("-", name, quiet(", ".join(figures)))


def _ranks(old: PlaceData, new: PlaceData) -> str:
    return _change(*(f"{entry.rank}{'=' if entry.tied else ''}" for entry in (old, new)))


def _change(old: str, new: str) -> str:
    return new if old == new else f"{old} to {new}"
