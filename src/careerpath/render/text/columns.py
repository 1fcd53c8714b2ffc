"""One cell for each role of a comparison: side by side where there is room, else one below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.render.text.blocks import Beside, Group
from careerpath.render.text.marks import marked_title
from careerpath.render.text.parts import blank, indented, line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from careerpath.render.data.comparison import ComparisonData
    from careerpath.render.data.roles import RoleData
    from careerpath.render.text.blocks import Block
    from careerpath.render.text.options import RenderOptions

LEAST = 36


def per_role(data: ComparisonData, options: RenderOptions, cell: Callable[[RoleData], Iterable[Block]]) -> Block:
    """Each role's cell under its title."""
    titles = [line((marked_title(role.title, role.basis), "cp.name")) for role in data.roles]
    cells = [tuple(cell(role)) for role in data.roles]
    if options.fits(len(cells), LEAST):
        return Beside(*(Group(head, *parts) for head, parts in zip(titles, cells, strict=True)))
    stacked: list[Block] = []
    for head, parts in zip(titles, cells, strict=True):
        stacked += [*([blank()] if stacked else []), head, indented(Group(*parts))]
    return Group(*stacked)
