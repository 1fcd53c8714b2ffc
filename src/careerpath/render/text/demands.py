"""What roles ask for, compared: the skills of all, those of some, and what is not a skill."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.render.text import words
from careerpath.render.text.marks import mark
from careerpath.render.text.parts import heading, item, line, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerpath.model.evidence import Basis
    from careerpath.model.role import Importance
    from careerpath.render.data.comparison import Asked, ComparisonData
    from careerpath.render.data.roles import RoleData
    from careerpath.render.text.blocks import Block
    from careerpath.render.text.options import RenderOptions

ASKED = 25


def shared(data: ComparisonData, options: RenderOptions) -> Iterator[Block]:
    """The skills that all of the roles ask for, and the level that each asks."""
    yield heading(words.shared(len(data.roles)), options)
    skills = [entry for entry in data.shared if entry.skill is not None]
    if not skills:
        yield line(words.NOTHING_SHARED)
        return
    if options.fits(len(data.roles) + 1, ASKED):
        made = table(("Skill", "left", None), *((role.title, "left", ASKED) for role in data.roles))
        for entry in skills:
            made.add_row(line((entry.label, "cp.name")), *(line(_asked(entry.roles[role.role])) for role in data.roles))
        yield made
        return
    for entry in skills:
        asked = [line(f"{role.title}: {_asked(entry.roles[role.role])}") for role in data.roles]
        yield item("-", line((entry.label, "cp.name")), *asked)


def _asked(asked: Asked) -> str:
    return f"{asked.required_text}, {asked.importance} {mark(asked.basis)}"


def skills_of_one(data: ComparisonData, role: RoleData) -> Iterator[Block]:
    """The skills that this role asks for and not all of the others do."""
    skills = [entry for entry in data.distinct[role.role] if entry.skill is not None]
    for importance, name in words.IMPORTANCES.items():
        entries = [entry for entry in skills if entry.importance == importance]
        if entries:
            yield line((f"{name}:", "cp.name"))
        for entry in entries:
            yield item("-", line(f"{entry.label}: {entry.required_text} {mark(entry.basis)}"))
    if not skills:
        yield line(words.NOTHING)


def unlike_skills(data: ComparisonData, role: RoleData) -> Iterator[Block]:
    """Education, years and certificates that this role asks for."""
    entries: list[tuple[str, str, Importance, Basis]] = [
        (entry.label, asked.required_text, asked.importance, asked.basis)
        for entry in data.shared
        if entry.skill is None and (asked := entry.roles[role.role])
    ]
    entries += [
        (entry.label, entry.required_text, entry.importance, entry.basis)
        for entry in data.distinct[role.role]
        if entry.skill is None
    ]
    for label, text, importance, basis in entries:
        asked_text = "" if text == "yes" else f": {text}"
        yield item("-", line(f"{label}{asked_text}, {importance} {mark(basis)}"))
    if not entries:
        yield line(words.NOTHING)
