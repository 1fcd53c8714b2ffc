"""Times are told by the clock of the place; the day of a result is the one on which the person saw it."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from careerpath.render.text.times import day_of, minute_of

if TYPE_CHECKING:
    from collections.abc import Iterator

AUCKLAND = "NZST-12NZDT,M9.5.0,M4.1.0/3"
NEW_YORK = "EST5EDT,M3.2.0,M11.1.0"


@pytest.fixture
def zone(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    yield monkeypatch
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("name", "at", "told"),
    [
        ("UTC", "2026-11-24T23:30:00+00:00", "2026-11-24 23:30"),
        (AUCKLAND, "2026-11-24T23:30:00+00:00", "2026-11-25 12:30"),
        (AUCKLAND, "2026-06-24T11:59:59+00:00", "2026-06-24 23:59"),
        (NEW_YORK, "2026-03-08T06:59:00+00:00", "2026-03-08 01:59"),
        (NEW_YORK, "2026-03-08T07:00:00+00:00", "2026-03-08 03:00"),
        (NEW_YORK, "1970-01-01T00:00:00+00:00", "1969-12-31 19:00"),
    ],
)
def test_a_time_where_the_person_is(zone: pytest.MonkeyPatch, name: str, at: str, told: str) -> None:
    zone.setenv("TZ", name)
    time.tzset()
    assert minute_of(at) == told
    assert day_of(at) == told[:10]
    assert minute_of(datetime.fromisoformat(at), local=False) == at[:16].replace("T", " ")


def test_the_last_day_of_the_calendar_is_no_defect(zone: pytest.MonkeyPatch) -> None:
    zone.setenv("TZ", AUCKLAND)
    time.tzset()
    assert day_of(datetime.max.replace(tzinfo=UTC)) == "9999-12-31"
    zone.setenv("TZ", NEW_YORK)
    time.tzset()
    assert day_of(datetime.min.replace(tzinfo=UTC)) == "0001-01-01"
