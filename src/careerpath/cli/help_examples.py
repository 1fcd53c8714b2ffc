"""Examples in the help: a docstring says them in a sentence, the help shows them one a line.

Every run comes past here, so this does without regular expressions: to compile one takes longer than all the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from typer._click.core import Command

_BEGINNINGS: Final = ("Examples: ", "Example: ")


def lay_out_examples(command: Command) -> None:
    """Changes the help of a command, and of those below it; does nothing where there are no examples."""
    for below in getattr(command, "commands", {}).values():
        lay_out_examples(below)
    text, lines = _parted(command.help or "")
    if lines:
        # \b asks the formatter to leave the lines as they are.
        command.help = "\n".join([text, "", "\b", "Examples:", *(f"  {line}" for line in lines)])


def examples_of(text: str) -> list[str]:
    """The command lines of the sentence that ends a docstring: `Examples: careerpath a; careerpath b`."""
    return _parted(text)[1]


def _parted(text: str) -> tuple[str, list[str]]:
    """A docstring without the sentence of examples, and its command lines."""
    for beginning in _BEGINNINGS:
        before, found, sentence = text.rpartition(beginning)
        if found and _is_command(sentence):
            return before.rstrip(), _split(" ".join(sentence.split()))
    return text, []


def _split(sentence: str) -> list[str]:
    lines: list[str] = []
    for piece in sentence.split("; "):
        if _is_command(piece):
            lines.append(piece)
        else:
            lines[-1] += f"; {piece}"
    return lines


def _is_command(text: str) -> bool:
    """Whether a text begins with the program, or with a variable that is set for it."""
    name, sign, _ = text.partition("=")
    return text.startswith("careerpath ") or bool(sign and name.isascii() and name.isalpha() and name.isupper())
