"""`careerpath what-if`: what other levels would change, and what would bring a role to the top."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from careerpath.cli.options import CatalogOption, JsonOption, new_app, open_catalog

app = new_app()

By = Literal["hours", "steps"]


@app.command("what-if")
def what_if(  # noqa: PLR0913, PLR0917 (one parameter an option)
    raises: Annotated[
        list[str] | None,
        typer.Argument(metavar="[SKILL=LEVEL ...]", help="Levels to suppose (0 to 4, or their names)."),
    ] = None,
    goal: Annotated[
        str | None, typer.Option("--goal", metavar="ROLE", help="Find the cheapest raises for this role instead.")
    ] = None,
    top: Annotated[bool, typer.Option("--top", help="With --goal: make it first (the default).")] = False,
    ready: Annotated[bool, typer.Option("--ready", help="With --goal: make it 'ready now'.")] = False,
    by: Annotated[By, typer.Option("--by", help="With --goal: the fewest hours of learning, or steps of level.")] = (
        "hours"
    ),
    profile: Annotated[str | None, typer.Option("--profile", metavar="NAME", help="The profile (default: me).")] = None,
    answers: Annotated[
        str | None, typer.Option("--answers", metavar="FILE", help="Take the answers from this file (- is stdin).")
    ] = None,
    as_json: JsonOption = False,
    catalog_folder: CatalogOption = None,
) -> None:
    """See what other skill levels would change, or what it takes for a role to come first.

    First means listed first: of roles with the same match, the one on the lowest rung.

    Examples: careerpath what-if seo=3 writing=expert; careerpath what-if --goal "product manager" --ready --by steps
    """
    from careerpath.cli.outcome import emit
    from careerpath.cli.what_if import goal_data, pairs_data, whose_answers

    _check(raises, goal, top=top, ready=ready)
    catalog = open_catalog(catalog_folder)
    given, name = whose_answers(catalog, profile, answers)
    if goal is not None:
        data = goal_data(catalog, given, name, goal, aim="ready" if ready else "top", by=by)
    else:
        data = pairs_data(catalog, given, name, raises or [])
    if as_json:
        emit("what-if", data)
        return
    from careerpath.cli.screen import show
    from careerpath.render.text.what_if import what_if_view

    show(lambda options: what_if_view(data, options))


def _check(raises: list[str] | None, goal: str | None, *, top: bool, ready: bool) -> None:
    from careerpath.errors import Problem, UsageError

    message = None
    if raises and goal is not None:
        message = "either say levels or a goal, not both."
    elif not raises and goal is None:
        message = "say at least one SKILL=LEVEL, or --goal ROLE."
    elif top and ready:
        message = "either --top or --ready, not both."
    elif (top or ready) and goal is None:
        message = "--top and --ready need --goal ROLE."
    if message:
        hint = "For example: careerpath what-if seo=3, or careerpath what-if --goal 'product manager'"
        raise UsageError(Problem(code="what-if-use", message=message, hint=hint))
