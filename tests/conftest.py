"""What holds for every test."""

from __future__ import annotations

import signal

import pytest

from careerpath.cli.characters import note_plain

# Whoever starts the tests in the background may have them ignore Ctrl-C or the end of the terminal (`nohup`), and every
# program that they start with them.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)
if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


@pytest.fixture(autouse=True)
def no_plain() -> None:
    """What an earlier test asked for with `--plain`, in this process, is over."""
    note_plain(())
