"""Results into files: a batch becomes bytes wherever it was scored, and one sink puts these together in their order."""

from __future__ import annotations

import io
import re
from contextlib import contextmanager
from itertools import pairwise
from typing import TYPE_CHECKING, Any, BinaryIO, Final, Protocol

import msgspec
import pyarrow as pa
import pyarrow.compute as pc
from pyarrow import csv as arrow_csv
from pyarrow import parquet

from careerpath.cohort.columns import ID

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerpath.cohort.tables.opening import Format

GAP_SEPARATOR: Final = "; "
FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""A spreadsheet takes a cell that begins so for a formula, unless it is a number."""

NUMBER: Final = r"^[+-]?[0-9]+([.,][0-9]+)?$"


class Sink(Protocol):
    """A file of results in the making."""

    def append(self, rendered: bytes) -> None:
        """Takes the next batch, as `render` made it."""


def render(batch: pa.RecordBatch, kind: Format) -> bytes:
    """A batch of results as bytes for the sink of a format."""
    match kind:
        case "csv":
            return _as_csv(batch)
        case "jsonl":
            row = msgspec.defstruct("Row", batch.schema.names, gc=False)  # (made and written much faster than a dict)
            return msgspec.json.Encoder().encode_lines(list(map(row, *map(_values, batch.columns))))
        case "parquet":
            stream = pa.BufferOutputStream()
            with pa.ipc.new_stream(stream, batch.schema) as writer:
                writer.write_batch(batch)
            return bytes(stream.getvalue())


@contextmanager
def open_sink(file: BinaryIO, schema: pa.Schema, kind: Format) -> Iterator[Sink]:
    """The sink that puts rendered batches into a file; what belongs at the end is written when it is left."""
    if kind == "parquet":
        with parquet.ParquetWriter(file, schema) as writer:
            yield _ParquetSink(writer)
    else:
        yield _TextSink(file, _header(schema) if kind == "csv" else b"")


class _TextSink:
    def __init__(self, file: BinaryIO, header: bytes) -> None:
        self._file = file
        file.write(header)

    def append(self, rendered: bytes) -> None:
        self._file.write(rendered)


class _ParquetSink:
    def __init__(self, writer: parquet.ParquetWriter) -> None:
        self._writer = writer

    def append(self, rendered: bytes) -> None:
        with pa.ipc.open_stream(pa.py_buffer(rendered)) as reader:
            for batch in reader:
                self._writer.write_batch(batch)


def _values(column: pa.Array) -> list[Any]:
    """As `column.to_pylist`, which makes an Arrow value of each before."""
    found: list[Any]
    if not column.null_count and pa.types.is_list(column.type):
        inner, ends = _values(column.values), column.offsets.to_numpy().tolist()
        found = [inner[start:end] for start, end in pairwise(ends)]
    elif not column.null_count and pa.types.is_dictionary(column.type):
        names = column.dictionary.to_pylist()
        found = [names[index] for index in column.indices.to_numpy().tolist()]
    elif not column.null_count and pa.types.is_primitive(column.type):
        found = column.to_numpy().tolist()
    else:
        found = column.to_pylist()
    return found


def _header(schema: pa.Schema) -> bytes:
    return ",".join(schema.names).encode() + b"\n"


def _as_csv(batch: pa.RecordBatch) -> bytes:
    columns = [_cells(field.name, column) for field, column in zip(batch.schema, batch.columns, strict=True)]
    stream = io.BytesIO()
    options = arrow_csv.WriteOptions(include_header=False)
    arrow_csv.write_csv(pa.RecordBatch.from_arrays(columns, names=batch.schema.names), stream, options)
    return stream.getvalue()


def _cells(name: str, column: pa.Array) -> pa.Array:
    if pa.types.is_list(column.type):
        texts = column.values.dictionary_decode()
        listed = pa.ListArray.from_arrays(column.offsets, texts, mask=column.is_null())
        return pc.binary_join(listed, GAP_SEPARATOR)
    if name == ID:
        return harmless_cells(column)
    return column


def harmless_cell(text: str) -> str:
    """A text with an apostrophe before it, if a spreadsheet would take it for a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) and not re.match(NUMBER, text) else text


def harmless_cells(column: pa.Array) -> pa.Array:
    """As `harmless_cell`, for a column."""
    acts = pc.starts_with(column, FORMULA_STARTS[0])
    for start in FORMULA_STARTS[1:]:
        acts = pc.or_(acts, pc.starts_with(column, start))
    if not pc.any(acts).as_py():
        return column
    acts = pc.and_not(acts, pc.match_substring_regex(column, NUMBER))
    return pc.if_else(acts, pc.binary_join_element_wise("'", column, ""), column)
