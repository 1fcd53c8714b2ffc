"""`careerpath catalog`: for who keeps a catalogue."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from careerpath.cli.options import CatalogOption, JsonOption, new_app, open_catalog

app = new_app(no_args_is_help=True, help="Check a catalogue, and see what it rests on.")


@app.command()
def check(
    folder: Annotated[
        Path | None, typer.Argument(metavar="[DIR]", help="The catalogue's folder; without, the one in use.")
    ] = None,
    as_json: JsonOption = False,
    catalog_folder: CatalogOption = None,
) -> None:
    """Check a catalogue; list every problem with its place and how to mend it.

    Exit code 3 if there is a problem.

    Examples: careerpath catalog check; careerpath catalog check my-catalog --json
    """
    from careerpath.catalog.read import read_catalog
    from careerpath.catalog.source import read_folder, read_shipped
    from careerpath.cli.outcome import emit
    from careerpath.cli.saying import say
    from careerpath.render.data.sources import check_data
    from careerpath.render.text.sources import contents

    chosen = folder or catalog_folder
    data = check_data(read_catalog(read_folder(chosen) if chosen else read_shipped()))
    if as_json:
        emit("catalog-check", data)
    else:
        say(f"{data.catalog.name} {data.catalog.version} is sound: {', '.join(contents(data))}.")


@app.command()
def sources(as_json: JsonOption = False, catalog_folder: CatalogOption = None) -> None:
    """Show the documents, and how many claims each role rests on.

    Examples: careerpath catalog sources; careerpath catalog sources --json
    """
    from careerpath.cli.outcome import emit
    from careerpath.render.data.sources import sources_data

    catalog = open_catalog(catalog_folder)
    data = sources_data(catalog)
    if as_json:
        emit("catalog-sources", data)
        return
    from careerpath.cli.screen import show
    from careerpath.render.text.sources import sources_view

    show(lambda options: sources_view(catalog, options))


@app.command()
def conflicts(as_json: JsonOption = False, catalog_folder: CatalogOption = None) -> None:
    """Show where the documents disagree, and what careerpath makes of it.

    Examples: careerpath catalog conflicts; careerpath catalog conflicts --json
    """
    from careerpath.cli.outcome import emit
    from careerpath.render.data.sources import conflicts_data

    catalog = open_catalog(catalog_folder)
    data = conflicts_data(catalog)
    if as_json:
        emit("catalog-conflicts", data)
        return
    from careerpath.cli.screen import show
    from careerpath.render.text.sources import conflicts_view

    show(lambda options: conflicts_view(catalog, options))


@app.command()
def lint(
    folder: Annotated[
        Path | None, typer.Argument(metavar="[DIR]", help="The catalogue's folder; without, the one in use.")
    ] = None,
    as_json: JsonOption = False,
    catalog_folder: CatalogOption = None,
) -> None:
    """Look a sound catalogue over for what may be wrong with it: roles too alike, gaps, things that nothing uses.

    Exit code 3 if there is a finding that lint.yaml does not explain.

    Examples: careerpath catalog lint; careerpath catalog lint my-catalog --json
    """
    from careerpath.catalog.linting.lint import lint as lint_catalog
    from careerpath.catalog.linting.report import report_text
    from careerpath.catalog.source import read_folder, read_shipped
    from careerpath.cli.outcome import ExitCode, emit
    from careerpath.cli.saying import say
    from careerpath.errors import InvalidInputError
    from careerpath.render.data.lint import lint_data

    chosen = folder or catalog_folder
    report = lint_catalog(read_folder(chosen) if chosen else read_shipped())
    if not as_json:
        say(*report_text(report).split("\n"))
        raise typer.Exit(ExitCode.INVALID_INPUT if report.problems else ExitCode.DONE)
    if report.problems:
        raise InvalidInputError(*report.problems)
    emit("catalog-lint", lint_data(report))


@app.command()
def evaluate(
    people: Annotated[
        int,
        typer.Option("--people", metavar="N", min=10, max=10_000, help="Simulated people of each role and population."),
    ] = 200,
    as_json: JsonOption = False,
    catalog_folder: CatalogOption = None,
) -> None:
    """Measure how good the advice is, on simulated people: takes up to a minute.

    Does the right role come first; what can one answer change; are the stated chances right?

    Examples: careerpath catalog evaluate; careerpath catalog evaluate --people 50 --json
    """
    import sys

    from careerpath.cli.outcome import emit
    from careerpath.cli.saying import line_width
    from careerpath.evaluation.chapters import evaluate as measure
    from careerpath.evaluation.chapters import tell
    from careerpath.evaluation.section import to_text
    from careerpath.evaluation.size import DRAWS, Size
    from careerpath.render.data.evaluation import evaluation_data

    catalog = open_catalog(catalog_folder)
    figures = measure(catalog, Size(people=people, draws=DRAWS))
    if as_json:
        emit("catalog-evaluate", evaluation_data(catalog, figures))
    else:
        sys.stdout.write(to_text(tell(figures), line_width()))
