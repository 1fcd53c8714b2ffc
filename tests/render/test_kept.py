"""Honest ranks that were kept: believed where they can be those of today, and nowhere else."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
import pytest

from careerpath.model.profile import StoredResult
from careerpath.render.data import kept
from careerpath.render.data.kept import DRAWN, kept_roles, ranks_as_kept, summary_json, with_ranks
from careerpath.scoring.assess import assess
from careerpath.scoring.ranks import honest_ranks
from careerpath.scoring.table import build_table
from support.catalogs import make_answers, make_catalog

if TYPE_CHECKING:
    from careerpath.model.assessment import Assessment, HonestRank
    from careerpath.model.catalog import Catalog


class Case(NamedTuple):
    catalog: Catalog
    assessment: Assessment
    ranks: dict[str, HonestRank]
    result: StoredResult


@pytest.fixture(scope="module")
def case() -> Case:
    """A result of a small catalogue, as it is kept."""
    catalog = make_catalog(roles=4, skills=6, activities=3, learning=0, seed=7)
    answers, table = make_answers(catalog, missing=10, unknown=10, seed=7), build_table(catalog)
    assessment, ranks = assess(catalog, answers, table=table), honest_ranks(catalog, table, answers)
    result = StoredResult(
        at=datetime(2026, 1, 1, tzinfo=UTC),
        catalog_version=catalog.version,
        catalog_digest=catalog.digest,
        answers=answers,
        summary_json=summary_json(assessment, ranks),
    )
    return Case(catalog, assessment, ranks, result)


def _restored(case: Case, **changed: Any) -> dict[str, HonestRank] | None:
    return ranks_as_kept(case.catalog, case.assessment, msgspec.structs.replace(case.result, **changed))


def test_what_was_drawn_comes_back_in_the_same_order(case: Case) -> None:
    restored = _restored(case)
    assert restored is not None
    assert list(restored.items()) == list(case.ranks.items())


def test_ranks_of_a_result_that_was_looked_at_with_a_newer_catalogue(case: Case) -> None:
    before = msgspec.structs.replace(case.result, catalog_digest="1" * 64, summary_json=summary_json(case.assessment))
    amended = with_ranks(before, case.assessment, case.ranks)
    assert _restored(case, catalog_digest="1" * 64, summary_json=amended) == case.ranks
    assert kept_roles(msgspec.structs.replace(before, summary_json=amended)) == kept_roles(before)


def test_ranks_of_something_else_are_not_used(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    other = msgspec.structs.replace(case.assessment, catalog_digest="1" * 64)
    assert _restored(case, summary_json=summary_json(other, case.ranks)) is None
    assert _restored(case, answers=make_answers(case.catalog, missing=10, unknown=10, seed=8)) is None
    assert _restored(case, summary_json=summary_json(case.assessment)) is None
    monkeypatch.setattr(kept, "DRAWN", "0.0.0/0")
    assert _restored(case) is None


@pytest.mark.parametrize(
    "ranks",
    [
        {},
        {"r0": [10000, 1, 1]},
        {"r0": [10000, 1, 1], "r1": [0, 1, 4], "r2": [0, 1, 4], "other": [0, 1, 4]},
        {"r0": [9999, 1, 1], "r1": [0, 1, 4], "r2": [0, 1, 4], "r3": [0, 1, 4]},
        {"r0": [10001, 1, 1], "r1": [-1, 1, 4], "r2": [0, 1, 4], "r3": [0, 1, 4]},
        {"r0": [10000, 1, 1], "r1": [0, 1, 5], "r2": [0, 1, 4], "r3": [0, 1, 4]},
        {"r0": [10000, 1, 1], "r1": [0, 3, 2], "r2": [0, 1, 4], "r3": [0, 1, 4]},
        {"r0": [10000, 0, 1], "r1": [0, 1, 4], "r2": [0, 1, 4], "r3": [0, 1, 4]},
        {"r0": "first"},
    ],
    ids=str,
)
def test_ranks_that_cannot_be_are_not_used(case: Case, ranks: object) -> None:
    summary = msgspec.json.encode(
        {"roles": {}, "ranks": {"drawn": DRAWN, "catalog": case.catalog.digest, "roles": ranks}}
    )
    assert _restored(case, summary_json=summary) is None
    assert _restored(case, summary_json=b"{") is None


def test_another_way_to_draw_has_another_name(case: Case) -> None:
    drawn = {role: (rank.first, rank.best, rank.worst) for role, rank in case.ranks.items()}
    known = {"r0": (5, 4, 4), "r1": (670, 1, 3), "r2": (7670, 1, 2), "r3": (1655, 1, 3)}
    assert (DRAWN.partition("/")[2], drawn) == ("1", known), (
        "ranks are drawn in another way: raise the number of DRAWN in render/data/kept.py, and write both here"
    )
