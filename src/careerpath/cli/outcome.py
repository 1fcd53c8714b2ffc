"""How a run ends: what goes to stdout, what goes to stderr, and with which code. The only place that decides it.

stdout is data, stderr is narration. With `--json`, stdout holds exactly one object, on failure too.
"""

from __future__ import annotations

import os
import sys
from enum import IntEnum
from itertools import takewhile
from typing import TYPE_CHECKING

import msgspec

from careerpath.cli.characters import note_plain, wants_ascii
from careerpath.cli.signals import was_received
from careerpath.cli.streams import StdoutLostError, discard_stdout
from careerpath.errors import CareerpathError, InvalidInputError, NeedsAnswerError, Problem, StoreError
from careerpath.harmless import harmless

if TYPE_CHECKING:
    from collections.abc import Sequence


class ExitCode(IntEnum):
    """The documented exit codes."""

    DONE = 0
    DEFECT = 1
    WRONG_USE = 2
    INVALID_INPUT = 3
    NEEDS_ANSWER = 4
    INTERRUPTED = 130

    @property
    def meaning(self) -> str:
        """What the code says, as the documentation has it."""
        return {
            ExitCode.DONE: "done",
            ExitCode.DEFECT: "a defect of careerpath",
            ExitCode.WRONG_USE: "wrong use: unknown role, bad option",
            ExitCode.INVALID_INPUT: "an input file is invalid (every problem listed, with file, line and column, "
            "cause and fix)",
            ExitCode.NEEDS_ANSWER: "an answer is needed and there is no terminal",
            ExitCode.INTERRUPTED: "interrupted; what was answered is kept",
        }[self]


class Interrupted(BaseException):
    """The person interrupted; `note` says what is kept and how to go on.

    No KeyboardInterrupt: Typer takes those for itself and leaves only the exit code of them.
    """

    def __init__(self, note: str) -> None:
        super().__init__(note)
        self.note = note


class _Ending(msgspec.Struct, frozen=True):
    """How a run ended, what went wrong, and whether nothing can be written to stdout any more."""

    code: int
    problems: tuple[Problem, ...] = ()
    stdout_lost: bool = False


def run(arguments: Sequence[str]) -> int:
    """Runs the command line on its arguments and returns the exit code; explains every failure."""
    # What stands after "--" is no option.
    wants_json = "--json" in takewhile(lambda argument: argument != "--", arguments)
    note_plain(arguments)
    ending = _attempt(arguments, wants_json=wants_json)
    try:
        _explain(ending, wants_json=wants_json)
        sys.stdout.flush()
    except StdoutLostError as error:
        late = _lost_output(error)
        _explain(msgspec.structs.replace(late, problems=ending.problems + late.problems), wants_json=False)
        return ending.code or late.code
    return ending.code


def _attempt(arguments: Sequence[str], *, wants_json: bool) -> _Ending:
    try:
        ending = _run_typer(arguments, wants_json=wants_json)
        sys.stdout.flush()
    except CareerpathError as error:
        return _Ending(_code_of(error), error.problems)
    except StdoutLostError as error:
        return _lost_output(error)
    except (Interrupted, KeyboardInterrupt, EOFError) as error:
        return _interrupted(error)
    except Exception as error:  # noqa: BLE001 (the last resort: a defect is said to be one)
        # Some libraries turn an interruption into an error of their own.
        return _interrupted(error) if was_received() else _defect(error)
    return ending


def _run_typer(arguments: Sequence[str], *, wants_json: bool) -> _Ending:
    from typer import Abort
    from typer._click.exceptions import ClickException  # (not exported; Typer's range is pinned)

    from careerpath.cli.app import command

    try:
        code = command().main(args=list(arguments), prog_name="careerpath", standalone_mode=False)
    except Abort:
        raise KeyboardInterrupt from None
    except ClickException as error:
        return _wrong_use(error, wants_json=wants_json)
    if code == ExitCode.INTERRUPTED:
        raise KeyboardInterrupt
    return _Ending(code if isinstance(code, int) else ExitCode.DONE)


def _interrupted(error: BaseException) -> _Ending:
    note = error.note if isinstance(error, Interrupted) else "interrupted; what was stored before is kept."
    return _Ending(ExitCode.INTERRUPTED, (Problem(code="interrupted", message=note),))


def _lost_output(error: StdoutLostError) -> _Ending:
    """Nothing more is written to stdout. That the reader has had enough (`| head`) is no failure."""
    discard_stdout()
    if error.reader_is_gone:
        return _Ending(ExitCode.DONE, stdout_lost=True)
    message = f"the output cannot be written: {error.reason}."
    problem = Problem(code="output-lost", message=message, hint="Check where stdout goes, and the free space there.")
    return _Ending(ExitCode.INVALID_INPUT, (problem,), stdout_lost=True)


def _code_of(error: CareerpathError) -> ExitCode:
    match error:
        case InvalidInputError():
            return ExitCode.INVALID_INPUT
        case NeedsAnswerError():
            return ExitCode.NEEDS_ANSWER
        case StoreError():
            return ExitCode.INVALID_INPUT
        case _:
            return ExitCode.WRONG_USE


def _explain(ending: _Ending, *, wants_json: bool) -> None:
    if ending.problems and wants_json and not ending.stdout_lost:
        emit_failure(ending.problems)
        return
    for problem in ending.problems:
        narrate(f"careerpath: {problem}" if problem.location is None else str(problem))


def _sentence(message: str) -> str:
    message = message[:1].lower() + message[1:]
    return message if message.endswith((".", "?", ")")) else f"{message}."


def _wrong_use(error: Exception, *, wants_json: bool) -> _Ending:
    from typer._click.exceptions import NoArgsIsHelpError  # (see _run_typer)

    context = getattr(error, "ctx", None)
    path = context.command_path if context else "careerpath"
    message = error.format_message() if hasattr(error, "format_message") else str(error)
    if isinstance(error, NoArgsIsHelpError) and not wants_json:
        _narrate_lines(message)
        return _Ending(ExitCode.WRONG_USE)
    message = "a command is missing." if isinstance(error, NoArgsIsHelpError) else _sentence(message)
    problem = Problem(code="usage", message=message, hint=f"'{path} --help' shows how to call it.")
    return _Ending(ExitCode.WRONG_USE, (problem,))


def _defect(error: Exception) -> _Ending:
    """A defect. Nothing of what the exception says is shown: it can quote an answer."""
    if os.environ.get("CAREERPATH_DEBUG"):
        import traceback

        _narrate_lines("".join(traceback.format_tb(error.__traceback__)))
    problem = Problem(
        code="defect",
        message=f"this is a defect of careerpath: {type(error).__name__}.",
        hint="Please report it, with the command. CAREERPATH_DEBUG=1 shows where it happened.",
    )
    return _Ending(ExitCode.DEFECT, (problem,))


def narrate(text: str) -> None:
    """A line for the person, on stderr, whatever it quotes. Does nothing if stderr is gone."""
    shown = harmless(text)
    if wants_ascii(sys.stderr):
        shown = shown.encode("ascii", "backslashreplace").decode()
    try:
        sys.stderr.write(f"{shown}\n")
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):
        return


def _narrate_lines(text: str) -> None:
    for line in text.splitlines():
        narrate(line)


def emit_failure(problems: Sequence[Problem]) -> None:
    """The envelope of a failure on stdout."""
    from careerpath.render.data.envelope import failure, laid_out

    write_stdout(laid_out(failure(problems)), b"\n")


def emit(kind: str, data: msgspec.Struct) -> None:
    """The envelope of a success on stdout: `careerpath.<kind>/v1`."""
    from careerpath.render.data.envelope import laid_out, success

    write_stdout(laid_out(success(kind, data)), b"\n")  # (two pieces: put together, megabytes would be copied)


def write_stdout(*pieces: bytes) -> None:
    """Bytes on stdout as they are."""
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        sys.stdout.write(b"".join(pieces).decode())
    else:
        sys.stdout.flush()
        buffer.writelines(pieces)
        buffer.flush()
