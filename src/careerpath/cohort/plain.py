"""Results for those who do not know dictionaries: each name written out in every row."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyarrow as pa

from careerpath.cohort.results import result_schema

if TYPE_CHECKING:
    from collections.abc import Iterable


def plain_schema(top: int) -> pa.Schema:
    """The columns of the results for so many roles, with text in place of dictionaries."""
    return pa.schema([pa.field(field.name, _plain_type(field.type)) for field in result_schema(top)])


def plain_batch(results: pa.RecordBatch) -> pa.RecordBatch:
    """A batch of results with text in place of dictionaries; else the same."""
    return pa.RecordBatch.from_arrays(list(_plain_columns(results.columns)), names=results.schema.names)


def _plain_type(found: pa.DataType) -> pa.DataType:
    if pa.types.is_list(found):
        return pa.list_(_plain_type(found.value_type))
    return found.value_type if pa.types.is_dictionary(found) else found


def _plain_columns(columns: Iterable[pa.Array]) -> Iterable[pa.Array]:
    for column in columns:
        if pa.types.is_list(column.type):
            texts = column.values.dictionary_decode()
            yield pa.ListArray.from_arrays(column.offsets, texts, mask=column.is_null())
        else:
            yield column.dictionary_decode() if pa.types.is_dictionary(column.type) else column
