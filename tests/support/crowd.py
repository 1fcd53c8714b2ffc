"""A crowd for tests: a table of people as institutions have them, with every type of column, gaps and faults."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from careerpath.answers.names import SECTIONS
from careerpath.cohort.columns import ID, SEPARATOR, all_columns, find_columns

if TYPE_CHECKING:
    from careerpath.model.catalog import Catalog
    from careerpath.quiz.questions import AskedQuestion

UNSAID, FAULTY = 0.2, 0.0005
"""So many of all answers are lacking, and so many are none."""


def make_crowd(catalog: Catalog, people: int, seed: int) -> pa.Table:
    """People with answers at random; some answers are lacking, some wrong, and a few people have no proper name."""
    draw = random.Random(seed)  # noqa: S311 (no secret)
    questions = find_columns(catalog, all_columns(catalog)).questions
    columns: dict[str, Any] = {ID: pa.array([_name(person, draw) for person in range(people)], pa.string())}
    for name, question in questions.items():
        columns[name] = _column(question, people, draw)
    return pa.table({"remark": pa.array(["of no use here"] * people), **columns})


def nested(crowd: pa.Table) -> pa.Table:
    """The same people with a structure for each part of the answers."""
    columns: dict[str, Any] = {ID: crowd[ID].combine_chunks()}
    for part in SECTIONS:
        names = [name for name in crowd.column_names if name.startswith(f"{part}{SEPARATOR}")]
        inner = [crowd[name].combine_chunks() for name in names]
        columns[part] = pa.StructArray.from_arrays(inner, [name.partition(SEPARATOR)[2] for name in names])
    return pa.table(columns)


def _name(person: int, draw: random.Random) -> str | None:
    wrong = (None, "", "x" * 300)
    return draw.choice(wrong) if draw.random() < FAULTY else f"person-{person:06}"


def _column(question: AskedQuestion, people: int, draw: random.Random) -> pa.Array:
    values: list[Any] = [None if draw.random() < UNSAID else _answer(question, draw) for _ in range(people)]
    if question.answer == "several":
        return pa.array(values, pa.list_(pa.string()))
    return pa.array(values)


def _answer(question: AskedQuestion, draw: random.Random) -> Any:
    wrong = draw.random() < FAULTY
    if question.answer == "years":
        return 99 if wrong else draw.randint(0, 20)
    values = [option.value for option in question.options]
    none = type(values[0])(99)  # a column has one type
    if question.answer == "several":
        return draw.sample(values, draw.randrange(len(values))) + [none] * wrong
    return none if wrong else draw.choice(values)
