"""Bad arguments: exit 2 with one line that can be shown, whatever was typed; and no defect anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from careerpath.errors import MAX_MESSAGE
from hostile.bad_arguments import BAD_ARGUMENTS
from hostile.refused import check_bounds, refuse
from support.bad_values import LONG_TEXT, MANY_DIGITS, NUMBERS, TEXTS, UNDECODABLE, WORDS
from support.commands import leaves

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from support.bounded import Bounded

ARGUMENTS = {
    "path": ("pm",), "plan": ("pm",), "what-if": ("seo=3",), "compare": ("pm", "po"), "show": ("pm",),
    "profile import": ("ok.yaml",), "verify": ("ok.yaml",), "cohort": ("people.csv",), "schema": ("result",),
    "completion": ("bash",),
}  # fmt: skip
"""What makes a command run, so that the one thing that is wrong is met; commands that need nothing are not named."""

OPTIONS = {
    "quiz": ("--no-save", "--answers", "ok.yaml"), "path": ("--answers", "ok.yaml"), "report": ("--markdown", "-"),
    "plan": ("--hours-per-week", "5", "--weeks", "2"), "profile delete": ("--yes",), "cohort": ("-o", "out.csv"),
    "what-if": ("--answers", "ok.yaml"),
}  # fmt: skip
"""Likewise."""

TAKE_LONG = {"--people"}
"""Options with which a command may take longer than bad input may; they are tried with wrong values above."""


def places() -> Iterator[tuple[str, ...]]:
    """Each argument and each option with a value, in a line that runs but for the `@` that stands there."""
    for words, command in leaves():
        arguments, options = ARGUMENTS.get(" ".join(words), ()), OPTIONS.get(" ".join(words), ())
        for parameter in command.params:
            if parameter.param_type_name == "argument":
                yield (*words, *options, "@")
            elif not parameter.is_flag and parameter.opts[0] not in TAKE_LONG:
                yield (*words, *arguments, *options, parameter.opts[0], "@")


PLACES = (
    *places(),
    *(("@",), ("profile", "@"), ("roles", "--@"), ("roles", "-@"), ("quiz", "-h", "@"), ("what-if", "seo=@")),
    *(("path", "@", "pm"), ("compare", "@", "pm"), ("history", "me", "@"), ("compare", "pm", "po", "--profile", "@")),
    *(("--complete", "bash", "1", "@"), ("--complete", "zsh", "show", "@"), ("cohort", "people.csv", "-o", "@.csv")),
)
VALUES = (*NUMBERS, *WORDS, *TEXTS, *UNDECODABLE, MANY_DIGITS, "--", "---", "-", "--json=1", "a\nb", "\x1b[31mred\x07")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "ok.yaml").write_text("skills: {seo: 3}\n", encoding="utf-8")
    (tmp_path / "people.csv").write_text("id,skills.seo\nanna,3\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(("arguments", "code"), BAD_ARGUMENTS, ids=range(len(BAD_ARGUMENTS)))
def test_bad_arguments(bounded: Bounded, folder: Path, arguments: tuple[str, ...], code: str) -> None:
    if "--" in arguments:
        ended = bounded(folder, *arguments)
        assert (ended.code, len(ended.err.splitlines())) == (2, 1)
        return
    refusal = refuse(bounded, folder, *arguments)
    assert (refusal.code, refusal.codes, len(refusal.lines)) == (2, {code}, 1)
    assert refusal.lines[0].startswith("careerpath: ")
    assert refusal.lines[0].isprintable()
    assert len(refusal.lines[0]) < 2 * MAX_MESSAGE
    assert LONG_TEXT not in refusal.lines[0]


def test_there_are_so_many_distinct_bad_arguments() -> None:
    assert len({arguments for arguments, _ in BAD_ARGUMENTS}) >= 150


def test_every_command_is_there() -> None:
    assert {*ARGUMENTS, *OPTIONS} <= {" ".join(words) for words, _ in leaves()}
    assert len(PLACES) > 80


@pytest.mark.parametrize("place", range(len(PLACES)), ids=[" ".join(place) for place in PLACES])
def test_rubbish_in_every_place(bounded: Bounded, folder: Path, place: int) -> None:
    assert bounded(folder, "profile", "import", "ok.yaml").code == 0
    # Each place gets another tenth of the rubbish, so that over all places every value has its turn.
    for number, value in enumerate(VALUES[place % 10 :: 10]):
        arguments = [argument.replace("@", value) for argument in PLACES[place]]
        ended = bounded(folder, *arguments, *(["--json"] if number % 2 else []))
        check_bounds(ended)
        assert ended.code == 0 or "--json" in arguments or len(ended.err.splitlines()) <= 1 or ended.out
