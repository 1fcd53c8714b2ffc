"""Tables of people as JSON Lines: an object a line, as in an answers file, with an `id`."""

from __future__ import annotations

import json
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, Final

import msgspec
import numpy as np
import pyarrow as pa

from careerpath.answers.names import SECTIONS, question_names, suggestion
from careerpath.catalog.names import folded
from careerpath.cohort.columns import ID, SEPARATOR, all_columns, column_name, find_columns
from careerpath.cohort.tables.block import Block, People, Reject
from careerpath.cohort.tables.json_shape import read_alike
from careerpath.cohort.tables.json_values import RowError, cell_of, count_keys, name_of
from careerpath.cohort.tables.lines import after_last_line, line_blocks, skip_byte_order_mark
from careerpath.parsing.node import quoted
from careerpath.quiz.session import Questionnaire

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Sequence
    from pathlib import Path

    from careerpath.model.catalog import Catalog
    from careerpath.scoring.lookups import Integers

FEW_LINES: Final = 256
"""If a line of a block is unusual, so many lines around it are looked at one by one."""


class JsonLinesTable:
    """A table in a JSON Lines file; see `tables.block.Table`. Each person may answer other questions."""

    def __init__(self, path: Path, catalog: Catalog) -> None:
        self._path = path
        self._catalog = catalog
        self.columns = find_columns(catalog, all_columns(catalog))
        with path.open("rb") as file:
            skip_byte_order_mark(file)
            self._start = file.tell()
        self.weight = path.stat().st_size - self._start
        self.first_line = 1

    def blocks(self, done: Container[int]) -> Iterator[Block]:
        """All blocks in order."""
        with self._path.open("rb") as file:
            file.seek(self._start)
            for number, data in enumerate(line_blocks(file, str(self._path), self.weight, after_last_line)):
                yield Block(number, len(data), None if number in done else partial(self.parse, data))

    def parse(self, data: bytes) -> People:
        """The people in some lines. Where the quick way does not account for every line, each is looked at."""
        lines = data.removesuffix(b"\n").split(b"\n")
        return read_alike(self.columns.questions, lines) or _together(
            read_alike(self.columns.questions, some) or self._parse_each(some)
            for some in (lines[start : start + FEW_LINES] for start in range(0, len(lines), FEW_LINES))
        )

    def _parse_each(self, lines: list[bytes]) -> People:
        ids: list[str | None] = []
        values: dict[str, list[str | None]] = {name: [] for name in self.columns.questions}
        at: list[int] = []
        rejects: list[Reject] = []
        ignored: dict[str, None] = {}
        for number, line in enumerate(lines):
            if not line.strip():
                continue
            try:
                row = _decode(line)
                person, answers = name_of(row.get(ID)), self._answers(row)
            except RowError as error:
                rejects.append(Reject(number, None, str(error)))
                continue
            ids.append(person)
            ignored |= dict.fromkeys(key for key in row if _is_ignored(key))
            at.append(number)
            for name, column in values.items():
                column.append(answers.get(name))
        arrays = [pa.array(ids, pa.string()), *(pa.array(column, pa.string()) for column in values.values())]
        batch = pa.RecordBatch.from_arrays(arrays, names=[ID, *values])
        return People(batch, np.array(at, dtype=np.int64), len(lines), rejects, tuple(ignored))

    def _answers(self, row: dict[str, Any]) -> dict[str, str | None]:
        """The answers of a person by column.

        Raises:
            RowError: some of them are none.
        """
        answers: dict[str, str | None] = {}
        for key, value in row.items():
            if key in SECTIONS:
                if value is not None and not isinstance(value, dict):
                    raise RowError(f"'{key}' must be an object of answers.")
                for subject, answer in (value or {}).items():
                    self._take(answers, key, subject, answer)
            elif key.partition(SEPARATOR)[0] in SECTIONS and SEPARATOR in key:
                part, _, subject = key.partition(SEPARATOR)
                self._take(answers, part, subject, value)
        return answers

    def _take(self, answers: dict[str, str | None], part: str, subject: str, value: object) -> None:
        column = self._columns[part].get(subject) or self._columns[part].get(folded(subject))
        if column is None:
            subjects = dict.fromkeys(name.partition(SEPARATOR)[2] for name in self._columns[part].values())
            hint = suggestion(subject.replace(" ", "-"), subjects)
            raise RowError(f"there is no question {quoted(subject)} under '{part}'. {hint}")
        if column in answers:
            raise RowError(f"'{column}' is answered twice. Keep one.")
        answers[column] = cell_of(self.columns.questions[column], value)

    @cached_property
    def _columns(self) -> dict[str, dict[str, str]]:
        """The columns by part, and every spelling of their questions."""
        names = question_names(self._catalog, Questionnaire(self._catalog))
        return {
            part: {
                spelling: column_name(question)
                for name, question in questions.items()
                for spelling in (name, question.subject)
            }
            for part, questions in names.items()
        }


def _is_ignored(key: str) -> bool:
    """Whether a key of a person holds neither the name nor answers."""
    return key != ID and key not in SECTIONS and not (SEPARATOR in key and key.partition(SEPARATOR)[0] in SECTIONS)


def _decode(line: bytes) -> dict[str, Any]:
    try:
        row = msgspec.json.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise RowError(f"this is not JSON: {_reason(error)}. Write one object a line.") from None
    if not isinstance(row, dict):
        raise RowError("this is no object. Write one object a line.")
    # The decoder keeps the last of two equal keys. As many colons behind quotes as keys: then none was equal.
    if line.count(b'":') != count_keys(row):
        _refuse_equal_keys(line)
    return row


def _refuse_equal_keys(line: bytes) -> None:
    def pairs(found: list[tuple[str, object]]) -> dict[str, object]:
        as_mapping = dict(found)
        if len(as_mapping) != len(found):
            twice = next(key for place, (key, _) in enumerate(found) if key in dict(found[:place]))
            raise RowError(f"the key {quoted(twice)} stands there twice. Keep one.")
        return as_mapping

    try:
        json.loads(line, object_pairs_hook=pairs)
    except (ValueError, RecursionError) as error:
        raise RowError(f"this is not JSON: {_reason(error)}. Write one object a line.") from None


def _reason(error: Exception) -> str:
    return "it is too deep" if isinstance(error, RecursionError) else str(error).partition("(")[0].strip().lower()


def _together(parts: Iterable[People]) -> People:
    """The people of several parts, one after the other. Where one has numbers and another text, all become text."""
    batches: list[pa.RecordBatch] = []
    lines: list[Integers] = []
    rejects: list[Reject] = []
    ignored: dict[str, None] = {}
    extent = 0
    for people in parts:
        batches.append(people.batch)
        lines.append(people.lines + extent)
        rejects += (msgspec.structs.replace(reject, line=reject.line + extent) for reject in people.rejects)
        ignored |= dict.fromkeys(people.ignored)
        extent += people.extent
    columns = [_one_column(chunks) for chunks in zip(*(batch.columns for batch in batches), strict=True)]
    batch = pa.RecordBatch.from_arrays(columns, names=batches[0].schema.names)
    return People(batch, np.concatenate(lines), extent, rejects, tuple(ignored))


def _one_column(chunks: Sequence[pa.Array]) -> pa.Array:
    alike = len({chunk.type for chunk in chunks}) == 1
    return pa.concat_arrays(chunks if alike else [chunk.cast(pa.string()) for chunk in chunks])
