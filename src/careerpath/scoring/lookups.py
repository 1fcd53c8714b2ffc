"""Sums of look-ups in a table, for many people at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator

UNKNOWN = -1
"""The code of an answer that is not known. For likes it is 0, since they run from 1 to 5."""

Integers: TypeAlias = np.ndarray[tuple[int, ...], np.dtype[np.signedinteger[Any]]]
Codes: TypeAlias = np.ndarray[tuple[int, ...], np.dtype[np.int8]]
Worths: TypeAlias = np.ndarray[tuple[int, ...], np.dtype[np.int32]]

Floats: TypeAlias = np.ndarray[tuple[int, ...], np.dtype[np.floating[Any]]]

GROUP_BYTES = 256 * 1024
"""The table of a group stays in the second-level cache of a processor; measured, and flat from a quarter to this."""

BLOCK_SUMS = 128 * 1024
"""So many sums are worked out before the next ones: they stay in the cache while group after group is added."""


class _Group(NamedTuple):
    """Items put together: for each how far apart the rows of two of its answers are, and the table of all of them."""

    items: list[int]
    strides: Worths
    table: Integers

    def rows(self, codes: Codes) -> Worths:
        """The row of the table for each person."""
        # Codes count from -1, and the table has the unknown answers first.
        rows = np.full(len(codes), self.strides.sum(), dtype=np.int32)
        for item, stride in zip(self.items, self.strides, strict=True):
            rows += np.multiply(codes[:, item], stride, dtype=np.int32)
        return rows


class LookUps:
    """The sum over items of a table's rows, with items put together in groups: one look-up serves a whole group.

    A group's table has a row for every combination of answers to its items: the sums are the same, and there are four
    times fewer of them. It is the method of the four Russians (Arlazarov, Dinic, Kronrod and Faradzhev, 1970).
    """

    def __init__(self, table: Worths, sizes: Integers) -> None:
        """Puts the items together.

        Args:
            table: of shape (rows, columns): for each item a row for each answer, then one for "unknown".
            sizes: the number of answers of each item.
        """
        blocks = np.split(table, np.cumsum(sizes + 1)[:-1])
        self._numbers = _narrowest(blocks)
        self._columns = table.shape[1]
        self._groups = [
            _Group(items, _strides(sizes[items] + 1), _combined([blocks[n] for n in items], self._numbers))
            for items in _grouped(sizes + 1, self._numbers.itemsize * max(self._columns, 1))
        ]

    @property
    def block(self) -> int:
        """So many people are in a block."""
        return max(BLOCK_SUMS // max(self._columns, 1), 1)

    def sums(self, codes: Codes) -> Worths:
        """The sums for every person, of shape (people, columns); `codes` are those of `in_blocks`."""
        whole = np.empty((len(codes), self._columns), dtype=np.int32)
        for people, sums in self.in_blocks(codes):
            whole[people] = sums
        return whole

    def in_blocks(self, codes: Codes) -> Iterator[tuple[slice, Integers]]:
        """The sums of some people after others, of shape (people, columns); they are overwritten by the next ones.

        Args:
            codes: of shape (people, items); -1 is unknown. Fastest where the answers to an item lie side by side.
        """
        people, block = len(codes), self.block
        rows = [group.rows(codes) for group in self._groups]
        sums = np.zeros((min(people, block), self._columns), dtype=self._numbers)
        found = np.empty_like(sums)
        for start in range(0, people, block):
            part = slice(start, min(start + block, people))
            whole, summand = (array[: part.stop - start] for array in (sums, found))
            whole[:] = 0
            for group, row in zip(self._groups, rows, strict=True):
                # mode="clip" spares numpy a copy; every row is there.
                np.take(group.table, row[part], axis=0, out=summand, mode="clip")
                whole += summand
            yield part, whole


def _narrowest(tables: list[Worths]) -> np.dtype[np.signedinteger[Any]]:
    """The type that holds the sums of a row of each table. Sums of some of the rows may run over: that cancels out."""
    least = sum(table.min(axis=0).astype(np.int64) for table in tables)
    most = sum(table.max(axis=0).astype(np.int64) for table in tables)
    narrow = np.iinfo(np.int16)
    fits = np.min(least, initial=0) >= narrow.min and np.max(most, initial=0) <= narrow.max
    return np.dtype(np.int16 if fits else np.int32)


def _grouped(answers: Integers, row_bytes: int) -> Iterator[list[int]]:
    """Items in their order, as many together as a table of `GROUP_BYTES` has combinations for; one at the least."""
    group: list[int] = []
    combinations = 1
    for item, count in enumerate(answers):
        if group and combinations * count * row_bytes > GROUP_BYTES:
            yield group
            group, combinations = [], 1
        group.append(item)
        combinations *= int(count)
    if group:
        yield group


def _strides(answers: Integers) -> Worths:
    """How far apart two answers to each item of a group are in its table."""
    return np.concatenate([np.cumprod(answers[:0:-1])[::-1], [1]]).astype(np.int32)


def _combined(tables: list[Worths], numbers: np.dtype[np.signedinteger[Any]]) -> Integers:
    """The table of a group: the sums of a row of each, the last one counting fastest; "unknown" moves to the front."""
    combined = np.zeros((1, tables[0].shape[1]), dtype=np.int32)
    for table in tables:
        sums = combined[:, None, :] + np.roll(table, 1, axis=0)[None]
        combined = sums.reshape(len(combined) * len(table), table.shape[1])
    # Rows whole in memory, however they were in the table: else each look-up would put all of them so first.
    return combined.astype(numbers, order="C")
