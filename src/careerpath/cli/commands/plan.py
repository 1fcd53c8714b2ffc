"""`careerpath plan`: the best use of so many hours of learning for a role."""

from __future__ import annotations

from typing import Annotated

import typer

from careerpath.cli.options import CatalogOption, JsonOption, new_app, open_catalog

app = new_app()

MOST_HOURS, MOST_WEEKS = 80.0, 520


@app.command()
def plan(  # noqa: PLR0913, PLR0917 (one parameter an option)
    role: Annotated[str | None, typer.Argument(metavar="ROLE", help="The role to learn for.")] = None,
    hours_per_week: Annotated[
        float | None,
        typer.Option("--hours-per-week", metavar="H", min=0.5, max=MOST_HOURS, help="Hours a week, in half hours."),
    ] = None,
    weeks: Annotated[
        int | None, typer.Option("--weeks", metavar="N", min=1, max=MOST_WEEKS, help="For so many weeks.")
    ] = None,
    budget_free_only: Annotated[
        bool, typer.Option("--budget-free-only", help="Only what is known to be free.")
    ] = False,
    done: Annotated[
        list[str] | None,
        typer.Option(
            "--done", metavar="ID", help="Mark this as done: LEARNING, or LEARNING:SKILL for one of its skills."
        ),
    ] = None,
    markdown: Annotated[
        str | None, typer.Option("--markdown", metavar="FILE", help="Write a Markdown checklist (- is stdout).")
    ] = None,
    ical: Annotated[
        str | None, typer.Option("--ical", metavar="FILE", help="Write a calendar of sessions (- is stdout).")
    ] = None,
    start: Annotated[
        str | None, typer.Option("--start", metavar="DATE", help="The first day of the calendar, as 2027-01-31.")
    ] = None,
    profile: Annotated[str | None, typer.Option("--profile", metavar="NAME", help="The profile (default: me).")] = None,
    answers: Annotated[
        str | None, typer.Option("--answers", metavar="FILE", help="Take the answers from this file (- is stdin).")
    ] = None,
    as_json: JsonOption = False,
    catalog_folder: CatalogOption = None,
) -> None:
    """Make the best use of so many hours of learning for a role: what, in which order, and what each step brings.

    With --done and no role, only marks something as done.

    Examples: careerpath plan product --hours-per-week 5 --weeks 12; careerpath plan --done scrum-training;
    careerpath plan pm --hours-per-week 4 --weeks 26 --ical plan.ics --start 2027-01-04
    """
    from careerpath.cli.planning import Exports, PlanRequest, check_exports, mark_done, print_done, print_plan
    from careerpath.cli.what_if import whose_answers

    exports = check_exports(Exports(markdown=markdown, ical=ical, start=start, as_json=as_json), answers)
    catalog = open_catalog(catalog_folder)
    planless = (role, hours_per_week, weeks, markdown, ical) == (None,) * 5 and not budget_free_only
    if done and planless:
        mark_done(catalog, profile, answers, done)
        print_done(profile, as_json=as_json)
        return
    request = PlanRequest.check(catalog, role, hours_per_week, weeks, free_only=budget_free_only)
    given, name = whose_answers(catalog, profile, answers)
    if done:
        mark_done(catalog, profile, answers, done)
    print_plan(catalog, given, name, request, exports)
