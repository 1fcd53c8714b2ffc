"""A secret, planted among the answers: what is deleted is gone, and what is said never holds it."""

from __future__ import annotations

import base64
import json
import shutil
import sqlite3
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from careerpath.cli import app, outcome
from careerpath.store.schema import SCHEMA_VERSION
from careerpath.store.store import Store
from support.program import ROOT, Program

if TYPE_CHECKING:
    from collections.abc import Callable

SECRET = "quetzalcoatl"  # noqa: S105 (planted)
ENCODED = [
    SECRET.encode(),
    SECRET.encode("utf-16-le"),
    SECRET.encode("utf-16-be"),
    SECRET.encode().hex().encode(),
    base64.b64encode(SECRET.encode()),
    SECRET.upper().encode(),
    SECRET[::-1].encode(),
]
BROKEN_EDIT = """\
import pathlib, sys
file = pathlib.Path(sys.argv[-1])
file.write_text(file.read_text() + "\\nnonsense: 1\\n")
file.with_name(file.name + "~").write_text(file.read_text())
file.with_name("." + file.name + ".swp").write_text(file.read_text())
"""


@pytest.fixture(scope="module")
def planting(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """The program with a catalogue whose fields of work are one more, which `me` has named; `bo` has not."""
    program = Program(tmp_path_factory.mktemp("planting"))
    catalog = tmp_path_factory.mktemp("catalog") / "team"  # away from the home: a catalogue may say the word
    shutil.copytree(ROOT / "tests" / "catalogs" / "design-team", catalog)
    questions = catalog / "questions.yaml"
    choice = "- {value: other, label: Another field}"
    questions.write_text(
        questions.read_text(encoding="utf-8").replace(choice, f"- {{value: {SECRET}, label: Work}}\n      {choice}", 1),
        encoding="utf-8",
    )
    cache = str(catalog.parent / "cache")
    program.environment |= {"CAREERPATH_CATALOG": str(catalog), "XDG_CACHE_HOME": cache, "VISUAL": ""}
    for name, field in (("me", SECRET), ("bo", "design")):
        answers = f"background: {{field: {field}, education: bootcamp, experience: 3}}"
        done = program("quiz", "--answers", "-", "--profile", name, "--json", stdin=answers)
        assert done.code == 0, done.err
    return program


@pytest.fixture
def planted(planting: Program, tmp_path: Path) -> Program:
    """The same, to be spoilt."""
    program = Program(tmp_path)
    shutil.copytree(planting.environment["CAREERPATH_HOME"], program.environment["CAREERPATH_HOME"])
    program.environment = planting.environment | {
        "CAREERPATH_HOME": program.environment["CAREERPATH_HOME"],
        "EDITOR": f"{sys.executable} {tmp_path / 'editor.py'}",
    }
    (tmp_path / "editor.py").write_text(BROKEN_EDIT, encoding="utf-8")
    assert holding(tmp_path)
    return program


def store_file(program: Program) -> Path:
    return Path(program.environment["CAREERPATH_HOME"], "careerpath.sqlite3")


def holding(folder: Path) -> list[Path]:
    """The files and folders that hold the secret, in any of several ways of writing it, in contents or name."""
    return [
        entry
        for entry in folder.rglob("*")
        if SECRET in entry.name or (entry.is_file() and any(encoded in entry.read_bytes() for encoded in ENCODED))
    ]


def test_nothing_of_a_deleted_profile_is_left_anywhere(planted: Program) -> None:
    file = store_file(planted)
    now = datetime(2026, 3, 4, tzinfo=UTC)
    for _ in range(3):
        answers = f"background: {{field: {SECRET}, education: school}}"
        assert planted("profile", "import", "-", stdin=answers).code == 0
        assert planted("quiz", "--answers", "-", stdin="background: {field: other}").code == 0
    with Store.open(file) as store:
        store.begin_draft("me", "cd", "full", now)
        store.record("me", "background:field", SECRET, now)
        store.mark_done("me", SECRET, now)
    assert planted("profile", "import", "-", stdin=f"background: {{field: {SECRET}}}").code == 0
    assert planted("profile", "edit").code == 3
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) - 4096])
    file.with_name(f"{file.name}-journal").write_bytes(b"remains of " + SECRET.encode())
    assert planted("profile", "list").code == 0
    assert len(holding(planted.home)) >= 5
    ended = planted("profile", "delete", "--yes")
    assert ended.code == 0
    assert "are removed, too" in ended.err
    assert holding(planted.home) == []
    assert "bo" in planted("profile", "list").out
    assert {entry.name for entry in file.parent.iterdir()} <= {file.name, f"{file.name}.recovery-lock"}


def test_a_stored_edit_leaves_no_copies(planted: Program) -> None:
    assert planted("profile", "edit").code == 3
    (planted.home / "editor.py").write_text(
        BROKEN_EDIT.replace(
            'file.write_text(file.read_text() + "\\nnonsense: 1\\n")',
            f'file.write_text(file.read_text().replace("\\nnonsense: 1\\n", "").replace("{SECRET}", "other"))',
        ),
        encoding="utf-8",
    )
    ended = planted("profile", "edit")
    assert ended.code == 0, ended.err
    assert [entry.name for entry in store_file(planted).parent.iterdir()] == [store_file(planted).name]


def damage(program: Program) -> None:
    file = store_file(program)
    file.write_bytes(file.read_bytes()[:-4096])


def garble(program: Program) -> None:
    with closing(sqlite3.connect(store_file(program), isolation_level=None)) as raw:
        raw.execute("UPDATE answer SET value = value || 'x'")


def make_newer(program: Program) -> None:
    with closing(sqlite3.connect(store_file(program), isolation_level=None)) as raw:
        raw.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")


def forget_folder(program: Program) -> None:
    folder = store_file(program).parent
    shutil.rmtree(folder)
    folder.touch()


def write_people(program: Program) -> None:
    rows = f"id,background.field,background.education\nanna,{SECRET},7\n,{SECRET},school\nben,{SECRET},school\n"
    (program.home / "people.csv").write_text(rows, encoding="utf-8")


def save_of_elsewhere(program: Program) -> None:
    saved = json.loads(program("results", "--json").out)
    saved["data"]["catalog"]["digest"] = "0" * 64
    (program.home / "result.json").write_text(json.dumps(saved), encoding="utf-8")


FAILURES = [
    (damage, ("history",), ""),
    (garble, ("profile", "show"), ""),
    (make_newer, ("results",), ""),
    (forget_folder, ("quiz", "--answers", "-"), f"background: {{field: {SECRET}}}"),
    (None, ("quiz", "--answers", "-"), f"background: {{field: {SECRET}, education: 7}}\nskills: {{x: 1}}"),
    (None, ("profile", "import", "-"), f"background:\n  field: {SECRET}\n  field: {SECRET}\n"),
    (None, ("show", "nothing"), ""),
    (None, ("profile", "edit"), ""),
    (None, ("report", "--html", "no/folder"), ""),
    (None, ("compare", "designer", "nothing", "--profile", "me"), ""),
    (None, ("path", "nothing", "--profile", "me"), ""),
    (None, ("plan", "nothing", "--hours-per-week", "5", "--weeks", "2"), ""),
    (None, ("what-if", "prototyping=9"), ""),
    (None, ("history", "me", "nothing"), ""),
    (None, ("schema", SECRET[:3]), ""),
    (write_people, ("cohort", "people.csv", "-o", "out.csv"), ""),
    (write_people, ("cohort", "people.csv", "-o", "out.csv", "--strict"), ""),
    (write_people, ("cohort", "people.csv", "-o", "no/folder.csv"), ""),
    (save_of_elsewhere, ("verify", "result.json"), ""),
]


@pytest.mark.parametrize("debug", ["", "1"])
@pytest.mark.parametrize(("fault", "arguments", "stdin"), FAILURES, ids=lambda part: getattr(part, "__name__", None))
def test_messages_hold_no_answers(
    planted: Program, fault: Callable[[Program], None] | None, arguments: tuple[str, ...], stdin: str, debug: str
) -> None:
    if fault is not None:
        fault(planted)
    ended = planted(*arguments, stdin=stdin, CAREERPATH_DEBUG=debug)
    assert ended.err
    assert SECRET not in ended.err
    if ended.code:
        assert SECRET not in ended.out
        assert SECRET not in planted(*arguments, "--json", stdin=stdin, CAREERPATH_DEBUG=debug).out
    for rejects in planted.home.glob("*rejects*"):
        assert SECRET not in rejects.read_text(encoding="utf-8")


def test_a_defect_shows_places_and_no_values(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def fail() -> None:
        answer = SECRET
        raise ValueError(f"cannot read {answer!r}") from KeyError(answer)

    monkeypatch.setattr(app, "command", fail)
    monkeypatch.setenv("CAREERPATH_DEBUG", "1")
    assert outcome.run(["roles"]) == 1
    shown = capfd.readouterr()
    assert SECRET not in shown.out + shown.err
    assert "test_traces.py" in shown.err
    assert "ValueError" in shown.err
