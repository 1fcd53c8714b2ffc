"""`careerpath cohort`: many people at once."""

from __future__ import annotations

from typing import Annotated

import typer

from careerpath.cli.options import CatalogOption, JsonOption, new_app, open_catalog

app = new_app()


@app.command()
def cohort(  # noqa: PLR0913, PLR0917 (one parameter an option)
    source: Annotated[
        str | None, typer.Argument(metavar="[INPUT]", help="A table of people: .csv, .tsv, .jsonl or .parquet.")
    ] = None,
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="OUTPUT", help="Where the results go: .csv, .jsonl, .parquet."),
    ] = None,
    top: Annotated[
        int, typer.Option("--top", min=1, metavar="K", help="Tell of the first K roles of each person.")
    ] = 3,
    gaps: Annotated[int, typer.Option("--gaps", min=1, metavar="N", help="Tell of N gaps of each role.")] = 3,
    summary: Annotated[
        str | None,
        typer.Option(
            "--summary", metavar="PREFIX", help="Write what people have in common to PREFIX.json and PREFIX.html."
        ),
    ] = None,
    least_group: Annotated[
        int, typer.Option("--least-group", min=1, metavar="K", help="Tell of no group of fewer people in the summary.")
    ] = 10,
    rejects: Annotated[
        str | None,
        typer.Option("--rejects", metavar="FILE", help="Where rows go that cannot be scored, with line and reason."),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Stop at the first row that cannot be scored.")] = False,
    cores: Annotated[
        int | None, typer.Option("--cores", min=1, max=256, metavar="N", help="Use N cores (default: all).")
    ] = None,
    template: Annotated[bool, typer.Option("--template", help="Print the first line of a table of people.")] = False,
    as_json: JsonOption = False,
    catalog_folder: CatalogOption = None,
) -> None:
    """Score a table of people: for each the first roles, with match, readiness, band and gaps.

    A run that is broken off goes on where it was when it is started again. Rows that cannot be scored are set aside.

    Examples: careerpath cohort people.csv -o results.csv; careerpath cohort people.parquet -o results.parquet --top 5;
    careerpath cohort people.csv -o results.csv --summary overview; careerpath cohort --template > people.csv
    """
    from careerpath.cli.cohort import CohortRequest, print_template, run_cohort
    from careerpath.cli.unused_options import refuse_unused

    if template:
        given = {"INPUT": source is not None, "--output": output is not None, "--summary": summary is not None}
        refuse_unused("--template", "prints the first line of a table", {**given, "--json": as_json})
    catalog = open_catalog(catalog_folder)
    if template:
        print_template(catalog)
        return
    request = CohortRequest(
        source=source, output=output, rejects=rejects, top=top, gaps=gaps, strict=strict, cores=cores, summary=summary,
        least_group=least_group, as_json=as_json,
    )  # fmt: skip
    run_cohort(catalog, request)
