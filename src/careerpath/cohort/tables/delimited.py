"""Tables of people as CSV: with commas, or with semicolons or tabs if the first line has those."""

from __future__ import annotations

import csv
import io
from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np
import pyarrow as pa
from pyarrow import csv as arrow_csv

from careerpath.cohort.columns import ID, find_columns
from careerpath.cohort.tables.block import Block, People, Reject
from careerpath.cohort.tables.lines import (
    MOST_LINE_BYTES,
    MOST_RECORD_LINES,
    after_last_record,
    line_blocks,
    long_line,
    skip_byte_order_mark,
)
from careerpath.errors import InvalidInputError, Location, Problem

if TYPE_CHECKING:
    from collections.abc import Container, Iterator
    from pathlib import Path
    from typing import BinaryIO

    from careerpath.model.catalog import Catalog

DELIMITERS: Final = ",;\t"
NAMES = pa.dictionary(pa.int32(), pa.binary())


class DelimitedTable:
    """A table in a CSV file; see `tables.block.Table`."""

    def __init__(self, path: Path, catalog: Catalog) -> None:
        self._path = path
        self._file = str(path)
        with path.open("rb") as file:
            skip_byte_order_mark(file)
            header = _header_record(file, self._file)
            self._start = file.tell()
        self._delimiter, self._names = _header(header, self._file)
        self.columns = find_columns(catalog, self._names, Location(file=self._file, line=1))
        self.weight = path.stat().st_size - self._start
        self.first_line = 1 + header.count(b"\n")

    def blocks(self, done: Container[int]) -> Iterator[Block]:
        """All blocks in order."""
        with self._path.open("rb") as file:
            file.seek(self._start)
            for number, data in enumerate(line_blocks(file, self._file, self.weight, after_last_record)):
                # (bound to the data: the next block is read before this one is parsed)
                yield Block(number, len(data), None if number in done else partial(self.parse, data))

    def parse(self, data: bytes) -> People:
        """The people in some lines. Where the quick way does not account for every line, each is looked at."""
        try:
            return self._parse_quickly(data) or self._parse_each(data)
        except pa.ArrowInvalid:  # a row with too many values, in a block that is no text
            return self._parse_each(data)

    def _parse_quickly(self, data: bytes) -> People | None:
        """The people, if each line is one, or is set aside for its number of values; else None."""
        lines = data.count(b"\n") + (not data.endswith(b"\n"))
        rejects: list[Reject] = []

        def set_aside(row: arrow_csv.InvalidRow) -> str:
            rejects.append(Reject(row.number - 1, None, _wrong_count(row.expected_columns, row.actual_columns)))
            return "skip"

        table = arrow_csv.read_csv(
            pa.py_buffer(data),
            read_options=arrow_csv.ReadOptions(column_names=self._names, use_threads=False, block_size=len(data) + 1),
            parse_options=arrow_csv.ParseOptions(
                delimiter=self._delimiter, invalid_row_handler=set_aside if _is_text(data) else None
            ),
            convert_options=arrow_csv.ConvertOptions(
                column_types={name: pa.binary() if name == ID else NAMES for name in self.columns.used},
                include_columns=list(self.columns.used),
                check_utf8=False,
                strings_can_be_null=False,
            ),
        )
        if table.num_rows + len(rejects) != lines:
            return None
        kept = np.delete(np.arange(lines), [reject.line for reject in rejects])
        return People(_one_batch(table), kept, lines, rejects)

    def _parse_each(self, data: bytes) -> People:
        """The people in some lines, among which are empty ones, values of several lines, or quotes left open."""
        lines = [f"{line}\n" for line in data.removesuffix(b"\n").decode("utf-8", "surrogateescape").split("\n")]
        cells: list[list[str]] = []
        at: list[int] = []
        rejects: list[Reject] = []
        start = 0
        while start < len(lines):
            end = _record_end(lines, start)
            fields = self._fields(lines[start:end])
            if len(fields) == len(self._names):
                cells.append(fields)
                at.append(start)
            elif fields:
                end = start + 1
                rejects.append(Reject(start, None, _wrong_count(len(self._names), len(self._fields(lines[start:end])))))
            start = end
        columns = dict(zip(self._names, zip(*cells, strict=True), strict=True)) if cells else {}
        arrays = [
            pa.array([cell.encode("utf-8", "surrogateescape") for cell in columns.get(name, ())], pa.binary())
            for name in self.columns.used
        ]
        batch = pa.RecordBatch.from_arrays(arrays, names=list(self.columns.used))
        return People(batch, np.array(at, dtype=np.int64), len(lines), rejects)

    def _fields(self, lines: list[str]) -> list[str]:
        """The fields of one record; a field that is too long for any answer counts as broken off."""
        try:
            return next(csv.reader(lines, delimiter=self._delimiter), [])
        except csv.Error:
            return [""] * (len(self._names) - 1)


def _is_text(data: bytes) -> bool:
    """Whether all of it is UTF-8; the reader can tell of rows only then."""
    try:
        return data.isascii() or bool(data.decode())
    except UnicodeDecodeError:
        return False


def _record_end(lines: list[str], start: int) -> int:
    """The line after a record: its quotes are closed by then, or it is this line alone."""
    quotes = 0
    for end in range(start, min(start + MOST_RECORD_LINES, len(lines))):
        quotes += lines[end].count('"')
        if quotes % 2 == 0:
            return end + 1
    return start + 1


def _wrong_count(expected: int | None, actual: int | None) -> str:
    hint = "A value with a separator or a line break in it must stand in double quotes."
    return f"there are {actual} values in place of {expected}. {hint}"


def _one_batch(table: pa.Table) -> pa.RecordBatch:
    arrays = [column.combine_chunks() for column in table.columns]
    return pa.RecordBatch.from_arrays(arrays, names=table.column_names)


def _header_record(file: BinaryIO, name: str) -> bytes:
    """The first line, and the next ones as long as quotes are open; if nothing closes them, the first line alone.

    Raises:
        InvalidInputError: it is longer than a line may be.
    """
    record = file.readline(MOST_LINE_BYTES + 1)
    if len(record) > MOST_LINE_BYTES:
        raise long_line(name)
    alone, after_it = record, file.tell()
    for _ in range(MOST_RECORD_LINES):
        if record.count(b'"') % 2 == 0:
            return record
        record += file.readline(MOST_LINE_BYTES)
    file.seek(after_it)
    return alone


def _header(record: bytes, file: str) -> tuple[str, list[str]]:
    """The separator and the names in the first record.

    Raises:
        InvalidInputError: there is none, or it is no text.
    """

    def broken(code: str, message: str, hint: str) -> InvalidInputError:
        place = Location(file=file, line=1, column=1)
        return InvalidInputError(Problem(code=code, message=message, hint=hint, location=place))

    try:
        text = record.decode()
    except UnicodeDecodeError:
        raise broken("encoding", "the first line is not valid UTF-8.", "Save the table as CSV in UTF-8.") from None
    if not text.strip() or "\0" in text:
        message = "holds no names of columns" if "\0" in text else "is empty"
        raise broken("no-header", f"the first line {message}.", "'careerpath cohort --template' prints a first line.")
    delimiter = max(DELIMITERS, key=lambda mark: (text.count(mark), -DELIMITERS.index(mark)))
    try:
        names, *more = csv.reader(io.StringIO(text.rstrip("\r\n"), newline=""), delimiter=delimiter)
    except csv.Error:
        message = f"the name of a column is longer than {csv.field_size_limit():,} characters."
        raise broken("long-name", message, "Is this a table of people?") from None
    if more:
        message = "carriage returns alone end the lines."
        raise broken("line-ends", message, "Save the table as CSV in UTF-8, with line feeds at the ends of lines.")
    return delimiter, names
