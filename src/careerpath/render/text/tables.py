"""Tables, as Rich lays them out; apart from the other parts, since few views have one and Rich loads them slowly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table

from careerpath.render.text.flow import GAP
from careerpath.render.text.parts import line

if TYPE_CHECKING:
    from rich.console import JustifyMethod


def table(*columns: tuple[str, JustifyMethod, int | None], gap: int = GAP) -> Table:
    """A table without lines. A column is its heading, its alignment, and its width or None for what is left."""
    made = Table(
        box=None, pad_edge=False, padding=(0, gap, 0, 0), collapse_padding=False, header_style="cp.heading", expand=True
    )
    for head, justify, width in columns:
        made.add_column(
            line(head), justify=justify, width=width, ratio=None if width else 1, overflow="fold", vertical="top"
        )
    return made
