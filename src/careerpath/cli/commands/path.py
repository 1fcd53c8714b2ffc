"""`careerpath path`: the best routes over roles."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from careerpath.cli.options import CatalogOption, JsonOption, new_app, open_catalog

if TYPE_CHECKING:
    from careerpath.model.answers import Answers
    from careerpath.model.catalog import Catalog
    from careerpath.pathways.routes import Routes

app = new_app()

MOST_ROUTES = 10


class Measure(StrEnum):
    """What makes a route the best."""

    hours = "hours"
    years = "years"
    moves = "moves"


@app.command()
def path(  # noqa: PLR0913, PLR0917 (one parameter an option)
    roles: Annotated[
        list[str], typer.Argument(metavar="[FROM] TO", help="The role to get to, and the one to start from if not you.")
    ],
    profile: Annotated[
        str | None,
        typer.Option("--profile", metavar="NAME", help="Start from this profile. [default without FROM: me]"),
    ] = None,
    answers: Annotated[
        str | None, typer.Option("--answers", metavar="FILE", help="Start from this answers file; - is stdin.")
    ] = None,
    by: Annotated[Measure, typer.Option("--by", help="What the best route has least of.")] = Measure.hours,
    routes: Annotated[int, typer.Option("--routes", metavar="N", min=1, max=MOST_ROUTES, help="So many routes.")] = 3,
    as_json: JsonOption = False,
    catalog_folder: CatalogOption = None,
) -> None:
    """Find the best routes over roles, from you or from a role, with what each move needs and brings.

    Examples: careerpath path "product manager"; careerpath path marketing product --by years --json
    """
    from careerpath.cli.outcome import emit
    from careerpath.render.data.path import path_data

    catalog = open_catalog(catalog_folder)
    found, used = _find(catalog, roles, (profile, answers), by, routes)
    data = path_data(catalog, found, by.value, used)
    if as_json:
        emit("path", data)
        return
    from careerpath.cli.screen import show
    from careerpath.render.text.path import path_view

    show(lambda options: path_view(data, catalog, options))


def _find(
    catalog: Catalog, names: list[str], person: tuple[str | None, str | None], by: Measure, count: int
) -> tuple[Routes, str | None]:
    """The routes, and the profile that they start from, if any; `person` is a profile or an answers file."""
    from careerpath.catalog.names import resolve_role
    from careerpath.pathways.routes import RouteFinder
    from careerpath.scoring.table import build_table

    *sources, target = _check_roles(names, has_person=person != (None, None))
    goal = resolve_role(catalog, target)
    source = resolve_role(catalog, sources[0]) if sources else None
    if source is goal:
        raise _usage("same-role", f"the route would lead from {goal.id} to itself.", "Name two different roles.")
    finder = RouteFinder(catalog, build_table(catalog), goal.id, by.value)
    if source is not None:
        return finder.from_role(source.id, count), None
    answers, used = _person(catalog, *person)
    if answers.background.get("current_role") == goal.id:
        raise _usage("same-role", f"you are {goal.id} already, by your answers.", "Name another role.")
    return finder.from_person(answers, count), used


def _check_roles(roles: list[str], *, has_person: bool) -> list[str]:
    most = len(("FROM", "TO"))
    if len(roles) > most:
        message = f"a route leads from one role to one other; these are {len(roles)}."
        raise _usage("path-roles", message, "For example: careerpath path marketing product")
    if len(roles) == most and has_person:
        message = "a route starts from a role or from a person, not from both."
        raise _usage("two-starts", message, "Leave out FROM, or --profile and --answers.")
    return roles


def _person(catalog: Catalog, profile: str | None, file: str | None) -> tuple[Answers, str | None]:
    """The answers to start from, and the name of their profile; the default profile if no option names any."""
    from careerpath.cli.options import DEFAULT_PROFILE
    from careerpath.cli.people import answers_of

    name = profile if profile is not None or file is not None else DEFAULT_PROFILE
    given = answers_of(catalog, name, file)
    if given is None:
        raise _usage("no-start", "there is nobody to start from.", "Name a role, a profile or an answers file.")
    return given, name


def _usage(code: str, message: str, hint: str) -> Exception:
    from careerpath.errors import Problem, UsageError

    return UsageError(Problem(code=code, message=message, hint=hint))
