"""Whatever can stand where a file is meant: no waiting, no reading without end, one clear message."""

from __future__ import annotations

import os
import socket
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from hostile.refused import refuse

if TYPE_CHECKING:
    from support.bounded import Bounded

COMMANDS = {
    "answers": ("quiz", "--no-save", "--answers", "@"),
    "import": ("profile", "import", "@"),
    "compare": ("compare", "pm", "po", "--answers", "@"),
    "plan": ("plan", "pm", "--hours-per-week", "5", "--weeks", "2", "--answers", "@"),
    "verify": ("verify", "@"),
}

FILES = {
    "a folder": ("folder", "not-a-file"),
    "a pipe": ("pipe", "not-a-file"),
    "a socket": ("socket", "not-a-file"),
    "an endless device": ("/dev/zero", "not-a-file"),
    "an empty device": ("/dev/null", "not-a-file"),
    "a random device": ("/dev/urandom", "not-a-file"),
    "the memory of the process": ("/proc/self/mem", "unreadable"),
    "a link to a pipe": ("link-to-pipe", "not-a-file"),
    "a link to itself": ("loop", "unreadable"),
    "a link to nothing": ("dangling", "unreadable"),
    "nothing": ("missing", "unreadable"),
    "a name below a file": ("empty/below", "unreadable"),
    "a name that is too long": ("x" * 300, "unreadable"),
    "a path that is too long": ("x/" * 60_000, "unreadable"),
    "a name that is no text": ("caf\udce9", "unreadable"),
    "no name": ("", "not-a-file"),
    "a file without permission": ("forbidden", "unreadable"),
    "a folder without permission": ("closed/file", "unreadable"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "folder").mkdir()
    (tmp_path / "empty").touch()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link-to-pipe").symlink_to("pipe")
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "dangling").symlink_to("nowhere")
    (tmp_path / "forbidden").write_text("skills: {seo: 3}\n", encoding="utf-8")
    (tmp_path / "forbidden").chmod(0)
    (tmp_path / "closed").mkdir(mode=0)
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("kind", FILES)
def test_what_is_no_file_is_refused(bounded: Bounded, folder: Path, command: str, kind: str) -> None:
    name, code = FILES[kind]
    with socket.socket(socket.AF_UNIX) as server:
        here = Path.cwd()
        os.chdir(folder)  # the name of a socket has to be short
        try:
            server.bind("socket")
        finally:
            os.chdir(here)
        arguments = [argument.replace("@", name) for argument in COMMANDS[command]]
        refusal = refuse(bounded, folder, *arguments, without_rights="permission" in kind)
    assert (refusal.code, refusal.codes, len(refusal.lines)) == (3, {code}, 1)
    assert refusal.errors[0]["location"]["file"] is not None
    assert len(refusal.lines[0]) < 5_000


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("stdin", "code"),
    [(None, "unreadable"), (Path("/dev/zero"), "too-large"), (Path("/proc/self/mem"), "unreadable")],
)
def test_standard_input_that_is_no_text(
    bounded: Bounded, folder: Path, command: str, stdin: Path | None, code: str
) -> None:
    arguments = [argument.replace("@", "-") for argument in COMMANDS[command]]
    refusal = refuse(bounded, folder, *arguments, stdin=stdin)
    assert (refusal.code, refusal.codes, len(refusal.lines)) == (3, {code}, 1)
    assert refusal.errors[0]["location"]["file"] == "<stdin>"


@pytest.mark.parametrize("kind", ["folder", "pipe", "loop", "dangling", "forbidden", "/dev/zero", "/dev/null"])
@pytest.mark.parametrize("name", ["roles.yaml", "catalog.yaml", "lint.yaml"])
def test_what_is_no_file_in_a_catalogue(bounded: Bounded, folder: Path, kind: str, name: str) -> None:
    catalog = folder / "catalog"
    catalog.mkdir(mode=0o755)
    (catalog / name).symlink_to(folder / kind)
    refusal = refuse(bounded, folder, "catalog", "check", "catalog", without_rights=kind == "forbidden")
    assert refusal.code == 3
    assert refusal.errors[0]["location"]["file"] == f"catalog/{name}"
    assert refusal.errors[0]["code"] in {"not-a-file", "unreadable"}


@pytest.mark.parametrize(
    "name", ["missing", "empty", "pipe", "loop", "closed", "closed/below", "x" * 300, "", "/dev/zero"]
)
def test_what_is_no_folder_of_a_catalogue(bounded: Bounded, folder: Path, name: str) -> None:
    for arguments in (("catalog", "check", name), ("catalog", "lint", name), ("roles", "--catalog", name)):
        refusal = refuse(bounded, folder, *arguments, without_rights=name.startswith("closed"))
        assert (refusal.code, len(refusal.lines)) == (2, 1)
        assert refusal.codes <= {"no-catalog", "usage"}
