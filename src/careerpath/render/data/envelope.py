"""The envelope around every JSON output, for success and failure alike."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, Literal

import msgspec

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerpath.errors import Problem


_ACTING: Final = (
    "[\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""Controls beyond ASCII, directions, invisible characters and separators. JSON itself escapes the other controls."""


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """Where a problem is; null where there is no such thing."""

    file: str | None = None
    line: int | None = None
    column: int | None = None


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """One problem: a stable code, what is wrong, how to mend it, where it is."""

    code: str
    message: str
    hint: str
    location: Place


class Envelope(msgspec.Struct, frozen=True, kw_only=True):
    """`data` is null and `errors` is not empty exactly if `status` is "error"."""

    schema: str
    status: Literal["ok", "error"]
    data: Any
    errors: tuple[Failure, ...]


def success(kind: str, data: msgspec.Struct) -> Envelope:
    """The envelope of a result of some kind."""
    return Envelope(schema=f"careerpath.{kind}/v1", status="ok", data=data, errors=())


def failure(problems: Sequence[Problem]) -> Envelope:
    """The envelope of a failure."""
    return Envelope(
        schema="careerpath.error/v1",
        status="error",
        data=None,
        errors=tuple(
            Failure(
                code=problem.code,
                message=problem.message,
                hint=problem.hint,
                location=Place(file=problem.location.file, line=problem.location.line, column=problem.location.column)
                if problem.location
                else Place(),
            )
            for problem in problems
        ),
    )


def to_json(envelope: Envelope) -> bytes:
    """The JSON of `laid_out`, with a newline at the end."""
    return laid_out(envelope) + b"\n"


def laid_out(envelope: Envelope) -> bytes:
    """Indented UTF-8 JSON; keys in the order of their types.

    Characters that would do something to a terminal, or hide there, are written as escapes, which mean the same. Half
    a surrogate pair, which only a name of a file or an argument can hold, is no character: its code stands for it.
    """
    try:
        encoded = msgspec.json.encode(envelope)
    except UnicodeEncodeError:
        encoded = msgspec.json.encode(_without_halves(msgspec.to_builtins(envelope)))
    if not encoded.isascii() or b"\x7f" in encoded:
        encoded = re.sub(_ACTING, _escape, encoded.decode()).encode()
    return msgspec.json.format(encoded, indent=2)


def _escape(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be")
    return "".join(f"\\u{units[place : place + 2].hex()}" for place in range(0, len(units), 2))


def _without_halves(value: Any) -> Any:
    match value:
        case str():
            return value.encode("utf-8", "backslashreplace").decode()
        case dict():
            return {_without_halves(key): _without_halves(entry) for key, entry in value.items()}
        case list() | tuple():
            return [_without_halves(entry) for entry in value]
        case _:
            return value
