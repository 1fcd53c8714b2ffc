"""One person and a million get the same figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from careerpath.scoring.assess import assess
from careerpath.scoring.kernel import Kernel
from careerpath.scoring.table import build_table
from support.catalogs import answers_of, catalogs, shipped

if TYPE_CHECKING:
    from careerpath.model.catalog import Catalog


@given(catalogs(), st.data())
def test_the_kernel_agrees_with_the_assessment_to_the_last_digit(catalog: Catalog, data: st.DataObject) -> None:
    people = [data.draw(answers_of(catalog)) for _ in range(3)]
    table = build_table(catalog)
    kernel = Kernel(table, catalog.scoring.appeal)
    scores = kernel.score(*kernel.encode(catalog, people))
    for person, answers in enumerate(people):
        by_role = assess(catalog, answers, table=table).by_role
        for column, role in enumerate(kernel.roles):
            figures = (scores.match[person, column], scores.readiness[person, column], scores.appeal[person, column])
            assert figures == (by_role[role].match, by_role[role].readiness, by_role[role].appeal)


@given(catalogs(), st.data())
def test_the_rows_of_the_flat_table_add_up_to_the_figures(catalog: Catalog, data: st.DataObject) -> None:
    kernel = Kernel(build_table(catalog), catalog.scoring.appeal)
    codes, likes = kernel.encode(catalog, [data.draw(answers_of(catalog)) for _ in range(3)])
    rows = kernel.rows(codes)
    assert rows.shape == codes.shape
    scores = kernel.score(codes, np.zeros_like(likes))
    assert kernel.coverage[rows].sum(axis=1).tolist() == scores.readiness.tolist()
    assert kernel.points[rows].sum(axis=1).tolist() == scores.match.tolist()


@given(catalogs(), st.data())
def test_figures_are_as_narrow_as_their_types_say(catalog: Catalog, data: st.DataObject) -> None:
    kernel = Kernel(build_table(catalog), catalog.scoring.appeal)
    codes, likes = kernel.encode(catalog, [data.draw(answers_of(catalog))])
    assert {codes.dtype, likes.dtype} == {np.dtype(np.int8)}
    assert {figures.dtype for figures in kernel.score(codes, likes)} == {np.dtype(np.int32)}


def test_appeal_is_exact_where_sums_are_too_wide_for_single_precision() -> None:
    catalog = shipped()
    table = build_table(catalog)
    kernel, wide = Kernel(table, catalog.scoring.appeal), Kernel(table, catalog.scoring.appeal)
    # Shares of a role's activities stay as they are.
    wide.weights = kernel.weights * 1_000_003
    likes = np.random.default_rng(1).integers(0, 6, (500, len(kernel.activities))).astype(np.int8)
    assert wide.appeal(likes).tolist() == kernel.appeal(likes).tolist()
