"""What `plan` does: checks what is asked for, marks what is done, makes the plan, and writes it where it is wanted."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Self

import msgspec

from careerpath.catalog.learning_names import resolve_learning
from careerpath.catalog.names import resolve_role
from careerpath.cli.calls import with_option
from careerpath.cli.options import DEFAULT_PROFILE
from careerpath.cli.outcome import emit, narrate
from careerpath.cli.writing import STDOUT, check_outputs, write_output
from careerpath.errors import Problem, UsageError
from careerpath.pathways.plan import Budget, make_plan
from careerpath.pathways.plan_scope import Choices
from careerpath.render.data.plan import DoneData, plan_data
from careerpath.scoring.table import build_table

if TYPE_CHECKING:
    from careerpath.model.answers import Answers
    from careerpath.model.catalog import Catalog
    from careerpath.render.data.plan import PlanData

EXAMPLE = "For example: careerpath plan product --hours-per-week 5 --weeks 12"


class Exports(msgspec.Struct, frozen=True, kw_only=True):
    """Where a plan is to be written besides, or instead of, the screen; `start` is a date as text, or None."""

    markdown: str | None
    ical: str | None
    start: str | None
    as_json: bool

    @property
    def first_day(self) -> date:
        """The first day of the calendar."""
        return date.fromisoformat(self.start or "")


class PlanRequest(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked for."""

    role: str
    budget: Budget
    free_only: bool

    @classmethod
    def check(
        cls, catalog: Catalog, role: str | None, hours: float | None, weeks: int | None, *, free_only: bool
    ) -> Self:
        """The request.

        Raises:
            UsageError: something is missing, the role is unknown, or the hours are no half hours.
        """
        if role is None or hours is None or weeks is None:
            missing = [
                name
                for name, value in (("ROLE", role), ("--hours-per-week", hours), ("--weeks", weeks))
                if value is None
            ]
            raise UsageError(Problem(code="plan-use", message=f"missing: {', '.join(missing)}.", hint=EXAMPLE))
        if not (hours * 2).is_integer():
            message = f"{hours:g} hours a week are no whole number of half hours."
            raise UsageError(Problem(code="half-hours", message=message, hint="Give hours like 5 or 2.5."))
        budget = Budget(half_hours_a_week=round(hours * 2), weeks=weeks)
        return cls(role=resolve_role(catalog, role).id, budget=budget, free_only=free_only)


def check_exports(exports: Exports, answers: str | None) -> Exports:
    """The same, if it makes sense beside the file that the answers come from, if they come from one.

    Raises:
        UsageError: two things would go to one place, a date is missing or is none, or nothing needs it.
    """
    check_outputs({"--markdown": exports.markdown, "--ical": exports.ical}, answers, as_json=exports.as_json)
    if exports.ical is not None and exports.start is None:
        message = "--ical needs --start, the first day of the plan."
        raise UsageError(Problem(code="no-start", message=message, hint="For example: --start 2027-01-31"))
    if exports.start is not None:
        try:
            valid = 1 <= exports.first_day.year < date.max.year - 10
        except ValueError:
            valid = False
        if not valid:
            message = f"'{exports.start[:32]}' is no date."
            raise UsageError(Problem(code="date", message=message, hint="Write year-month-day, as 2027-01-31."))
        if exports.ical is None:
            message = "--start is for --ical only."
            raise UsageError(Problem(code="start-unused", message=message, hint="Add --ical FILE, or leave it out."))
    return exports


def mark_done(catalog: Catalog, profile: str | None, answers: str | None, names: list[str]) -> None:
    """Keeps that something was learnt, with the profile; this raises no level.

    Raises:
        UsageError: there is no such learning or profile, or the answers come from a file, which keeps nothing.
    """
    from careerpath.cli.profiles import load_profile
    from careerpath.cli.storing import now, open_store

    if answers is not None:
        message = "--done is kept with a profile, and these answers come from a file."
        raise UsageError(
            Problem(code="done-needs-profile", message=message, hint="Use --profile instead of --answers.")
        )
    marks = [resolve_learning(catalog, name) for name in names]
    profile = load_profile(profile or DEFAULT_PROFILE).name
    with open_store() as store:
        for mark in marks:
            store.mark_done(profile, mark, now())
    for mark in marks:
        asks = f"'{with_option('quiz', profile)}' asks again"
        narrate(f"Kept as done for '{profile}': {mark}. It raises no level by itself; {asks}.")


def print_done(profile: str | None, *, as_json: bool) -> None:
    """Everything that is marked done."""
    name = profile or DEFAULT_PROFILE
    done = _done(name)
    if as_json:
        emit("plan-done", DoneData(profile=name, done=tuple(sorted(done))))


def _done(profile: str | None) -> frozenset[str]:
    if profile is None:
        return frozenset()
    from careerpath.cli.storing import open_store

    with open_store(create=False) as store:
        return frozenset(store.done(profile))


def print_plan(catalog: Catalog, answers: Answers, profile: str | None, request: PlanRequest, exports: Exports) -> None:
    """Makes the plan, and prints or writes it."""
    choices = Choices(done=_done(profile), free_only=request.free_only)
    plan = make_plan(catalog, build_table(catalog), answers, request.role, request.budget, choices)
    data = plan_data(catalog, plan, profile, free_only=request.free_only)
    written = _export(data, exports)
    if exports.as_json:
        emit("plan", data)
    elif not written:
        from careerpath.cli.screen import show
        from careerpath.render.text.plan import plan_view

        show(lambda options: plan_view(data, options))


def _export(data: PlanData, exports: Exports) -> bool:
    """Writes the files; says whether stdout is taken."""
    if exports.markdown is not None:
        from careerpath.render.export.checklist import checklist

        write_output(exports.markdown, checklist(data).encode())
    if exports.ical is not None:
        from careerpath.render.export.calendar import calendar

        write_output(exports.ical, calendar(data, exports.first_day))
    for target in (exports.markdown, exports.ical):
        if target not in (None, STDOUT):
            narrate(f"Written: {target}")
    return STDOUT in {exports.markdown, exports.ical}
