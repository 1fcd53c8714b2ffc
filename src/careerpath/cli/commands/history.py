"""`careerpath history`: results of the past, and progress."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from careerpath.cli.options import DEFAULT_PROFILE, CatalogOption, JsonOption, new_app, open_catalog

if TYPE_CHECKING:
    from careerpath.errors import UsageError
    from careerpath.model.catalog import Catalog
    from careerpath.model.profile import StoredResult

app = new_app()


@app.command()
def history(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[NAME] [ROLE ...]", help="The profile, and the roles to look at.", show_default=False),
    ] = None,
    as_json: JsonOption = False,
    catalog_folder: CatalogOption = None,
) -> None:
    """Show progress: readiness over time, what changed, and whether it is more than the noise of self-ratings.

    Without roles those that are first today are shown. A result is kept whenever answers change, and compared with the
    catalogue of today.

    Examples: careerpath history; careerpath history me "product manager"; careerpath history anna --json
    """
    from careerpath.catalog.names import resolve_role
    from careerpath.cli.outcome import emit
    from careerpath.render.data.history import history_data
    from careerpath.scoring.table import build_table

    catalog = open_catalog(catalog_folder)
    name, *roles = names or [DEFAULT_PROFILE]
    results = _results(catalog, name)
    named = list(dict.fromkeys(resolve_role(catalog, role).id for role in roles))
    data = history_data(catalog, build_table(catalog), name, results, named)
    if as_json:
        emit("history", data)
        return
    from careerpath.cli.screen import show
    from careerpath.render.text.history import history_view

    show(lambda options: history_view(data, options))


def _results(catalog: Catalog, name: str) -> tuple[StoredResult, ...]:
    from careerpath.cli.storing import open_store
    from careerpath.store.names import check_profile_name

    with open_store(create=False) as store:
        results = store.results(name)
        known = [entry.name for entry in store.profiles()]
    if check_profile_name(name) not in known:
        raise _no_profile(catalog, name, known)
    return results


def _no_profile(catalog: Catalog, name: str, known: list[str]) -> UsageError:
    """The failure that says what profiles there are; who names a role alone is told where it goes."""
    from careerpath.catalog.names import resolve_role
    from careerpath.cli.profiles import unknown_profile
    from careerpath.errors import Problem, UsageError

    if name == DEFAULT_PROFILE:  # a short name, which may be the beginning of a role too
        return unknown_profile(name, known)
    try:
        role = resolve_role(catalog, name).id
    except UsageError:
        return unknown_profile(name, known)
    message = f"there is no profile '{name[:64]}'."
    hint = f"The role comes after the profile: careerpath history {DEFAULT_PROFILE} {role}"
    return UsageError(Problem(code="unknown-profile", message=message, hint=hint))
