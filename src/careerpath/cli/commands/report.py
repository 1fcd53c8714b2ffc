"""`careerpath report`: everything about a result, to keep, to print or to share."""

from __future__ import annotations

from typing import Annotated

import typer

from careerpath.cli.options import CatalogOption, JsonOption, new_app, open_catalog

app = new_app()


@app.command()
def report(  # noqa: PLR0913, PLR0917 (one parameter an option)
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="The profile (default: me).")] = None,
    html: Annotated[
        str | None, typer.Option("--html", metavar="FILE", help="Write a page that needs nothing besides itself.")
    ] = None,
    markdown: Annotated[
        str | None, typer.Option("--markdown", metavar="FILE", help="Write it in short, as Markdown (- is stdout).")
    ] = None,
    answers: Annotated[
        str | None, typer.Option("--answers", metavar="FILE", help="Take the answers from this file (- is stdin).")
    ] = None,
    goal: Annotated[
        str | None, typer.Option("--goal", metavar="ROLE", help="Plan, route and what-ifs for this role.")
    ] = None,
    as_json: JsonOption = False,
    catalog_folder: CatalogOption = None,
) -> None:
    """Write a report to keep, to print or to share: the verdict, the roles, gaps, a plan, a route and the sources.

    Without --goal, the plan is for the best role that is a next step. A file of that name is replaced.

    Examples: careerpath report --html report.html; careerpath report anna --markdown -;
    careerpath report --goal product --html report.html
    """
    from careerpath.cli.reporting import ReportRequest, write_report
    from careerpath.cli.storing import now
    from careerpath.render.text.times import day_of

    request = ReportRequest(html=html, markdown=markdown, as_json=as_json, name=name, answers=answers, goal=goal)
    request.check()
    write_report(open_catalog(catalog_folder), request, day_of(now()))
