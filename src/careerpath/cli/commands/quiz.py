"""`careerpath quiz`: asks, scores, and says what follows."""

from __future__ import annotations

from typing import Annotated

import typer

from careerpath.cli.options import DEFAULT_PROFILE, CatalogOption, JsonOption, new_app, open_catalog

app = new_app()


@app.command()
def quiz(  # noqa: PLR0913, PLR0917 (one parameter an option)
    answers: Annotated[
        str | None,
        typer.Option("--answers", metavar="FILE", help="Take the answers from this file (YAML or JSON; - is stdin)."),
    ] = None,
    template: Annotated[bool, typer.Option("--template", help="Print an answers file to fill in.")] = False,
    profile: Annotated[
        str, typer.Option("--profile", metavar="NAME", help="Store the answers under this name.")
    ] = DEFAULT_PROFILE,
    no_save: Annotated[bool, typer.Option("--no-save", help="Store nothing.")] = False,
    restart: Annotated[bool, typer.Option("--restart", help="Begin anew, even if a quiz was interrupted.")] = False,
    plain: Annotated[bool, typer.Option("--plain", help="Numbered choices, no redrawing, plain characters.")] = False,
    show_all: Annotated[bool, typer.Option("--all", help="Show every role, not the first ten.")] = False,
    explain: Annotated[
        str | None, typer.Option("--explain", metavar="ROLE", help="Show every point of the score of this role.")
    ] = None,
    as_json: JsonOption = False,
    catalog_folder: CatalogOption = None,
) -> None:
    """Answer questions, and see which roles suit you and what to do next.

    Examples: careerpath quiz; careerpath quiz --template > me.yaml; careerpath quiz --answers me.yaml --json
    """
    catalog = open_catalog(catalog_folder)
    if template:
        from careerpath.answers.write import answers_text

        typer.echo(answers_text(catalog), nl=False)
        return
    from careerpath.cli.answering import ask_person, save_answers
    from careerpath.cli.results import ResultOptions, print_result

    if answers is not None:
        from careerpath.answers.read import read_answers

        given = read_answers(answers, catalog)
        if not no_save:
            save_answers(catalog, profile, given)
    else:
        given = ask_person(catalog, None if no_save else profile, restart=restart, plain=plain)
    options = ResultOptions(show_all=show_all, explain=explain, as_json=as_json, plain=plain)
    print_result("quiz", catalog, given, None if no_save else profile, options)
