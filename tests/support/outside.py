"""Texts as the system hands them to a program: in arguments, in the environment, as names of files."""

from __future__ import annotations

import os


def from_outside(text: str) -> str:
    """The bytes of a text, in UTF-8, as Python reads them here; what has no bytes of its own is left out.

    That is the null character, and half pairs but for those that stand for odd bytes. Where Python reads ASCII alone,
    every other byte is an odd one.
    """
    return os.fsdecode("".join(letter for letter in text if _is_possible(letter)).encode("utf-8", "surrogateescape"))


def _is_possible(letter: str) -> bool:
    if letter == "\x00":
        return False
    return not "\ud800" <= letter <= "\udfff" or "\udc80" <= letter <= "\udcff"
