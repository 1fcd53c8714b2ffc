"""`careerpath show`: everything about one role."""

from __future__ import annotations

from typing import Annotated

import typer

from careerpath.cli.options import CatalogOption, JsonOption, new_app, open_catalog

app = new_app()


@app.command()
def show(
    role: Annotated[str, typer.Argument(metavar="ROLE", help="A role: its id, title, alias, or the beginning of one.")],
    as_json: JsonOption = False,
    catalog_folder: CatalogOption = None,
) -> None:
    """Show everything about a role, each fact with its source.

    Examples: careerpath show "product owner"; careerpath show cmo --json
    """
    from careerpath.catalog.names import resolve_role
    from careerpath.cli.outcome import emit
    from careerpath.render.data.roles import role_data

    catalog = open_catalog(catalog_folder)
    data = role_data(catalog, resolve_role(catalog, role))
    if as_json:
        emit("show", data)
        return
    from careerpath.cli.screen import show as show_on_screen
    from careerpath.render.text.role import role_view

    show_on_screen(lambda options: role_view(data, catalog, options))
