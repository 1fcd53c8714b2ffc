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

Floats: TypeAlias = np.ndarray[tuple[int, ...], np.dtype[np.float64]]

GROUP_BYTES = 256 * 1024
"""The table of a group stays in the second-level cache of a processor; measured, and flat from a quarter to this."""

BLOCK = 4096
"""So many people are summed up before the next ones: their sums stay in the cache while group after group is added."""


class _Group(NamedTuple):
    """Items put together: for each how far apart the rows of two of its answers are, and the table of all of them."""

    items: list[int]
    strides: Worths
    table: Worths

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
        self._columns = table.shape[1]
        blocks = np.split(table, np.cumsum(sizes + 1)[:-1])
        self._groups = [
            _Group(items, _strides(sizes[items] + 1), _combined([blocks[n] for n in items]))
            for items in _grouped(sizes + 1, table.itemsize * max(self._columns, 1))
        ]

    def sums(self, codes: Codes) -> Worths:
        """The sums for every person, of shape (people, columns).

        Args:
            codes: of shape (people, items); -1 is unknown. Fastest where the answers to an item lie side by side.
        """
        people = len(codes)
        total = np.zeros((people, self._columns), dtype=np.int32)
        found = np.empty((min(people, BLOCK), self._columns), dtype=np.int32)
        for start in range(0, people, BLOCK):
            block = codes[start : start + BLOCK]
            for group in self._groups:
                # mode="clip" spares numpy a copy; every row is there.
                np.take(group.table, group.rows(block), axis=0, out=found[: len(block)], mode="clip")
                total[start : start + BLOCK] += found[: len(block)]
        return total


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


def _combined(tables: list[Worths]) -> Worths:
    """The table of a group: the sums of a row of each, the last one counting fastest; "unknown" moves to the front."""
    combined = np.zeros((1, tables[0].shape[1]), dtype=np.int32)
    for table in tables:
        combined = (combined[:, None, :] + np.roll(table, 1, axis=0)[None]).reshape(-1, table.shape[1])
    return combined
