"""Which texts of a catalogue may become links."""

from __future__ import annotations

import re
from typing import Final

_WEB_ADDRESS: Final = re.compile(r"https?://[^\s<>\"'`\\()\[\]]+", re.IGNORECASE)


def is_web_address(text: str) -> bool:
    """Whether a text may become a link; nothing else may, above all no address that runs something."""
    return text.isprintable() and _WEB_ADDRESS.fullmatch(text) is not None
