"""Examples in the help: a docstring says them in a sentence, the help shows them one a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typer._click.core import Command

_SENTENCE = re.compile(r"\s*\bExamples?: ((?:[A-Z]+=|careerpath ).*)\Z", re.DOTALL)
_BETWEEN = re.compile(r";\s+(?=[A-Z]+=|careerpath )")


def lay_out_examples(command: Command) -> None:
    """Changes the help of a command, and of those below it; does nothing where there are no examples."""
    for below in getattr(command, "commands", {}).values():
        lay_out_examples(below)
    lines = examples_of(command.help or "")
    if lines and command.help:
        text = _SENTENCE.sub("", command.help)
        # \b asks the formatter to leave the lines as they are.
        command.help = "\n".join([text, "", "\b", "Examples:", *(f"  {line}" for line in lines)])


def examples_of(text: str) -> list[str]:
    """The command lines of the sentence that ends a docstring: `Examples: careerpath a; careerpath b`."""
    found = _SENTENCE.search(text)
    return _BETWEEN.split(" ".join(found[1].split())) if found else []
