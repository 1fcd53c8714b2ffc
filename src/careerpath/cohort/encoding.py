"""A batch of people into codes: as `scoring.items.coded_answers`, for all of them at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from careerpath.cohort.values import ColumnReader, Fault, ReadColumn
from careerpath.scoring.items import NOT_APPLICABLE, QUESTION_OF
from careerpath.scoring.lookups import UNKNOWN, Codes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import pyarrow as pa

    from careerpath.cohort.columns import Columns
    from careerpath.cohort.different import Booleans
    from careerpath.model.answers import AnswerValue
    from careerpath.model.catalog import Catalog
    from careerpath.model.question import Question
    from careerpath.scoring.items import Item

CREDENTIALS = "credentials"


class Encoded(NamedTuple):
    """Codes of shape (items, people), likes of shape (activities, people), and what is wrong with whose answers."""

    codes: Codes
    likes: Codes
    faults: dict[int, list[tuple[str, Fault]]]

    @property
    def answered(self) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
        """How many answers are known of each person, as `assess` counts them."""
        return np.asarray((self.codes != UNKNOWN).sum(axis=0) + (self.likes > 0).sum(axis=0))


class Encoder:
    """Encodes the batches of one table."""

    def __init__(self, catalog: Catalog, columns: Columns, items: Iterable[Item], activities: tuple[str, ...]) -> None:
        self._catalog = catalog
        self._readers = {name: ColumnReader(catalog, question) for name, question in columns.questions.items()}
        self._items = tuple(items)
        self._places = {item.name: place for place, item in enumerate(self._items)}
        self._likes = {f"activity:{activity}": place for place, activity in enumerate(activities)}

    def encode(self, batch: pa.RecordBatch) -> Encoded:
        """The codes of a batch. A faulty answer counts as unknown, and is named."""
        people = batch.num_rows
        codes = np.full((len(self._items), people), UNKNOWN, dtype=np.int8)
        likes = np.zeros((len(self._likes), people), dtype=np.int8)
        background: dict[str, ReadColumn] = {}
        faults: dict[int, list[tuple[str, Fault]]] = {}
        for name, reader in self._readers.items():
            column = reader.read(batch.column(name))
            for row, fault in column.faults().items():
                faults.setdefault(row, []).append((name, fault))
            question = reader.question
            if question.part == "skills":
                codes[self._places[question.id]] = column.codes(_level, UNKNOWN)
            elif question.part == "likes":
                likes[self._likes[question.id]] = column.codes(_level, 0)
            else:
                background[question.subject] = column
        self._encode_background(background, codes)
        return Encoded(codes, likes, faults)

    def _encode_background(self, columns: dict[str, ReadColumn], codes: Codes) -> None:
        concerned: dict[str, Booleans] = {}
        for question in self._catalog.questions:  # (conditions name earlier questions only)
            concerned[question.id] = _concerned(question, columns, concerned, codes.shape[1])
        for place, item in enumerate(self._items):
            kind, _, subject = item.name.partition(":")
            if kind == "skill":
                continue
            question_id = CREDENTIALS if kind == "credential" else QUESTION_OF.get(kind, kind)
            without = item.answers.index(NOT_APPLICABLE) if NOT_APPLICABLE in item.answers else 0
            if column := columns.get(question_id):
                codes[place] = column.codes(_coder(item, subject), UNKNOWN)
            codes[place][~concerned[question_id]] = without


def _concerned(
    question: Question, columns: dict[str, ReadColumn], concerned: dict[str, Booleans], people: int
) -> Booleans:
    """Whom a question concerns, as far as is known; as `scoring.items.concerns`."""
    condition = question.when
    if condition is None:
        return np.ones(people, dtype=bool)
    column = columns.get(condition.question)
    if column is None:
        return concerned[condition.question]

    def lets_in(answer: AnswerValue) -> int:
        chosen = answer if isinstance(answer, tuple) else (answer,)
        return any(value in condition.any_of for value in chosen)

    return np.asarray(concerned[condition.question] & (column.codes(lets_in, 1) > 0))


def _coder(item: Item, subject: str) -> Callable[[AnswerValue], int]:
    """What gives the code of an answer to a background item; the subject is that of a credential."""

    def credential(answer: AnswerValue) -> int:
        return int(isinstance(answer, tuple) and subject in answer)

    def choice(answer: AnswerValue) -> int:
        return item.answers.index(str(answer))

    return credential if subject else choice


def _level(answer: AnswerValue) -> int:
    if not isinstance(answer, int):
        raise TypeError(f"{answer!r} is no level")
    return answer
