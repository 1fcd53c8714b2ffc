"""The way in: the catalogue that a person works with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.catalog.compiled import read_copy, write_copy
from careerpath.catalog.source import Source, read_folder, read_shipped

if TYPE_CHECKING:
    from pathlib import Path

    from careerpath.model.catalog import Catalog


def load_catalog(folder: Path | None = None, *, keep_copy: bool = True) -> Catalog:
    """The catalogue in a folder, or the shipped one.

    With `keep_copy`, a compiled copy of it is kept for the next time; nothing is written without.

    Raises:
        UsageError: there is no catalogue in the folder.
        InvalidInputError: with every problem of its files.
    """
    source = read_shipped() if folder is None else read_folder(folder)
    return _compiled(source, keep_copy=keep_copy)


def _compiled(source: Source, *, keep_copy: bool) -> Catalog:
    key = source.key
    catalog = read_copy(key)
    if catalog is None:
        from careerpath.catalog.read import read_catalog  # noqa: PLC0415 (YAML is read only where it has changed)

        catalog = read_catalog(source)
        if keep_copy:
            write_copy(key, catalog)
    return catalog
