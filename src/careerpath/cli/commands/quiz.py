"""`careerpath quiz`: asks, scores, and says what follows."""

from __future__ import annotations

from typing import Annotated

import typer

from careerpath.cli.options import CatalogOption, JsonOption, new_app, open_catalog
from careerpath.quiz.guide import Mode  # noqa: TC001 (Typer needs it at run time)

app = new_app()


@app.command()
def quiz(  # noqa: PLR0913, PLR0917 (one parameter an option)
    answers: Annotated[
        str | None,
        typer.Option("--answers", metavar="FILE", help="Take the answers from this file (YAML or JSON; - is stdin)."),
    ] = None,
    template: Annotated[bool, typer.Option("--template", help="Print an answers file to fill in.")] = False,
    profile: Annotated[
        str | None, typer.Option("--profile", metavar="NAME", help="Store the answers under this name (default: me).")
    ] = None,
    no_save: Annotated[bool, typer.Option("--no-save", help="Store nothing.")] = False,
    restart: Annotated[bool, typer.Option("--restart", help="Begin anew, even if a quiz was interrupted.")] = False,
    mode: Annotated[
        Mode | None,
        typer.Option("--mode", help="quick: until it is sure; certified: until it is proven; full: everything."),
    ] = None,
    sure: Annotated[
        int | None,
        typer.Option("--sure", min=50, max=99, help="How sure quick has to be, in percent (90 if you do not say)."),
    ] = None,
    max_questions: Annotated[
        int | None, typer.Option("--max-questions", min=1, help="At most so many questions on skills and likes.")
    ] = None,
    why: Annotated[bool, typer.Option("--why", help="Show afterwards what each question decided between.")] = False,
    plain: Annotated[bool, typer.Option("--plain", help="Numbered choices, no redrawing, plain characters.")] = False,
    show_all: Annotated[bool, typer.Option("--all", help="Show every role, not the first ten.")] = False,
    explain: Annotated[
        str | None, typer.Option("--explain", metavar="ROLE", help="Show every point of the score of this role.")
    ] = None,
    as_json: JsonOption = False,
    catalog_folder: CatalogOption = None,
) -> None:
    """Answer questions, and see which roles suit you and what to do next.

    Ctrl-C stops it at any time; the next quiz goes on from there.

    Examples: careerpath quiz; careerpath quiz --mode certified; careerpath quiz --template > me.yaml;
    careerpath quiz --answers me.yaml --json
    """
    from careerpath.cli.quizzing import QuizRequest, run_quiz

    request = QuizRequest(
        answers=answers,
        template=template,
        profile=profile,
        no_save=no_save,
        restart=restart,
        mode=mode,
        sure=sure,
        max_questions=max_questions,
        why=why,
        plain=plain,
        show_all=show_all,
        explain=explain,
        as_json=as_json,
    )
    request.check()
    run_quiz(open_catalog(catalog_folder, keep_copy=not no_save), request)
