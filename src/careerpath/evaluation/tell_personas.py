"""The chapter on personas in words and a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.evaluation.personas import faults, first_three
from careerpath.evaluation.section import Grid, Section

if TYPE_CHECKING:
    from careerpath.evaluation.personas import Persona
    from careerpath.model.catalog import Catalog

INTRODUCTION = (
    "Simulated people cannot show that a level is set too high. So `tests/personas.yaml` describes people as a "
    "counsellor would, of every track and rung, career changers, and odd profiles, and says which roles should come "
    "first, what they are ready for, and why. They were written down before the score was asked."
)


def tell_personas(catalog: Catalog, personas: tuple[Persona, ...]) -> Section:
    """The chapter: who gets which advice, and where it is not as expected."""
    found = {persona.id: faults(catalog, persona) for persona in personas}
    wrong = tuple(f"{name}: {fault}." for name, list_ in found.items() for fault in list_)
    met = sum(not list_ for list_ in found.values())
    return Section(
        "Personas: is the level right?",
        (
            INTRODUCTION,
            f"{met} of {len(personas)} personas get the advice that they should.",
            *(("Not as expected, and known:", *wrong) if wrong else ()),
            Grid(
                "The first three roles of each persona",
                ("persona", "first", "second", "third", "as expected"),
                tuple(
                    (persona.id, *first_three(catalog, persona), "no" if found[persona.id] else "yes")
                    for persona in personas
                ),
            ),
        ),
    )
