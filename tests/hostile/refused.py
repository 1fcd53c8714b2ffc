"""What holds of every run that is given something bad: one clear failure, for people and for scripts, within bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from support.schemas import faults

if TYPE_CHECKING:
    from pathlib import Path

    from support.bounded import Bounded, Ended

SECONDS = 10.0
"""The most computing that a bad input may cause. Stated in docs/limits.md."""

MEMORY = 512 * 1024 * 1024
"""The most memory, likewise."""


class Refusal(NamedTuple):
    """code: the exit code. lines: what people read. errors: what scripts read."""

    code: int
    lines: list[str]
    errors: list[dict[str, Any]]

    @property
    def codes(self) -> set[str]:
        return {error["code"] for error in self.errors}


def refuse(bounded: Bounded, folder: Path, *arguments: str, **how: Any) -> Refusal:
    """Runs the program twice, for people and for scripts, and holds the two failures against each other."""
    for_people = bounded(folder, *arguments, **how)
    for_scripts = bounded(folder, *arguments, "--json", **how)
    for ended in (for_people, for_scripts):
        check_bounds(ended)
        assert ended.code in {2, 3}, ended
    lines = for_people.err.splitlines()
    assert for_people.out == ""
    assert for_scripts.code == for_people.code
    envelope = for_scripts.json
    assert faults("error", envelope) == []
    shown = [_as_people_read(error) for error in envelope["errors"]]
    assert lines == shown
    return Refusal(for_people.code, lines, envelope["errors"])


def check_bounds(ended: Ended) -> None:
    """No defect, no traceback, and neither too much time nor too much memory."""
    assert ended.code in {0, 2, 3, 4}, ended
    assert "Traceback" not in ended.err
    assert "defect" not in ended.err
    assert ended.seconds < SECONDS
    assert ended.memory < MEMORY


def _as_people_read(error: dict[str, Any]) -> str:
    place = error["location"]
    parts = [str(place[part]) for part in ("file", "line", "column") if place[part] is not None]
    hint = f" {error['hint']}" if error["hint"] else ""
    return f"{':'.join(parts) or 'careerpath'}: {error['message']}{hint}"
