"""`--plain`, which every command takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from typer.core import TyperOption

from careerpath.cli.characters import PLAIN

if TYPE_CHECKING:
    from typer._click.core import Command

HELP: Final = "Use plain characters (ASCII) in text for people."


def offer_plain(command: Command) -> None:
    """Adds the option to a command, or to those below it, unless it has one of its own.

    What it does is not the command's business: whatever writes to a person asks `wants_ascii`.
    """
    for below in getattr(command, "commands", {}).values():
        offer_plain(below)
    if not hasattr(command, "list_commands") and not any(PLAIN in option.opts for option in command.params):
        option = TyperOption(param_decls=[PLAIN], is_flag=True, default=False, expose_value=False, help=HELP)
        command.params.append(option)
