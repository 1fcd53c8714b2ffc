"""Personas: people in a counsellor's words, the advice that they must get, and what is wrong if they do not.

They are written down before the score is asked. So a persona that fails speaks against the score or the data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from careerpath.model.answers import Answers
from careerpath.model.assessment import Band
from careerpath.model.base import Value
from careerpath.model.skill import LEVELS, LIKING
from careerpath.scoring.assess import assess

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from careerpath.model.assessment import Assessment
    from careerpath.model.catalog import Catalog

REST, NOT_ANSWERED = "rest", "unknown"
PODIUM = 3


class Expected(Value, frozen=True, kw_only=True):
    """What the advice must be; empty where nothing is expected.

    first: one of these roles comes first. three: all of these are among the first three. first_rung: the first role is
    on one of these rungs. bands: the bands that a role may be in. never_ready: no role of these rungs is `ready`.
    """

    first: tuple[str, ...] = ()
    three: tuple[str, ...] = ()
    first_rung: tuple[str, ...] = ()
    bands: dict[str, tuple[Band, ...]] = msgspec.field(default_factory=dict)
    never_ready: tuple[str, ...] = ()


class Persona(Value, frozen=True, kw_only=True):
    """Somebody, in words. In skills and likes, the words of the scale list ids; `rest` is the word for all others."""

    id: str
    who: str
    background: dict[str, str | int | tuple[str, ...]]
    skills: dict[str, str | tuple[str, ...]]
    likes: dict[str, str | tuple[str, ...]]
    expect: Expected
    why: str


def read_personas(file: Path) -> tuple[Persona, ...]:
    """The personas of a YAML file.

    Raises:
        msgspec.ValidationError: the file does not have their shape.
    """
    return msgspec.yaml.decode(file.read_bytes(), type=tuple[Persona, ...])


def answers_of(catalog: Catalog, persona: Persona) -> Answers:
    """The answers that the persona would give.

    Raises:
        ValueError: a word or an id that there is none of.
    """
    return Answers(
        background=dict(persona.background),
        skills=_by_id(persona.skills, {word: level for level, word in enumerate(LEVELS)}, catalog.skill_by_id),
        likes=_by_id(persona.likes, {word: like for like, word in enumerate(LIKING, 1)}, catalog.activity_by_id),
    )


def _by_id(
    said: Mapping[str, str | tuple[str, ...]], scale: Mapping[str, int], known: Mapping[str, object]
) -> dict[str, int | None]:
    rest = said[REST]
    answers: dict[str, int | None] = {} if rest == NOT_ANSWERED else dict.fromkeys(known, scale[str(rest)])
    for word, ids in said.items():
        if word == REST:
            continue
        for name in ids:
            if name not in known:
                raise ValueError(f"there is no {name!r}")
            answers[name] = scale[word]
    return answers


def faults(catalog: Catalog, persona: Persona) -> tuple[str, ...]:
    """What about the advice is not as the persona expects it, in words; empty if all is well."""
    assessment = assess(catalog, answers_of(catalog, persona))
    return tuple(_faults(catalog, persona.expect, assessment))


def first_three(catalog: Catalog, persona: Persona) -> tuple[str, ...]:
    """The three roles that come first."""
    return tuple(role.role for role in assess(catalog, answers_of(catalog, persona)).roles[:PODIUM])


def _faults(catalog: Catalog, expect: Expected, assessment: Assessment) -> Iterator[str]:
    by_role, order = assessment.by_role, [assessed.role for assessed in assessment.roles]
    first, rungs = order[0], {role.id: role.rung for role in catalog.roles}
    if expect.first and first not in expect.first:
        places = ", ".join(f"{role} (number {order.index(role) + 1})" for role in expect.first)
        yield f"{first} comes first, not {places}"
    for role in expect.three:
        if order.index(role) >= PODIUM:
            yield f"{role} is number {order.index(role) + 1}, not among the first three"
    if expect.first_rung and rungs[first] not in expect.first_rung:
        yield f"{first} comes first, of the rung {rungs[first]}, not {' or '.join(expect.first_rung)}"
    for role, bands in expect.bands.items():
        if by_role[role].band not in bands:
            yield f"{role} is {by_role[role].band!r}, not {' or '.join(bands)}"
    for assessed in assessment.roles:
        if assessed.band == "ready" and rungs[assessed.role] in expect.never_ready:
            yield f"{assessed.role} is 'ready'"
