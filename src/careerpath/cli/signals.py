"""Ctrl-C, and the signals by which others end a program.

Each of them unwinds what the program is doing, so that what was answered is kept, the terminal is given back as it was
and no half-written file stays. A second one ends the program at once.
"""

from __future__ import annotations

import os
import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

_ENDING: Final = ("SIGINT", "SIGTERM", "SIGHUP")
_NUMBERS: Final = tuple(getattr(signal, name) for name in _ENDING if hasattr(signal, name))  # Windows has no SIGHUP

_received: list[signal.Signals] = []


def listen() -> None:
    """From now on, a signal to end raises KeyboardInterrupt. One that was ignored (`nohup`) stays so."""
    for number in _NUMBERS:
        if signal.getsignal(number) in {signal.SIG_DFL, signal.default_int_handler}:
            signal.signal(number, _unwind)


def die_at_once() -> None:
    """From now on, a signal to end does so at once: while nothing is open yet, and when everything is done."""
    for number in _NUMBERS:
        if signal.getsignal(number) in {_unwind, signal.default_int_handler}:
            signal.signal(number, signal.SIG_DFL)


@contextmanager
def leave_ctrl_c_to_child() -> Iterator[None]:
    """Does nothing at Ctrl-C: a terminal sends it to an editor, too, which may well use it for itself."""
    before = signal.getsignal(signal.SIGINT)
    if before != signal.SIG_IGN:
        # No SIG_IGN: the child would inherit it.
        signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def was_received() -> bool:
    """Whether a signal to end has come."""
    return bool(_received)


def end_as_asked() -> None:
    """Dies of the signal that has come, as whoever sent it expects; for Ctrl-C there is an exit code instead."""
    if _received and _received[0] != signal.SIGINT:
        die_at_once()
        os.kill(os.getpid(), _received[0])


def _unwind(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 (the system's signature)
    _received.append(signal.Signals(number))
    die_at_once()
    raise KeyboardInterrupt
