"""Options and arguments that several commands share, and what becomes of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from careerpath.model.catalog import Catalog

JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON object instead of text.")]

CatalogOption = Annotated[
    Path | None,
    typer.Option(
        "--catalog",
        metavar="DIR",
        envvar="CAREERPATH_CATALOG",
        help="Use the catalogue in this folder instead of the shipped one.",
    ),
]

ProfileOption = Annotated[str, typer.Option("--profile", metavar="NAME", help="The profile to use.")]

DEFAULT_PROFILE = "me"


def new_app(**settings: Any) -> typer.Typer:
    """A Typer app with the looks of all commands: plain help, which reads well everywhere and loads nothing."""
    return typer.Typer(
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
        **settings,
    )


def open_catalog(folder: Path | None, *, keep_copy: bool = True) -> Catalog:
    """The catalogue that the options ask for; a compiled copy of it is kept unless nothing may be written."""
    from careerpath.catalog.load import load_catalog

    return load_catalog(folder, keep_copy=keep_copy)
