"""How many people stand to a role, against the assessment of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerpath.model.assessment import Band
from careerpath.scoring.assess import assess
from careerpath.scoring.demands import NO_GAP, Demands, Standing, band_codes
from careerpath.scoring.kernel import Kernel
from careerpath.scoring.largest import largest
from careerpath.scoring.table import Term, build_table
from support.catalogs import answers_of, catalogs, shipped

if TYPE_CHECKING:
    from careerpath.model.catalog import Catalog


@given(catalogs(), st.data())
def test_people_stand_to_every_role_as_the_assessment_says(catalog: Catalog, data: st.DataObject) -> None:
    people = [data.draw(answers_of(catalog)) for _ in range(3)]
    gaps = data.draw(st.integers(1, 5))
    table = build_table(catalog)
    kernel, demands = Kernel(table, catalog.scoring.appeal), Demands(table)
    codes, _ = kernel.encode(catalog, people)
    bands = catalog.scoring.bands
    for number, role in enumerate(kernel.roles):
        standing = demands.stand(number, codes.T, np.arange(len(people)), gaps)
        band = band_codes(standing, bands.ready, bands.next)
        for person, answers in enumerate(people):
            told = assess(catalog, answers, table=table).by_role[role]
            assert standing.readiness[person] == told.readiness
            assert (standing.low[person], standing.high[person]) == (
                told.readiness_range.low,
                told.readiness_range.high,
            )
            assert get_args(Band)[band[person]] == told.band
            assert standing.unmet[person] == bool(told.unmet_essentials)
            found = [demands.cases[case] for case in standing.gaps[:, person] if case != NO_GAP]
            assert [(case.role, case.requirement) for case in found] == [
                (role, table.roles[number].requirements[gap.item]) for gap in told.gaps[:gaps]
            ]
            assert [case.item for case in found] == [gap.item for gap in told.gaps[:gaps]]
            assert [demands.gain[case] for case in standing.gaps[:, person] if case != NO_GAP] == [
                gap.gain for gap in told.gaps[:gaps]
            ]


@given(catalogs(), st.data())
def test_only_those_who_are_asked_about_are_looked_at(catalog: Catalog, data: st.DataObject) -> None:
    table = build_table(catalog)
    demands = Demands(table)
    codes, _ = Kernel(table, catalog.scoring.appeal).encode(catalog, [data.draw(answers_of(catalog)) for _ in range(4)])
    for role in range(len(table.roles)):
        everybody = demands.stand(role, codes.T, np.arange(4), 2)
        some = demands.stand(role, codes.T, np.array([3, 1]), 2)
        assert [figures.tolist() for figures in some] == [figures[..., [3, 1]].tolist() for figures in everybody]
        assert {figures.dtype for figures in some if figures is not some.unmet} == {np.dtype(np.int32)}
        assert {figures.dtype for figures in demands.roles[role]} == {np.dtype(np.int32)}


def test_who_lacks_a_hundredth_of_something_essential_lacks_it() -> None:
    catalog = shipped()
    table = build_table(catalog, (catalog.roles[0].id,))
    (row,) = table.roles
    item = next(name for name, asked in row.requirements.items() if asked.importance == "essential")
    almost = Term(coverage=(9_999, 10_000), surplus=(0, 0), unknown_coverage=9_999, unknown_surplus=0)
    asking = msgspec.structs.replace(row, terms={item: almost}, requirements={item: row.requirements[item]})
    codes = np.full((len(table.items), 3), [0, 1, -1], dtype=np.int8)
    standing = Demands(msgspec.structs.replace(table, roles=(asking,))).stand(0, codes, np.arange(3), 1)
    assert standing.unmet.tolist() == [True, False, True]
    assert standing.gaps.tolist() == [[1, NO_GAP, 0]]


def test_every_answer_to_a_requirement_and_not_knowing_is_a_case() -> None:
    catalog = shipped()
    table = build_table(catalog)
    demands = Demands(table)
    assert len(demands.cases) == len(demands.gain) == demands.bounds[-1]
    assert demands.gain.dtype == np.dtype(np.int32)
    for number, row in enumerate(table.roles):
        cases = demands.cases[demands.bounds[number] : demands.bounds[number + 1]]
        assert [(case.role, case.item, case.requirement, case.code) for case in cases] == [
            (row.role, item, row.requirements[item], code)
            for item in sorted(row.terms)
            for code in range(-1, len(row.terms[item].coverage))
        ]
        assert [case.is_known for case in cases] == [case.code >= 0 for case in cases]


@pytest.mark.parametrize(
    ("readiness", "low", "unmet", "band"),
    [(9000, 8500, False, 0), (9000, 8499, False, 1), (9000, 8500, True, 1), (5500, 0, True, 1), (5499, 0, True, 2)],
)
def test_each_band_begins_at_its_figure(readiness: int, low: int, unmet: bool, band: int) -> None:  # noqa: FBT001
    none = np.empty((0, 1), dtype=np.int32)
    ready, least, most = (np.array([figure], dtype=np.int32) for figure in (readiness, low, 10_000))
    standing = Standing(cases=none, readiness=ready, low=least, high=most, unmet=np.array([unmet]), gaps=none)
    assert band_codes(standing, 85, 55).tolist() == [band]


def test_no_roles_ask_for_nothing() -> None:
    demands = Demands(build_table(shipped(), ()))
    assert (demands.cases, demands.roles, demands.bounds, demands.gain.tolist()) == ([], [], [0], [])


@given(
    st.integers(1, 6).flatmap(
        lambda rows: st.lists(st.lists(st.integers(-99, 99), min_size=rows, max_size=rows), min_size=1)
    ),
    st.data(),
)
def test_the_largest_are_those_that_sorting_finds(columns: list[list[int]], data: st.DataObject) -> None:
    keys = np.array(columns).T
    count = data.draw(st.integers(1, len(keys)))
    assert largest(keys, count).tolist() == np.sort(keys, axis=0)[::-1][:count].tolist()
