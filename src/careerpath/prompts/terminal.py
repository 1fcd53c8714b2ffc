"""Asks in a terminal, with lists driven by keys. The only module that knows questionary and prompt_toolkit.

questionary keeps what a list knows (pointer, ticks, filter) and runs it; the drawing is ours, since questionary cuts
long lines off. Everything goes to stderr where that is the terminal, so that stdout can be a file.
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
from questionary.prompts.common import InquirerControl

from careerpath.prompts import wording
from careerpath.prompts.entry import EntryError, read_entry
from careerpath.prompts.frame import Frame, Line, draw, draw_asking, draw_foot, draw_head
from careerpath.prompts.listing import (
    View,
    chosen_before,
    is_long,
    list_entries,
    list_frame,
    summarise,
    ticked_answer,
    toggle,
)
from careerpath.prompts.wrap import clean, wrap
from careerpath.quiz.prompter import Command, Prompt, Reply

if TYPE_CHECKING:
    from collections.abc import Callable

    from prompt_toolkit.application import Application
    from prompt_toolkit.key_binding import KeyPressEvent
    from prompt_toolkit.layout.containers import AnyContainer
    from prompt_toolkit.output import Output

ESCAPE_SECONDS = 0.2
"""How long Esc waits for the rest of an arrow key's code. Slow connections send it in pieces."""

LEAP = 10
"""The options that Page Up and Page Down go past."""

MAX_WIDTH = 100
"""Longer lines are hard to read."""


class TerminalPrompter:
    """Asks in the terminal of this program. stream: where the prompts go; stderr, or stdout if only that is one."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or (sys.stdout if sys.stdout.isatty() and not sys.stderr.isatty() else sys.stderr)
        self._output = create_output(stdout=self._stream)
        self._ascii = not (self._stream.encoding or "ascii").lower().replace("-", "").startswith("utf")

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
        choosing = _List(prompt, self._options())
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

        def fragments() -> list[tuple[str, str]]:
            size = self._output.get_size()
            lines = drawn(min(size.columns, MAX_WIDTH), size.rows)
            return [fragment for line in lines for fragment in self._fragments(line)][:-1]

        return Window(FormattedTextControl(fragments, focusable=True), dont_extend_height=True)

    def _fragments(self, line: Line) -> list[tuple[str, str]]:
        style, text = line
        text = wording.in_ascii(text) if self._ascii else text
        cursor = [("[SetCursorPosition]", "")] if text.startswith(">") else []
        return [*cursor, (style, text), ("", "\n")]

    def _width(self) -> int:
        if not self._stream.isatty():
            return shutil.get_terminal_size().columns
        return min(self._output.get_size().columns, MAX_WIDTH)

    def _print(self, line: str) -> None:
        print(wording.in_ascii(line) if self._ascii else line, file=self._stream, flush=True)


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

        @keys.add(Keys.Escape, filter=Condition(lambda: self.prompt.can_go_back))
        def back(event: KeyPressEvent) -> None:
            event.app.exit(result=Command.BACK)

        return keys


class _List:
    """A list, with the keys that questionary does not have."""

    def __init__(self, prompt: Prompt, options: dict[str, Any]) -> None:
        self.prompt = prompt
        self.entries = list_entries(prompt.question)
        self.several = prompt.question.answer == "several"
        self.long = is_long(prompt.question)
        self.before = chosen_before(prompt, self.entries)
        self.note = ""
        self.typed = ("", -1)
        self.question = self._build(options)
        self.control = next(
            control
            for control in self.question.application.layout.find_all_controls()
            if isinstance(control, InquirerControl)
        )
        self.question.application.key_processor.before_key_press += self._forget_note

    def _build(self, options: dict[str, Any]) -> questionary.Question:
        choices = [
            questionary.Choice(entry.label, value=index, checked=self.several and index in self.before)
            for index, entry in enumerate(self.entries)
        ]
        start = choices[self.before[0] if self.before else 0]
        settings = {"use_jk_keys": False, "use_search_filter": self.long, **options}
        if self.several:
            return questionary.checkbox("", choices, initial_choice=start, **settings)
        return questionary.select("", choices, default=start, **settings)

    def frame(self) -> Frame:
        shown = [int(choice.value) for choice in self.control.filtered_choices]
        view = View(
            shown=shown,
            pointed=self.control.pointed_at,
            ticked=self.control.selected_options if self.several else None,
            search=self.control.search_filter or "",
            found=len(shown) if self.control.found_in_search else 0,
            note=self.note,
        )
        return list_frame(self.prompt, self.entries, view)

    def keys(self) -> KeyBindings:
        keys = KeyBindings()
        nothing_sought = Condition(lambda: not self.control.search_filter)
        keys.add(Keys.Escape)(self._escape)
        actions: dict[str, Callable[[KeyPressEvent], None]] = {
            Keys.Enter: self._accept,
            Keys.Left: self._back,
            Keys.ControlF: self._finish,
            wording.WHY_KEY: self._why,
            Keys.BracketedPaste: self._paste,
            Keys.Home: lambda _: self._leap(-len(self.entries)),
            Keys.End: lambda _: self._leap(len(self.entries)),
            Keys.PageUp: lambda _: self._leap(-LEAP),
            Keys.PageDown: lambda _: self._leap(LEAP),
        }
        # questionary ticks and inverts everything with these, which makes no sense beside 'none of these'.
        actions |= dict.fromkeys((Keys.ControlA, Keys.Tab) if self.long else ("a", "i"), lambda _: None)
        if self.several:
            actions[" "] = lambda _: self._toggle(self._pointed)
        if not self.long:
            actions |= {wording.FINISH_KEY: self._finish, wording.BACK_KEY: self._back}
            actions |= dict.fromkeys((wording.UNKNOWN_KEY, wording.NONE_KEY), self._choose_key)
        for key, action in actions.items():
            keys.add(key, eager=True)(action)
        for digit in "0123456789":
            keys.add(digit, eager=True, filter=nothing_sought)(self._choose_key)
        return keys

    @property
    def _pointed(self) -> int:
        return int(self.control.get_pointed_at().value)

    def _forget_note(self, _: object) -> None:
        self.note = ""

    def _accept(self, event: KeyPressEvent) -> None:
        if self.control.search_filter and not self.control.found_in_search:
            return
        try:
            answer = (
                ticked_answer(self.entries, self.control.selected_options, self._pointed)
                if self.several
                else self.entries[self._pointed].answer
            )
        except ValueError as error:
            self.note = str(error)
        else:
            event.app.exit(result=Reply(answer))

    def _escape(self, event: KeyPressEvent) -> None:
        if self.control.search_filter:
            self.control.search_filter = None
            self.control.pointed_at = 0
        else:
            self._back(event)

    def _back(self, event: KeyPressEvent) -> None:
        if self.prompt.can_go_back:
            event.app.exit(result=Command.BACK)
        else:
            self.note = wording.NOT_BACK

    def _why(self, event: KeyPressEvent) -> None:
        event.app.exit(result=Command.WHY)

    def _finish(self, event: KeyPressEvent) -> None:
        event.app.exit(result=Command.FINISH)

    def _leap(self, by: int) -> None:
        self.control.pointed_at = min(max(self.control.pointed_at + by, 0), self.control.choice_count - 1)

    def _toggle(self, index: int) -> None:
        self.control.selected_options = toggle(self.entries, self.control.selected_options, index)

    def _choose_key(self, event: KeyPressEvent) -> None:
        """Points at the option with this key; digits typed in a row make a number. Ticks it, where one key names it."""
        before, place = self.typed
        for typed in (before + event.data if place == self.control.pointed_at else event.data, event.data):
            found = [index for index, entry in enumerate(self.entries) if entry.key == typed]
            if found:
                self.control.pointed_at = found[0]
                self.typed = (typed, found[0])
                if self.several and not self.long:
                    self._toggle(found[0])
                return

    def _paste(self, event: KeyPressEvent) -> None:
        """Pasted text is sought in a long list; elsewhere it is no answer, and never taken for keys."""
        text = clean(event.data.strip().partition("\n")[0])
        if self.long and text:
            for character in text:
                self.control.add_search_character(character)
        else:
            self.note = wording.NOT_PASTED
