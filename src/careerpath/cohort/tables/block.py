"""What every kind of table gives: blocks of people, each a batch and what could not be read of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator

    import pyarrow as pa

    from careerpath.cohort.columns import Columns
    from careerpath.scoring.lookups import Integers


class Reject(msgspec.Struct, frozen=True, array_like=True):
    """A row that cannot be scored: its line (in Parquet its row), counted from 1, the person if known, and why."""

    line: int
    id: str | None
    reason: str


class People(NamedTuple):
    """The people of a block. Lines count from the first one of the block, which is 0.

    lines: the line of each row of the batch. extent: so many lines the block has in all. ignored: what of no use the
    rows themselves name, as objects do, each once.
    """

    batch: pa.RecordBatch
    lines: Integers
    extent: int
    rejects: list[Reject]
    ignored: tuple[str, ...] = ()


class Block(NamedTuple):
    """A part of a table: its number from 0, its weight in the units of `Table.weight`, and what reads it.

    The reading may happen in another thread; it is None for a block that was said to be done.
    """

    number: int
    weight: int
    read: Callable[[], People] | None


class Table(Protocol):
    """A table of people in a file.

    Attributes:
        columns: the columns that it has.
        weight: how much there is to read, in bytes or rows.
        first_line: the number of the first line with a person.
    """

    columns: Columns
    weight: int
    first_line: int

    def blocks(self, done: Container[int]) -> Iterator[Block]:
        """All blocks in order, always the same for the same file; those that are done are not read again."""
