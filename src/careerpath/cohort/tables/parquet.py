"""Tables of people as Parquet: a column for each question, or structures `background`, `skills` and `likes`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np
import pyarrow as pa
from pyarrow import parquet

from careerpath.answers.names import SECTIONS
from careerpath.cohort.columns import SEPARATOR, find_columns
from careerpath.cohort.tables.block import Block, People
from careerpath.errors import InvalidInputError, Location, Problem

if TYPE_CHECKING:
    from collections.abc import Container, Iterator
    from pathlib import Path

    from careerpath.model.catalog import Catalog

BLOCK_PEOPLE: Final = 65_536
BLOCK_BYTES: Final = 64 * 1024 * 1024
"""A block has fewer people where these would take more than this, unpacked: small files can hold much that is alike."""


class ParquetTable:
    """A table in a Parquet file; see `tables.block.Table`. The lines are its rows."""

    def __init__(self, path: Path, catalog: Catalog) -> None:
        self._path = path
        try:
            self._file = parquet.ParquetFile(path)
            # A text that many people have is kept once, as the file has it.
            texts = [leaf.path for leaf in _leaves(self._file) if leaf.physical_type == "BYTE_ARRAY"]
            self._file = parquet.ParquetFile(path, read_dictionary=texts)
        except (pa.ArrowException, OSError) as error:
            raise _broken(path, error) from None
        self.columns = find_columns(catalog, _column_names(self._file.schema_arrow), Location(file=str(path)))
        self.weight = self._file.metadata.num_rows
        self.first_line = 1

    def blocks(self, done: Container[int]) -> Iterator[Block]:
        """All blocks in order: each row group by itself, so that one that is done need not be read."""
        number = 0
        for group in range(self._file.num_row_groups):
            people = self._file.metadata.row_group(group).num_rows
            most = self._most_people(group)
            sizes = [min(most, people - start) for start in range(0, people, most)]
            numbers = range(number, number + len(sizes))
            number = numbers.stop
            if all(block in done for block in numbers):
                yield from (Block(block, size, None) for block, size in zip(numbers, sizes, strict=True))
                continue
            for block, size, batch in zip(numbers, sizes, self._batches(group, most), strict=True):
                yield Block(block, size, None if block in done else partial(self._people, batch))

    def _most_people(self, group: int) -> int:
        """How many people of a row group are read at a time."""
        of_file = self._file.metadata.row_group(group)
        used = tuple(f"{name}." for name in self.columns.used)
        unpacked = sum(
            of_file.column(number).total_uncompressed_size
            for number in range(of_file.num_columns)
            if f"{of_file.column(number).path_in_schema}.".startswith(used)
        )
        each: int = unpacked // max(of_file.num_rows, 1) + 1
        return min(BLOCK_PEOPLE, max(BLOCK_BYTES // each, 1))

    def _batches(self, group: int, most: int) -> Iterator[pa.RecordBatch]:
        try:
            yield from self._file.iter_batches(most, row_groups=[group], columns=list(self.columns.used))
        except (pa.ArrowException, OSError) as error:
            raise _broken(self._path, error) from None

    def _people(self, batch: pa.RecordBatch) -> People:
        columns: dict[str, pa.Array] = {}
        for field, column in zip(batch.schema, batch.columns, strict=True):
            if _is_part(field):
                inner = (f"{field.name}{SEPARATOR}{child.name}" for child in field.type)
                columns.update(zip(inner, column.flatten(), strict=True))
            else:
                columns[field.name] = column
        used = list(self.columns.used)
        flat = pa.RecordBatch.from_arrays([columns[name] for name in used], names=used)
        return People(flat, np.arange(len(flat)), len(flat), [])


def _leaves(file: parquet.ParquetFile) -> Iterator[parquet.ColumnSchema]:
    """The columns as they are stored: of structures and lists, what is inside."""
    return (file.schema.column(number) for number in range(len(file.schema)))


def _column_names(schema: pa.Schema) -> list[str]:
    """The names of the columns; of a structure, of those inside."""
    names: list[str] = []
    for field in schema:
        inner = [f"{field.name}{SEPARATOR}{child.name}" for child in field.type] if _is_part(field) else [field.name]
        names.extend(inner)
    return names


def _is_part(field: pa.Field) -> bool:
    return field.name in SECTIONS and pa.types.is_struct(field.type)


def _broken(path: Path, error: Exception) -> InvalidInputError:
    message = f"this is no whole Parquet file: {str(error).splitlines()[0].rstrip('.')}."
    hint = "Write it again, or give the table as CSV or JSON Lines."
    return InvalidInputError(Problem(code="not-parquet", message=message, hint=hint, location=Location(file=str(path))))
