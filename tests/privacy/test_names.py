"""What a profile is called is only a name: no path, no statement, no command of the terminal."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from support.commands import leaves

if TYPE_CHECKING:
    from support.program import Program

REFUSED = ["../x", "/no-such-folder/passwd", "..", "a\\b", "", " ", "x" * 5000, "\x1b[2J", "a\u202eb", "a\nb", "\udcff"]
TAKEN = ["'; DROP TABLE profile; --", "%s", "{0}", "--yes", "me' OR '1'='1", "*", "~", "$(id)", "Ana", "ana", "NUL"]

COMMANDS = [
    ("results", "{}"),
    ("history", "{}"),
    ("report", "{}", "--markdown", "-"),
    ("profile", "show", "{}"),
    ("profile", "export", "{}"),
    ("profile", "edit", "{}"),
    ("profile", "delete", "--yes", "{}"),
    ("profile", "import", "anna.yaml", "--profile", "{}"),
    ("quiz", "--answers", "anna.yaml", "--profile", "{}"),
    ("plan", "product manager", "--hours-per-week", "5", "--weeks", "12", "--profile", "{}"),
    ("compare", "marketing", "product", "--profile", "{}"),
    ("path", "product manager", "--profile", "{}"),
    ("what-if", "seo=4", "--profile", "{}"),
]


def test_every_command_that_takes_the_name_of_a_profile_is_tried() -> None:
    taking = {words for words, found in leaves() if any("NAME" in str(one.metavar) for one in found.params)}
    assert taking == {words[: 1 + (words[0] == "profile")] for words in COMMANDS}


def tree(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*"))


@pytest.mark.usefixtures("answers_file")
@pytest.mark.parametrize("command", COMMANDS, ids=lambda words: " ".join(words[:2]))
@pytest.mark.parametrize("name", ["../x", "\x1b[2J\udcff"], ids=ascii)
def test_every_command_refuses_what_is_no_name(stored: Program, command: tuple[str, ...], name: str) -> None:
    before = tree(stored.home)
    ended = stored(*(word.format(name) for word in command))
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.strip().isprintable()
    assert "A profile cannot be called" in ended.err
    assert tree(stored.home) == before


@pytest.mark.parametrize("name", REFUSED, ids=lambda name: ascii(name[:10]))
def test_names_that_are_refused(stored: Program, answers_file: str, name: str) -> None:
    before = tree(stored.home)
    ended = stored("profile", "import", answers_file, "--profile", name, "--json")
    assert (ended.code, [error["code"] for error in ended.json["errors"]]) == (2, ["profile-name"])
    assert len(ended.out) < 1000
    assert tree(stored.home) == before


def test_names_that_mean_something_elsewhere_are_names(stored: Program, answers_file: str) -> None:
    for name in TAKEN:
        assert stored("profile", "import", answers_file, f"--profile={name}").code == 0, name
    listed = [entry["name"] for entry in stored("profile", "list", "--json").json["data"]["profiles"]]
    assert listed == sorted([*TAKEN, "me"])
    assert [entry.name for entry in Path(stored.environment["CAREERPATH_HOME"]).iterdir()] == ["careerpath.sqlite3"]
    for name in TAKEN:
        assert stored("profile", "delete", "--yes", "--", name).code == 0, name
    listed = [entry["name"] for entry in stored("profile", "list", "--json").json["data"]["profiles"]]
    assert listed == ["me"]


def test_the_same_letters_in_another_form_are_the_same_profile(stored: Program, answers_file: str) -> None:
    """Systems differ in how they spell an accent; one person must not become two, nor be undeletable."""
    composed, decomposed = (unicodedata.normalize(form, "zoë") for form in ("NFC", "NFD"))
    assert stored("profile", "import", answers_file, "--profile", composed).code == 0
    stored.environment |= {"EDITOR": "false", "VISUAL": ""}
    for words in (("results",), ("history",), ("profile", "show"), ("profile", "export")):
        assert stored(*words, decomposed).code == 0, words
    editor = stored.home / "editor.sh"
    editor.write_text('#!/bin/sh\necho "seo: broken" >> "$1"\n', encoding="utf-8")
    editor.chmod(0o755)
    stored.environment["EDITOR"] = str(editor)
    for name in (decomposed, composed):
        assert stored("profile", "edit", name).code == 3
    assert len(list(Path(stored.environment["CAREERPATH_HOME"]).glob("edit-*"))) == 1
    assert stored("profile", "delete", "--yes", decomposed).code == 0
    assert [entry.name for entry in Path(stored.environment["CAREERPATH_HOME"]).iterdir()] == ["careerpath.sqlite3"]
