"""A caution is told where it matters: with a step, only what concerns doing it; with the claim itself, always."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, get_args

import msgspec
import pytest

import careerpath
from careerpath.catalog.read import read_catalog
from careerpath.catalog.source import read_folder
from careerpath.model.evidence import CautionAbout
from careerpath.render.data.roles import role_data
from careerpath.render.text.options import RenderOptions
from careerpath.render.text.role import role_view
from render.views import printed
from support.catalogs import shipped

if TYPE_CHECKING:
    from careerpath.model.catalog import Catalog

ABOUT: tuple[CautionAbout, ...] = get_args(CautionAbout)
TEAM = Path(__file__).parents[1] / "catalogs" / "design-team"
DOUBT = "Nobody counted them."


def team_with_doubt(claim: str, about: CautionAbout) -> Catalog:
    catalog = read_catalog(read_folder(TEAM))
    claims = tuple(
        msgspec.structs.replace(entry, caution=DOUBT, caution_about=about) if entry.id == claim else entry
        for entry in catalog.claims
    )
    return msgspec.structs.replace(catalog, claims=claims)


@pytest.mark.parametrize("about", ABOUT)
def test_with_a_way_to_learn_comes_what_concerns_the_fact_or_the_offer(about: CautionAbout) -> None:
    catalog = team_with_doubt("handbook-prototypes", about)
    result = careerpath.assess(catalog, {"skills": dict.fromkeys(catalog.skill_by_id, 0)})
    steps = [step for role in result.recommendations for step in role.next_steps if step.learning == "prototype-weekly"]
    assert steps
    for step in steps:
        assert step.cautions == ((DOUBT,) if about in {"fact", "offer"} else ())


@pytest.mark.parametrize("about", ABOUT)
def test_with_a_move_comes_what_concerns_the_fact(about: CautionAbout) -> None:
    catalog = team_with_doubt("handbook-lead", about)
    skills = {"interaction-design": 3, "user-research": 2, "visual-design": 2, "prototyping": 2}
    result = careerpath.assess(catalog, {"skills": skills, "background": {"experience": 6}})
    lead = next(role for role in result.recommendations if role.role == "design-lead")
    moves = [step for step in lead.next_steps if step.role]
    assert moves
    for step in moves:
        assert step.cautions == ((DOUBT,) if about == "fact" else ())


@pytest.mark.parametrize("about", ABOUT)
def test_a_role_tells_each_caution_once_beside_the_fact_or_with_its_source(about: CautionAbout) -> None:
    catalog = team_with_doubt("handbook-lead", about)
    data = role_data(catalog, catalog.role_by_id["design-lead"])
    text = printed(role_view(data, catalog, RenderOptions(width=80)), 80)
    before, _, sources = text.partition("\nSources\n")
    assert (before.count(DOUBT), sources.count(DOUBT)) == ((1, 0) if about == "fact" else (0, 1))
    (claim,) = (entry for entry in data.claims if entry.id == "handbook-lead")
    assert (claim.caution, claim.caution_about) == (DOUBT, about)


def test_a_step_of_ones_own_catalogue_keeps_its_own_caution_first() -> None:
    catalog = shipped()
    (learning,) = (entry for entry in catalog.learning if entry.id == "google-digital-marketing")
    result = careerpath.assess(catalog, {"skills": {"writing": 2}})
    steps = [step for role in result.recommendations for step in role.next_steps if step.learning == learning.id]
    assert steps
    for step in steps:
        assert step.cautions[0] == step.caution == learning.caution
        assert len(set(step.cautions)) == len(step.cautions)


def test_what_concerns_nothing_has_no_subject() -> None:
    for claim in role_data(shipped(), shipped().role_by_id["product-manager"]).claims:
        assert (claim.caution is None) == (claim.caution_about is None)
