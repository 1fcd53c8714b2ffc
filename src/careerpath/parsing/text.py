"""Bytes into text: UTF-8, with no characters that a text file has no business with."""

from __future__ import annotations

import re

from careerpath.errors import Location
from careerpath.parsing.limits import MAX_BYTES
from careerpath.parsing.node import invalid

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]")
_BOM = "\ufeff"


def decode_text(data: bytes, file: str) -> str:
    """The text of a file.

    Raises:
        InvalidInputError: too large, not UTF-8, or with control characters; with the place of the first one.
    """
    if len(data) > MAX_BYTES:
        raise invalid(
            "too-large",
            f"the file has {len(data):,} bytes; at most {MAX_BYTES:,} are read.",
            "Split it, or check that it is the right file.",
            Location(file=file),
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        place = Location(
            file=file,
            line=before.count(b"\n") + 1,
            column=len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1,
        )
        raise invalid("encoding", "this is not UTF-8 text.", "Save the file as UTF-8.", place) from None
    text = text.removeprefix(_BOM)
    if found := _CONTROL.search(text):
        line, column = line_and_column(text, found.start())
        raise invalid(
            "control-character",
            f"there is a control character (U+{ord(found.group()):04X}).",
            "Remove it.",
            Location(file=file, line=line, column=column),
        )
    return text


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of a character of a text."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
