"""The kernel as a value that travels: a function from batches to batches, for whatever engine moves them.

What travels is small: the compiled catalogue, the names of the columns, and how much is to be told. The tables that the
score is looked up in are made where it arrives, once in each process.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

import msgspec

from careerpath.catalog.compiled import FORMAT, decode_copy, encode_copy
from careerpath.cohort.columns import find_columns
from careerpath.cohort.plain import plain_batch, plain_schema
from careerpath.cohort.results import Extent
from careerpath.cohort.scorer import Scorer
from careerpath.errors import Problem, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import pyarrow as pa

    from careerpath.model.catalog import Catalog

SCORERS_KEPT: Final = 4
"""A process of a cluster may serve several jobs in turn; of so many it keeps the tables."""


class BatchFunction(msgspec.Struct, frozen=True):
    """Scores batches of people wherever it is sent; may be pickled.

    catalog: the compiled catalogue, found by its digest. columns: the names of the columns of every batch, in their
    order, whatever the batch calls them.
    """

    catalog: bytes
    digest: str
    columns: tuple[str, ...]
    extent: Extent

    @classmethod
    def of(cls, catalog: Catalog, columns: tuple[str, ...], extent: Extent) -> BatchFunction:
        """The function for a catalogue, and for tables of people with these columns.

        Raises:
            InvalidInputError: the columns are not those of a table of people.
        """
        find_columns(catalog, columns)
        told = msgspec.structs.replace(extent, top=min(extent.top, len(catalog.roles)))
        return cls(encode_copy(catalog.digest.encode(), catalog), catalog.digest, columns, told)

    @property
    def schema(self) -> pa.Schema:
        """The columns of the results."""
        return plain_schema(self.extent.top)

    def __call__(self, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        """The results of batches: a row for every person, in their order. A faulty one has the reason in `problem`.

        Raises:
            UsageError: here is another version of careerpath than where the function comes from.
        """
        scorer = _scorer(self)
        for batch in batches:
            yield plain_batch(scorer.score(batch.rename_columns(list(self.columns))).results)


@lru_cache(maxsize=SCORERS_KEPT)
def _scorer(function: BatchFunction) -> Scorer:
    catalog = decode_copy(function.digest.encode(), function.catalog)
    if catalog is None:
        name = function.catalog.partition(b"\0")[0].decode(errors="replace")
        message = f"the catalogue is compiled as '{name[:80]}', and is read here as '{FORMAT}'."
        hint = "Install the same version of careerpath on every machine."
        raise UsageError(Problem(code="other-version", message=message, hint=hint))
    return Scorer(catalog, find_columns(catalog, function.columns), function.extent)
