"""Writes what a command makes to where its caller wants it: a file, or stdout."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from careerpath.cli.outcome import write_stdout
from careerpath.disk.replacing import check_apart, put, unwritable
from careerpath.errors import Problem, UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping

STDOUT = "-"


def check_outputs(targets: Mapping[str, str | None], answers: str | None, *, as_json: bool) -> None:
    """Whether all that is asked for can be written, and not over one another or over the answers.

    Args:
        targets: the options that name a file, and what they name: None if they are not used, `-` for stdout.
        answers: the file that the answers come from, if they come from one; `-` is stdin.
        as_json: whether JSON goes to stdout as well.

    Raises:
        UsageError: two of them would go to stdout, or a file is named twice.
    """
    if as_json + list(targets.values()).count(STDOUT) > 1:
        *others, last = (f"{option} -" for option in targets)
        message = f"only one of {', '.join(('--json', *others))} and {last} can go to stdout."
        raise UsageError(Problem(code="two-outputs", message=message, hint="Name a file for the others."))
    check_apart(Path(file) for file in (answers, *targets.values()) if file not in {None, STDOUT})


def write_output(target: str, content: bytes) -> None:
    """Writes a file, or stdout for `-`. A file of that name is replaced in one step; a failure leaves it as it was.

    Raises:
        InvalidInputError: it cannot be written there.
    """
    if target == STDOUT:
        write_stdout(content)
        return
    try:
        put(Path(target), content)
    except (OSError, ValueError) as error:
        raise unwritable(target, error) from None
