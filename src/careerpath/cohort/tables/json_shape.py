"""Lines of JSON read many at a time, as long as they are of one shape; for all others there is `json_lines`."""

from __future__ import annotations

from contextlib import suppress
from types import NoneType
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import msgspec
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from msgspec import UNSET, Struct, UnsetType

from careerpath.answers.names import SECTIONS
from careerpath.cohort.columns import ID, SEPARATOR
from careerpath.cohort.tables.block import People
from careerpath.cohort.tables.json_values import RowError, cell_of, count_keys, name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from careerpath.quiz.questions import AskedQuestion

LARGEST_ALIKE: Final = 999
"""Whole numbers to here mean the same as numbers and as cells of text."""

MOST_KEYS: Final = 1000
"""A structure is searched for each key, from the one before; with more, lines in another order would take too long."""

QUOTE, COLON, BLANKS = ord('"'), ord(":"), list(b" \t\r\n")

NO_JSON: Final = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)
"""What the decoder raises."""


class Shape(NamedTuple):
    """What the lines are decoded to: a structure with the keys of a person, some of which may be structures in turn.

    others: the keys of what is of no use here.
    """

    person: type[Struct]
    parts: dict[str, type[Struct]]
    others: list[str]


def read_alike(questions: Mapping[str, AskedQuestion], lines: Sequence[bytes]) -> People | None:
    """The people in some lines if all have the keys of the first one or fewer, and known ones; else None.

    None also means that something might be wrong in a line: it has to be looked at by itself.

    Args:
        questions: every question by its column.
        lines: some of which may be empty.
    """
    texts = {number: text for number, line in enumerate(lines) if (text := line.strip())}
    # No line begins or ends within an object: what follows one inside another is a comma or the end of the other.
    is_whole = all(text.startswith(b"{") and text.endswith(b"}") for text in texts.values())
    shape = _shape_of(questions, next(iter(texts.values()))) if texts and is_whole else None
    data = b"\n".join(lines)
    keys = _keys(data)
    if shape is None or keys is None:
        return None
    try:
        people = msgspec.json.Decoder(shape.person).decode_lines(data)
        values = _by_column(shape, people)
        given = sum(len(column) - column.count(UNSET) for column in values.values())
        given += sum(len(value) for name in shape.others for value in values[name] if isinstance(value, dict))
        # As many objects as lines: then each is one line. As many keys as values: then none was there twice.
        if len(people) != len(texts) or keys != given:
            return None
        arrays = [pa.array(map(name_of, _with_none(values[ID])), pa.string())]
    except (*NO_JSON, RowError):
        return None
    nothing = (None,) * len(people)
    arrays += [_answers(question, values.get(name, nothing)) for name, question in questions.items()]
    batch = pa.RecordBatch.from_arrays(arrays, names=[ID, *questions])
    return People(batch, np.array(list(texts)), len(lines), [], tuple(shape.others))


def _shape_of(questions: Mapping[str, AskedQuestion], line: bytes) -> Shape | None:
    """The shape of a line; keys in their order there come first, since that is the fastest to decode."""
    try:
        row = msgspec.json.decode(line)
        if not isinstance(row, dict) or _keys(line) != count_keys(row) or len(row) + len(questions) > MOST_KEYS:
            return None  # (and so will the other lines be)
        others = [key for key in row if key != ID and key.partition(SEPARATOR)[0] not in SECTIONS]
        if any(name in row for name in questions):
            in_order = dict.fromkeys([*(key for key in row if key in questions), *questions])
            return Shape(_structure(dict.fromkeys([ID, *others, *in_order], Any)), {}, others)
        parts = {part: _part(questions, part, row.get(part)) for part in SECTIONS}
        optional = {part: kind | None | UnsetType for part, kind in parts.items()}
        return Shape(_structure(dict.fromkeys([ID, *others], Any) | optional), parts, others)
    except (*NO_JSON, ValueError):  # (some names cannot be those of fields)
        return None


def _part(questions: Mapping[str, AskedQuestion], part: str, given: object) -> type[Struct]:
    """The structure of a part of the questions; one that is not known is refused by it."""
    subjects = [name.partition(SEPARATOR)[2] for name in questions if name.startswith(part + SEPARATOR)]
    first = [subject for subject in given if subject in subjects] if isinstance(given, dict) else []
    return _structure(dict.fromkeys([*first, *subjects], Any))


def _structure(kinds: Mapping[str, Any]) -> type[Struct]:
    """A structure with these keys, each of which may be missing."""
    fields = {f"field_{number}": name for number, name in enumerate(kinds)}
    typed = [(field, kinds[name], UNSET) for field, name in fields.items()]
    return msgspec.defstruct("Keys", typed, rename=fields, forbid_unknown_fields=True, gc=False)


def _by_column(shape: Shape, people: Iterable[Struct]) -> dict[str, tuple[Any, ...]]:
    """What people gave by key: the parts themselves, and their contents by column."""
    found = _transposed(shape.person, people)
    for part, kind in shape.parts.items():
        empty = kind()
        inner = _transposed(kind, [given if isinstance(given, kind) else empty for given in found[part]])
        found |= {f"{part}{SEPARATOR}{subject}": column for subject, column in inner.items()}
    return found


def _transposed(kind: type[Struct], rows: Iterable[Struct]) -> dict[str, tuple[Any, ...]]:
    return dict(zip(kind.__struct_encode_fields__, zip(*map(msgspec.structs.astuple, rows), strict=True), strict=True))


def _keys(data: bytes) -> int | None:
    """No fewer than all keys in JSON; more if texts have quotes before colons; None where blanks might hide some."""
    marks = np.frombuffer(data, np.uint8)
    counts = np.bincount(marks[1:][marks[:-1] == QUOTE], minlength=COLON + 1)
    return None if counts[BLANKS].any() else int(counts[COLON])


def _answers(question: AskedQuestion, given: Sequence[Any]) -> pa.Array:
    """The answers to a question: numbers where all are, else cells of text."""
    kinds = set(map(type, given))
    values = _with_none(given) if UnsetType in kinds else given
    if question.answer != "several" and kinds <= {int, NoneType, UnsetType}:
        with suppress(OverflowError, pa.ArrowInvalid):
            numbers = pa.array(values, pa.int64())
            least, most = pc.min_max(numbers).as_py().values()
            are_alike = numbers.null_count == len(numbers) or (least >= -LARGEST_ALIKE and most <= LARGEST_ALIKE)
            return numbers if are_alike else numbers.cast(pa.string())
    return pa.array([cell_of(question, value) for value in values], pa.string())


def _with_none(given: Sequence[Any]) -> list[Any]:
    return [None if value is UNSET else value for value in given]
