"""One person and a million get the same figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerpath.model.answers import Answers
from careerpath.scoring import lookups
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
    leaders = kernel.leaders(codes, likes, 1)
    assert {figures.dtype for figures in (leaders.match, leaders.appeal)} == {np.dtype(np.int32)}
    assert {figures.dtype for figures in (kernel.coverage, kernel.points)} == {np.dtype(np.int32)}


@given(catalogs(), st.data())
def test_the_leaders_are_the_first_roles_of_the_assessment(catalog: Catalog, data: st.DataObject) -> None:
    people = [data.draw(answers_of(catalog)) for _ in range(3)]
    table = build_table(catalog)
    kernel = Kernel(table, catalog.scoring.appeal)
    count = data.draw(st.integers(1, len(kernel.roles)))
    leaders = kernel.leaders(*kernel.encode(catalog, people), count)
    assert {figures.shape for figures in leaders} == {(count, len(people))}
    for person, answers in enumerate(people):
        ordered = assess(catalog, answers, table=table).roles[:count]
        assert [kernel.roles[column] for column in leaders.role[:, person]] == [role.role for role in ordered]
        assert leaders.match[:, person].tolist() == [role.match for role in ordered]
        assert leaders.appeal[:, person].tolist() == [role.appeal for role in ordered]


@pytest.mark.parametrize("block", [1, 100, 128 * 1024])
def test_many_people_get_the_figures_of_each_alone(block: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lookups, "BLOCK_SUMS", block)
    catalog = shipped()
    kernel = Kernel(build_table(catalog), catalog.scoring.appeal)
    draw = np.random.default_rng(block)
    codes = draw.integers(-1, kernel.sizes, (50, len(kernel.items))).astype(np.int8)
    likes = draw.integers(0, 6, (50, len(kernel.activities))).astype(np.int8)
    together, leaders = kernel.score(codes, likes), kernel.leaders(codes, likes, 4)
    for person in range(50):
        alone = kernel.score(codes[[person]], likes[[person]])
        assert [figures[person].tolist() for figures in together] == [figures[0].tolist() for figures in alone]
        first = leaders.role[:, person]
        assert leaders.match[:, person].tolist() == alone.match[0, first].tolist()
        assert leaders.appeal[:, person].tolist() == alone.appeal[0, first].tolist()


def test_nobody_and_no_roles_are_no_matter() -> None:
    catalog = shipped()
    kernel = Kernel(build_table(catalog, ()), catalog.scoring.appeal)
    codes, likes = kernel.encode(catalog, [Answers()])
    assert [figures.shape for figures in kernel.score(codes, likes)] == [(1, 0)] * 3
    whole = Kernel(build_table(catalog), catalog.scoring.appeal)
    assert [figures.shape for figures in whole.leaders(codes[:0], likes[:0], 3)] == [(3, 0)] * 3
