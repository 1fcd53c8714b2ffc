"""Bad arguments: exit 2 with one line that can be shown, whatever was typed; and no defect anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from careerpath.errors import MAX_MESSAGE
from hostile.bad_arguments import BAD_ARGUMENTS
from hostile.refused import check_bounds, refuse
from support.bad_values import LONG_TEXT, MANY_DIGITS, NUMBERS, TEXTS, UNDECODABLE, WORDS

if TYPE_CHECKING:
    from pathlib import Path

    from support.bounded import Bounded

SLOTS = (
    *(("show", "@"), ("results", "--explain", "@"), ("path", "@"), ("path", "@", "pm"), ("path", "pm", "--by", "@")),
    *(("path", "pm", "--answers", "@"), ("plan", "@"), ("plan", "pm", "--hours-per-week", "@", "--weeks", "2")),
    *(
        ("plan", "--done", "@"),
        ("what-if", "@", "--answers", "ok.yaml"),
        ("what-if", "seo=@"),
        ("what-if", "--by", "@"),
    ),
    *(("report", "@", "--markdown", "-"), ("report", "--goal", "@", "--markdown", "-"), ("compare", "@", "pm")),
    *(("compare", "pm", "po", "--profile", "@"), ("roles", "--track", "@"), ("roles", "--catalog", "@")),
    *(("history", "@"), ("history", "me", "@"), ("profile", "show", "@"), ("profile", "delete", "@", "--yes")),
    *(("profile", "import", "@"), ("profile", "import", "ok.yaml", "--profile", "@"), ("verify", "@")),
    *(("catalog", "check", "@"), ("schema", "@"), ("@",), ("profile", "@"), ("roles", "--@"), ("roles", "-@")),
    *(
        ("--complete", "bash", "1", "@"),
        ("--complete", "zsh", "show", "@"),
        ("quiz", "--mode", "@"),
        ("quiz", "-h", "@"),
    ),
)
VALUES = (*NUMBERS, *WORDS, *TEXTS, *UNDECODABLE, MANY_DIGITS, "--", "---", "-", "--json=1", "a\nb", "\x1b[31mred\x07")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "ok.yaml").write_text("skills: {seo: 3}\n", encoding="utf-8")
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


@pytest.mark.parametrize("place", range(len(SLOTS)))
def test_rubbish_in_every_place(bounded: Bounded, folder: Path, place: int) -> None:
    # Each place gets another tenth of the rubbish, so that over all places every value has its turn.
    for value in VALUES[place % 10 :: 10]:
        arguments = [argument.replace("@", value) for argument in SLOTS[place]]
        for ended in (bounded(folder, *arguments), bounded(folder, *arguments, "--json")):
            check_bounds(ended)
            assert ended.code == 0 or "--json" in arguments or len(ended.err.splitlines()) <= 1 or ended.out
