"""The commands of the program, as it knows them itself: what is tried for all of them leaves none out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from typer import Context

from careerpath.cli.app import command

if TYPE_CHECKING:
    from collections.abc import Iterator


def every(found: Any = None, words: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Each command and each group of them, the whole command line first, by the words that call it."""
    found = found or command()
    yield words, found
    for name in found.list_commands(Context(found)) if is_group(found) else ():
        yield from every(found.get_command(Context(found), name), (*words, name))


def leaves() -> Iterator[tuple[tuple[str, ...], Any]]:
    """Each command that does something itself."""
    return ((words, found) for words, found in every() if not is_group(found))


def is_group(found: Any) -> bool:
    """Whether it only leads to others."""
    return hasattr(found, "list_commands")
