"""A plan as an iCalendar file: sessions in every week, titled by what is done in them. Reads no clock.

Times are local ("floating") ones. The same plan and start give the same bytes: identifiers are made from the plan, and
the time stamp is the start.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, time, timedelta
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from icalendar import Calendar, Event

from careerpath.harmless import harmless
from careerpath.render.text.plan import raised, steps_of
from careerpath.render.web_address import is_web_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerpath.render.data.plan import PlanData, PlanStepData

LONGEST = 180
"""A session takes at most so many minutes, unless a week has no room for that."""

DAYS = {1: (0,), 2: (0, 3), 3: (0, 2, 4), 4: (0, 1, 3, 4), 5: (0, 1, 2, 3, 4), 6: (0, 1, 2, 3, 4, 5)}
EVERY_DAY = tuple(range(7))
EVENING, MORNING = time(18), time(8)
LATEST = 5 * 60
"""Longer sessions than this begin in the morning."""


class Session(NamedTuple):
    """Some minutes of one thing to do; `part` counts its sessions from 1."""

    start: datetime
    minutes: int
    entries: list[PlanStepData]
    part: int


def calendar(data: PlanData, start: date) -> bytes:
    """The calendar, of sessions from the day `start` on: a week's hours in as few sessions as are bearable."""
    made = Calendar()
    made.add("prodid", "-//careerpath//plan//EN")
    made.add("version", "2.0")
    stamp = datetime.combine(start, time(), tzinfo=UTC)
    for place, session in enumerate(_sessions(data, start)):
        made.add_component(_event(data, session, stamp, place))
    return bytes(made.to_ical())


def _slots(data: PlanData, start: date) -> Iterator[tuple[datetime, int]]:
    """When there is time, and how many minutes, week after week."""
    week = round(data.budget.hours_per_week * 60)
    count = min(ceil(week / LONGEST), len(EVERY_DAY))
    longest = ceil(week / count)
    begin = EVENING if longest < LATEST else MORNING
    for number in range(data.budget.weeks):
        left = week
        for day in DAYS.get(count, EVERY_DAY):
            minutes = min(longest, left)
            left -= minutes
            yield datetime.combine(start + timedelta(days=7 * number + day), begin), minutes


def _sessions(data: PlanData, start: date) -> Iterator[Session]:
    """The slots filled with the steps in order; a slot in which one step ends and the next begins is cut."""
    slots = _slots(data, start)
    begin, free = next(slots, (datetime.combine(start, EVENING), 0))
    for entries in steps_of(data):
        left, part = round(entries[0].hours * 60), 0
        while left > 0:
            if not free:
                begin, free = next(slots)
            minutes, part = min(left, free), part + 1
            yield Session(begin, minutes, entries, part)
            begin, free, left = begin + timedelta(minutes=minutes), free - minutes, left - minutes


def _event(data: PlanData, session: Session, stamp: datetime, place: int) -> Event:
    first = session.entries[0]
    event = Event()
    name = f"{data.role}/{stamp:%Y%m%d}/{place}/{first.learning}/{first.item}/{session.start:%Y%m%dT%H%M}"
    event.add("uid", f"{hashlib.sha256(name.encode()).hexdigest()[:32]}@careerpath")
    event.add("dtstamp", stamp)
    event.add("dtstart", session.start)
    event.add("duration", timedelta(minutes=session.minutes))
    event.add("summary", harmless(f"{first.title}: {', '.join(entry.label for entry in session.entries)}"))
    lines = [harmless(raised(entry)) for entry in session.entries]
    lines.append(f"Session {session.part} of this step, for the plan towards {harmless(data.title)}.")
    event.add("description", "\n".join(lines))
    if first.url and is_web_address(first.url):
        event.add("url", first.url)
    return event
