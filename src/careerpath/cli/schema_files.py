"""The JSON Schemas that travel with the program."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from careerpath.errors import Problem, UsageError
from careerpath.render.data.kinds import KINDS
from careerpath.suggest import closest

FOLDER: Final = Path(__file__).resolve().parent.parent / "schemas"


def resolve_kind(name: str) -> str:
    """The kind that a name means: itself, the file that it is for (`roles.yaml`), or the `schema` of an envelope.

    Raises:
        UsageError: it means none.
    """
    wanted = name.strip().lower().removeprefix("careerpath.").removesuffix("/v1").replace("_", "-").replace(" ", "-")
    wanted = wanted.removesuffix(".yaml") + "-file" if wanted.endswith(".yaml") else wanted
    if wanted in KINDS:
        return wanted
    guess = closest(wanted, KINDS)
    hint = f"Did you mean '{guess[0]}'? 'careerpath schema' lists them all." if guess else ""
    raise UsageError(
        Problem(
            code="unknown-kind",
            message=f"there is no schema '{name[:60]}'.",
            hint=hint or "'careerpath schema' lists them all.",
        )
    )


def read_schema(kind: str) -> bytes:
    """The schema of a kind: UTF-8 text."""
    return (FOLDER / f"{kind}.json").read_bytes()
