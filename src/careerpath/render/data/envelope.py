"""The envelope around every JSON output, for success and failure alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import msgspec

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerpath.errors import Problem


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
    """Indented UTF-8 JSON with a newline at the end; keys in the order of their types."""
    return msgspec.json.format(msgspec.json.encode(envelope), indent=2) + b"\n"
