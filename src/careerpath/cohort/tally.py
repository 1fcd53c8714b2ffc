"""What many people have in common, counted: sums that can be added up from parts, whoever counted them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import numpy as np

if TYPE_CHECKING:
    from careerpath.scoring.lookups import Integers

BANDS = 3


class Tally:
    """Counts of people.

    Attributes:
        scored: how many were scored.
        rejected: how many were not.
        firsts: by role and band, of those for whom the role comes first; of shape (roles, bands).
        cases: by case of `scoring.demands`, of those for whom the role of the case comes first.
    """

    def __init__(self, roles: int, cases: int) -> None:
        self.scored = 0
        self.rejected = 0
        self.firsts: Integers = np.zeros((roles, BANDS), dtype=np.int64)
        self.cases: Integers = np.zeros(cases, dtype=np.int64)

    def add(self, other: Tally) -> None:
        """Takes the counts of other people in."""
        self.scored += other.scored
        self.rejected += other.rejected
        self.firsts += other.firsts
        self.cases += other.cases

    def to_bytes(self) -> bytes:
        """The counts as bytes, for `from_bytes`."""
        counts = [array.astype("<i8").tobytes() for array in (self.firsts, self.cases)]
        return msgspec.msgpack.encode((self.scored, self.rejected, *counts))

    @classmethod
    def from_bytes(cls, data: bytes, roles: int, cases: int) -> Tally:
        """The counts in bytes, for a catalogue with so many roles and cases.

        Raises:
            ValueError: it is something else.
        """
        found = cls(roles, cases)
        try:
            parts = msgspec.msgpack.decode(data, type=tuple[int, int, bytes, bytes])
        except msgspec.MsgspecError as error:
            raise ValueError(str(error)) from None
        found.scored, found.rejected = parts[:2]
        for array, counts in zip((found.firsts, found.cases), parts[2:], strict=True):
            array[...] = np.frombuffer(counts, dtype="<i8").reshape(array.shape)
        return found
