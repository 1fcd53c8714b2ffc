"""Blocks of whole lines of a text file."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO, Final

from careerpath.errors import InvalidInputError, Location, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

BLOCK_BYTES: Final = 8 * 1024 * 1024
MOST_LINE_BYTES: Final = 1024 * 1024
"""A longer line is no person; refused, so that no file can fill the memory."""

BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"

MOST_RECORD_LINES: Final = 100
"""The value of a cell has no more lines than this."""


def line_blocks(file: BinaryIO, name: str, left: int, cut: Callable[[bytes], int]) -> Iterator[bytes]:
    """Some bytes of a file in blocks of whole lines.

    Args:
        file: open for reading.
        name: what messages call it.
        left: so many bytes and no more: a file that grows while it is read has no end.
        cut: where the last whole line of some bytes ends; 0 if there is none.

    Raises:
        InvalidInputError: a line is longer than `MOST_LINE_BYTES`.
    """
    rest = b""
    while data := file.read(min(BLOCK_BYTES, left)):
        left -= len(data)
        data = rest + data
        end = cut(data)
        if len(data) - end > BLOCK_BYTES + MOST_LINE_BYTES:
            raise long_line(name)
        if end:
            yield data[:end]
        rest = data[end:]
    if rest:
        yield rest


def long_line(name: str) -> InvalidInputError:
    """What to say of a line that is longer than `MOST_LINE_BYTES`."""
    message = f"a line is longer than {MOST_LINE_BYTES:,} bytes."
    hint = "Every person is one line. Is this a table of people?"
    return InvalidInputError(Problem(code="long-line", message=message, hint=hint, location=Location(file=name)))


def skip_byte_order_mark(file: BinaryIO) -> None:
    """Goes behind the mark with which some programs begin a file of UTF-8."""
    if file.read(len(BYTE_ORDER_MARK)) != BYTE_ORDER_MARK:
        file.seek(0)


def after_last_line(data: bytes) -> int:
    """Where the last whole line ends; 0 if there is none."""
    return data.rfind(b"\n") + 1


def after_last_record(data: bytes) -> int:
    """The same, but not within quotes that are still open, as CSV has them around values of several lines."""
    end = after_last_line(data)
    if data.count(b'"', 0, end) % 2 == 0:
        return end
    start = end
    for _ in range(MOST_RECORD_LINES):
        earlier = data.rfind(b"\n", 0, max(start - 1, 0)) + 1
        if data.count(b'"', earlier, start) % 2:
            return earlier
        if not earlier:
            break
        start = earlier
    return end  # A single quote somewhere is a character like any other.
