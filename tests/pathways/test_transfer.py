from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given

from careerpath.pathways.transfer import incumbent, transfer
from careerpath.scoring.assess import assess
from careerpath.scoring.table import build_table
from support.catalogs import catalogs, decoded_answers, shipped

if TYPE_CHECKING:
    from careerpath.model.catalog import Catalog


def check_against_assessment(catalog: Catalog, pairs: list[tuple[str, str]]) -> None:
    """A transfer is what the assessment says of somebody with the incumbent's answers."""
    table = build_table(catalog)
    rows = {row.role: row for row in table.roles}
    for source, target in pairs:
        answers = decoded_answers(catalog, incumbent(catalog, table, rows[source], rows[target]).codes, {})
        assessed = assess(catalog, answers, table=table).by_role[target]
        move = transfer(catalog, table, source, target)
        assert (move.source, move.target) == (source, target)
        assert (move.readiness, move.gaps) == (assessed.readiness, assessed.gaps)
        if source == target:
            assert (move.readiness, move.gaps) == (10_000, ())


@given(catalogs())
def test_transfer_is_the_assessment_of_the_incumbent(catalog: Catalog) -> None:
    roles = [role.id for role in catalog.roles[:3]]
    check_against_assessment(catalog, [(source, target) for source in roles for target in roles])


def test_transfer_is_the_assessment_of_the_shipped_incumbents() -> None:
    roles = [role.id for role in shipped().roles]
    check_against_assessment(shipped(), [(role, role) for role in roles] + list(permutations(roles[::5], 2)))


def test_transfer_is_not_symmetric() -> None:
    table = build_table(shipped())
    up = transfer(shipped(), table, "associate-product-manager", "chief-product-officer")
    down = transfer(shipped(), table, "chief-product-officer", "associate-product-manager")
    assert up.readiness < down.readiness


def test_a_field_of_study_that_a_role_does_not_ask_for_is_not_given_away() -> None:
    move = transfer(shipped(), build_table(shipped()), "director-of-products", "vp-of-marketing")
    assert {gap.item: gap.have for gap in move.gaps}["education_field"] == "other"


def test_a_track_without_a_field_gives_none_away() -> None:
    catalog = shipped()
    tracks = tuple(msgspec.structs.replace(track, field=None) for track in catalog.tracks)
    without = msgspec.structs.replace(catalog, tracks=tracks)
    move = transfer(without, build_table(without), "sales-representative", "marketing-manager")
    assert "background" in {gap.item for gap in move.gaps}


def test_unknown_role() -> None:
    with pytest.raises(KeyError):
        transfer(shipped(), build_table(shipped()), "marketing-manager", "wizard")
