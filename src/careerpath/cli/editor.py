"""The person's own editor: which one it is, and running it to its end."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
from typing import TYPE_CHECKING, Final

from careerpath.cli.signals import leave_ctrl_c_to_child
from careerpath.errors import Problem, UsageError

if TYPE_CHECKING:
    from pathlib import Path

USUAL: Final = ("nano", "vi")

_SECONDS_TO_END: Final = 5.0
"""So long an editor may take to put away what is unsaved when careerpath is told to end."""

_ENDED_BY_CTRL_C: Final = frozenset({-signal.SIGINT, 128 + signal.SIGINT})


def find_editor() -> list[str]:
    """The command of the editor, as words.

    Raises:
        UsageError: there is none, or it cannot be run.
    """
    for variable in ("VISUAL", "EDITOR"):
        if not (wanted := os.environ.get(variable, "").strip()):
            continue
        try:
            words = shlex.split(wanted)
        except ValueError as error:
            raise _no_editor(f"{variable} cannot be split into words: {error}.") from None
        if not words or shutil.which(words[0]) is None:
            raise _no_editor(f"the editor that {variable} names cannot be found: {wanted[:64]}.")
        return words
    for usual in USUAL:
        if shutil.which(usual):
            return [usual]
    raise _no_editor(f"there is no editor: VISUAL and EDITOR are not set, and there is no {' and no '.join(USUAL)}.")


def run_editor(command: list[str], file: Path) -> int:
    """Runs the editor to its end, and returns its exit code.

    Raises:
        UsageError: it cannot be run.
        KeyboardInterrupt: Ctrl-C ended it, or careerpath has to end; the editor was then told so and has ended.
    """
    with leave_ctrl_c_to_child():
        try:
            process = subprocess.Popen([*command, str(file)])  # noqa: S603 (the person's own editor)
        except OSError as error:
            raise _no_editor(f"the editor cannot be run: {error.strerror or error}.") from None
        try:
            code = process.wait()
        except KeyboardInterrupt:
            _end(process)
            raise
    if code in _ENDED_BY_CTRL_C:
        raise KeyboardInterrupt
    return code


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(_SECONDS_TO_END)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _no_editor(message: str) -> UsageError:
    hint = "Set EDITOR, for example EDITOR=nano; or use 'careerpath profile export' and 'careerpath profile import'."
    return UsageError(Problem(code="no-editor", message=message, hint=hint))
