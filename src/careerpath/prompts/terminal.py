"""Asks in a terminal, with lists driven by keys.

Only this and `terminal_list`, which is a part of it, know questionary and prompt_toolkit. questionary keeps what a list
knows (pointer, ticks, filter) and runs it; the drawing is ours, since questionary cuts long lines off. All of it goes
to stderr where that is the terminal, so that stdout can be a file.
"""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING, Any, TextIO

import questionary
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import BufferControl, FormattedTextControl, HSplit, Layout, VSplit, Window
from prompt_toolkit.output import create_output

from careerpath.direction import anchored
from careerpath.prompts import wording
from careerpath.prompts.entry import EntryError, read_entry
from careerpath.prompts.frame import Frame, Line, draw, draw_asking, draw_foot, draw_head
from careerpath.prompts.listing import summarise
from careerpath.prompts.terminal_list import ListPrompt
from careerpath.prompts.wrap import clean, measure, wrap
from careerpath.quiz.prompter import Command, Prompt, Reply

if TYPE_CHECKING:
    from collections.abc import Callable

    from prompt_toolkit.application import Application
    from prompt_toolkit.formatted_text import AnyFormattedText, StyleAndTextTuples
    from prompt_toolkit.key_binding import KeyPressEvent
    from prompt_toolkit.layout.containers import AnyContainer

ESCAPE_SECONDS = 0.2
"""How long Esc waits for the rest of an arrow key's code. Slow connections send it in pieces."""

MAX_WIDTH = 100
"""Longer lines are hard to read."""


class TerminalPrompter:
    """Asks in the terminal of this program. stream: where the prompts go; stderr, or stdout if only that is one.

    ascii_only: write nothing else; unless it is said, the encoding of the stream decides.
    """

    def __init__(self, stream: TextIO | None = None, *, ascii_only: bool = False) -> None:
        self._stream = stream or (sys.stdout if sys.stdout.isatty() and not sys.stderr.isatty() else sys.stderr)
        self._output = create_output(stdout=self._stream)
        self._ascii = ascii_only or not (self._stream.encoding or "ascii").lower().replace("-", "").startswith("utf")

    def ask(self, prompt: Prompt) -> Reply | Command:
        """The reply to one question. One line remains of it on the screen."""
        reply = self._ask_list(prompt) if prompt.question.options else self._ask_years(prompt)
        if isinstance(reply, Reply):
            self._print(summarise(prompt.question, reply.value, self._width() - 1))
        return reply

    def say(self, text: str) -> None:
        """Shows paragraphs, wrapped, with an empty line before."""
        self._print("")
        for paragraph in text.splitlines():
            for line in wrap(paragraph, self._width() - 1):
                self._print(line)

    def confirm(self, text: str, *, default: bool) -> bool:
        """The answer to a question of yes or no."""
        question = questionary.confirm(text, default=default, **self._options())
        frame = Frame(position="", text=text, hints=(wording.yes_or_no(default=default),))
        self._show(question, self._window(lambda columns, lines: draw_asking(frame, columns, lines)))
        answer = bool(_run(question, _leaving_keys()))
        self._print(f"{clean(text)} {wording.YES if answer else wording.NO}")
        return answer

    def _ask_list(self, prompt: Prompt) -> Reply | Command:
        choosing = ListPrompt(prompt, self._options())
        self._show(choosing.question, self._window(lambda columns, lines: draw(choosing.frame(), columns, lines)))
        reply: Reply | Command = _run(choosing.question, choosing.keys())
        return reply

    def _ask_years(self, prompt: Prompt) -> Reply | Command:
        current = "" if prompt.current is None else str(prompt.current)
        question = questionary.text("", default=current, **self._options())
        typing = _Typing(prompt, question)
        buffer = question.application.current_buffer
        field = VSplit([Window(FormattedTextControl("> "), width=2, height=1), Window(BufferControl(buffer), height=1)])
        head = self._window(lambda columns, lines: draw_head(typing.frame(), columns, lines - 4))
        foot = self._window(lambda columns, _: draw_foot(typing.frame(), columns))
        self._show(question, HSplit([head, field, foot]), focus=buffer)
        reply: Reply | Command = _run(question, typing.keys())
        return reply

    def _options(self) -> dict[str, Any]:
        return {"output": self._output, "erase_when_done": True}

    def _show(self, question: questionary.Question, body: AnyContainer, focus: Any = None) -> None:
        question.application.layout = Layout(body, focused_element=focus)

    def _window(self, drawn: Callable[[int, int], list[Line]]) -> Window:
        """A window that is drawn anew for the size that the terminal has at that moment."""

        def fragments() -> AnyFormattedText:
            size = self._output.get_size()
            lines = drawn(min(size.columns, MAX_WIDTH), size.rows)
            return [fragment for line in lines for fragment in self._fragments(line)][:-1]

        return Window(FormattedTextControl(fragments, focusable=True), dont_extend_height=True)

    def _fragments(self, line: Line) -> StyleAndTextTuples:
        style, text = line
        text = wording.in_ascii(text) if self._ascii else with_last_mark_once(anchored(text))
        cursor: StyleAndTextTuples = [("[SetCursorPosition]", "")] if text.startswith(">") else []
        return [*cursor, (style, text), ("", "\n")]

    def _width(self) -> int:
        if not self._stream.isatty():
            return shutil.get_terminal_size().columns
        return min(self._output.get_size().columns, MAX_WIDTH)

    def _print(self, line: str) -> None:
        print(wording.in_ascii(line) if self._ascii else anchored(line), file=self._stream, flush=True)


def with_last_mark_once(line: str) -> str:
    """A line with a blank after it if it ends with a mark, which prompt_toolkit would draw twice."""
    return f"{line} " if line and not measure(line[-1]) else line


def _run(question: questionary.Question, keys: KeyBindings) -> Any:
    application: Application[Any] = question.application
    ours = merge_key_bindings([_leaving_keys(), keys])
    application.key_bindings = merge_key_bindings([application.key_bindings or KeyBindings(), ours])
    application.timeoutlen = application.ttimeoutlen = ESCAPE_SECONDS
    return question.unsafe_ask()


def _leaving_keys() -> KeyBindings:
    keys = KeyBindings()

    @keys.add(Keys.ControlC, eager=True)
    @keys.add(Keys.SIGINT, eager=True)
    def interrupt(event: KeyPressEvent) -> None:
        event.app.exit(exception=KeyboardInterrupt)

    @keys.add(Keys.ControlD, eager=True)
    def end(event: KeyPressEvent) -> None:
        event.app.exit(exception=EOFError)

    @keys.add(Keys.ControlZ, eager=True)
    def suspend(event: KeyPressEvent) -> None:
        """As everywhere else: the shell has the terminal, and `fg` goes on here, with the terminal as it was."""
        event.app.suspend_to_background()

    @keys.add(Keys.Escape, Keys.Any)
    def ignore_alt(event: KeyPressEvent) -> None:
        """Alt and a letter is no Esc and a letter."""

    return keys


class _Typing:
    """Years, typed."""

    def __init__(self, prompt: Prompt, question: questionary.Question) -> None:
        self.prompt = prompt
        self.question = question
        self.note = ""
        question.application.key_processor.before_key_press += self._forget_note

    def _forget_note(self, _: object) -> None:
        self.note = ""

    def frame(self) -> Frame:
        return Frame(
            position=self.prompt.position,
            text=self.prompt.question.text,
            hints=wording.years_hints(can_go_back=self.prompt.can_go_back),
            note=self.note,
        )

    def keys(self) -> KeyBindings:
        keys = KeyBindings()

        @keys.add(Keys.Enter, eager=True)
        def accept(event: KeyPressEvent) -> None:
            try:
                entry = event.app.current_buffer.text
                event.app.exit(result=read_entry(self.prompt, entry) if entry.strip() else Reply(None))
            except EntryError as error:
                self.note = str(error)

        @keys.add(Keys.BracketedPaste, eager=True)
        def paste(event: KeyPressEvent) -> None:
            event.app.current_buffer.insert_text(clean(event.data))

        @keys.add(Keys.Escape)
        @keys.add(Keys.Left, eager=True, filter=Condition(lambda: not self.question.application.current_buffer.text))
        def back(event: KeyPressEvent) -> None:
            if self.prompt.can_go_back:
                event.app.exit(result=Command.BACK)
            else:
                self.note = wording.NOT_BACK

        return keys
