"""A list in the terminal: questionary's, with more keys. Loaded by `terminal` alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import questionary
from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.keys import Keys
from questionary.prompts.common import InquirerControl

from careerpath.prompts import wording
from careerpath.prompts.listing import (
    View,
    chosen_before,
    is_long,
    list_entries,
    list_frame,
    ticked_answer,
    toggle,
)
from careerpath.prompts.wrap import clean
from careerpath.quiz.prompter import Command, Prompt, Reply

if TYPE_CHECKING:
    from collections.abc import Callable

    from prompt_toolkit.key_binding import KeyPressEvent

    from careerpath.prompts.frame import Frame

LEAP = 10
"""The options that Page Up and Page Down go past."""


class ListPrompt:
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
        """The list as it stands at this moment."""
        shown = self._shown()
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
        """The keys that are to go before questionary's own."""
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
        return self._shown()[self.control.pointed_at]

    def _shown(self) -> list[int]:
        return [index for choice in self.control.filtered_choices if isinstance(index := choice.value, int)]

    def _forget_note(self, _: object) -> None:
        self.note = ""

    def _accept(self, event: KeyPressEvent) -> None:
        pointed = self._pointed  # looks the filter up anew, which `found_in_search` does not
        if self.control.search_filter and not self.control.found_in_search:
            return
        try:
            answer = (
                ticked_answer(self.entries, self.control.selected_options, pointed)
                if self.several
                else self.entries[pointed].answer
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
            self.control.search_filter = (self.control.search_filter or "") + text
            self.control.pointed_at = 0
        else:
            self.note = wording.NOT_PASTED
