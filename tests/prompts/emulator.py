"""A program in a pseudo-terminal, and the screen that a person would see."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import pexpect
import pyte

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

SECONDS = 15
DRIVER = str(Path(__file__).with_name("driver.py"))
PATH = os.pathsep.join(entry for entry in sys.path if entry)

Start: TypeAlias = "Callable[..., Emulator]"
Outcome: TypeAlias = "Callable[[Emulator], dict[str, Any]]"

ESC, UP, DOWN, LEFT, ENTER = "\x1b", "\x1b[A", "\x1b[B", "\x1b[D", "\r"
BACKSPACE, CTRL_C, CTRL_D, CTRL_F, CTRL_Z = "\x7f", "\x03", "\x04", "\x06", "\x1a"
PASTE = "\x1b[200~{}\x1b[201~"


class Emulator:
    """Runs a program on a screen of the given size."""

    def __init__(
        self, *arguments: str, columns: int = 80, lines: int = 24, env: Mapping[str, str] | None = None
    ) -> None:
        environment = {key: value for key, value in os.environ.items() if key not in {"NO_COLOR", "COLUMNS", "LINES"}}
        environment |= {"TERM": "xterm-256color", "PYTHONUTF8": "1", "LC_ALL": "C.UTF-8", **(env or {})}
        self.screen = pyte.Screen(columns, lines)
        self.raw = b""
        self._stream = pyte.ByteStream(self.screen)
        self._child = pexpect.spawn(
            sys.executable, list(arguments), dimensions=(lines, columns), env=environment, timeout=SECONDS
        )
        self._child.delaybeforesend = None
        self.screen.write_process_input = self._child.send  # type: ignore[method-assign,unused-ignore]

    def send(self, *keys: str) -> None:
        for key in keys:
            self._child.send(key)

    def resize(self, columns: int, lines: int) -> None:
        self.screen.resize(lines, columns)
        self._child.setwinsize(lines, columns)

    @property
    def text(self) -> str:
        return "\n".join(line.rstrip() for line in self.screen.display).strip("\n")

    def has(self, *texts: str, without: str = "") -> str:
        """The screen, once it shows all of these."""
        deadline = time.monotonic() + SECONDS
        while not all(text in self.text for text in texts) or (without and without in self.text):
            assert time.monotonic() < deadline, f"never seen: {texts}\n{self.text}"
            self._read()
        return self.text

    def close(self) -> int:
        """Waits for the end of the program; its exit status."""
        deadline = time.monotonic() + SECONDS
        while self._read():
            assert time.monotonic() < deadline, f"does not end\n{self.text}"
        self._child.close()
        return int(self._child.exitstatus or 0)

    def kill(self) -> None:
        self._child.close(force=True)

    def _read(self) -> bool:
        try:
            data = self._child.read_nonblocking(65536, timeout=0.05)
        except pexpect.TIMEOUT:
            return True
        except pexpect.EOF:
            return False
        self.raw += data
        self._stream.feed(data)
        return True

    def styles(self, text: str) -> list[pyte.screens.Char]:
        """The characters of the first line that holds a text."""
        line = next(number for number, shown in enumerate(self.screen.display) if text in shown)
        start = self.screen.display[line].index(text)
        return [self.screen.buffer[line][start + offset] for offset in range(len(text))]


def answers(result: dict[str, Any]) -> dict[str, Any]:
    assert result["end"] == "done"
    given: dict[str, Any] = result["answers"]
    return given
