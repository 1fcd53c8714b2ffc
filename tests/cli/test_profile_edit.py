"""`profile edit` with editors that are scripts."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pexpect
import pytest

if TYPE_CHECKING:
    from support.program import Program, Run


@pytest.fixture
def edit(careerpath: Program, answers_file: str) -> Program:
    assert careerpath("profile", "import", answers_file).code == 0
    return careerpath


def editor(careerpath: Program, name: str, *replacements: tuple[str, str], code: int = 0) -> str:
    """A command that replaces text in the file, which has to be private, and ends with a code."""
    script = careerpath.home / f"{name} editor.py"
    lines = [
        "import os, pathlib, sys",
        "file = pathlib.Path(sys.argv[-1])",
        "assert os.stat(file).st_mode & 0o777 == 0o600",
        "text = file.read_text()",
        *(f"text = text.replace({old!r}, {new!r})" for old, new in replacements),
        "file.write_text(text)",
        f"sys.exit({code})",
    ]
    script.write_text("\n".join(lines), encoding="utf-8")
    return f"'{sys.executable}' '{script}' --wait"


def left(careerpath: Program) -> list[Path]:
    return sorted(Path(careerpath.environment["CAREERPATH_HOME"]).glob("edit-*"))


def level(careerpath: Program, skill: str) -> int:
    return int(careerpath("profile", "show", "--json").json["data"]["answers"]["skills"][skill])


def run(careerpath: Program, command: str, *arguments: str, **environment: str) -> Run:
    return careerpath("profile", "edit", *arguments, EDITOR=command, VISUAL=environment.get("VISUAL", ""))


def test_an_edit_is_stored_and_the_file_removed(edit: Program) -> None:
    done = run(edit, editor(edit, "good", ("seo: 2", "seo: 4")))
    assert done.code == 0, done.err
    assert level(edit, "seo") == 4
    assert left(edit) == []
    assert len(edit("history", "--json").json["data"]["results"]) == 2


def test_the_file_has_comments_and_every_question(edit: Program) -> None:
    assert run(edit, editor(edit, "comments", ("# Skills: 0 none", "seo: broken"))).code == 3
    text = left(edit)[0].read_text(encoding="utf-8")
    assert "data-analysis: unknown" in text
    assert text.startswith("# ")


def test_visual_comes_before_editor_and_json_is_the_profile(edit: Program) -> None:
    visual = editor(edit, "visual", ("seo: 2", "seo: 3"))
    done = run(edit, editor(edit, "other", ("seo: 2", "seo: 1")), "--json", VISUAL=visual)
    assert done.json["schema"] == "careerpath.profile/v1"
    assert done.json["data"]["answers"]["skills"]["seo"] == 3


def test_nothing_changed_stores_nothing(edit: Program) -> None:
    before = edit("profile", "show", "--json").out
    done = run(edit, editor(edit, "idle"))
    assert (done.code, "Nothing was changed" in done.err) == (0, True)
    assert edit("profile", "show", "--json").out == before
    assert left(edit) == []


def test_a_broken_edit_is_kept_and_gone_on_with(edit: Program) -> None:
    broken = run(edit, editor(edit, "bad", ("seo: 2", "seo: 9"), ("writing: 3", "writing: 4")), "--json")
    assert broken.code == 3
    problems = broken.json["errors"]
    (file,) = left(edit)
    assert problems[0]["location"]["line"] > 1
    assert (problems[-1]["code"], str(file) in problems[-1]["message"]) == ("edit-kept", True)
    assert file.stat().st_mode & 0o777 == 0o600
    assert level(edit, "writing") == 3
    mended = run(edit, editor(edit, "mend", ("seo: 9", "seo: 1")))
    assert mended.code == 0, mended.err
    assert "earlier edit" in mended.err
    assert (level(edit, "seo"), level(edit, "writing")) == (1, 4)
    assert left(edit) == []


def test_an_editor_that_fails_loses_nothing(edit: Program) -> None:
    failed = run(edit, editor(edit, "failing", ("seo: 2", "seo: 4"), code=7), "--json")
    assert (failed.code, failed.json["errors"][0]["code"]) == (2, "editor-failed")
    assert level(edit, "seo") == 2
    assert "seo: 4" in left(edit)[0].read_text(encoding="utf-8")
    left(edit)[0].unlink()
    assert run(edit, editor(edit, "idle failing", code=7)).code == 2
    assert left(edit) == []


@pytest.mark.parametrize("command", ["no-such-editor", "'open"])
def test_an_editor_that_there_is_not(edit: Program, command: str) -> None:
    done = run(edit, command, "--json")
    assert (done.code, done.json["errors"][0]["code"]) == (2, "no-editor")
    assert left(edit) == []


def meanwhile(edit: Program, *arguments: str) -> str:
    """An editor that changes the file while another careerpath runs."""
    call = " ".join(f"'{word}'" for word in (*edit.command, *arguments))
    script = edit.home / "meanwhile.sh"
    lines = ['text=$(sed "s/seo: 2/seo: 4/" "$1")', f"{call} </dev/null >/dev/null 2>&1", 'echo "$text" > "$1"']
    script.write_text("\n".join(lines), encoding="utf-8")
    return f"sh '{script}'"


def test_answers_that_were_stored_meanwhile_are_not_replaced(edit: Program) -> None:
    other = edit.home / "other.yaml"
    other.write_text("skills: {seo: 1, writing: 1}\n", encoding="utf-8")
    done = run(edit, meanwhile(edit, "profile", "import", str(other)), "--json")
    assert done.code == 3
    assert [problem["code"] for problem in done.json["errors"]] == ["profile-changed", "edit-kept"]
    assert (level(edit, "seo"), level(edit, "writing")) == (1, 1)
    (file,) = left(edit)
    assert "seo: 4" in file.read_text(encoding="utf-8")
    assert run(edit, "true").code == 0
    assert (level(edit, "seo"), left(edit)) == (4, [])


def test_a_profile_that_was_deleted_meanwhile_stays_so(edit: Program) -> None:
    done = run(edit, meanwhile(edit, "profile", "delete", "--yes"), "--json")
    assert (done.code, done.json["errors"][0]["code"]) == (3, "profile-deleted")
    assert edit("profile", "list", "--json").json["data"]["profiles"] == []
    assert left(edit) == []


def test_an_edit_that_the_editor_removed_is_not_said_to_be_kept(edit: Program) -> None:
    done = run(edit, "rm", "--json")
    assert (done.code, [problem["code"] for problem in done.json["errors"]]) == (3, ["unreadable"])


def test_an_unknown_profile(edit: Program) -> None:
    done = run(edit, "true", "nobody", "--json")
    assert (done.code, done.json["errors"][0]["code"]) == (2, "unknown-profile")


@pytest.mark.terminal
@pytest.mark.parametrize(("answer", "levels"), [("", 1), ("n", 2)])
def test_at_a_terminal_it_is_offered_again(edit: Program, answer: str, levels: int) -> None:
    command = editor(edit, "twice", ("seo: 9", "seo: 1"), ("seo: 2", "seo: 9"))
    child = pexpect.spawn(
        edit.command[0],
        [*edit.command[1:], "profile", "edit"],
        env=edit.environment | {"EDITOR": command, "VISUAL": "", "TERM": "dumb"},
        cwd=str(edit.home),
        encoding="utf-8",
        timeout=30,
    )
    child.expect("is no answer to 'seo'")
    child.expect("Edit again")
    child.sendline(answer)
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert level(edit, "seo") == levels
    assert left(edit) == []
