"""How wide the reader's terminal is, whether it has more than ASCII, and by which clock times are told."""

from __future__ import annotations

import msgspec

NARROW_BELOW = 60
WIDE_FROM = 110


class RenderOptions(msgspec.Struct, frozen=True, kw_only=True):
    """`width` in columns chooses the layout; with `plain`, every character that is shown is ASCII.

    `local`: times are those of the place where this runs, else in UTC.
    """

    width: int
    plain: bool = False
    local: bool = False

    @property
    def narrow(self) -> bool:
        """Whether there is room for one column only."""
        return self.width < NARROW_BELOW

    @property
    def wide(self) -> bool:
        """Whether there is room for everything in one line."""
        return self.width >= WIDE_FROM

    def fits(self, columns: int, least: int) -> bool:
        """Whether so many columns of at least that width stand side by side, two blanks apart."""
        return columns * (least + 2) - 2 <= self.width
