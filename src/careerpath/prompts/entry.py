"""What a person typed, read as an answer or a command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.prompts import wording
from careerpath.quiz.prompter import Command, Prompt, Reply
from careerpath.quiz.questions import is_valid_answer

if TYPE_CHECKING:
    from careerpath.model.answers import AnswerValue
    from careerpath.quiz.questions import AskedQuestion, Option


class EntryError(ValueError):
    """The entry is no answer. Its text tells the person why."""


def number_of(question: AskedQuestion, index: int) -> str:
    """The number by which an option is chosen: its value if that is a number, else its place from 1."""
    value = question.options[index].value
    return str(value) if isinstance(value, int) else str(index + 1)


def name_of(option: Option, number: str) -> str:
    """The label without the number, where it starts with it ("2 working")."""
    return option.label.removeprefix(f"{number} ")


def read_entry(prompt: Prompt, text: str) -> Reply | Command:
    """An entry as an answer or a command; an empty one keeps an earlier answer, or is "don't know yet".

    Raises:
        EntryError: it is neither.
    """
    entry = " ".join(text.split())
    match entry.casefold():
        case "":
            return Reply(prompt.current)
        case word if word in wording.UNKNOWN_WORDS:
            return Reply(None)
        case word if word in wording.WHY_WORDS:
            return Command.WHY
        case word if word in wording.FINISH_WORDS:
            return Command.FINISH
        case word if word in wording.BACK_WORDS:
            if not prompt.can_go_back:
                raise EntryError(wording.NOT_BACK)
            return Command.BACK
    return Reply(_read_value(prompt.question, entry))


def _read_value(question: AskedQuestion, entry: str) -> AnswerValue:
    match question.answer:
        case "years":
            return _read_years(question, entry)
        case "several":
            return _read_several(question, entry)
        case "one":
            return _read_option(question, entry).value


def _read_years(question: AskedQuestion, entry: str) -> int:
    # At most two digits: int() is slow on very many, and takes signs and underscores.
    if len(entry) > 2 or not (entry.isascii() and entry.isdigit()) or not is_valid_answer(question, int(entry)):  # noqa: PLR2004
        raise EntryError(wording.NOT_YEARS)
    return int(entry)


def _read_several(question: AskedQuestion, entry: str) -> tuple[str, ...]:
    if entry.casefold() in wording.NONE_WORDS:
        return ()
    try:
        chosen = [_read_option(question, entry)]
    except EntryError:
        parts = [part.strip() for part in entry.split(",") if part.strip()]
        if len(parts) < 2:  # noqa: PLR2004
            raise
        chosen = [_read_option(question, part) for part in parts]
    return tuple(str(option.value) for option in question.options if option in chosen)


def _read_option(question: AskedQuestion, entry: str) -> Option:
    wanted = entry.casefold()
    for index, option in enumerate(question.options):
        number = number_of(question, index)
        names = (number, str(option.value), option.label, name_of(option, number))
        if wanted in (name.casefold() for name in names):
            return option
    parts = [option for option in question.options if wanted in option.label.casefold()]
    if wanted.isdigit() or not parts:
        raise EntryError(wording.no_such_option(entry))
    if len(parts) > 1:
        raise EntryError(wording.ambiguous_option(entry, [option.label for option in parts]))
    return parts[0]


def answer_text(question: AskedQuestion, value: AnswerValue) -> str:
    """An answer in words."""
    if value is None:
        return wording.UNKNOWN
    if value == ():
        return wording.NONE
    chosen = value if isinstance(value, tuple) else (value,)
    labels = [option.label for option in question.options if option.value in chosen]
    return ", ".join(labels) or str(value)
