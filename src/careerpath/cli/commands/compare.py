"""`careerpath compare`: roles side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from careerpath.cli.options import CatalogOption, JsonOption, new_app, open_catalog

if TYPE_CHECKING:
    from careerpath.model.answers import Answers
    from careerpath.model.catalog import Catalog
    from careerpath.model.role import Role
    from careerpath.render.data.person import PersonData

app = new_app()

MOST = 6


@app.command()
def compare(
    roles: Annotated[list[str], typer.Argument(metavar="A B [C ...]", help="Two to six roles.")],
    profile: Annotated[
        str | None, typer.Option("--profile", metavar="NAME", help="Say where this profile stands.")
    ] = None,
    answers: Annotated[
        str | None, typer.Option("--answers", metavar="FILE", help="The same for an answers file; - is stdin.")
    ] = None,
    as_json: JsonOption = False,
    catalog_folder: CatalogOption = None,
) -> None:
    """Compare roles: work, requirements, pay, ladder, and the way between them.

    With a profile also: where you stand in each, and a verdict that is no more certain than your answers are.

    Examples: careerpath compare marketing product; careerpath compare pm po --profile me --json
    """
    from careerpath.cli.outcome import emit
    from careerpath.cli.people import answers_of
    from careerpath.render.data.comparison import comparison_data
    from careerpath.scoring.table import build_table

    catalog = open_catalog(catalog_folder)
    chosen = _choose(catalog, roles)
    given = answers_of(catalog, profile, answers)
    person = None if given is None else _stand(catalog, given, [role.id for role in chosen], profile)
    data = comparison_data(catalog, build_table(catalog, {role.id for role in chosen}), chosen, person)
    if as_json:
        emit("compare", data)
        return
    from careerpath.cli.screen import show
    from careerpath.render.text.comparison import comparison_view

    show(lambda options: comparison_view(data, catalog, options))


def _choose(catalog: Catalog, names: list[str]) -> list[Role]:
    from careerpath.catalog.names import resolve_role
    from careerpath.errors import Problem, UsageError

    chosen = list({role.id: role for role in (resolve_role(catalog, name) for name in names)}.values())
    if 1 < len(chosen) <= MOST:
        return chosen
    found = ", ".join(role.id for role in chosen)
    raise UsageError(
        Problem(
            code="compare-count",
            message=f"a comparison needs two to {MOST} different roles; these are {len(chosen)}: {found}.",
            hint="For example: careerpath compare marketing product",
        )
    )


def _stand(catalog: Catalog, answers: Answers, roles: list[str], profile: str | None) -> PersonData:
    """Where the person stands; the only part of a comparison that draws, and so needs numpy."""
    from careerpath.pathways.standing import compare_standing
    from careerpath.render.data.person import person_data
    from careerpath.scoring.assess import assess
    from careerpath.scoring.table import build_table

    table = build_table(catalog)
    assessment = assess(catalog, answers, table=table)
    return person_data(catalog, assessment, compare_standing(catalog, table, answers, roles), roles, profile)
