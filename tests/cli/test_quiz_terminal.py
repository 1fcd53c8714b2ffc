"""The real `careerpath quiz` in a pseudo-terminal."""

from __future__ import annotations

import json
import shlex
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from careerpath.model.answers import Answers
from careerpath.store.location import FILE_NAME
from careerpath.store.store import Store
from prompts.emulator import CTRL_C, CTRL_D, CTRL_F, CTRL_Z, DOWN, ENTER, LEFT, PASTE, PATH, Emulator
from support.program import ROOT, Program

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

pytestmark = pytest.mark.terminal

FIRST = "Which of these roles is closest"
UNKNOWN = ("\x1b[F", ENTER)
"""End, Enter: "don't know yet" is the last of each list."""


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Emulator]]:
    running: list[Emulator] = []
    env = {"PYTHONPATH": PATH, "CAREERPATH_HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}

    def begin(*arguments: str, columns: int = 80, lines: int = 40, out: str = "") -> Emulator:
        command = shlex.join([sys.executable, "-m", "careerpath", "quiz", *arguments]) + (f" > {out}" if out else "")
        code = f"import os; os.execv('/bin/sh', ['sh', '-c', {'exec ' + command!r}])"
        running.append(Emulator("-c", code, columns=columns, lines=lines, env=env))
        return running[-1]

    yield begin
    for emulator in running:
        emulator.kill()


def to_skills(emulator: Emulator) -> None:
    """Through the background, all unknown."""
    for seen in (FIRST, "In which field", "What is the highest", "What was that education"):
        emulator.has(seen)
        emulator.send(*UNKNOWN)
    for seen in ("How many years", "For how many years"):
        emulator.has(seen)
        emulator.send(ENTER)
    emulator.has("Which of these certificates")
    emulator.send("u", ENTER)
    emulator.has("Skills, ", " % sure: ")


def test_ctrl_c_keeps_the_answers_and_the_next_quiz_goes_on(start: Callable[..., Emulator]) -> None:
    emulator = start("--mode", "certified")
    to_skills(emulator)
    emulator.send(DOWN, DOWN, ENTER)
    emulator.has(": 2nd; about ")
    emulator.send(LEFT)
    emulator.has("> 2 working (your answer)")
    emulator.send("3", ENTER)
    emulator.has(": 2nd; about ")
    emulator.send(CTRL_C)
    assert emulator.close() == 130
    assert "stopped. 8 answers are kept; 'careerpath quiz' goes on from there." in emulator.text
    emulator = start()
    emulator.has("A quiz was interrupted here, after 8 answers.", "Go on where it stopped?")
    emulator.send("y")
    emulator.has(": 2nd; about ")
    emulator.send(CTRL_D)
    assert emulator.close() == 130


def test_resize_and_paste_at_forty_columns(start: Callable[..., Emulator]) -> None:
    emulator = start("--no-save", columns=100)
    to_skills(emulator)
    emulator.resize(40, 24)
    emulator.has("> 0 none", "f finish")
    emulator.send(PASTE.format("f\n2\n"))
    emulator.has("Pasted text is no answer here: choose")
    emulator.send("2", ENTER)
    emulator.has(": 2nd; about")
    emulator.send("f")
    emulator.has("1 Show the result", "2 Go on with the questions")
    emulator.send(CTRL_C)
    assert emulator.close() == 130
    assert "Nothing was stored" in emulator.text


@pytest.mark.parametrize("term", ["dumb", "unknown"])
def test_a_terminal_that_redraws_nothing_is_asked_line_by_line(tmp_path: Path, term: str) -> None:
    env = {
        "PYTHONPATH": PATH,
        "CAREERPATH_HOME": str(tmp_path),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
        "TERM": term,
    }
    emulator = Emulator("-m", "careerpath", "quiz", "--no-save", lines=60, env=env)
    try:
        emulator.has(FIRST, "f finish\n>")
        emulator.send("f\n")
        assert emulator.close() == 0, emulator.text
        assert b"\x1b" not in emulator.raw.partition(b"Where you stand")[0]
    finally:
        emulator.kill()


def test_ctrl_z_and_fg(tmp_path: Path) -> None:
    env = {"PYTHONPATH": PATH, "CAREERPATH_HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache"), "PS1": "$ "}
    emulator = Emulator("-c", "import os; os.execvp('bash', ['bash', '--norc', '-i'])", lines=40, env=env)
    try:
        emulator.has("$")
        emulator.send(f"{shlex.quote(sys.executable)} -m careerpath quiz\n")
        emulator.has(FIRST, "> ")
        emulator.send(CTRL_Z)
        emulator.has("Stopped")
        emulator.send("echo the shell has $((6 * 7))\n")
        emulator.has("the shell has 42")
        emulator.send("fg\n")
        emulator.has("Ctrl-F finish")
        emulator.send(DOWN, ENTER)
        emulator.has("In which field")
        emulator.send(CTRL_C)
        emulator.has("stopped. 1 answer is kept")
    finally:
        emulator.kill()


def test_json_goes_to_a_file_while_a_person_is_asked(start: Callable[..., Emulator], tmp_path: Path) -> None:
    emulator = start("--json", "--max-questions", "3", out=str(tmp_path / "out.json"))
    to_skills(emulator)
    for place in ("1st", "2nd", "3rd"):
        emulator.has(f": {place}; about ")
        emulator.send("3", ENTER)
    emulator.has("Show the result")
    emulator.send(ENTER)
    assert emulator.close() == 0, emulator.text
    quiz = json.loads((tmp_path / "out.json").read_text())["data"]["quiz"]
    assert (quiz["mode"], quiz["stopped_because"], quiz["asked"]) == ("quick", "limit", 10)
    assert len(quiz["questions"]) == 10
    assert quiz["questions"][0]["decided_between"] is None
    assert len(quiz["questions"][7]["decided_between"]) == 2


def test_plain(start: Callable[..., Emulator]) -> None:
    emulator = start("--plain", "--no-save", "--why", lines=100)
    emulator.has(FIRST, "f finish\n>")
    emulator.send("u\n", "u\n")
    emulator.has("What is the highest")
    emulator.send("f\n")
    emulator.has("Look over your answers first, to change one or to go on? [y/N]")
    emulator.send("y\n")
    emulator.has("1 Show the result", "2 Go on with the questions", "A number, or Enter for the result")
    emulator.send("1\n")
    assert emulator.close() == 0, emulator.text
    assert "What each question decided between" in emulator.text


def test_two_quizzes_of_one_profile(start: Callable[..., Emulator], tmp_path: Path) -> None:
    earlier = start()
    earlier.has(FIRST)
    earlier.send(*UNKNOWN)
    earlier.has("In which field")
    later = start()
    later.has("Go on where it stopped?")
    later.send("y")
    later.has("In which field")
    later.send(*UNKNOWN)
    later.has("What is the highest")
    earlier.send(ENTER)
    earlier.has("Another quiz of profile 'me' was begun or finished meanwhile", "What is the highest")
    earlier.send("f")
    earlier.has("Show the result")
    earlier.send(ENTER)
    assert earlier.close() == 0
    later.send(CTRL_C)
    assert later.close() == 130
    with Store.open(tmp_path / FILE_NAME) as store:
        draft = store.draft("me")
        assert store.load("me") is None
    assert draft is not None
    assert dict(draft.answers) == {"background:current_role": None, "background:field": None}


def test_a_quiz_that_lost_its_profile_still_shows_its_result(start: Callable[..., Emulator], tmp_path: Path) -> None:
    emulator = start("--profile", "ana maria")
    emulator.has(FIRST)
    emulator.send(*UNKNOWN)
    emulator.has("In which field")
    with Store.open(tmp_path / FILE_NAME) as store:
        assert store.delete("ana maria")
    emulator.send("2", ENTER)
    emulator.has("The profile 'ana maria' was deleted meanwhile", "What is the highest")
    emulator.send(CTRL_F)
    emulator.has("Show the result")
    emulator.send(ENTER)
    assert emulator.close() == 0, emulator.text
    assert "Match, readiness and appeal compare" in emulator.text
    with Store.open(tmp_path / FILE_NAME) as store:
        assert store.profiles() == ()


def test_a_quiz_that_another_one_took_over_leaves_no_result(start: Callable[..., Emulator], tmp_path: Path) -> None:
    emulator = start()
    emulator.has(FIRST)
    emulator.send(*UNKNOWN)
    emulator.has("In which field")
    with Store.open(tmp_path / FILE_NAME) as store:
        store.begin_draft("me", "d", "quick", datetime.now(tz=UTC))
    emulator.send(CTRL_F)
    emulator.has("Show the result")
    emulator.send(ENTER)
    assert emulator.close() == 0, emulator.text
    with Store.open(tmp_path / FILE_NAME) as store:
        assert store.results("me") == ()
        assert store.load("me") is None


@pytest.mark.parametrize(("keys", "code"), [(CTRL_C, 130), ("f", 0)], ids=["interrupted", "finished"])
def test_without_an_answer_nothing_is_stored_and_nothing_replaced(
    start: Callable[..., Emulator], tmp_path: Path, keys: str, code: int
) -> None:
    program = Program(tmp_path)
    program.environment["CAREERPATH_HOME"] = str(tmp_path)
    emulator = start("--profile", "new")
    emulator.has(FIRST)
    emulator.send(CTRL_F if keys == "f" else keys)
    assert emulator.close() == code
    assert program("profile", "list", "--json").json["data"]["profiles"] == []
    assert program("profile", "import", "-", stdin="skills: {seo: 3}\n").code == 0
    emulator = start("--restart")
    emulator.has(FIRST)
    emulator.send(CTRL_F if keys == "f" else keys)
    assert emulator.close() == code
    assert program("profile", "show", "--json").json["data"]["answers"]["skills"] == {"seo": 3}
    assert program("profile", "list", "--json").json["data"]["profiles"][0]["interrupted"] is False


def test_an_old_quiz_does_not_pass_for_the_latest_answers(start: Callable[..., Emulator], tmp_path: Path) -> None:
    emulator = start()
    emulator.has(FIRST)
    emulator.send(*UNKNOWN)
    emulator.has("In which field")
    emulator.send(CTRL_C)
    assert emulator.close() == 130
    program = Program(tmp_path)
    program.environment["CAREERPATH_HOME"] = str(tmp_path)
    assert program("profile", "import", "-", stdin="skills: {seo: 3, writing: 2}\n").code == 0
    emulator = start()
    emulator.has("after 1 answer.", "'me' was given 2 answers without a quiz", "Go on where it stopped?", "[y/N]")
    emulator.send(ENTER)
    emulator.has("Profile 'me' has 2 answers. Go on with them?")
    emulator.send(ENTER)
    emulator.has(FIRST)
    emulator.send(CTRL_C)
    assert emulator.close() == 130
    assert "stopped. 2 answers are kept" in emulator.text


def test_a_killed_quiz_loses_nothing(start: Callable[..., Emulator]) -> None:
    emulator = start()
    emulator.has(FIRST)
    emulator.send(*UNKNOWN)
    emulator.has("In which field")
    emulator.send("2", ENTER)
    emulator.has("What is the highest")
    emulator.kill()
    emulator = start()
    emulator.has("A quiz was interrupted here, after 2 answers.", "Go on where it stopped?")
    emulator.send("y")
    emulator.has("What is the highest")


def test_a_changed_catalogue_says_what_it_drops(start: Callable[..., Emulator]) -> None:
    emulator = start()
    emulator.has(FIRST)
    emulator.send(ENTER)
    emulator.has("In which field")
    emulator.send(CTRL_C)
    assert emulator.close() == 130
    emulator = start("--catalog", str(ROOT / "tests" / "catalogs" / "design-team"))
    emulator.has("A quiz was interrupted here, after 1 answer.")
    emulator.has("No longer asked, and dropped: background:current_role.")


def test_answers_to_another_catalogue_are_not_replaced_unsaid(start: Callable[..., Emulator], tmp_path: Path) -> None:
    with Store.open(tmp_path / FILE_NAME) as store:
        answers, at = Answers(skills={"pruning": 3, "sowing": 2}), datetime.now(tz=UTC)
        store.save("me", answers, catalog_name="gardens", catalog_version="1", catalog_digest="d", at=at)
    emulator = start()
    emulator.has("Profile 'me' has 2 answers to another catalogue, 'gardens'", FIRST)
    emulator.send(CTRL_C)
    assert emulator.close() == 130
    with Store.open(tmp_path / FILE_NAME) as store:
        saved = store.load("me")
    assert saved is not None
    assert saved.answers.skills == {"pruning": 3, "sowing": 2}


@pytest.mark.parametrize("sure", ["49", "100", "many"])
def test_sure_has_bounds(sure: str, tmp_path: Path) -> None:
    run = Program(tmp_path)("quiz", "--sure", sure)
    assert run.code == 2
    assert "--sure" in run.err
