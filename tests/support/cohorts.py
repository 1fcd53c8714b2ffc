"""Tables of people for tests: answers as rows, rows as tables, and what the assessment says of each person."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pyarrow as pa

from careerpath.answers.names import SECTIONS
from careerpath.cohort.columns import ID, SEPARATOR, all_columns
from careerpath.cohort.gap_text import gap_texts
from careerpath.cohort.values import SEVERAL_SEPARATOR
from careerpath.scoring.assess import assess
from careerpath.scoring.demands import Case
from careerpath.scoring.lookups import UNKNOWN
from careerpath.scoring.table import build_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from careerpath.model.answers import Answers, AnswerValue
    from careerpath.model.assessment import Gap
    from careerpath.model.catalog import Catalog

PARTS = {kind: part for part, kind in SECTIONS.items()}


def row_of(person: str, answers: Answers) -> dict[str, AnswerValue]:
    """The row of a person: the columns of what was answered."""
    row: dict[str, AnswerValue] = {ID: person}
    for question, value in answers.items():
        kind, _, subject = question.partition(":")
        row[f"{PARTS[kind]}{SEPARATOR}{subject}"] = value
    return row


def cell_of(value: AnswerValue) -> str:
    """A value as a cell of CSV."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return SEVERAL_SEPARATOR.join(value) if value else "none"
    return str(value)


def as_csv(rows: Iterable[dict[str, AnswerValue]], columns: Sequence[str], **style: Any) -> bytes:
    """Rows as CSV with these columns."""
    text = io.StringIO()
    writer = csv.writer(text, **{"lineterminator": "\n", **style})
    writer.writerow(columns)
    for row in rows:
        writer.writerow([cell_of(row.get(column)) for column in columns])
    return text.getvalue().encode()


def as_json_lines(rows: Iterable[dict[str, AnswerValue]]) -> bytes:
    """Rows as JSON Lines, with an object for each part, as an answers file has them."""
    lines = []
    for row in rows:
        nested: dict[str, Any] = {}
        for column, value in row.items():
            part, dot, subject = column.partition(SEPARATOR)
            if dot:
                nested.setdefault(part, {})[subject] = value
            else:
                nested[column] = value
        lines.append(json.dumps(nested))
    return "".join(f"{line}\n" for line in lines).encode()


def as_batch(rows: Sequence[dict[str, AnswerValue]], columns: Sequence[str]) -> pa.RecordBatch:
    """Rows as a batch with columns of the types that the values have."""
    arrays = []
    for column in columns:
        values = [list(value) if isinstance(value, tuple) else value for row in rows for value in [row.get(column)]]
        arrays.append(pa.array(values))
    return pa.RecordBatch.from_arrays(arrays, names=list(columns))


def table_columns(catalog: Catalog) -> list[str]:
    """Every column that a table of people can have."""
    return all_columns(catalog)


def expected(catalog: Catalog, person: str, answers: Answers, top: int, gaps: int) -> dict[str, Any]:
    """The row of results that the assessment of one person gives."""
    table = build_table(catalog)
    assessment = assess(catalog, answers, table=table)
    row: dict[str, Any] = {ID: person, "answered": assessment.answered}
    terms = {role.role: role for role in table.roles}
    for place, role in enumerate(assessment.roles[:top], 1):
        row |= {
            f"role_{place}": role.role,
            f"match_{place}": role.match / 100,
            f"readiness_{place}": role.readiness / 100,
            f"readiness_low_{place}": role.readiness_range.low / 100,
            f"readiness_high_{place}": role.readiness_range.high / 100,
            f"appeal_{place}": role.appeal / 100,
            f"band_{place}": role.band,
            f"gaps_{place}": [_gap_text(catalog, terms[role.role].requirements, gap) for gap in role.gaps[:gaps]],
        }
    return row


def _gap_text(catalog: Catalog, requirements: Any, gap: Gap) -> str:
    requirement = requirements[gap.item]
    if gap.have is None:
        return next(gap_texts(catalog, [Case("", gap.item, requirement, UNKNOWN)]))
    have = {True: "yes", False: "no"}[gap.have] if isinstance(gap.have, bool) else gap.have
    need = gap.need if isinstance(gap.need, tuple) else (gap.need,)
    needed = "|".join("yes" if value is True else str(value) for value in need)
    return f"{gap.item} {have}<{needed}"
