"""Which characters the reader's terminal knows, or asks for with `--plain`."""

from __future__ import annotations

import os
import sys
from contextvars import ContextVar
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TextIO

PLAIN: Final = "--plain"

_asked: ContextVar[bool] = ContextVar("plain", default=False)
_NO_LANGUAGE: Final = {"C", "POSIX"}
_COERCED: Final = {"C.UTF-8", "C.utf8", "UTF-8"}


def note_plain(arguments: Sequence[str]) -> None:
    """Notes for this run whether `--plain` is among the arguments; failures, told after the command, heed it too."""
    _asked.set(PLAIN in arguments)


def wants_ascii(stream: TextIO | None) -> bool:
    """Whether only ASCII is to be written: the encoding knows no more, the locale is C, or `--plain` was given.

    Where no locale is set at all, as in most containers, the encoding decides.
    """
    encoding = (getattr(stream, "encoding", None) or "ascii").lower().replace("-", "")
    return not encoding.startswith("utf") or _locale() in _NO_LANGUAGE or _asked.get()


def _locale() -> str:
    """The name of the locale of characters, as the environment had it before Python changed it."""
    characters = os.environ.get("LC_CTYPE", "")
    if sys.flags.utf8_mode and characters in _COERCED:
        characters = ""  # put there by Python, which reads and writes UTF-8 in the locale C
    return os.environ.get("LC_ALL") or characters or os.environ.get("LANG") or ""
