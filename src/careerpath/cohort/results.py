"""The table of results: which columns it has, and how figures become columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, get_args

import msgspec
import numpy as np
import pyarrow as pa

from careerpath.cohort.columns import ID
from careerpath.model.assessment import Band
from careerpath.scoring.demands import NO_GAP

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from careerpath.scoring.lookups import Integers, Worths

BANDS = get_args(Band)
PROBLEM = "problem"
"""The column that says what is wrong with a person's answers; null for those that were scored."""

POINTS = ("match", "readiness", "readiness_low", "readiness_high", "appeal")
NAMES = pa.dictionary(pa.int32(), pa.string())
"""Names of roles, bands and gaps: each is stored once, and people have its number."""


class Extent(msgspec.Struct, frozen=True, kw_only=True):
    """How much is told of each person: so many roles, and so many gaps of each."""

    top: int = 3
    gaps: int = 3


class Place(NamedTuple):
    """The role in one place (first, second, ...) of everybody, with its figures in hundredths; of shape (people,).

    points: in the order of `POINTS`, of shape (figures, people). gaps: cases, of shape (count, people).
    """

    role: Integers
    points: Worths
    band: Worths
    gaps: Worths


def result_schema(top: int) -> pa.Schema:
    """The columns of the results for so many roles."""
    fields = [pa.field(ID, pa.string()), pa.field("answered", pa.int16())]
    for place in range(1, top + 1):
        fields.append(pa.field(f"role_{place}", NAMES))
        fields.extend(pa.field(f"{figure}_{place}", pa.float64()) for figure in POINTS)
        fields.extend((pa.field(f"band_{place}", NAMES), pa.field(f"gaps_{place}", pa.list_(NAMES))))
    return pa.schema([*fields, pa.field(PROBLEM, pa.string())])


class ResultTable:
    """Makes batches of results."""

    def __init__(self, roles: Sequence[str], gap_texts: Sequence[str], top: int) -> None:
        self.schema = result_schema(top)
        self._roles = pa.array(roles, pa.string())
        self._bands = pa.array(BANDS, pa.string())
        # Each text once, though several roles ask for the same: a name that is there twice confuses writers of Parquet.
        numbers = {text: number for number, text in enumerate(dict.fromkeys(gap_texts))}
        self._gaps = pa.array(list(numbers), pa.string())
        self._gap_of_case = np.array([numbers[text] for text in gap_texts], dtype=np.int32)

    def batch(
        self, ids: pa.Array, answered: Integers, places: Sequence[Place], problems: Mapping[int, str]
    ) -> pa.RecordBatch:
        """The results of people in their order; whoever has a problem gets this in place of roles."""
        missing = np.zeros(len(ids), dtype=bool)
        missing[list(problems)] = True
        columns = [ids, pa.array(answered.astype(np.int16), mask=missing)]
        for place in places:
            columns.extend(self._columns(place, missing))
        told = pa.nulls(len(ids), pa.string())
        if problems:
            told = pa.array([problems.get(row) for row in range(len(ids))], pa.string())
        return pa.RecordBatch.from_arrays([*columns, told], schema=self.schema)

    def _columns(self, place: Place, missing: np.ndarray) -> Iterator[pa.Array]:
        yield _named(place.role, self._roles, missing)
        for hundredths in place.points:
            yield pa.array(hundredths / 100, mask=missing)
        yield _named(place.band, self._bands, missing)
        there = (place.gaps != NO_GAP) & ~missing
        ends = np.concatenate([[0], np.cumsum(there.sum(axis=0))])
        gaps = pa.DictionaryArray.from_arrays(pa.array(self._gap_of_case[place.gaps.T[there.T]]), self._gaps)
        yield pa.ListArray.from_arrays(pa.array(ends, pa.int32()), gaps, mask=pa.array(missing))


def _named(numbers: Integers, names: pa.Array, missing: np.ndarray) -> pa.Array:
    return pa.DictionaryArray.from_arrays(pa.array(numbers.astype(np.int32), mask=missing), names)
