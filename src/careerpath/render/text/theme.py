"""The styles of the terminal: the reader's own foreground, bold and, sparingly, dim. No colour carries meaning."""

from __future__ import annotations

from typing import Final

from rich.theme import Theme

THEME: Final = Theme(
    {
        "cp.title": "bold",
        "cp.heading": "bold",
        "cp.name": "bold",
        "cp.warning": "bold",
        "cp.quiet": "dim",
    },
    inherit=True,
)
