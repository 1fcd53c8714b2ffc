"""Asks line by line: numbered choices, nothing redrawn, for screen readers, dumb terminals and logs."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from careerpath.direction import anchored
from careerpath.prompts import wording
from careerpath.prompts.entry import EntryError, answer_text, name_of, number_of, read_entry
from careerpath.prompts.wrap import wrap
from careerpath.quiz.prompter import Command

if TYPE_CHECKING:
    from careerpath.quiz.prompter import Prompt, Reply
    from careerpath.quiz.questions import AskedQuestion

MIN_WIDTH = 20


class PlainPrompter:
    """Reads one line for each question. width: columns at which the text is wrapped; ascii_only: write nothing else."""

    def __init__(self, reader: TextIO, writer: TextIO, width: int = 80, *, ascii_only: bool = False) -> None:
        self._reader = reader
        self._writer = writer
        self._width = max(width, MIN_WIDTH)
        self._ascii = ascii_only

    def ask(self, prompt: Prompt) -> Reply | Command:
        """The reply to one question, asked again with a reason until it is one.

        A summary is only read out if it is asked for: it is long, and a screen reader cannot skip in it.
        """
        if prompt.question.part == "review" and not self.confirm(wording.LOOK_OVER, default=False):
            return Command.FINISH
        self._show_question(prompt)
        while True:
            self._write(wording.line_hint(prompt.question, can_go_back=prompt.can_go_back))
            try:
                return read_entry(prompt, self._read())
            except EntryError as error:
                self._write("", str(error), prompt.question.text)

    def say(self, text: str) -> None:
        """Writes a line or paragraphs, with an empty line before."""
        self._write("", *text.splitlines())

    def confirm(self, text: str, *, default: bool) -> bool:
        """The answer to a question of yes or no; an empty line takes the default."""
        self._write("")
        while True:
            self._write(f"{text} {wording.yes_or_no(default=default)}")
            try:
                entry = self._read().strip().casefold()
            except EntryError as error:
                self._write(str(error))
                continue
            if not entry or entry in wording.YES_WORDS | wording.NO_WORDS:
                return entry in wording.YES_WORDS if entry else default
            self._write(wording.NOT_YES_OR_NO)

    def _show_question(self, prompt: Prompt) -> None:
        question = prompt.question
        self._write("", *([prompt.position] if prompt.position else []), question.text)
        for key, label, meaning in _lines(question):
            text = f"{label}: {meaning}" if meaning else label
            self._write_lines(wrap(f"{key} {text}", self._width, hanging="  "))
        if prompt.answered_before:
            self._write(wording.keeps(answer_text(question, prompt.current)))

    def _write(self, *paragraphs: str) -> None:
        for paragraph in paragraphs:
            self._write_lines(wrap(paragraph, self._width))

    def _write_lines(self, lines: list[str]) -> None:
        self._writer.writelines(f"{wording.in_ascii(line) if self._ascii else anchored(line)}\n" for line in lines)

    def _read(self) -> str:
        self._writer.write("> ")
        self._writer.flush()
        try:
            line = self._reader.readline()
        except UnicodeDecodeError:
            raise EntryError(wording.NOT_READABLE) from None
        if not line:
            raise EOFError
        return line


def _lines(question: AskedQuestion) -> list[tuple[str, str, str]]:
    lines = []
    for index, option in enumerate(question.options):
        number = number_of(question, index)
        lines.append((number, name_of(option, number), option.help))
    if question.answer == "several":
        lines.append((wording.NONE_KEY, wording.NONE, ""))
    if question.options and question.part != "review":
        lines.append((wording.UNKNOWN_KEY, wording.UNKNOWN, ""))
    return lines
