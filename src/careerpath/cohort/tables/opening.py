"""Which kind of table a file is, by the end of its name."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from careerpath.disk.looking import look
from careerpath.errors import InvalidInputError, Location, Problem, UsageError

if TYPE_CHECKING:
    from careerpath.cohort.tables.block import Table
    from careerpath.model.catalog import Catalog

Format = Literal["csv", "jsonl", "parquet"]

FORMATS: Final[dict[str, Format]] = {
    ".csv": "csv",
    ".tsv": "csv",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".parquet": "parquet",
    ".pq": "parquet",
}


def format_of(name: str) -> Format:
    """The format that the name of a file says.

    Raises:
        UsageError: it says none.
    """
    found = FORMATS.get(Path(name).suffix.lower())
    if found is None:
        message = f"the end of '{name[-60:]}' says no format."
        hint = f"Tables of people end in {', '.join(FORMATS)}."
        raise UsageError(Problem(code="unknown-format", message=message, hint=hint))
    return found


def open_table(name: str, catalog: Catalog) -> Table:
    """The table in a file.

    Raises:
        UsageError: the name says no format.
        InvalidInputError: it cannot be read, or holds no people.
    """
    kind = format_of(name)
    path = Path(name)
    _check_readable(path)
    match kind:
        case "csv":
            from careerpath.cohort.tables.delimited import DelimitedTable  # noqa: PLC0415 (each loads its own reader)

            return DelimitedTable(path, catalog)
        case "jsonl":
            from careerpath.cohort.tables.json_lines import JsonLinesTable  # noqa: PLC0415

            return JsonLinesTable(path, catalog)
        case "parquet":
            from careerpath.cohort.tables.parquet import ParquetTable  # noqa: PLC0415

            return ParquetTable(path, catalog)


def _check_readable(path: Path) -> None:
    place = Location(file=str(path))
    hint = "Give a file of people: 'careerpath cohort --template' prints a first line for one."
    try:
        found = look(path)
        if found is None or not stat.S_ISREG(found.st_mode):
            what = "there is no such file." if found is None else "this is not a file."
            raise InvalidInputError(Problem(code="not-a-file", message=what, hint=hint, location=place))
        path.open("rb").close()
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        message = f"this file cannot be read: {reason}."
        raise InvalidInputError(Problem(code="unreadable", message=message, hint=hint, location=place)) from None
