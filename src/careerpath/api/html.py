"""A value as a small table for notebooks. Everything is escaped: no title can become markup."""

from __future__ import annotations

from html import escape as escaped
from typing import TYPE_CHECKING

from careerpath.direction import set_apart
from careerpath.harmless import harmless

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def html_table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table; numbers stand as they are written."""
    top = "".join(f'<th scope="col">{_shown(name)}</th>' for name in head)
    body = "".join(f"<tr>{''.join(f'<td>{_shown(str(cell))}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"


def html_page(note: str, table: str, *sentences: str) -> str:
    """A sentence, a table made by `html_table`, and further sentences."""
    after = "".join(f"<p>{_shown(sentence)}</p>" for sentence in sentences)
    return f"<div><p>{_shown(note)}</p>{table}{after}</div>"


def _shown(text: str) -> str:
    """A text that is nothing but text; a name from right to left moves nothing beside it."""
    return set_apart(harmless(text), lambda part: f"<bdi>{escaped(part)}</bdi>", escaped)
