"""The prompter in a real pseudo-terminal. Every wait is for something to be seen, none for time."""

from __future__ import annotations

import json
import os
import shlex
import sys
from pathlib import Path

import pytest

from prompts.emulator import BACKSPACE, CTRL_C, CTRL_D, CTRL_F, DOWN, ENTER, ESC, LEFT, PASTE, UP, Emulator

pytestmark = pytest.mark.terminal

DRIVER = str(Path(__file__).with_name("driver.py"))
PATH = os.pathsep.join(entry for entry in sys.path if entry)


@pytest.fixture
def start(tmp_path):
    running = []

    def begin(*names, columns=80, lines=24, **env):
        emulator = Emulator(
            DRIVER, str(tmp_path / "end"), *names, columns=columns, lines=lines, env={"PYTHONPATH": PATH, **env}
        )
        running.append(emulator)
        return emulator

    yield begin
    for emulator in running:
        emulator.kill()


@pytest.fixture
def outcome(tmp_path):
    def read(emulator):
        assert emulator.close() == 0, emulator.text
        return json.loads((tmp_path / "end").read_text())

    return read


def answers(result):
    assert result["end"] == "done"
    return result["answers"]


def test_arrows_and_the_line_that_remains(start, outcome):
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


def test_arrows_wrap_round(start, outcome):
    emulator = start("seo")
    emulator.has("> 0 none")
    emulator.send(UP)
    emulator.has("> u don't know yet")
    emulator.send(ENTER)
    assert answers(outcome(emulator)) == {"seo": None}


def test_digits_point_and_enter_answers(start, outcome):
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
def test_back_with_the_earlier_answer_preselected(start, outcome, key):
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


def test_no_way_back_from_the_first_question(start, outcome):
    emulator = start("seo")
    emulator.has("> 0 none", without="back")
    emulator.send(ESC)
    emulator.has("This is the first question.")
    emulator.send(DOWN)
    emulator.has("> 1 beginner", without="first question")
    emulator.send(ENTER)
    assert answers(outcome(emulator)) == {"seo": 1}


def test_alt_and_a_letter_is_not_esc_and_that_letter(start, outcome):
    emulator = start("seo")
    emulator.has("> 0 none")
    emulator.send(ESC + "f")
    emulator.send("2", ENTER)
    assert answers(outcome(emulator)) == {"seo": 2}


def test_why_and_finish(start, outcome):
    emulator = start("seo", "likes")
    emulator.has("> 0 none")
    emulator.send("?")
    emulator.has("Getting pages found in search engines.", "> 0 none")
    emulator.send("f")
    assert answers(outcome(emulator)) == {}


@pytest.mark.parametrize("question", ["seo", "role", "several", "years", "confirm"])
@pytest.mark.parametrize(("key", "error"), [(CTRL_C, "KeyboardInterrupt"), (CTRL_D, "EOFError")])
def test_interrupt_and_end_of_input(start, outcome, question, key, error):
    emulator = start(question)
    emulator.has("[Y/n]" if question == "confirm" else "? why")
    emulator.send(key)
    assert outcome(emulator)["end"] == error


def test_what_was_answered_before_an_interrupt_is_kept(start, outcome):
    emulator = start("seo", "likes")
    emulator.has("> 0 none")
    emulator.send("3", ENTER)
    emulator.has("> 1 strongly")
    emulator.send(CTRL_C)
    assert outcome(emulator) == {"end": "KeyboardInterrupt", "answers": {"seo": 3}}


def test_several(start, outcome):
    emulator = start("several")
    emulator.has("> [ ] 1 Scrum")
    emulator.send(ENTER)
    emulator.has("Nothing is ticked.")
    emulator.send(" ", DOWN, DOWN, " ")
    emulator.has("  [x] 1 Scrum", "> [x] 3 Google")
    emulator.send("n")
    emulator.has("[ ] 1 Scrum", "> [x] n none of these")
    emulator.send("1", "2", "a", "i", ENTER)
    assert answers(outcome(emulator)) == {"credentials": ["scrum", "meta"]}
    assert "2 ticked" in emulator.text


def test_several_again_with_the_earlier_ticks(start, outcome):
    emulator = start("several", "seo")
    emulator.has("> [ ] 1 Scrum")
    emulator.send("1", "3", ENTER)
    emulator.has("> 0 none")
    emulator.send(LEFT)
    emulator.has("> [x] 1 Scrum", "[ ] 2 Meta", "[x] 3 Google")
    emulator.send("n", ENTER)
    emulator.has("none of these", "> 0 none")
    emulator.send("f")
    assert answers(outcome(emulator)) == {"credentials": []}


def test_years(start, outcome):
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


def test_years_take_words(start, outcome):
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


def test_a_long_list_is_filtered_by_typing(start, outcome):
    emulator = start("role", lines=16)
    emulator.has(">  1 Marketing manager", "more")
    emulator.send("prod")
    emulator.has(">  6 Product manager", "28 Chief product officer", "Filter: prod (5 of 30)", without="Brand")
    emulator.send("xx")
    emulator.has("Filter: prodxx (no match, all shown)")
    emulator.send(ENTER)  # answers nothing
    emulator.send(BACKSPACE, BACKSPACE)
    emulator.has("Filter: prod (5")
    emulator.send(ESC)
    emulator.has(">  1 Marketing manager", without="Filter")
    emulator.send("chief p", ENTER)
    assert answers(outcome(emulator)) == {"role": "chief-product-officer"}


def test_a_long_list_by_number_and_by_leaps(start, outcome):
    emulator = start("role", "role", lines=14)
    emulator.has(">  1 Marketing manager")
    emulator.send("2", "7")
    emulator.has("> 27 Chief marketing officer")
    emulator.send("\x1b[5~")
    emulator.has("> 17 UX designer")
    emulator.send("\x1b[F")
    emulator.has("don't know yet")
    emulator.send("\x1b[H")
    emulator.has(">  1 Marketing manager")
    emulator.send("1", "2", ENTER)
    assert answers(outcome(emulator)) == {"role": "market-researcher"}


def test_a_long_list_leaves_with_control_keys(start, outcome):
    emulator = start("role", "seo")
    emulator.has(">  1 Marketing manager")
    emulator.send("f")
    emulator.has("Filter: f")
    emulator.send("?")
    emulator.has("Used as the start of routes")
    emulator.send(CTRL_F)
    assert answers(outcome(emulator)) == {}


def test_resize_while_a_question_is_open(start, outcome):
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


def test_forty_columns_cut_nothing_off(start, outcome):
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


def test_pasted_text_answers_nothing_by_itself(start, outcome):
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


def test_typing_ahead(start, outcome):
    emulator = start("seo", "likes", "role")
    emulator.has("> 0 none")
    emulator.send("3\r2\rbrand\r")
    assert answers(outcome(emulator)) == {"seo": 3, "campaigns": 2, "role": "brand-manager"}


@pytest.mark.parametrize("env", [{}, {"NO_COLOR": "1"}])
def test_no_colour_anywhere_but_bold_and_reverse(start, outcome, env):
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


def test_the_option_pointed_at_is_reversed(start):
    emulator = start("seo")
    emulator.has("> 0 none", "f finish")
    assert all(character.reverse for character in emulator.styles("0 none"))
    assert all(character.bold for character in emulator.styles("SEO: how far"))


def test_prompts_go_to_the_terminal_when_stdout_is_a_file(tmp_path):
    command = f"exec {shlex.join([sys.executable, DRIVER, str(tmp_path / 'end'), 'seo'])} > {tmp_path / 'out'}"
    code = f"import os; os.execv('/bin/sh', ['sh', '-c', {command!r}])"
    emulator = Emulator("-c", code, env={"PYTHONPATH": PATH})
    emulator.has("> 0 none")
    emulator.send("2", ENTER)
    assert emulator.close() == 0
    assert (tmp_path / "out").read_text() == "data on stdout\n"
    assert "SEO: 2 working" in emulator.text


@pytest.mark.parametrize(("keys", "end"), [("y", "True"), ("n", "False"), (ENTER, "True")])
def test_confirm(start, outcome, keys, end):
    emulator = start("confirm", columns=40)
    emulator.has("that you gave on Monday?", "[Y/n]")
    emulator.send(keys)
    assert outcome(emulator)["end"] == end


def test_a_terminal_that_knows_only_ascii(start, outcome):
    emulator = start("seo", "likes", PYTHONUTF8="0", PYTHONIOENCODING="latin-1")
    emulator.has("Up/Down or number, Enter | ? why | f finish")
    emulator.send("2", ENTER)
    emulator.has("Left back")
    emulator.send("f")
    assert answers(outcome(emulator)) == {"seo": 2}
