"""How many people stand to a role, against the assessment of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from careerpath.model.assessment import Band
from careerpath.scoring.assess import assess
from careerpath.scoring.demands import NO_GAP, Demands, band_codes
from careerpath.scoring.kernel import Kernel
from careerpath.scoring.largest import largest
from careerpath.scoring.table import build_table
from support.catalogs import answers_of, catalogs

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
            assert [case.item for case in found] == [gap.item for gap in told.gaps[:gaps]]
            assert [demands.gain[case] for case in standing.gaps[:, person] if case != NO_GAP] == [
                gap.gain for gap in told.gaps[:gaps]
            ]


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
