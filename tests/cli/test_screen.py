"""Where text goes decides how it is written: plain to a pipe or a file, with its styles to a terminal or on request."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from support.program import Program

ESCAPE = re.compile("\x1b\\[[0-9;]*m")
COMMANDS = [("show", "pm"), ("compare", "marketing", "product"), ("roles",)]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("asked", ["FORCE_COLOR", "TTY_COMPATIBLE"])
def test_styles_are_written_to_a_pipe_on_request_and_change_no_text(
    careerpath: Program, command: tuple[str, ...], asked: str
) -> None:
    piped = careerpath(*command)
    styled = careerpath(*command, **{asked: "1", "TERM": "xterm-256color"})
    assert "\x1b" not in piped.out
    assert set(ESCAPE.findall(styled.out)) == {"\x1b[1m", "\x1b[0m"}
    assert ESCAPE.sub("", styled.out) == piped.out


def test_who_asks_for_no_styles_gets_none(careerpath: Program) -> None:
    piped = careerpath("roles")
    assert careerpath("roles", TTY_COMPATIBLE="0") == piped
    assert careerpath("roles", FORCE_COLOR="") == piped
