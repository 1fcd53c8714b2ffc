"""The names of people, kept as they are."""

from __future__ import annotations

from contextlib import suppress
from typing import Final

import pyarrow as pa
import pyarrow.compute as pc

MOST_BYTES: Final = 256
"""No name of a person is longer; it goes into every output as it is."""

BYTES_OF_A_CHARACTER: Final = 4


def read_ids(column: pa.Array) -> tuple[pa.Array, dict[int, str]]:
    """The names of people as text, and by row what is wrong with those that are no names."""
    column = _within_reason(column)
    ids = _as_text(column)
    is_blank = pc.equal(pc.binary_length(pc.utf8_trim_whitespace(ids)), 0)
    is_long = pc.greater(pc.binary_length(ids), MOST_BYTES)
    wrong = pc.fill_null(pc.or_(is_blank, is_long), fill_value=True)
    rows = pc.indices_nonzero(wrong).to_pylist()
    return ids, {row: _fault(column[row].as_py()) for row in rows}


def _within_reason(column: pa.Array) -> pa.Array:
    """The names one by one; those that are much too long are cut: thousands may share one of megabytes."""
    names = column.dictionary if pa.types.is_dictionary(column.type) else column
    if pa.types.is_string(names.type) or pa.types.is_large_string(names.type) or pa.types.is_binary(names.type):
        longest = pc.max(pc.binary_length(names)).as_py() or 0
        names = _cut(names) if longest > BYTES_OF_A_CHARACTER * MOST_BYTES else names
    return names.take(column.indices) if pa.types.is_dictionary(column.type) else names


def _cut(names: pa.Array) -> pa.Array:
    """The beginnings of names, long enough for those that are too long to be so still."""
    if not pa.types.is_binary(names.type):
        with suppress(pa.ArrowInvalid):  # bytes that are no text
            return pc.utf8_slice_codeunits(names, 0, MOST_BYTES + 1)
    return pc.binary_slice(names.cast(pa.binary()), 0, BYTES_OF_A_CHARACTER * MOST_BYTES)


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
