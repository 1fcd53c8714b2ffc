"""`careerpath roles`: the roles of the catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from careerpath.cli.options import CatalogOption, JsonOption, new_app, open_catalog

if TYPE_CHECKING:
    from careerpath.model.catalog import Catalog

app = new_app()


@app.command()
def roles(
    track: Annotated[str | None, typer.Option("--track", metavar="TRACK", help="Only the roles of this track.")] = None,
    as_json: JsonOption = False,
    catalog_folder: CatalogOption = None,
) -> None:
    """List the roles, by track and rung.

    Examples: careerpath roles; careerpath roles --track product; careerpath roles --json
    """
    from careerpath.cli.outcome import emit
    from careerpath.render.data.roles import RolesData, role_summary

    catalog = open_catalog(catalog_folder)
    if track is not None:
        track = _known_track(catalog, track)
    tracks = [entry.id for entry in catalog.tracks]
    listed = sorted(
        (role for role in catalog.roles if track in (None, role.track)),
        key=lambda role: (tracks.index(role.track), catalog.rung_order[role.rung], role.title),
    )
    data = RolesData(roles=tuple(role_summary(catalog, role) for role in listed))
    if as_json:
        emit("roles", data)
        return
    from careerpath.cli.screen import show
    from careerpath.render.text.roles import roles_view

    show(lambda options: roles_view(data, catalog, options))


def _known_track(catalog: Catalog, name: str) -> str:
    from careerpath.catalog.names import folded
    from careerpath.errors import Problem, UsageError

    for track in catalog.tracks:
        if folded(name) in (folded(track.id), folded(track.label)):
            return track.id
    known = ", ".join(track.id for track in catalog.tracks)
    raise UsageError(
        Problem(code="unknown-track", message=f"there is no track '{name[:60]}'.", hint=f"Known: {known}.")
    )
