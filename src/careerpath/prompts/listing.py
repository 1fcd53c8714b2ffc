"""The entries of a list that a person chooses from, and the line that remains once it is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from careerpath.prompts import wording
from careerpath.prompts.entry import answer_text, name_of, number_of
from careerpath.prompts.frame import Frame, Row
from careerpath.prompts.wrap import clean, measure, shorten

if TYPE_CHECKING:
    from careerpath.model.answers import AnswerValue
    from careerpath.quiz.prompter import Prompt
    from careerpath.quiz.questions import AskedQuestion

MANY = 9
"""A list with more options than this is filtered by typing, so letters are no commands there."""


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the list. answer: what it answers by itself; alone: it cannot be ticked with others."""

    key: str
    label: str
    help: str = ""
    answer: str | int | tuple[str, ...] | None
    alone: bool = False


def list_entries(question: AskedQuestion) -> tuple[Entry, ...]:
    """The options, 'none of these' where several can be chosen, and last 'don't know yet', which no summary has."""
    letters = not is_long(question)
    entries = []
    for index, option in enumerate(question.options):
        number = number_of(question, index)
        entries.append(Entry(key=number, label=name_of(option, number), help=option.help, answer=option.value))
    if question.answer == "several":
        entries.append(Entry(key=wording.NONE_KEY if letters else "", label=wording.NONE, answer=(), alone=True))
    if question.part == "review":
        return tuple(entries)
    unknown = Entry(key=wording.UNKNOWN_KEY if letters else "", label=wording.UNKNOWN, answer=None, alone=True)
    return (*entries, unknown)


def is_long(question: AskedQuestion) -> bool:
    """Whether the list is filtered by typing."""
    return len(question.options) > MANY


class View(msgspec.Struct, frozen=True, kw_only=True):
    """How a list stands at this moment.

    shown: the entries that the filter lets through, by index; pointed: which of them; ticked: entries, or None where
    nothing is ticked; search: the filter, `found` the number of entries that fit.
    """

    shown: list[int]
    pointed: int
    ticked: list[int] | None
    search: str
    found: int
    note: str


def list_frame(prompt: Prompt, entries: tuple[Entry, ...], view: View) -> Frame:
    """A list as it is to be drawn."""
    question = prompt.question
    before = chosen_before(prompt, entries) if view.ticked is None else []
    keys = max(len(entry.key) for entry in entries)
    search = wording.filter_note(view.search, found=view.found, total=len(entries)) if view.search else ""
    return Frame(
        position=prompt.position,
        text=question.text,
        hints=wording.list_hints(
            several=question.answer == "several", filtered=is_long(question), can_go_back=prompt.can_go_back
        ),
        rows=tuple(
            Row(
                key=entries[index].key.rjust(keys),
                label=entries[index].label,
                help=entries[index].help,
                ticked=None if view.ticked is None else index in view.ticked,
                previous=index in before,
            )
            for index in view.shown
        ),
        pointed=view.pointed,
        note=view.note or search,
    )


def chosen_before(prompt: Prompt, entries: tuple[Entry, ...]) -> list[int]:
    """Where the answer given before stands in the list."""
    if not prompt.answered_before:
        return []
    if isinstance(prompt.current, tuple) and prompt.current:
        return [index for index, entry in enumerate(entries) if entry.answer in prompt.current]
    return [index for index, entry in enumerate(entries) if entry.answer == prompt.current]


def toggle(entries: tuple[Entry, ...], ticked: list[int], index: int) -> list[int]:
    """The ticks after one more is set or removed; 'none of these' and 'don't know yet' stand alone."""
    if index in ticked:
        return [entry for entry in ticked if entry != index]
    if entries[index].alone:
        return [index]
    return sorted([index, *(entry for entry in ticked if not entries[entry].alone)])


def ticked_answer(entries: tuple[Entry, ...], ticked: list[int], pointed: int) -> AnswerValue:
    """The answer of a list with ticks; with none, that of 'none of these' or 'don't know yet' if pointed at.

    Raises:
        ValueError: nothing is ticked, and the option pointed at is an ordinary one.
    """
    if not ticked and not entries[pointed].alone:
        raise ValueError(wording.NOT_TICKED)
    answers = [entries[index].answer for index in ticked or [pointed]]
    if entries[(ticked or [pointed])[0]].alone:
        return answers[0]
    return tuple(str(answer) for answer in answers)


def summarise(question: AskedQuestion, value: AnswerValue, width: int) -> str:
    """Question and answer on one line of at most `width` columns; the question is shortened first."""
    answer, text = clean(answer_text(question, value)), clean(question.text)
    if question.part == "review":
        return shorten(answer, width)
    if question.part == "skills" and ": " in text:
        text = text.rpartition(": ")[0] + ":"
    if measure(f"{text} {answer}") <= width:
        return f"{text} {answer}"
    if isinstance(value, tuple) and len(value) > 1:
        answer = wording.ticked(len(value))
    answer = shorten(answer, width * 2 // 3)
    return f"{shorten(text, width - measure(answer) - 1)} {answer}"
