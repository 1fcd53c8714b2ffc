"""The kernel as a value that travels gives the results of the scorer, wherever it arrives."""

from __future__ import annotations

import pickle
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from careerpath.catalog import compiled
from careerpath.cohort import batch_function
from careerpath.cohort.batch_function import BatchFunction
from careerpath.cohort.columns import find_columns
from careerpath.cohort.results import PROBLEM, Extent
from careerpath.cohort.scorer import Scorer
from careerpath.errors import InvalidInputError, UsageError
from support.catalogs import make_catalog, shipped
from support.crowd import make_crowd

if TYPE_CHECKING:
    import pyarrow as pa

PEOPLE = 400


@pytest.fixture(scope="module")
def crowd() -> pa.Table:
    return make_crowd(shipped(), PEOPLE, seed=1)


def function_for(crowd: pa.Table, extent: Extent) -> BatchFunction:
    return BatchFunction.of(shipped(), find_columns(shipped(), crowd.column_names).used, extent)


def sent(function: BatchFunction) -> BatchFunction:
    """The function as it arrives elsewhere."""
    arrived = pickle.loads(pickle.dumps(function))  # noqa: S301 (our own)
    assert isinstance(arrived, BatchFunction)
    return arrived


@pytest.mark.parametrize("extent", [Extent(), Extent(top=1, gaps=1), Extent(top=500, gaps=9)])
def test_a_copy_of_it_gives_the_results_of_the_scorer(crowd: pa.Table, extent: Extent) -> None:
    function = function_for(crowd, extent)
    arrived = sent(function)
    people = crowd.select(function.columns)
    unnamed = people.rename_columns([f"column_{place}" for place in range(people.num_columns)])
    found = list(arrived(unnamed.to_batches(max_chunksize=150)))

    scorer = Scorer(shipped(), find_columns(shipped(), crowd.column_names), extent)
    expected = scorer.score(people.combine_chunks().to_batches()[0]).results.to_pylist()
    assert [len(batch) for batch in found] == [150, 150, 100]
    assert [row for batch in found for row in batch.to_pylist()] == expected
    assert all(batch.schema == function.schema for batch in found)
    assert 0 < sum(row[PROBLEM] is not None for row in expected) < PEOPLE / 2


def test_a_batch_without_people_gives_one(crowd: pa.Table) -> None:
    function = function_for(crowd, Extent())
    (found,) = function([crowd.select(function.columns).to_batches()[0].slice(0, 0)])
    assert (len(found), found.schema) == (0, function.schema)


def test_a_process_makes_the_tables_once(crowd: pa.Table) -> None:
    function = function_for(crowd, Extent())
    batches = crowd.select(function.columns).to_batches(max_chunksize=100)
    batch_function._scorer.cache_clear()
    for _ in range(3):
        assert len(list(sent(function)(batches))) == 4
    assert batch_function._scorer.cache_info().misses == 1


def test_catalogues_are_kept_apart(crowd: pa.Table) -> None:
    """Processes of a cluster outlive a job."""
    other = make_catalog(roles=5, skills=4, activities=3, learning=0, seed=1)
    people = make_crowd(other, 50, seed=2)
    functions = [
        (function_for(crowd, Extent()), crowd),
        (BatchFunction.of(other, find_columns(other, people.column_names).used, Extent()), people),
    ]
    roles = [
        {row["role_1"] for batch in function(table.select(function.columns).to_batches()) for row in batch.to_pylist()}
        for function, table in functions
    ]
    assert {role.id for role in shipped().roles} > roles[0] - {None}
    assert {role.id for role in other.roles} >= roles[1] - {None}
    assert not roles[0] & roles[1] - {None}


def test_another_version_of_the_program_is_refused(crowd: pa.Table, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compiled, "FORMAT", "careerpath.catalog/0/0.0.1")
    function = function_for(crowd, Extent())
    monkeypatch.undo()
    with pytest.raises(UsageError, match=r"compiled as 'careerpath.catalog/0/0.0.1'") as failure:
        next(function(crowd.select(function.columns).to_batches()))
    assert failure.value.problems[0].code == "other-version"


def test_columns_that_are_none_are_refused_before_anything_travels() -> None:
    with pytest.raises(InvalidInputError, match="no question 'sea'") as failure:
        BatchFunction.of(shipped(), ("id", "skills.sea"), Extent())
    assert failure.value.problems[0].code == "unknown-question"


@pytest.mark.parametrize("module", ["batch_function", "spark"])
def test_it_needs_no_spark_where_it_arrives(module: str) -> None:
    code = f"import sys, careerpath.cohort.{module}; sys.exit('pyspark' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
