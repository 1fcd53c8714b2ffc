"""A table of people with answers at random, as Parquet, made by the million for benchmarks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa
from pyarrow import parquet

from careerpath.cohort.columns import ID, all_columns, find_columns
from careerpath.cohort.values import NONE_OF_THEM, SEVERAL_SEPARATOR

if TYPE_CHECKING:
    from pathlib import Path

    from careerpath.model.catalog import Catalog
    from careerpath.quiz.questions import AskedQuestion

GROUP = 65_536
"""So many people are in a row group: what is read at once."""
UNSAID = 0.15
"""So many of all answers are lacking."""
SEVERAL = 16
"""So many different answers are given where there can be several."""


def write_people(path: Path, catalog: Catalog, people: int, seed: int) -> None:
    """Writes so many people with every column that a table of people can have; the same for the same seed."""
    draw = np.random.default_rng(seed)
    questions = find_columns(catalog, all_columns(catalog)).questions
    types = {name: pa.int8() if _is_number(question) else pa.string() for name, question in questions.items()}
    schema = pa.schema({ID: pa.string(), **types})
    with parquet.ParquetWriter(path, schema) as writer:
        for start in range(0, people, GROUP):
            names = pa.array(range(start, min(start + GROUP, people))).cast(pa.string())
            columns = [_column(question, len(names), draw).cast(types[name]) for name, question in questions.items()]
            writer.write_batch(pa.RecordBatch.from_arrays([names, *columns], schema=schema))


def _is_number(question: AskedQuestion) -> bool:
    return question.answer == "years" or isinstance(question.options[0].value, int)


def _column(question: AskedQuestion, people: int, draw: np.random.Generator) -> pa.Array:
    given = _answers(question, draw)
    chosen = pa.array(draw.integers(0, len(given), people).astype(np.int32), mask=draw.random(people) < UNSAID)
    return pa.DictionaryArray.from_arrays(chosen, given).dictionary_decode()


def _answers(question: AskedQuestion, draw: np.random.Generator) -> pa.Array:
    """The answers that are given to a question."""
    if question.answer == "years":
        return pa.array(range(21), pa.int8())
    values = [option.value for option in question.options]
    if question.answer != "several":
        return pa.array(values)
    chosen = [[str(value) for value in values if draw.random() < 1 / 4] for _ in range(SEVERAL)]
    return pa.array([SEVERAL_SEPARATOR.join(some) or min(NONE_OF_THEM) for some in chosen])
