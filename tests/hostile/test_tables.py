"""Small tables of people that would become huge: refused, or set aside, within the bounds of every other input."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

pa = pytest.importorskip("pyarrow")

from pyarrow import parquet  # noqa: E402 (only if it is there)

from support.bounded import Bounded  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

PEOPLE = 65_536
LARGE = 50_000


def _alike(size: int) -> Any:
    """One text for everybody, which a file needs to hold once only."""
    return pa.DictionaryArray.from_arrays(pa.array([0] * PEOPLE, pa.int32()), pa.array(["x" * size]))


def _different(size: int) -> Any:
    """Texts that are all different, and packed small all the same."""
    return pa.array([f"{number}{'y' * size}" for number in range(PEOPLE // 2)])


def _ids(count: int) -> Any:
    return pa.array([str(number) for number in range(count)])


TABLES: dict[str, Callable[[], dict[str, Any]]] = {
    "names alike": lambda: {"id": _alike(LARGE), "skills.seo": pa.array([2] * PEOPLE)},
    "answers alike": lambda: {"id": _ids(PEOPLE), "background.field": _alike(LARGE)},
    "answers alike, in a structure": lambda: {
        "id": _ids(PEOPLE),
        "background": pa.StructArray.from_arrays([_alike(LARGE // 2)], ["field"]),
    },
    "names different": lambda: {"id": _different(10_000), "skills.seo": pa.array([2] * (PEOPLE // 2))},
    "answers different": lambda: {"id": _ids(PEOPLE // 2), "background.field": _different(10_000)},
}


@pytest.fixture(scope="module")
def bounded() -> Iterator[Bounded]:
    with Bounded() as program:
        yield program


@pytest.mark.parametrize("name", TABLES)
def test_a_small_file_needs_no_more_memory_than_any(bounded: Bounded, tmp_path: Path, name: str) -> None:
    path = tmp_path / "people.parquet"
    parquet.write_table(pa.table(TABLES[name]()), path, compression="zstd", store_schema=False)
    assert path.stat().st_size < 4_000_000
    ended = bounded(tmp_path, "cohort", "people.parquet", "-o", "out.csv", "--cores", "1")
    assert ended.code in {0, 3}, ended.err
    assert "Traceback" not in ended.err
    assert "defect" not in ended.err
    assert ended.memory < 700 << 20
    if ended.code == 0:
        assert "cannot be scored" in ended.err
