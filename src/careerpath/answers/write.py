"""Answers files, written: a template to fill in, and the answers of a profile."""

from __future__ import annotations

import json
import re
import textwrap
from typing import TYPE_CHECKING

from careerpath.harmless import harmless
from careerpath.model.question import MAX_YEARS
from careerpath.quiz.questions import AskedQuestion, all_questions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerpath.model.answers import Answers, AnswerValue
    from careerpath.model.catalog import Catalog

_PLAIN = re.compile("[a-z][a-z0-9-]*")
"""Text that YAML reads as it stands, unless it is one of the words with a meaning of their own."""

_RESERVED = {"true", "false", "null"}

SECTIONS = {"background": "background", "skills": "skills", "likes": "likes"}

INTRODUCTION = """\
Your answers. Replace 'unknown' wherever you can say more; what stays unknown counts as unknown, not as zero.
Then run: careerpath quiz --answers FILE"""

NOTES = {
    "skills": "Skills: 0 none, 1 beginner, 2 working, 3 advanced, 4 expert.",
    "likes": "Would you like to do this? 1 strongly dislike, 2 dislike, 3 neutral, 4 like, 5 strongly like.",
}


def answers_text(catalog: Catalog, answers: Answers | None = None, *, comments: bool = True) -> str:
    """An answers file in YAML with every question of the catalogue; without answers, a template.

    Args:
        catalog: where the questions come from.
        answers: what has been answered; the rest is written as unknown.
        comments: whether each question is explained. Without, only questions that have an answer are written.

    Returns:
        Text that `parse_answers` reads into the same answers; "{}" if there is nothing to write.
    """
    given = dict(answers.items()) if answers else {}
    return "\n".join(tuple(_lines(catalog, given, comments=comments)) or ("{}",)) + "\n"


def _lines(catalog: Catalog, given: dict[str, AnswerValue], *, comments: bool) -> Iterator[str]:
    if comments:
        yield from _comment(INTRODUCTION, "")
    part, topic = None, None
    for question in all_questions(catalog):
        if not comments and question.id not in given:
            continue
        if question.part != part:
            part, topic = question.part, None
            if comments:
                yield ""
                yield from _comment(NOTES.get(part, ""), "")
            yield f"{SECTIONS[part]}:"
        if comments and question.topic != topic:
            topic = question.topic
            if part != "background":
                yield from _comment(f"-- {topic} --", "  ")
        if comments:
            yield from _explanation(question)
        yield f"  {question.subject}: {_yaml(given.get(question.id))}"


def _explanation(question: AskedQuestion) -> Iterator[str]:
    if question.part != "background":
        yield from _comment(question.help, "  ")
        return
    yield from _comment(question.text, "  ")
    if question.answer == "years":
        yield f"  #   a whole number from 0 to {MAX_YEARS}"
    elif question.options:
        values = ", ".join(str(option.value) for option in question.options)
        several = "a list of any of these, [] for none" if question.answer == "several" else "one of"
        yield from _comment(f"{several}: {values}", "  ", "  ")


def _comment(text: str, indent: str, inner: str = "") -> Iterator[str]:
    for paragraph in filter(None, text.split("\n")):
        for line in textwrap.wrap(harmless(paragraph), width=98 - len(indent), break_on_hyphens=False):
            yield f"{indent}# {inner}{line}"


def _yaml(value: AnswerValue) -> str:
    if value is None:
        return "unknown"
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_yaml, value)) + "]"
    if isinstance(value, int) or (_PLAIN.fullmatch(value) and value not in _RESERVED):
        return str(value)
    return json.dumps(value)
