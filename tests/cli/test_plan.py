"""`plan`, through the real program."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from icalendar import Calendar

if TYPE_CHECKING:
    from support.program import Program

HOURS = ("--hours-per-week", "5", "--weeks", "12")


def plan(careerpath: Program, *arguments: str) -> Any:
    run = careerpath("plan", *arguments, "--json")
    assert run.code == 0, run.out
    assert run.json["schema"] == "careerpath.plan/v1"
    return run.json["data"]


def test_the_fields_that_scripts_rely_on_add_up(careerpath: Program, answers_file: str) -> None:
    data = plan(careerpath, "product owner", *HOURS, "--answers", answers_file)
    steps = data["steps"]
    assert {"learning", "skill", "to_level", "hours", "readiness_gain"} <= steps[0].keys()
    assert sum(step["hours"] for step in steps) == data["hours"] <= 60
    gained = sum(round(step["readiness_gain"] * 100) for step in steps)
    assert gained == round(data["readiness_after"] * 100) - round(data["readiness_before"] * 100)
    assert steps[-1]["readiness"] == data["readiness_after"]
    assert data["best"] is True
    assert data["hours_range"]["low"] <= data["hours"] <= data["hours_range"]["high"]


def test_what_is_done_is_kept_and_left_out(careerpath: Program, answers_file: str) -> None:
    careerpath("quiz", "--answers", answers_file, "--json")
    before = plan(careerpath, "product owner", *HOURS)
    assert before["steps"][0]["learning"] == "scrum-training"
    run = careerpath("plan", "--done", "scrum-training", "--json")
    assert run.json["data"] == {"profile": "me", "done": ["scrum-training"]}
    after = plan(careerpath, "product owner", *HOURS)
    assert after["done"] == ["scrum-training"]
    assert "scrum-training" not in {step["learning"] for step in after["steps"]}
    assert after["readiness_before"] == before["readiness_before"]


def test_free_only(careerpath: Program, answers_file: str) -> None:
    data = plan(careerpath, "product owner", *HOURS, "--answers", answers_file, "--budget-free-only")
    assert {step["cost"] for step in data["steps"]} == {"free"}
    assert {"learning": "scrum-training", "title": "Scrum training or certification", "cost": "not stated"} in (
        data["left_out"]
    )


def test_a_checklist_is_escaped_markdown(careerpath: Program, answers_file: str) -> None:
    run = careerpath("plan", "product owner", *HOURS, "--answers", answers_file, "--markdown", "-")
    assert run.code == 0
    assert run.out.startswith("# Plan: Product owner\n")
    assert "- [ ] **Scrum training or certification**" in run.out
    assert "learn\\-" not in run.out


def test_a_calendar_holds_the_hours_and_is_always_the_same(careerpath: Program, answers_file: str) -> None:
    arguments = ("plan", "po", *HOURS, "--answers", answers_file, "--ical", "-", "--start", "2027-01-04")
    run = careerpath(*arguments)
    assert run.code == 0, run.err
    assert careerpath(*arguments).out == run.out
    events: list[Any] = list(Calendar.from_ical(run.out).walk("VEVENT"))
    minutes = sum(event["duration"].dt.total_seconds() / 60 for event in events)
    data = plan(careerpath, "po", *HOURS, "--answers", answers_file)
    assert minutes == data["hours"] * 60
    assert len({event["uid"] for event in events}) == len(events)
    weeks: dict[int, float] = {}
    for event in events:
        week = (event["dtstart"].dt.date().toordinal() - events[0]["dtstart"].dt.date().toordinal()) // 7
        weeks[week] = weeks.get(week, 0) + event["duration"].dt.total_seconds() / 3600
        assert event["duration"].dt.total_seconds() <= 3 * 3600
    assert max(weeks.values()) <= 5
    assert max(weeks) < 12


def test_files_are_written(careerpath: Program, answers_file: str) -> None:
    run = careerpath(
        "plan",
        "po",
        *HOURS,
        "--answers",
        answers_file,
        "--ical",
        "p.ics",
        "--markdown",
        "p.md",
        "--start",
        "2027-01-04",
    )
    assert run.code == 0
    assert "Plan for Product owner" in run.out
    assert (careerpath.home / "p.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert (careerpath.home / "p.md").read_text(encoding="utf-8").startswith("# Plan")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("pm",), "plan-use"),
        (("nobody", *HOURS), "unknown-role"),
        (("pm", "--hours-per-week", "2.3", "--weeks", "1"), "half-hours"),
        (("pm", "--hours-per-week", "0", "--weeks", "1"), "usage"),
        (("pm", "--hours-per-week", "nan", "--weeks", "1"), "half-hours"),
        (("pm", *HOURS, "--ical", "x.ics"), "no-start"),
        (("pm", *HOURS, "--ical", "x.ics", "--start", "soon"), "date"),
        (("pm", *HOURS, "--start", "2027-01-04"), "start-unused"),
        (("pm", *HOURS, "--markdown", "-"), "two-outputs"),
        (("pm", *HOURS), "unknown-profile"),
        (("--done", "nothing"), "unknown-learning"),
        (("--done", "scrum-training:scrum"), "unknown-learning"),
    ],
)
def test_wrong_use_is_explained(careerpath: Program, arguments: tuple[str, ...], code: str) -> None:
    run = careerpath("plan", *arguments, "--json")
    assert run.code == 2
    assert [error["code"] for error in run.json["errors"]] == [code]


def test_a_file_that_cannot_be_written_is_said(careerpath: Program, answers_file: str) -> None:
    run = careerpath("plan", "pm", *HOURS, "--answers", answers_file, "--markdown", "no/such/folder.md", "--json")
    assert (run.code, run.json["errors"][0]["code"]) == (3, "unwritable")
