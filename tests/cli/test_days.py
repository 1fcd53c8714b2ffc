"""Every output means the same day by a date: that of the person's own calendar. Scripts get UTC."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.program import Program


@pytest.mark.parametrize("hours", [-12, 12])
def test_all_outputs_tell_the_same_day(careerpath: Program, hours: int) -> None:
    """Twelve hours to one side or the other, one of which is another day than in UTC at any time."""
    careerpath.environment["TZ"] = f"XXX{-hours}"  # POSIX counts to the west
    began = datetime.now(tz=UTC)
    assert careerpath("quiz", "--answers", "-", stdin="skills: {seo: 3}\n").code == 0
    again = careerpath("quiz", "--answers", "-", stdin="skills: {seo: 3}\n").err
    told = {
        "profile list": careerpath("profile", "list").out,
        "history": careerpath("history").out,
        "welcome": careerpath().out,
        "quiz": again,
        "report": careerpath("report", "--markdown", "-").out,
    }
    days = {(moment + timedelta(hours=hours)).date().isoformat() for moment in (began, datetime.now(tz=UTC))}
    assert {name for name, text in told.items() if not any(day in text for day in days)} == set()
    at = careerpath("history", "--json").json["data"]["results"][0]["at"]
    assert began.replace(microsecond=0) <= datetime.fromisoformat(at) <= datetime.now(tz=UTC)
