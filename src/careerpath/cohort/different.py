"""The different values of a column, and which row has which: an answer is read once, however many people gave it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

import numpy as np
import pyarrow as pa

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerpath.scoring.lookups import Codes, Integers

Booleans: TypeAlias = np.ndarray[tuple[int, ...], np.dtype[np.bool_]]

MOST_WHOLE: Final = 256
"""The values of a column of whole numbers that are no further apart are told without looking for them."""


class Different(NamedTuple):
    """The values of a column, and for each row the index of its value.

    there: which rows have a value, None if all have; the index of the others means nothing.
    """

    values: list[object]
    indices: Integers
    there: Booleans | None

    def look_up(self, codes: Sequence[int], missing: int) -> Codes:
        """The code of each row, from that of each value; `missing` where there is none."""
        apart = np.array([*codes, missing], dtype=np.int8) - np.int8(missing)
        found = np.take(apart, self.indices, mode="clip")
        if self.there is not None:
            found *= self.there
        found += np.int8(missing)
        return found

    def rows_with(self, wanted: Sequence[int]) -> list[tuple[int, int]]:
        """The rows that have one of the values, by their indices; each with the index of its value."""
        has = np.isin(self.indices, wanted)
        rows = np.flatnonzero(has if self.there is None else has & self.there)
        return list(zip(rows.tolist(), self.indices[rows].tolist(), strict=True))


def find_different(column: pa.Array) -> Different:
    """The different values of a column of any type."""
    if pa.types.is_dictionary(column.type):
        indices, there = whole_numbers(column.indices)
        return Different(column.dictionary.to_pylist(), indices, there)
    if pa.types.is_integer(column.type) and len(column) > column.null_count:
        values, there = whole_numbers(column)
        if there is not None:  # what stands under a null may be anything
            values = np.where(there, values, values[there.argmax()])
        lowest, highest = int(values.min()), int(values.max())
        if highest - lowest < MOST_WHOLE:
            apart = values - values.dtype.type(lowest)  # may wrap around; as unsigned numbers it is right
            indices = apart.view(f"u{values.itemsize}").astype(np.uint8, copy=False)  # (numpy 1 takes none of 64 bits)
            return Different(list(range(lowest, highest + 1)), indices, there)
    if pa.types.is_nested(column.type):
        listed = column.to_pylist()  # (lists cannot be looked up; they are rare)
        return Different(listed, np.arange(len(listed)), None)
    return find_different(column.dictionary_encode())


def whole_numbers(column: pa.Array) -> tuple[Integers, Booleans | None]:
    """A column of whole numbers as it lies in memory, without a copy, and which of them are there; None if all are."""
    validity, data = column.buffers()
    width = column.type.byte_width
    kind = np.dtype(
        f"{'i' if pa.types.is_signed_integer(column.type) else 'u'}{width}"
    )  # (pyarrow 17 asks pandas for it)
    numbers = np.frombuffer(data, kind, count=len(column), offset=column.offset * width)
    if validity is None or not column.null_count:
        return numbers, None
    bits = np.unpackbits(np.frombuffer(validity, np.uint8), count=column.offset + len(column), bitorder="little")
    return numbers, bits[column.offset :].view(np.bool_)
