"""Progress as a person reads it: readiness over time, and what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.render.text import numbers, way_words, words
from careerpath.render.text.bars import bar
from careerpath.render.text.page import Page
from careerpath.render.text.parts import blank, bullets, heading, indented, line, quiet, title
from careerpath.render.text.progress import progress_sentence
from careerpath.render.text.times import day_of, minute_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerpath.render.data.history import AnswerChange, ChangeData, HistoryData, RolePoint
    from careerpath.render.text.blocks import Block
    from careerpath.render.text.options import RenderOptions

RESULTS_SHOWN, CHANGES_SHOWN, ANSWERS_SHOWN = 12, 4, 6


def history_view(data: HistoryData, options: RenderOptions) -> Page:
    """The whole history of a profile."""
    return Page(options, _parts(data, options))


def _parts(data: HistoryData, options: RenderOptions) -> Iterator[Block]:
    yield title(f"{way_words.HISTORY}: {data.profile}", options)
    if not data.results:
        yield line(way_words.NO_RESULTS)
        return
    first, last = (day_of(data.results[place].at, local=options.local) for place in (0, -1))
    span = first if first == last else f"{first} to {last}"
    yield line(f"{numbers.counted(len(data.results), 'result')}, {span}.")
    if data.since_first is not None and not data.roles:
        yield line(f"Since the first: {progress_sentence(data.since_first.progress)}")
    yield from _charts(data, options)
    yield from _changes(data, options)
    if len(data.results) > 1:
        yield blank()
        yield quiet(way_words.TEST_NOTE)


def _charts(data: HistoryData, options: RenderOptions) -> Iterator[Block]:
    tests = {entry.role: entry for entry in data.roles}
    days = {day_of(result.at, local=options.local) for result in data.results}
    told = day_of if len(days) == len(data.results) else minute_of
    retold = False
    for role, name in data.shown.items():
        yield heading(f"{name}, readiness", options)
        points = [
            (told(result.at, local=options.local), point)
            for result in data.results
            for point in result.roles
            if point.role == role
        ]
        if len(points) > RESULTS_SHOWN:
            left = len(points) - RESULTS_SHOWN
            yield quiet(f"{numbers.counted(left, 'earlier result')}: --json has them all.")
        before: float | None = None
        for at, point in points[-RESULTS_SHOWN:]:
            differs = point.readiness_then is not None and point.readiness_then != point.readiness
            retold = retold or differs
            yield _row(at, point, before, options, starred=differs)
            before = point.readiness
        if role in tests:
            yield line(f"In the skills that it asks for: {progress_sentence(tests[role].progress)}")
    if retold:
        yield blank()
        yield quiet("* another catalogue told another figure then; all are scored with that of today.")


def _row(at: str, point: RolePoint, before: float | None, options: RenderOptions, *, starred: bool) -> Block:
    change = "" if before is None else f" {numbers.gain(numbers.total((point.readiness, -before)))}"
    star = "*" if starred else " "
    return line(
        f"{at} {numbers.short(point.readiness):>5}{star}{bar(point.readiness, plain=options.plain)}",
        (f"{change:>7}" if change else "", "cp.name"),
        "" if options.narrow else (f"  {words.BANDS[point.band]}", "cp.quiet"),
    )


def _changes(data: HistoryData, options: RenderOptions) -> Iterator[Block]:
    if not data.changes:
        return
    yield heading(way_words.CHANGES, options)
    if (left := len(data.changes) - CHANGES_SHOWN) > 0:
        yield quiet(f"{numbers.counted(left, 'earlier change')}: --json has them all.")
    for change in data.changes[-CHANGES_SHOWN:]:
        since, at = (day_of(time, local=options.local) for time in (change.since, change.at))
        yield line((f"{since} to {at}", "cp.name"), f": {progress_sentence(change.progress)}")
        yield indented(bullets(_told(change)))


def _told(change: ChangeData) -> Iterator[str]:
    for answer in change.answers[:ANSWERS_SHOWN]:
        yield _answer(answer)
    if (left := len(change.answers) - ANSWERS_SHOWN) > 0:
        yield f"{numbers.counted(left, 'more answer')}: --json has them all."


def _answer(change: AnswerChange) -> str:
    before = change.before if change.before is not None else words.NOT_ANSWERED
    after = change.after if change.after is not None else words.NOT_ANSWERED
    return f"{change.label}: {before} to {after}"
