"""Foreign text inside Markdown: shown as it stands, whatever it looks like."""

from __future__ import annotations

import re
from typing import Final

from careerpath.direction import set_apart
from careerpath.harmless import harmless

_SPECIAL: Final = re.compile(r"[\\`*_{}\[\]#|~$!]")
_ENTITIES: Final = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}
_LIST_MARK: Final = re.compile(r"^([-+=])|^(\d+)(?=[.)])")

_JOINER: Final = "&#8288;"
"""A word joiner, which nobody sees: addresses, mentions and issue numbers are no links with it inside."""

_ISOLATE, _END_OF_ISOLATE = "&#8296;", "&#8297;"

_LINKED: Final = re.compile(r"(:(?=//)|(?:mailto|xmpp):|@|\bwww(?=\.)|#(?=\d)|GH-(?=\d))", re.IGNORECASE)


def escaped(text: str) -> str:
    """The text in one line, so that Markdown (with GitHub's extensions) shows it and makes nothing of it."""
    made = set_apart(harmless(text).strip(), _isolated, _unlinked)
    return _LIST_MARK.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\", made)


def _isolated(text: str) -> str:
    """A name from right to left, between signs that nobody sees: it moves nothing beside it."""
    return f"{_ISOLATE}{_unlinked(text)}{_END_OF_ISOLATE}"


def _unlinked(text: str) -> str:
    parts = _LINKED.split(text)
    # Every other part is one of the marks that make a link.
    return "".join(_plain(part) + (_JOINER if place % 2 else "") for place, part in enumerate(parts))


def _plain(text: str) -> str:
    return _SPECIAL.sub(lambda found: f"\\{found[0]}", text).translate(_ENTITIES)
