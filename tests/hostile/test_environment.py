"""Variables of the environment with rubbish in them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from hostile.refused import check_bounds, refuse
from support.bad_values import MANY_DIGITS, UNDECODABLE

if TYPE_CHECKING:
    from pathlib import Path

    from support.bounded import Bounded

LONG = "x" * 5_000

REFUSED = [
    ("CAREERPATH_HOME", "~nobody-of-this-name/x", ("profile", "list"), 3),
    ("CAREERPATH_HOME", "/dev/null", ("quiz", "--answers", "ok.yaml"), 3),
    ("CAREERPATH_HOME", "/proc/nothing", ("quiz", "--answers", "ok.yaml"), 3),
    ("CAREERPATH_HOME", "ok.yaml", ("quiz", "--answers", "ok.yaml"), 3),
    ("CAREERPATH_HOME", "ok.yaml/below", ("quiz", "--answers", "ok.yaml"), 3),
    ("CAREERPATH_HOME", LONG, ("quiz", "--answers", "ok.yaml"), 3),
    ("CAREERPATH_HOME", LONG, ("profile", "list"), 3),
    ("CAREERPATH_HOME", "a/" * 3_000, ("profile", "list"), 3),
    ("CAREERPATH_CATALOG", "missing", ("roles",), 2),
    ("CAREERPATH_CATALOG", "ok.yaml", ("roles",), 2),
    ("CAREERPATH_CATALOG", "/dev/zero", ("roles",), 2),
    ("CAREERPATH_CATALOG", LONG, ("roles",), 2),
    ("CAREERPATH_CATALOG", "~nobody-of-this-name", ("roles",), 2),
    ("CAREERPATH_CATALOG", UNDECODABLE[1], ("roles",), 2),
    ("CAREERPATH_CATALOG", "loop", ("roles",), 2),
    ("EDITOR", "'", ("profile", "edit"), 2),
    ("EDITOR", "no-such-editor-anywhere", ("profile", "edit"), 2),
    ("EDITOR", ".", ("profile", "edit"), 2),
    ("EDITOR", "./ok.yaml", ("profile", "edit"), 2),
    ("EDITOR", UNDECODABLE[0], ("profile", "edit"), 2),
    ("EDITOR", LONG, ("profile", "edit"), 2),
    ("EDITOR", "false", ("profile", "edit"), 2),
    ("EDITOR", "''", ("profile", "edit"), 2),
    ("VISUAL", "\x1b[31m", ("profile", "edit"), 2),
]

BORNE = [
    *(
        ("COLUMNS", value)
        for value in ("abc", "", "0", "-5", "1e3", "7.5", "nan", " 80 ", "\N{SUPERSCRIPT TWO}", MANY_DIGITS, "1000000")
    ),
    *(("LINES", value) for value in ("abc", "-1", "\N{SUPERSCRIPT TWO}", MANY_DIGITS)),
    *(
        (name, value)
        for name in ("LANG", "LC_ALL", "LANGUAGE")
        for value in ("xx_XX.rubbish", "../../etc", UNDECODABLE[0])
    ),
    *(("TERM", value) for value in ("", "rubbish", "dumb", LONG)),
    *(("TZ", value) for value in ("Nowhere/Nothing", ":rubbish", "../../no-such-folder/passwd", LONG)),
    *(("XDG_CACHE_HOME", value) for value in ("ok.yaml", LONG, "~", "relative", "/dev/null", UNDECODABLE[2])),
    *((name, value) for name in ("NO_COLOR", "FORCE_COLOR", "COLORTERM") for value in ("", "rubbish")),
    *(("HOME", value) for value in ("", "/nothing", "ok.yaml", LONG, UNDECODABLE[0])),
    *(("CAREERPATH_CATALOG", value) for value in ("",)),
    *(("CAREERPATH_HOME", value) for value in ("", "relative/below", UNDECODABLE[1], "~", "$HOME")),
]


@pytest.fixture
def folder(tmp_path: Path, bounded: Bounded) -> Path:
    (tmp_path / "ok.yaml").write_text("skills: {seo: 3}\n", encoding="utf-8")
    (tmp_path / "loop").symlink_to("loop")
    assert bounded(tmp_path, "profile", "import", "ok.yaml").code == 0
    return tmp_path


@pytest.mark.parametrize(("variable", "value", "arguments", "code"), REFUSED)
def test_rubbish_that_is_needed_is_refused(
    bounded: Bounded, folder: Path, variable: str, value: str, arguments: tuple[str, ...], code: int
) -> None:
    refusal = refuse(bounded, folder, *arguments, environment={"VISUAL": None} | {variable: value})
    assert refusal.code == code
    assert len(refusal.lines) == 1


@pytest.mark.parametrize(("variable", "value"), BORNE)
def test_rubbish_that_is_not_needed_is_borne(bounded: Bounded, folder: Path, variable: str, value: str) -> None:
    home: dict[str, str | None] = {}
    if variable == "HOME":
        home = {"CAREERPATH_HOME": None, "XDG_DATA_HOME": str(folder / "share")}
    for arguments in (
        ("roles",),
        ("show", "pm"),
        ("results", "--answers"),
        ("quiz", "--help"),
        (),
        ("profile", "list"),
    ):
        ended = bounded(folder, *arguments, environment=home | {variable: value})
        check_bounds(ended)
        assert ended.code == (2 if arguments == ("results", "--answers") else 0), ended


def test_without_any_variable(bounded: Bounded, tmp_path: Path) -> None:
    ended = bounded(tmp_path, "roles", environment=dict.fromkeys(os.environ) | {"CAREERPATH_HOME": str(tmp_path)})
    check_bounds(ended)
    assert ended.code == 0
