"""Bytes into text: UTF-8, with no characters that a text file has no business with."""

from __future__ import annotations

import re

from careerpath.errors import InvalidInputError, Location
from careerpath.parsing.limits import MAX_BYTES
from careerpath.parsing.node import invalid

_BOM = "\ufeff"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def decode_text(data: bytes, file: str) -> str:
    """The text of a file, without the mark that some editors put at its start.

    Raises:
        InvalidInputError: too large, not UTF-8, or with control characters; with the place of the first one.
    """
    if len(data) > MAX_BYTES:
        raise invalid(
            "too-large",
            f"this file has more than {MAX_BYTES // 1024**2} MiB, and no more are read.",
            "Split it, or check that it is the right file.",
            Location(file=file),
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _not_utf8(data, error.start, file) from None
    text = text.removeprefix(_BOM)
    if found := _CONTROL.search(text):
        line, column = line_and_column(text, found.start())
        raise _control_character(found.group(), Location(file=file, line=line, column=column))
    return text


def refuse_characters(value: str, location: Location) -> None:
    """Lets no character into a value through an escape that the file itself could not hold.

    Raises:
        InvalidInputError: the text holds a control character or half a surrogate pair.
    """
    if found := _CONTROL.search(value):
        raise _control_character(found.group(), location)
    if found := _SURROGATE.search(value):
        raise invalid(
            "surrogate",
            f"this text holds half a character (U+{ord(found.group()):04X}, a surrogate without its other half).",
            "Write the whole character, or remove it.",
            location,
        )


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Line and column, from 1, of a character of a text."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _not_utf8(data: bytes, offset: int, file: str) -> InvalidInputError:
    before = data[:offset].removeprefix(_BOM.encode())
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    place = Location(file=file, line=before.count(b"\n") + 1, column=column)
    what = "this is UTF-16 text, not UTF-8." if data.startswith(_UTF_16) else "this is not UTF-8 text."
    return invalid("encoding", what, "Save the file with the encoding UTF-8.", place)


def _control_character(character: str, location: Location) -> InvalidInputError:
    message = f"there is a control character (U+{ord(character):04X})."
    return invalid("control-character", message, "Remove it; it cannot be seen in most editors.", location)
