"""The table of commands. A command's module is imported only when it is called or its help is asked for."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer
from typer.core import TyperGroup
from typer.main import get_command, get_group

from careerpath.cli.help_examples import lay_out_examples
from careerpath.cli.options import new_app
from careerpath.cli.plain_option import offer_plain

if TYPE_CHECKING:
    from typer._click.core import Command, Context
    from typer._click.formatting import HelpFormatter


class Entry(NamedTuple):
    """Where a command is, under which heading its help stands, and its help in one line."""

    module: str
    panel: str
    help: str


ADVICE = "Advice"
ROLES = "Roles"
PROFILES = "Your answers"
KEEPERS = "For keepers of catalogues and sceptics"
SCRIPTS = "For scripts and shells"

COMMANDS: dict[str, Entry] = {
    "quiz": Entry("quiz", ADVICE, "Answer questions, and see which roles suit you and what to do next."),
    "results": Entry("results", ADVICE, "Score a stored profile again and show what follows."),
    "path": Entry("path", ADVICE, "Find the best routes over roles, from you or from a role."),
    "plan": Entry("plan", ADVICE, "Make the best use of so many hours of learning for a role."),
    "what-if": Entry("what_if", ADVICE, "See what other skill levels would change, and what brings a role to the top."),
    "report": Entry("report", ADVICE, "Write a report to keep, to print or to share, as a page or as Markdown."),
    "compare": Entry("compare", ROLES, "Compare roles: work, requirements, pay, ladder, and the way between them."),
    "roles": Entry("roles", ROLES, "List the roles, by track and rung."),
    "show": Entry("show", ROLES, "Show everything about a role, each fact with its source."),
    "history": Entry("history", PROFILES, "Show progress: readiness over time, and whether it is more than noise."),
    "profile": Entry("profile", PROFILES, "See, edit, export, import and delete what is stored on this machine."),
    "verify": Entry("verify", KEEPERS, "Compute a saved result again, and show every place where it differs."),
    "catalog": Entry("catalog", KEEPERS, "Check a catalogue, and see what it rests on."),
    "cohort": Entry("cohort", SCRIPTS, "Score a table of many people: CSV, JSON Lines or Parquet."),
    "schema": Entry("schema", SCRIPTS, "Print the JSON Schema of an output or of a file."),
    "completion": Entry("completion", SCRIPTS, "Print the script that completes commands and names in your shell."),
}
"""Every command, in the order of the help. The help is said here so that it can be listed without any import."""


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
        lay_out_examples(found)
        offer_plain(found)
        return found

    def format_commands(self, ctx: Context, formatter: HelpFormatter) -> None:  # noqa: ARG002 (the library's signature)
        """The commands under their headings."""
        for panel in dict.fromkeys(entry.panel for entry in COMMANDS.values()):
            with formatter.section(panel):
                formatter.write_dl([(name, entry.help) for name, entry in COMMANDS.items() if entry.panel == panel])


app = new_app(cls=CommandTable, name="careerpath", invoke_without_command=True)


@app.callback()
def careerpath(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version and exit.")] = False,
) -> None:
    """Find out which roles suit you, what you are missing, and what to do next.

    Start with 'careerpath quiz'. Everything stays on this machine.

    Examples: careerpath quiz; careerpath compare marketing product; careerpath results --explain "product manager"
    """
    if version:
        from careerpath import __version__

        typer.echo(f"careerpath {__version__}")
    elif context.invoked_subcommand is None:
        from careerpath.cli.welcome import welcome

        welcome()


def command() -> Command:
    """The whole command line."""
    whole = get_group(app)
    lay_out_examples(whole)
    return whole
