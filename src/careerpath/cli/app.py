"""The table of commands. A command's module is imported only when it is called or its help is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer
from typer.core import TyperGroup
from typer.main import get_command, get_group

if TYPE_CHECKING:
    from typer._click.core import Command, Context


class Entry(NamedTuple):
    """Where a command is, and under which heading its help stands."""

    module: str
    panel: str


ADVICE = "Advice"
ROLES = "Roles"
PROFILES = "Your answers"
KEEPERS = "For keepers of catalogues and writers of scripts"

COMMANDS: dict[str, Entry] = {
    "quiz": Entry("quiz", ADVICE),
    "results": Entry("results", ADVICE),
    "compare": Entry("compare", ROLES),
    "roles": Entry("roles", ROLES),
    "show": Entry("show", ROLES),
    "profile": Entry("profile", PROFILES),
    "catalog": Entry("catalog", KEEPERS),
}


class CommandTable(TyperGroup):
    """A group whose commands are imported on demand, so that each costs only what it needs itself."""

    def list_commands(self, ctx: Context) -> list[str]:  # noqa: ARG002 (the library's signature)
        """The names of all commands, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:  # noqa: ARG002 (the library's signature)
        """The command of that name; None if there is none."""
        entry = COMMANDS.get(cmd_name)
        if entry is None:
            return None
        found = get_command(import_module(f"careerpath.cli.commands.{entry.module}").app)
        found.name = cmd_name
        found.rich_help_panel = entry.panel  # type: ignore[attr-defined]
        return found


app = typer.Typer(
    cls=CommandTable,
    name="careerpath",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def careerpath(
    version: Annotated[bool, typer.Option("--version", help="Print the version and exit.")] = False,  # noqa: FBT002
) -> None:
    """Find out which roles suit you, what you are missing, and what to do next.

    Start with `careerpath quiz`. Everything stays on this machine.
    """
    if version:
        from careerpath import __version__  # noqa: PLC0415

        typer.echo(f"careerpath {__version__}")
        raise typer.Exit


def command() -> Command:
    """The whole command line."""
    return get_group(app)
