"""Answers and times as they stand in the file: JSON text, and ISO 8601 text in UTC that sorts by time."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any, Final

import msgspec

from careerpath.model.answers import Answers, AnswerValue
from careerpath.store.faults import DamagedError

_VALUES: Final[dict[str, msgspec.json.Decoder[Any]]] = {
    "background": msgspec.json.Decoder(AnswerValue),
    "skill": msgspec.json.Decoder(int | None),
    "activity": msgspec.json.Decoder(int | None),
}
_ANSWERS: Final = msgspec.json.Decoder(Answers)


def encode_value(question: str, value: AnswerValue) -> str:
    """One answer as JSON text.

    Raises:
        ValueError: the question is of no known kind, or such an answer could not be read back. Never quotes the answer.
    """
    try:
        text = msgspec.json.encode(value).decode()
    except (ValueError, TypeError, OverflowError, msgspec.MsgspecError):
        raise ValueError(f"the answer to {question} cannot be stored") from None
    decode_value(question, text)
    return text


def decode_value(question: str, text: str | bytes) -> AnswerValue:
    """The answer that stands in the file.

    Raises:
        ValueError: the question is of no known kind, or the text is no answer to such a question.
    """
    kind, _, subject = question.partition(":")
    if kind not in _VALUES or not subject:
        raise ValueError(f"{question!r} names no question")
    try:
        value: AnswerValue = _VALUES[kind].decode(text)
    except (ValueError, msgspec.MsgspecError):
        raise ValueError(f"what is stored for {question} is no answer to it") from None
    return value


def encode_answers(answers: Answers) -> str:
    """All answers as one JSON text, for the history.

    Raises:
        ValueError: one of them could not be read back.
    """
    for question, value in answers.items():
        encode_value(question, value)
    return msgspec.json.encode(answers).decode()


def decode_answers(text: str | bytes) -> Answers:
    """The answers of one entry of the history.

    Raises:
        ValueError: the text is not that.
    """
    try:
        return _ANSWERS.decode(text)
    except (ValueError, msgspec.MsgspecError):
        raise ValueError("what is stored as answers is none") from None


def encode_time(at: datetime) -> str:
    """A time in UTC, always of the same length.

    Raises:
        ValueError: it has no time zone.
    """
    if at.utcoffset() is None:
        raise ValueError("a time without a time zone cannot be stored")
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def decode_time(text: str) -> datetime:
    """The time that stands in the file, in UTC.

    Raises:
        DamagedError: there is no such time.
    """
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except ValueError:
        raise DamagedError from None
