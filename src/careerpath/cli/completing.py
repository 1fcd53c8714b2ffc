"""Completion in a shell: `careerpath --complete SHELL WORD ...`, where the last word is the one being typed.

Prints a candidate a line, then a tab and what it means. Whatever goes wrong, nothing is offered and nothing is said:
who presses Tab cannot use a message.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, NamedTuple

from careerpath.cli.candidates import FILES, FOLDERS, SOURCES, Asked, Candidate
from careerpath.cli.streams import StdoutLostError, discard_stdout
from careerpath.harmless import harmless

if TYPE_CHECKING:
    from collections.abc import Sequence

    from typer._click.core import Command, Context, Parameter


def complete(arguments: Sequence[str]) -> int:
    """Prints what can stand in the place of the last word; the first argument is the shell."""
    try:
        shell, _, *given = arguments
        words = _joined(given) if shell == "bash" else given
        # Bash puts in only what follows the sign at which it took the word apart.
        cut = f"{words[-1].partition('=')[0]}=" if words[-1] != given[-1] else ""
        lines = "".join(
            f"{candidate.word.removeprefix(cut)}\t{' '.join(harmless(candidate.about).split())}\n"
            for candidate in candidates(words)
            if _can_be_offered(candidate)
        )
        sys.stdout.buffer.write(lines.encode())
        sys.stdout.flush()
    except StdoutLostError:
        discard_stdout()
    except Exception:  # noqa: BLE001 (see above)
        return 0
    return 0


def _can_be_offered(candidate: Candidate) -> bool:
    """Whether the word is what it looks like: a name can hold what nobody sees, or read like a word for the script."""
    word = candidate.word
    return candidate in {FILES, FOLDERS} or (harmless(word) == word and not word.startswith(":"))


def candidates(words: Sequence[str]) -> list[Candidate]:
    """What can stand in the place of the last word; the words are those after the name of the program."""
    place = _find_place(words[:-1])
    word = words[-1].lstrip("'\"")
    folder = _catalog_folder(words[:-1])
    if place.option is not None:
        return _values(place.option, Asked(word, (), folder))
    name, sign, value = word.partition("=")
    if sign and name.startswith("--"):
        option = _options(place.command).get(name)
        found = _values(option, Asked(value, (), folder)) if option else []
        return [Candidate(f"{name}={entry.word}", entry.about) for entry in found]
    if word.startswith("-"):
        listed = _options(place.command).items()
        return [Candidate(opt, _help(option)) for opt, option in listed if opt.startswith(word)]
    if hasattr(place.command, "list_commands"):
        return [entry for entry in _subcommands(place) if entry.word.startswith(word)]
    argument = _argument(place)
    return _values(argument, Asked(word, place.values, folder)) if argument else []


class _Place(NamedTuple):
    """Where the word stands: in which command, after which values, and after which option that wants one."""

    command: Command
    context: Context
    values: tuple[str, ...]
    option: Parameter | None


def _find_place(words: Sequence[str]) -> _Place:
    from typer._click.core import Context  # (not exported; Typer's range is pinned)

    from careerpath.cli.app import command as whole

    command: Any = whole()
    context = Context(command, info_name="careerpath")
    values: list[str] = []
    option: Parameter | None = None
    for word in words:
        if option is not None:
            option = None
        elif word.startswith("-"):
            found = _options(command).get(word)
            option = found if found is not None and not getattr(found, "is_flag", False) else None
        elif hasattr(command, "list_commands"):
            below = command.get_command(context, word)
            if below is None:
                raise LookupError(word)
            command, context = below, Context(below, info_name=word, parent=context)
        else:
            values.append(word)
    return _Place(command, context, tuple(values), option)


def _options(command: Command) -> dict[str, Parameter]:
    listed = {name: option for option in command.params if _is_option(option) for name in option.opts}
    return {name: option for name, option in listed.items() if name.startswith("--")}


def _is_option(parameter: Parameter) -> bool:
    return parameter.param_type_name == "option"


def _subcommands(place: _Place) -> list[Candidate]:
    group: Any = place.command
    if place.context.parent is None:
        from careerpath.cli.app import COMMANDS

        return [Candidate(name, entry.help) for name, entry in COMMANDS.items()]
    return [
        Candidate(name, group.get_command(place.context, name).get_short_help_str(limit=100))
        for name in group.list_commands(place.context)
    ]


def _argument(place: _Place) -> Parameter | None:
    """The argument that the next value is for."""
    count = len(place.values)
    for argument in (entry for entry in place.command.params if not _is_option(entry)):
        if argument.nargs < 0 or count < argument.nargs:
            return argument
        count -= argument.nargs
    return None


def _values(parameter: Parameter, asked: Asked) -> list[Candidate]:
    choices = getattr(parameter.type, "choices", None)
    if choices is not None:
        texts = [str(getattr(choice, "value", choice)) for choice in choices]
        return [Candidate(text) for text in texts if text.startswith(asked.word)]
    source = SOURCES.get(getattr(parameter, "metavar", None) or "")
    return source(asked) if source else []


def _help(option: Parameter) -> str:
    return getattr(option, "help", None) or ""


def _catalog_folder(words: Sequence[str]) -> str | None:
    for place, word in enumerate(words):
        if word.startswith("--catalog="):
            return word.partition("=")[2]
        if word == "--catalog":
            return words[place + 1] if place + 1 < len(words) else None
    return None


def _joined(words: Sequence[str]) -> list[str]:
    """Bash takes `seo=3` apart into `seo`, `=` and `3`; here they are one again."""
    joined: list[str] = []
    glue = False
    for word in words:
        if joined and (glue or word == "="):
            joined[-1] += word
        else:
            joined.append(word)
        glue = word == "="
    return joined
