"""Times as a person reads them: by the calendar and the clock of the place. JSON has them in UTC."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime


def day_of(at: datetime | str, *, local: bool = True) -> str:
    """The day of a time (one with a zone, or its ISO 8601 text), as 2027-01-31; in UTC unless it is to be local."""
    return minute_of(at, local=local).partition(" ")[0]


def minute_of(at: datetime | str, *, local: bool = True) -> str:
    """The same with the time of the day, as 2027-01-31 09:05."""
    moment = datetime.fromisoformat(at) if isinstance(at, str) else at
    with suppress(OverflowError, OSError, ValueError):  # where the calendar begins or ends, it has no other clock
        moment = moment.astimezone(None if local else UTC)
    return moment.replace(tzinfo=None).isoformat(sep=" ", timespec="minutes")
