"""`careerpath verify`: whether a saved result follows from the answers inside it."""

from __future__ import annotations

from typing import Annotated

import typer

from careerpath.cli.options import CatalogOption, JsonOption, new_app, open_catalog

app = new_app()


@app.command()
def verify(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A result saved with --json; - is stdin.")],
    as_json: JsonOption = False,
    catalog_folder: CatalogOption = None,
) -> None:
    """Compute a saved result again from the answers inside it, and show every place where it differs.

    Exit code 3 if it differs, or if it was made from another catalogue.

    Examples: careerpath verify result.json; careerpath results --json | careerpath verify -
    """
    from careerpath.cli.outcome import emit
    from careerpath.cli.saying import say
    from careerpath.parsing.file import read_source
    from careerpath.verification.verify import verify as verify_result

    data = verify_result(*read_source(file), open_catalog(catalog_folder))
    if as_json:
        emit("verify", data)
        return
    say(
        f"holds: all {data.values:,} values follow from the answers inside and from the catalogue "
        f"{data.catalog.name} {data.catalog.version} (digest {data.catalog.digest[:12]}...)."
    )
    say("Not compared:")
    for entry in data.not_compared:
        say(f"  {entry.path}: {entry.why}", hanging=2)
