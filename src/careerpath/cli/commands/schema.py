"""`careerpath schema`: the JSON Schemas of what careerpath prints and reads."""

from __future__ import annotations

from typing import Annotated

import typer

from careerpath.cli.options import JsonOption, new_app

app = new_app()


@app.command()
def schema(
    kind: Annotated[
        str | None, typer.Argument(metavar="[KIND]", help="A kind of output, or a file of a catalogue.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Print the JSON Schema of an output or of a file; without KIND, list them.

    Examples: careerpath schema; careerpath schema quiz; careerpath schema roles.yaml > roles.schema.json
    """
    from careerpath.cli.outcome import emit, write_stdout
    from careerpath.cli.saying import say_beside
    from careerpath.cli.schema_files import read_schema, resolve_kind
    from careerpath.render.data.schema_list import schema_data, schemas_data

    if kind is not None:
        found = resolve_kind(kind)
        text = read_schema(found)
        if as_json:
            emit("schema", schema_data(found, text))
        else:
            write_stdout(text)
        return
    data = schemas_data()
    if as_json:
        emit("schema-list", data)
        return
    column = max(len(entry.kind) for entry in data.schemas) + 2
    for entry in data.schemas:
        say_beside(entry.kind, entry.title.replace("`", ""), column)
