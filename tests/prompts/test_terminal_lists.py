"""Several answers, and lists too long for the screen, in a real pseudo-terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from prompts.emulator import BACKSPACE, CTRL_F, DOWN, ENTER, ESC, LEFT, answers

if TYPE_CHECKING:
    from prompts.emulator import Outcome, Start

pytestmark = pytest.mark.terminal


def test_several(start: Start, outcome: Outcome) -> None:
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


def test_several_again_with_the_earlier_ticks(start: Start, outcome: Outcome) -> None:
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


def test_a_long_list_is_filtered_by_typing(start: Start, outcome: Outcome) -> None:
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


def test_a_long_list_by_number_and_by_leaps(start: Start, outcome: Outcome) -> None:
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


def test_a_long_list_leaves_with_control_keys(start: Start, outcome: Outcome) -> None:
    emulator = start("role", "seo")
    emulator.has(">  1 Marketing manager")
    emulator.send("f")
    emulator.has("Filter: f")
    emulator.send("?")
    emulator.has("Used as the start of routes")
    emulator.send(CTRL_F)
    assert answers(outcome(emulator)) == {}
