"""How a run ends: what goes to stdout, what goes to stderr, and with which code. The only place that decides it.

stdout is data, stderr is narration. With `--json`, stdout holds exactly one object, on failure too.
"""

from __future__ import annotations

import os
import sys
from enum import IntEnum
from typing import TYPE_CHECKING

from careerpath.errors import CareerpathError, InvalidInputError, NeedsAnswerError, Problem, StoreError

if TYPE_CHECKING:
    from collections.abc import Sequence

    import msgspec


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


def run(arguments: Sequence[str]) -> int:
    """Runs the command line on its arguments and returns the exit code; explains every failure."""
    wants_json = "--json" in arguments
    try:
        code = _run_typer(arguments, wants_json=wants_json)
        sys.stdout.flush()
    except CareerpathError as error:
        return _fail(error.problems, _code_of(error), wants_json=wants_json)
    except (Interrupted, KeyboardInterrupt, EOFError) as error:
        note = error.note if isinstance(error, Interrupted) else "interrupted; nothing was changed."
        problem = Problem(code="interrupted", message=note)
        return _fail((problem,), ExitCode.INTERRUPTED, wants_json=wants_json)
    except BrokenPipeError:
        # The reader has had enough (`| head`). Python would complain once more when it flushes at exit.
        _discard_stdout()
        return ExitCode.DONE
    except Exception:  # noqa: BLE001 (the last resort: a defect is said to be one)
        return _fail_as_defect(wants_json=wants_json)
    return code


def _run_typer(arguments: Sequence[str], *, wants_json: bool) -> int:
    from typer import Abort
    from typer._click.exceptions import ClickException  # (not exported; Typer's range is pinned)

    from careerpath.cli.app import command

    try:
        code = command().main(args=list(arguments), prog_name="careerpath", standalone_mode=False)
    except Abort:
        raise KeyboardInterrupt from None
    except ClickException as error:
        return _fail_usage(error, wants_json=wants_json)
    if code == ExitCode.INTERRUPTED:
        raise KeyboardInterrupt
    return code if isinstance(code, int) else ExitCode.DONE


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


def _fail(problems: Sequence[Problem], code: ExitCode, *, wants_json: bool) -> int:
    if wants_json:
        emit_failure(problems)
    else:
        for problem in problems:
            narrate(f"careerpath: {problem}" if problem.location is None else str(problem))
    return code


def _sentence(message: str) -> str:
    message = message[:1].lower() + message[1:]
    return message if message.endswith((".", "?", ")")) else f"{message}."


def _fail_usage(error: Exception, *, wants_json: bool) -> int:
    from typer._click.exceptions import NoArgsIsHelpError  # (see _run_typer)

    context = getattr(error, "ctx", None)
    path = context.command_path if context else "careerpath"
    message = error.format_message() if hasattr(error, "format_message") else str(error)
    if isinstance(error, NoArgsIsHelpError) and not wants_json:
        narrate(message)
        return ExitCode.WRONG_USE
    message = "a command is missing." if isinstance(error, NoArgsIsHelpError) else _sentence(message)
    problem = Problem(code="usage", message=message, hint=f"'{path} --help' shows how to call it.")
    return _fail((problem,), ExitCode.WRONG_USE, wants_json=wants_json)


def _fail_as_defect(*, wants_json: bool) -> int:
    import traceback

    error = sys.exc_info()[1]
    problem = Problem(
        code="defect",
        message=f"this is a defect of careerpath: {type(error).__name__}.",
        hint="Please report it, with the command. CAREERPATH_DEBUG=1 shows where it happened.",
    )
    if os.environ.get("CAREERPATH_DEBUG"):
        traceback.print_exc(file=sys.stderr)
    return _fail((problem,), ExitCode.DEFECT, wants_json=wants_json)


def _discard_stdout() -> None:
    devnull = os.open(os.devnull, os.O_WRONLY)
    os.dup2(devnull, sys.stdout.fileno())
    os.close(devnull)


def narrate(text: str) -> None:
    """A line for the person, on stderr. Does nothing if stderr is gone."""
    try:
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()
    except (OSError, ValueError, AttributeError):
        return


def emit_failure(problems: Sequence[Problem]) -> None:
    """The envelope of a failure on stdout."""
    from careerpath.render.data.envelope import failure, to_json

    write_stdout(to_json(failure(problems)))


def emit(kind: str, data: msgspec.Struct) -> None:
    """The envelope of a success on stdout: `careerpath.<kind>/v1`."""
    from careerpath.render.data.envelope import success, to_json

    write_stdout(to_json(success(kind, data)))


def write_stdout(data: bytes) -> None:
    """Bytes on stdout as they are."""
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:
        sys.stdout.write(data.decode())
    else:
        sys.stdout.flush()
        buffer.write(data)
        buffer.flush()
