"""Names of skills and levels as people write them. Forgiving on the way in, canonical on the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.catalog.names import MAX_SHOWN, folded, folded_number
from careerpath.errors import Problem, UsageError
from careerpath.model.skill import LEVELS, MAX_LEVEL
from careerpath.suggest import closest

if TYPE_CHECKING:
    from careerpath.model.catalog import Catalog
    from careerpath.model.skill import Skill


def resolve_skill(catalog: Catalog, name: str) -> Skill:
    """The skill that a name means: its id, label or alias, or the beginning of one or of a word in it, in any case.

    Raises:
        UsageError: the name means no skill (with suggestions), or several (with the candidates).
    """
    wanted = folded(name)
    names = {
        folded(spelling): skill for skill in catalog.skills for spelling in (skill.id, skill.label, *skill.aliases)
    }
    if wanted in names:
        return names[wanted]
    if wanted:
        for found in (
            {skill.id: skill for spelling, skill in names.items() if spelling.startswith(wanted)},
            {skill.id: skill for spelling, skill in names.items() if f" {wanted}" in f" {spelling}"},
        ):
            if len(found) == 1:
                return next(iter(found.values()))
            if found:
                listed = ", ".join(sorted(found))
                message = f"'{name[:MAX_SHOWN]}' could be {len(found)} skills: {listed}."
                raise UsageError(
                    Problem(code="ambiguous-skill", message=message, hint="Write a little more of the name.")
                )
    guesses = dict.fromkeys(names[guess].id for guess in closest(wanted, names, count=3))
    hint = f"Did you mean {' or '.join(guesses)}?" if guesses else "'careerpath quiz --template' lists them all."
    message = f"there is no skill '{name[:MAX_SHOWN]}' in the catalogue."
    raise UsageError(Problem(code="unknown-skill", message=message, hint=hint))


def resolve_level(name: str) -> int:
    """The level that a name means: 0 to 4, or none, beginner, working, advanced, expert, or both together.

    Raises:
        UsageError: it is none of these.
    """
    wanted = folded_number(name)
    for level, word in enumerate(LEVELS):
        if wanted in {str(level), word, f"{level} {word}"}:
            return level
    known = ", ".join(f"{level} {word}" for level, word in enumerate(LEVELS))
    raise UsageError(
        Problem(
            code="unknown-level",
            message=f"'{name[:MAX_SHOWN]}' is no level.",
            hint=f"Levels are 0 to {MAX_LEVEL} or their names: {known}.",
        )
    )


def parse_raise(catalog: Catalog, text: str) -> tuple[str, int]:
    """A skill and a level out of `SKILL=LEVEL`.

    Raises:
        UsageError: it is no such pair, or one of the two is unknown.
    """
    skill, equals, level = text.rpartition("=")
    if not equals or not skill.strip():
        raise UsageError(
            Problem(
                code="what-if-pair",
                message=f"'{text[:MAX_SHOWN]}' does not say a skill and a level.",
                hint="For example: careerpath what-if seo=3 'data analysis=advanced'",
            )
        )
    return resolve_skill(catalog, skill).id, resolve_level(level)
