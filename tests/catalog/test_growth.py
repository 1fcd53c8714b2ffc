"""What a larger catalogue costs. Calls are counted, since times are not exact."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from careerpath.catalog.compiled import decode_copy, encode_copy
from careerpath.catalog.linting import apart
from careerpath.catalog.linting.apart import NEAR, measure_pairs
from careerpath.catalog.read import read_catalog
from careerpath.catalog.source import read_folder
from careerpath.errors import InvalidInputError
from careerpath.pathways.moves import MoveBook
from careerpath.scoring.table import build_table
from support.catalogs import make_catalog
from support.made_up_catalog import write_catalog

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

    from careerpath.catalog.source import Source
    from careerpath.model.catalog import Catalog
    from careerpath.scoring.table import ScoreTable


def _calls(work: Callable[[], object]) -> int:
    """How many calls some work takes, also those into C."""
    count = 0

    def take(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(take)
    try:
        work()
    finally:
        sys.setprofile(before)
    return count


SIZES = (29, 58, 87)


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> list[Source]:
    folder = tmp_path_factory.mktemp("growth")
    return [read_folder(write_catalog(folder / str(roles), roles)) for roles in SIZES]


@pytest.fixture(scope="module")
def catalogs(sources: list[Source]) -> list[Catalog]:
    return list(map(read_catalog, sources))


@pytest.mark.usefixtures("catalogs")  # what is done once, such as imports, does not count
def test_reading_and_checking_is_linear(sources: list[Source]) -> None:
    few, more, many = (_calls(partial(read_catalog, source)) for source in sources)
    assert (many - more) / (more - few) < 1.013


def _with_idle_skills(skills: int) -> Catalog:
    """A catalogue with so many skills, twenty of which its roles ask for."""
    catalog = make_catalog(roles=24, skills=20, activities=6, learning=10, seed=5)
    idle = (replace(catalog.skills[0], id=f"idle-{number}", label=f"I {number}") for number in range(skills))
    return replace(catalog, skills=(*catalog.skills, *idle))


def _lint_pairs(catalog: Catalog, table: ScoreTable) -> object:
    return measure_pairs(catalog, table, 5)


def _find_moves(catalog: Catalog, table: ScoreTable) -> object:
    book = MoveBook(catalog, table, catalog.roles[-1].id)
    return [book.from_role(role.id) for role in catalog.roles]


@pytest.mark.parametrize("work", [_find_moves, _lint_pairs])
def test_what_compares_all_roles_with_one_another_goes_by_what_they_ask_for(
    work: Callable[[Catalog, ScoreTable], object],
) -> None:
    roles, idle, calls = 24, 200, []
    for skills in (0, idle):
        catalog = _with_idle_skills(skills)
        calls.append(_calls(partial(work, catalog, build_table(catalog))))
    assert calls[1] - calls[0] < roles * idle * 8, "every skill for every role, but not for every pair"


def test_pairs_of_roles_that_are_easily_told_apart_are_not_kept() -> None:
    catalog = make_catalog(roles=40, skills=30, activities=10, learning=0, seed=1)
    table = build_table(catalog)
    every, some = measure_pairs(catalog, table, 40 * 40), measure_pairs(catalog, table, 5)
    assert len(every) == 40 * 39 // 2
    assert some[:5] == every[:5]
    assert set(some[5:]) == {pair for pair in every[5:] if pair.distance <= NEAR or len(pair.telling) <= 1}


def test_a_catalogue_of_roles_that_are_all_alike_is_not_compared_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "MOST_ALIKE", 20)
    catalog = make_catalog(roles=8, skills=3, activities=2, learning=0, seed=1)
    alike = [replace(catalog.roles[0], id=f"r{number}", entry_roles=()) for number in range(8)]
    catalog = replace(catalog, roles=tuple(alike))
    with pytest.raises(InvalidInputError, match="more than 20 pairs of roles") as failure:
        measure_pairs(catalog, build_table(catalog), 5)
    assert failure.value.problems[0].code == "too-many"


def test_the_copy_grows_with_the_roles_and_no_faster(sources: list[Source], catalogs: list[Catalog]) -> None:
    sizes = []
    for roles, source, catalog in zip(SIZES, sources, catalogs, strict=True):
        copy = encode_copy(source.key, catalog)
        read = decode_copy(source.key, copy)
        assert read
        assert len(read.roles) == roles
        sizes.append(len(copy))
    assert (sizes[2] - sizes[1]) / (sizes[1] - sizes[0]) < 1.013
