"""Writes docs/cli.md and docs/careerpath.1, the command reference and the man page, from the help of the program.

--check changes nothing, and fails if a file is not what the help says.
"""

from __future__ import annotations

import argparse
import os
import sys
from inspect import cleandoc
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from typer._click.core import Context

from careerpath import __version__
from careerpath.cli.app import COMMANDS, command
from careerpath.cli.outcome import ExitCode

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
PAGE, MANUAL = ROOT / "docs" / "cli.md", ROOT / "docs" / "careerpath.1"

ENVIRONMENT = {
    "CAREERPATH_CATALOG": "The folder of a catalogue to use in place of the shipped one, like --catalog.",
    "CAREERPATH_HOME": "The folder for profiles, in place of the user's data folder.",
    "CAREERPATH_DEBUG": "If set, a defect shows where in the program it happened.",
    "VISUAL, EDITOR": "The editor that 'careerpath profile edit' opens; VISUAL comes first.",
    "COLUMNS": "The width of what is printed, where there is no terminal.",
}


class Help(NamedTuple):
    """The help of one command: its name in full, how it is called, paragraphs, examples, arguments, options."""

    name: str
    usage: str
    paragraphs: list[str]
    examples: list[str]
    arguments: list[tuple[str, str]]
    options: list[tuple[str, str]]


def main() -> None:
    """Writes the files, or checks them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing; fail if something is out of date")
    check = parser.parse_args().check
    os.environ.pop("CAREERPATH_CATALOG", None)
    whole, *helps = read_helps()
    for path, text in ((PAGE, markdown(whole, helps)), (MANUAL, roff(whole, helps))):
        if not check:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            sys.exit(f"{path.relative_to(ROOT)} is out of date: 'make manual' writes it.")


def read_helps() -> Iterator[Help]:
    """The help of the program, then that of every command in the order of the help."""
    whole: Any = command()
    context = Context(whole, info_name="careerpath", max_content_width=10_000, terminal_width=10_000)
    yield _help_of(whole, context)
    for name in COMMANDS:
        yield from _below(whole.get_command(context, name), context, name)


def _below(found: Any, parent: Any, name: str) -> Iterator[Help]:
    context = Context(found, info_name=name, parent=parent)
    if not hasattr(found, "list_commands"):
        yield _help_of(found, context)
    else:
        for below in found.list_commands(context):
            yield from _below(found.get_command(context, below), context, below)


def _help_of(found: Any, context: Any) -> Help:
    text, _, examples = cleandoc(found.help or "").partition("\b\nExamples:\n")
    records: dict[str, list[tuple[str, str]]] = {"argument": [], "option": []}
    for parameter in found.get_params(context):
        if record := parameter.get_help_record(context):
            names, meaning = record
            records[parameter.param_type_name].append((" ".join(names.split()), " ".join(meaning.split())))
    return Help(
        name=context.command_path,
        usage=" ".join([context.command_path, *found.collect_usage_pieces(context)]),
        paragraphs=[" ".join(paragraph.split()) for paragraph in text.split("\n\n") if paragraph.strip()],
        examples=[line.strip() for line in examples.splitlines() if line.strip()],
        arguments=records["argument"],
        options=[record for record in records["option"] if "--help" not in record[0]],
    )


def markdown(whole: Help, helps: list[Help]) -> str:
    """The command reference."""
    lines = ["# Commands", "", "<!-- Written by 'make manual' from the help of the program. -->", ""]
    lines += [f"{paragraph}\n" for paragraph in whole.paragraphs]
    lines += ["Every command takes `-h` and `--help`.", ""]
    for panel in dict.fromkeys(entry.panel for entry in COMMANDS.values()):
        lines += [f"## {panel}", ""]
        for entry in (one for one in helps if COMMANDS[one.name.split()[1]].panel == panel):
            lines += _markdown_command(entry)
    lines += ["## Exit codes", "", "| exit | means |", "|---|---|"]
    lines += [f"| {code.value} | {code.meaning} |" for code in ExitCode]
    lines += ["", "## Environment", "", "| variable | means |", "|---|---|"]
    lines += [f"| `{name}` | {meaning} |" for name, meaning in ENVIRONMENT.items()]
    return "\n".join(lines) + "\n"


def _markdown_command(entry: Help) -> list[str]:
    lines = [f"### {entry.name}", "", "```text", entry.usage, "```", ""]
    lines += [f"{paragraph}\n" for paragraph in entry.paragraphs]
    for kind, records in (("argument", entry.arguments), ("option", entry.options)):
        if records:
            lines += [f"| {kind} | means |", "|---|---|"]
            lines += [f"| `{_cell(names)}` | {_cell(meaning)} |" for names, meaning in records]
            lines.append("")
    if entry.examples:
        lines += ["```sh", *entry.examples, "```", ""]
    return lines


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def roff(whole: Help, helps: list[Help]) -> str:
    """The man page."""
    lines = [
        f'.TH CAREERPATH 1 "" "careerpath {__version__}" "User Commands"',
        ".SH NAME",
        "careerpath \\- which roles suit you, what you are missing, and what to do next",
        ".SH SYNOPSIS",
        ".B careerpath",
        "COMMAND [OPTIONS] [ARGUMENTS]",
        ".SH DESCRIPTION",
    ]
    lines += [line for paragraph in whole.paragraphs for line in (".PP", _roff(paragraph))]
    lines.append(".SH COMMANDS")
    lines += [line for entry in helps for line in _roff_command(entry)]
    lines.append(".SH EXIT STATUS")
    lines += [line for code in ExitCode for line in (".TP", f".B {code.value}", _roff(code.meaning))]
    lines.append(".SH ENVIRONMENT")
    lines += [line for name, meaning in ENVIRONMENT.items() for line in (".TP", f".B {_roff(name)}", _roff(meaning))]
    return "\n".join(lines) + "\n"


def _roff_command(entry: Help) -> list[str]:
    lines = [f".SS {_roff(entry.usage)}"]
    lines += [line for paragraph in entry.paragraphs for line in (".PP", _roff(paragraph))]
    for names, meaning in (*entry.arguments, *entry.options):
        lines += [".TP", f".B {_roff(names)}", _roff(meaning)]
    if entry.examples:
        lines += [".PP", "Examples:", ".PP", ".EX", *(_roff(f"  {line}") for line in entry.examples), ".EE"]
    return lines


def _roff(text: str) -> str:
    """Text that says to roff what it says to people."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{text}" if text.startswith((".", "'")) else text


if __name__ == "__main__":
    main()
