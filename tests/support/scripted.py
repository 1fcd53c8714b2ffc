"""A prompter that answers from a script, so that tests drive the quiz without a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from careerpath.prompts.entry import EntryError, read_entry

if TYPE_CHECKING:
    from careerpath.quiz.prompter import Command, Prompt, Reply


class ScriptedPrompter:
    """Answers with its entries, in order: what a person would type into the plain prompter.

    Entries: a number, value or label ("3", "marketing"); several with commas ("1, 3", "none"); years; "unknown";
    "back", "?", "finish"; "yes" or "no" where a confirmation is asked; "^C" interrupts, "^D" ends the input.
    An empty entry keeps an earlier answer, or the default of a confirmation.

    asked, said, confirmed: everything asked and said so far.
    """

    def __init__(self, *script: str) -> None:
        self.script = script
        self.used = 0
        self.asked: list[Prompt] = []
        self.said: list[str] = []
        self.confirmed: list[str] = []

    @property
    def questions(self) -> list[str]:
        """The ids of the questions asked so far, repetitions too."""
        return [prompt.question.id for prompt in self.asked]

    @property
    def unused(self) -> tuple[str, ...]:
        """What is left of the script."""
        return self.script[self.used :]

    def ask(self, prompt: Prompt) -> Reply | Command:
        self.asked.append(prompt)
        what = f"{prompt.question.id} ({prompt.question.text!r})"
        entry = self._next(what)
        try:
            return read_entry(prompt, entry)
        except EntryError as error:
            self._fail(entry, what, str(error))

    def say(self, text: str) -> None:
        self.said.append(text)

    def confirm(self, text: str, *, default: bool) -> bool:
        self.confirmed.append(text)
        entry = self._next(f"the confirmation {text!r}")
        answers = {"": default, "y": True, "yes": True, "n": False, "no": False}
        if entry not in answers:
            self._fail(entry, f"the confirmation {text!r}", "It takes yes or no.")
        return answers[entry]

    def _next(self, what: str) -> str:
        if not self.unused:
            message = f"The script has run out after {self.used} entries {list(self.script)}; asked now: {what}"
            raise AssertionError(message)
        entry = self.script[self.used]
        self.used += 1
        if entry == "^C":
            raise KeyboardInterrupt
        if entry == "^D":
            raise EOFError
        return entry

    def _fail(self, entry: str, what: str, reason: str) -> NoReturn:
        message = f"Entry {self.used} of the script, {entry!r}, does not fit {what}: {reason}"
        raise AssertionError(message)
