"""What holds for every test."""

from __future__ import annotations

import signal

import pytest

from careerpath.cli.characters import note_plain

# Whoever starts the tests in the background may have them ignore Ctrl-C, and every program that they start with them.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def no_plain() -> None:
    """What an earlier test asked for with `--plain`, in this process, is over."""
    note_plain(())
