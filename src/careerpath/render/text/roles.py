"""The roles of a catalogue, by track and rung."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.render.text import numbers, words
from careerpath.render.text.marks import EXTRAPOLATED, EXTRAPOLATED_NOTE, marked_title
from careerpath.render.text.page import Page
from careerpath.render.text.parts import blank, heading, indented, item, line, quiet, table, title

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from careerpath.model.catalog import Catalog
    from careerpath.render.data.roles import RolesData, RoleSummary
    from careerpath.render.text.blocks import Block
    from careerpath.render.text.options import RenderOptions

NAME, RUNG = 34, 14


def roles_view(data: RolesData, catalog: Catalog, options: RenderOptions) -> Page:
    """Each track with its roles from the first rung to the last."""
    return Page(options, _parts(data, catalog, options))


def _parts(data: RolesData, catalog: Catalog, options: RenderOptions) -> Iterator[Block]:
    yield title(words.ROLES_TITLE, options)
    rungs = {rung.id: rung.label for rung in catalog.rungs}
    for track in catalog.tracks:
        roles = sorted(
            (role for role in data.roles if role.track == track.id), key=lambda role: catalog.rung_order[role.rung]
        )
        if roles:
            yield heading(track.label, options)
            yield from _track(roles, rungs, options)
    yield blank()
    extrapolated = sum(role.basis == "extrapolated" for role in data.roles)
    yield line(
        f"{numbers.counted(len(data.roles), 'role')}, {extrapolated} of them {EXTRAPOLATED} {EXTRAPOLATED_NOTE}."
    )
    yield quiet(words.SHOW_HINT)


def _track(roles: Sequence[RoleSummary], rungs: dict[str, str], options: RenderOptions) -> Iterator[Block]:
    if options.wide:
        made = table(("", "left", RUNG), ("", "left", NAME), ("", "left", None))
        for place, role in enumerate(roles):
            rung = rungs[role.rung] if not place or roles[place - 1].rung != role.rung else ""
            made.add_row(line(rung), line((marked_title(role.title, role.basis), "cp.name")), line(role.summary))
        yield made
        return
    for place, role in enumerate(roles):
        if not place or roles[place - 1].rung != role.rung:
            yield line(f"{rungs[role.rung]}:")
        yield indented(item("-", line((marked_title(role.title, role.basis), "cp.name")), line(role.summary)))
