"""`careerpath results`: a stored profile, scored again."""

from __future__ import annotations

from typing import Annotated

import typer

from careerpath.cli.options import DEFAULT_PROFILE, CatalogOption, JsonOption, new_app, open_catalog

app = new_app()


@app.command()
def results(
    name: Annotated[str, typer.Argument(metavar="[NAME]", help="The profile.")] = DEFAULT_PROFILE,
    show_all: Annotated[bool, typer.Option("--all", help="Show every role, not the first ten.")] = False,
    explain: Annotated[
        str | None, typer.Option("--explain", metavar="ROLE", help="Show every point of the score of this role.")
    ] = None,
    as_json: JsonOption = False,
    catalog_folder: CatalogOption = None,
) -> None:
    """Score a stored profile again and show what follows.

    Examples: careerpath results; careerpath results anna --json; careerpath results --explain "product manager"
    """
    from careerpath.cli.profiles import stored_answers_and_result
    from careerpath.cli.results import ResultOptions, print_result

    catalog = open_catalog(catalog_folder)
    if explain is not None:
        from careerpath.catalog.names import resolve_role

        explain = resolve_role(catalog, explain).id
    answers, last = stored_answers_and_result(catalog, name)
    options = ResultOptions(show_all=show_all, explain=explain, as_json=as_json, last=last)
    print_result("results", catalog, answers, name, options)
