"""The names of people, kept as they are."""

from __future__ import annotations

from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

MOST_BYTES: Final = 256
"""No name of a person is longer; it goes into every output as it is."""


def read_ids(column: pa.Array) -> tuple[pa.Array, dict[int, str]]:
    """The names of people as text, and by row what is wrong with those that are no names."""
    if pa.types.is_dictionary(column.type):
        column = column.dictionary_decode()
    ids = _as_text(column)
    is_blank = pc.equal(pc.binary_length(pc.utf8_trim_whitespace(ids)), 0)
    is_long = pc.greater(pc.binary_length(ids), MOST_BYTES)
    wrong = pc.fill_null(pc.or_(is_blank, is_long), fill_value=True)
    rows = pc.indices_nonzero(wrong).to_pylist()
    return ids, {row: _fault(column[row].as_py()) for row in rows}


def _as_text(column: pa.Array) -> pa.Array:
    try:
        return column.cast(pa.string())
    except pa.ArrowInvalid:  # some of the bytes are no text
        return pa.array([_text(value) for value in column.to_pylist()], pa.string())
    except pa.ArrowNotImplementedError:  # lists and the like
        return pa.nulls(len(column), pa.string())


def _text(value: bytes | None) -> str | None:
    try:
        return None if value is None else value.decode()
    except UnicodeDecodeError:
        return None


def _fault(value: object) -> str:
    if value is None or (isinstance(value, str | bytes) and not value.strip()):
        return "this person has no name. Give every person one: a number will do."
    if isinstance(value, str | bytes) and len(value if isinstance(value, bytes) else value.encode()) > MOST_BYTES:
        return f"the name is too long. Keep it within {MOST_BYTES} bytes."
    return "this is no name. Write text or a whole number, in UTF-8."
