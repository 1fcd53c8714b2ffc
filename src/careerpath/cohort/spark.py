"""A cohort on a cluster: Spark moves the batches, and hands them to the kernel. Needs the extra `spark`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pyarrow as pa

from careerpath.answers.names import SECTIONS
from careerpath.catalog.load import load_catalog
from careerpath.cohort.batch_function import BatchFunction
from careerpath.cohort.columns import SEPARATOR, find_columns
from careerpath.cohort.results import Extent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyspark.sql import DataFrame
    from pyspark.sql.types import StructField

    from careerpath.model.catalog import Catalog

USUAL: Final = Extent()
SPARK_TYPES: Final = {
    pa.string(): "string",
    pa.int16(): "smallint",
    pa.float64(): "double",
    pa.list_(pa.string()): "array<string>",
}


def score_frame(frame: DataFrame, catalog: Catalog | None = None, *, extent: Extent = USUAL) -> DataFrame:
    """The results of a frame of people: a row for each, in no order; nothing is computed before it is asked for.

    Whoever has a faulty answer keeps the `id`, and has the reason in `problem` and nulls elsewhere.

    Args:
        frame: `id` and columns as `skills.seo`, or structures `background`, `skills` and `likes`. Others are not read.
        catalog: the shipped one if not given.
        extent: how many roles are told of each person, and how many gaps of each role.

    Raises:
        InvalidInputError: the columns are not those of a table of people.
    """
    catalog = catalog or load_catalog()
    paths = list(_paths(frame))
    columns = find_columns(catalog, [name for name, _ in paths])
    function = BatchFunction.of(catalog, columns.used, extent)
    path_of = dict(paths)
    # Spark takes a dot for the way into a structure, so that the columns travel under names without any.
    chosen = (frame[path_of[name]].alias(f"column_{place}") for place, name in enumerate(function.columns))
    return frame.select(*chosen).mapInArrow(function, _declared(function.schema))


def _paths(frame: DataFrame) -> Iterator[tuple[str, str]]:
    """The columns and the parts of structures, by our names for them, with the way to each as Spark writes it."""
    for field in frame.schema:
        for child in _children(field):
            yield f"{field.name}{SEPARATOR}{child}", f"{_quoted(field.name)}.{_quoted(child)}"
        if not _children(field):
            yield field.name, _quoted(field.name)


def _children(field: StructField) -> list[str]:
    """The names inside the structure of a part of the answers."""
    return list(getattr(field.dataType, "names", ())) if field.name in SECTIONS else []


def _quoted(name: str) -> str:
    return f"`{name.replace('`', '``')}`"


def _declared(schema: pa.Schema) -> str:
    """The columns as Spark declares them."""
    return ", ".join(f"{_quoted(field.name)} {SPARK_TYPES[field.type]}" for field in schema)
