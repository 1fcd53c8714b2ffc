"""The prompter in a real pseudo-terminal. Every wait is for something to be seen, none for time."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from careerpath.prompts.terminal import with_last_mark_once
from prompts.emulator import (
    BACKSPACE,
    CTRL_C,
    CTRL_D,
    DOWN,
    DRIVER,
    ENTER,
    ESC,
    LEFT,
    PASTE,
    PATH,
    UP,
    Emulator,
    answers,
)

if TYPE_CHECKING:
    from prompts.emulator import Outcome, Start

pytestmark = pytest.mark.terminal


def test_arrows_and_the_line_that_remains(start: Start, outcome: Outcome) -> None:
    emulator = start("seo")
    emulator.has("> 0 none", "f finish")
    emulator.send(DOWN, DOWN, DOWN, UP)
    emulator.has("> 2 working")
    emulator.send(ENTER)
    assert answers(outcome(emulator)) == {"seo": 2}
    shown = emulator.text.splitlines()
    assert shown[-2:] == ["SEO: 2 working", "data on stdout"]
    assert "Finds keywords" not in emulator.text
    assert "how far" not in emulator.text


def test_arrows_wrap_round(start: Start, outcome: Outcome) -> None:
    emulator = start("seo")
    emulator.has("> 0 none")
    emulator.send(UP)
    emulator.has("> u don't know yet")
    emulator.send(ENTER)
    assert answers(outcome(emulator)) == {"seo": None}


def test_digits_point_and_enter_answers(start: Start, outcome: Outcome) -> None:
    emulator = start("seo", "likes")
    emulator.has("> 0 none")
    emulator.send("3")
    emulator.has("> 3 advanced")
    emulator.send("1", ENTER)
    emulator.has("SEO: 1 beginner", "> 1 strongly dislike")
    emulator.send("9")  # no such option
    emulator.send("5", ENTER)
    assert answers(outcome(emulator)) == {"seo": 1, "campaigns": 5}


@pytest.mark.parametrize("key", [LEFT, ESC, "b"])
def test_back_with_the_earlier_answer_preselected(start: Start, outcome: Outcome, key: str) -> None:
    emulator = start("seo", "likes")
    emulator.has("> 0 none", without="back")
    emulator.send("3", ENTER)
    emulator.has("> 1 strongly dislike", "back")
    emulator.send(key)
    emulator.has("> 3 advanced (your answer)", without="back")
    emulator.send("4", ENTER)
    emulator.has("SEO: 4 expert", "> 1 strongly")
    emulator.send("f")
    assert answers(outcome(emulator)) == {"seo": 4}


def test_no_way_back_from_the_first_question(start: Start, outcome: Outcome) -> None:
    emulator = start("seo")
    emulator.has("> 0 none", without="back")
    emulator.send(ESC)
    emulator.has("This is the first question.")
    emulator.send(DOWN)
    emulator.has("> 1 beginner", without="first question")
    emulator.send(ENTER)
    assert answers(outcome(emulator)) == {"seo": 1}


def test_alt_and_a_letter_is_not_esc_and_that_letter(start: Start, outcome: Outcome) -> None:
    emulator = start("seo")
    emulator.has("> 0 none")
    emulator.send(ESC + "f")
    emulator.send("2", ENTER)
    assert answers(outcome(emulator)) == {"seo": 2}


def test_why_and_finish(start: Start, outcome: Outcome) -> None:
    emulator = start("seo", "likes")
    emulator.has("> 0 none")
    emulator.send("?")
    emulator.has("Getting pages found in search engines.", "> 0 none")
    emulator.send("f")
    assert answers(outcome(emulator)) == {}


@pytest.mark.parametrize("question", ["seo", "role", "several", "years", "confirm"])
@pytest.mark.parametrize(("key", "error"), [(CTRL_C, "KeyboardInterrupt"), (CTRL_D, "EOFError")])
def test_interrupt_and_end_of_input(
    start: Start, outcome: Outcome, question: str, key: str, error: type[BaseException]
) -> None:
    emulator = start(question)
    emulator.has("[Y/n]" if question == "confirm" else "? why")
    emulator.send(key)
    assert outcome(emulator)["end"] == error


def test_what_was_answered_before_an_interrupt_is_kept(start: Start, outcome: Outcome) -> None:
    emulator = start("seo", "likes")
    emulator.has("> 0 none")
    emulator.send("3", ENTER)
    emulator.has("> 1 strongly")
    emulator.send(CTRL_C)
    assert outcome(emulator) == {"end": "KeyboardInterrupt", "answers": {"seo": 3}}


def test_years(start: Start, outcome: Outcome) -> None:
    emulator = start("years", "seo")
    emulator.has("How many years", "Years, 0 to 20")
    emulator.send("21", ENTER)
    emulator.has("> 21", "Please give whole years, 0 to 20.")
    emulator.send(BACKSPACE)
    emulator.has("> 2", without="Please give")
    emulator.send(ENTER)
    emulator.has("> 0 none")
    emulator.send(ESC)
    emulator.has("> 2\n")
    emulator.send(BACKSPACE, ENTER)  # emptied: don't know yet
    emulator.has("> 0 none")
    emulator.send("f")
    assert answers(outcome(emulator)) == {"experience": None}


def test_years_take_words(start: Start, outcome: Outcome) -> None:
    emulator = start("seo", "years")
    emulator.has("> 0 none")
    emulator.send("1", ENTER)
    emulator.has("How many years")
    emulator.send("?", ENTER)
    emulator.has("Counts where a role asks for years of experience.")
    emulator.send("back", ENTER)
    emulator.has("> 1 beginner (your answer)")
    emulator.send(ENTER)
    emulator.has("How many years")
    emulator.send(LEFT)
    emulator.has("> 1 beginner (your answer)")
    emulator.send(ENTER)
    emulator.has("How many years")
    emulator.send("finish", ENTER)
    assert answers(outcome(emulator)) == {"seo": 1}


def test_resize_while_a_question_is_open(start: Start, outcome: Outcome) -> None:
    emulator = start("seo", columns=100)
    emulator.has("puts given keywords into a text\n")
    emulator.resize(40, 24)
    emulator.has("find, and puts given keywords into\n    a text\n", "  u don't know yet\n", "f finish")
    emulator.send("2")
    emulator.has("> 2 working")
    emulator.resize(40, 12)
    emulator.has("> 2 working", "more")
    emulator.resize(90, 30)
    emulator.has("puts given keywords into a text\n", "  u don't know yet\n", without="more")
    emulator.send(ENTER)
    assert answers(outcome(emulator)) == {"seo": 2}


def test_forty_columns_cut_nothing_off(start: Start, outcome: Outcome) -> None:
    emulator = start("seo", "several", "years", "role", columns=40, lines=30)
    shown = emulator.has("> 0 none", "f finish")
    assert all(len(line) < 40 for line in shown.splitlines())
    assert " ".join(shown.split()).count("Finds keywords, improves pages with them and reads from the figures") == 1
    emulator.send("2", ENTER)
    emulator.has("Google Digital Marketing &", "Space Enter · ← back · ? why · f finish")
    emulator.send("n", ENTER)
    emulator.has("0-20 or empty · back · ? why · finish")
    emulator.send("3", ENTER)
    emulator.has(
        "How many years have you worked in ma… 3", ">  1 Marketing manager", "type, Enter · ← back · ? · ^F finish"
    )
    emulator.send("3", ENTER)
    assert len(answers(outcome(emulator))) == 4


def test_pasted_text_answers_nothing_by_itself(start: Start, outcome: Outcome) -> None:
    emulator = start("seo", "role", "years", lines=40)
    emulator.has("> 0 none")
    emulator.send(PASTE.format("finish\n3\n"))
    emulator.has("Pasted text is no answer here: choose one.", "> 0 none")
    emulator.send("4", ENTER)
    emulator.has(">  1 Marketing manager")
    emulator.send(PASTE.format("Brand\nf"))
    emulator.has("Filter: Brand (1 of 30)", ">  2 Brand manager")
    emulator.send(ENTER)
    emulator.has("How many years")
    emulator.send(PASTE.format("12\n13"), ENTER)
    emulator.has("> 12 13", "Please give whole years")
    emulator.send("\x15", PASTE.format("12"), ENTER)
    assert answers(outcome(emulator)) == {"seo": 4, "role": "brand-manager", "experience": 12}


def test_typing_ahead(start: Start, outcome: Outcome) -> None:
    emulator = start("seo", "likes", "role")
    emulator.has("> 0 none")
    emulator.send("3\r2\rbrand\r")
    assert answers(outcome(emulator)) == {"seo": 3, "campaigns": 2, "role": "brand-manager"}


@pytest.mark.parametrize("env", [{}, {"NO_COLOR": "1"}])
def test_no_colour_anywhere_but_bold_and_reverse(start: Start, outcome: Outcome, env: dict[str, str]) -> None:
    emulator = start("seo", "several", "years", "role", **env)
    for seen, keys in [("> 0 none", "2\r"), ("> [ ] 1 Scrum", "n\r"), ("0 to 20", "x\r"), ("Please give", CTRL_C)]:
        emulator.has(seen)
        characters = [
            character
            for line in emulator.screen.buffer.values()
            for character in line.values()
            if character.data != " "
        ]
        assert {character.fg for character in characters} | {character.bg for character in characters} == {"default"}
        emulator.send(keys)
    assert outcome(emulator)["end"] == "KeyboardInterrupt"


def test_the_option_pointed_at_is_reversed(start: Start) -> None:
    emulator = start("seo")
    emulator.has("> 0 none", "f finish")
    assert all(character.reverse for character in emulator.styles("0 none"))
    assert all(character.bold for character in emulator.styles("SEO: how far"))


def test_prompts_go_to_the_terminal_when_stdout_is_a_file(tmp_path: Path) -> None:
    command = f"exec {shlex.join([sys.executable, DRIVER, str(tmp_path / 'end'), 'seo'])} > {tmp_path / 'out'}"
    code = f"import os; os.execv('/bin/sh', ['sh', '-c', {command!r}])"
    emulator = Emulator("-c", code, env={"PYTHONPATH": PATH})
    emulator.has("> 0 none")
    emulator.send("2", ENTER)
    assert emulator.close() == 0
    assert (tmp_path / "out").read_text() == "data on stdout\n"
    assert "SEO: 2 working" in emulator.text


@pytest.mark.parametrize(("keys", "end"), [("y", "True"), ("n", "False"), (ENTER, "True")])
def test_confirm(start: Start, outcome: Outcome, keys: str, end: str) -> None:
    emulator = start("confirm", columns=40)
    emulator.has("that you gave on Monday?", "[Y/n]")
    emulator.send(keys)
    assert outcome(emulator)["end"] == end


def test_a_terminal_that_knows_only_ascii(start: Start, outcome: Outcome) -> None:
    emulator = start("seo", "likes", PYTHONUTF8="0", PYTHONIOENCODING="latin-1")
    emulator.has("Up/Down or number, Enter | ? why | f finish")
    emulator.send("2", ENTER)
    emulator.has("Left back")
    emulator.send("f")
    assert answers(outcome(emulator)) == {"seo": 2}


def test_a_mark_at_the_end_of_a_line_is_followed_by_a_blank() -> None:
    assert with_last_mark_once("ผลิตภัณฑ์") == "ผลิตภัณฑ์ "
    assert with_last_mark_once("abc") == "abc"
    assert with_last_mark_once("") == ""
