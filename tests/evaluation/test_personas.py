"""People in a counsellor's words get the advice that the counsellor would give."""

from __future__ import annotations

from pathlib import Path

import pytest

from careerpath.evaluation.personas import Persona, answers_of, faults, read_personas
from support.catalogs import shipped

FILE = Path(__file__).parent.parent / "personas.yaml"
PERSONAS = read_personas(FILE)


@pytest.mark.parametrize("persona", PERSONAS, ids=[persona.id for persona in PERSONAS])
def test_a_persona_gets_the_advice_that_it_should(persona: Persona) -> None:
    assert faults(shipped(), persona) == (), persona.why


def test_the_personas_cover_every_track_and_rung() -> None:
    catalog = shipped()
    expected = {role for persona in PERSONAS for role in persona.expect.first}
    assert {catalog.role_by_id[role].track for role in expected} == {track.id for track in catalog.tracks}
    assert {catalog.role_by_id[role].rung for role in expected} == {rung.id for rung in catalog.rungs}
    assert len(PERSONAS) >= 24


@pytest.mark.parametrize("persona", PERSONAS, ids=[persona.id for persona in PERSONAS])
def test_a_persona_speaks_the_language_of_the_catalogue(persona: Persona) -> None:
    catalog = shipped()
    answers = answers_of(catalog, persona)
    assert set(answers.background) <= set(catalog.question_by_id)
    assert {*persona.expect.first, *persona.expect.three, *persona.expect.bands} <= set(catalog.role_by_id)
    assert {*persona.expect.first_rung, *persona.expect.never_ready} <= set(catalog.rung_order)


def test_a_misspelt_skill_is_refused() -> None:
    persona = PERSONAS[0]
    with pytest.raises(ValueError, match="there is no 'sociable'"):
        answers_of(
            shipped(),
            Persona(
                id="x",
                who="",
                background={},
                skills={"rest": "none", "working": ("sociable",)},
                likes={"rest": "neutral"},
                expect=persona.expect,
                why="",
            ),
        )
