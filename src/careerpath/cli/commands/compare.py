"""`careerpath compare`: roles side by side."""

from __future__ import annotations

from typing import Annotated

import typer

from careerpath.cli.options import CatalogOption, JsonOption, new_app, open_catalog

app = new_app()

MOST = 6


@app.command()
def compare(
    roles: Annotated[list[str], typer.Argument(metavar="A B [C ...]", help="Two to six roles.")],
    as_json: JsonOption = False,
    catalog_folder: CatalogOption = None,
) -> None:
    """Compare roles: work, requirements, pay, ladder, and the way between them.

    Examples: careerpath compare marketing product; careerpath compare pm po tpm --json
    """
    from careerpath.catalog.names import resolve_role
    from careerpath.cli.outcome import emit
    from careerpath.errors import Problem, UsageError
    from careerpath.render.data.comparison import comparison_data
    from careerpath.scoring.table import build_table

    catalog = open_catalog(catalog_folder)
    chosen = list({role.id: role for role in (resolve_role(catalog, name) for name in roles)}.values())
    if not 1 < len(chosen) <= MOST:
        found = ", ".join(role.id for role in chosen)
        raise UsageError(
            Problem(
                code="compare-count",
                message=f"a comparison needs two to {MOST} different roles; these are {len(chosen)}: {found}.",
                hint="For example: careerpath compare marketing product",
            )
        )
    data = comparison_data(catalog, build_table(catalog, {role.id for role in chosen}), chosen)
    if as_json:
        emit("compare", data)
        return
    from careerpath.cli.screen import show
    from careerpath.render.text.comparison import comparison_view

    show(lambda options: comparison_view(data, catalog, options))
