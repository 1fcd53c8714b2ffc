"""The drawing of a question, without a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerpath.prompts.frame import draw, draw_foot, draw_head
from careerpath.prompts.listing import View, chosen_before, list_entries, list_frame, summarise, ticked_answer, toggle
from careerpath.prompts.wrap import clean, measure, shorten, wrap
from prompts.small_set import CERTIFICATES, QUESTIONS, ROLE, SEO, YEARS, prompt_for

if TYPE_CHECKING:
    from careerpath.model.answers import AnswerValue
    from careerpath.prompts.frame import Frame, Line
    from careerpath.quiz.questions import AskedQuestion


def frame_of(question: AskedQuestion, pointed: int = 0, **fields: object) -> Frame:
    prompt = prompt_for(question, **fields)
    entries = list_entries(question)
    ticked: list[int] | None = [] if question.answer == "several" else None
    shown = list(range(len(entries)))
    return list_frame(prompt, entries, View(shown=shown, pointed=pointed, ticked=ticked, search="", found=0, note=""))


def text_of(lines: list[Line]) -> str:
    return "\n".join(text for _, text in lines)


@pytest.mark.parametrize("name", [name for name in QUESTIONS if name != "years"])
@given(columns=st.integers(20, 130), lines=st.integers(2, 60), data=st.data())
def test_never_wider_or_higher_than_the_screen(name: str, columns: int, lines: int, data: st.DataObject) -> None:
    question = QUESTIONS[name]
    pointed = data.draw(st.integers(0, len(question.options)))
    drawn = draw(frame_of(question, pointed), columns, lines)
    assert len(drawn) <= max(lines - 1, 1)
    assert all(measure(text) < columns for _, text in drawn), text_of(drawn)
    assert sum(text.startswith(">") for _, text in drawn) == 1


@pytest.mark.parametrize("name", [name for name in QUESTIONS if name != "years"])
@given(columns=st.integers(40, 130))
def test_on_a_high_screen_nothing_is_left_out(name: str, columns: int) -> None:
    question = QUESTIONS[name]
    words = text_of(draw(frame_of(question), columns, 200)).split()
    for option in question.options:
        for word in f"{option.label} {option.help}".split():
            assert word in words


def test_forty_columns() -> None:
    assert text_of(draw(frame_of(SEO, 2, current=2, answered_before=True), 40, 24)) == (
        """\
Skills, marketing: 3 of 51
SEO: how far are you?

  0 none
  1 beginner
    Explains what makes a page easy to
    find, and puts given keywords into
    a text
> 2 working (your answer)
    Finds keywords, improves pages with
    them and reads from the figures
    whether it helped
  3 advanced
    Plans the search work of a whole
    site and finds out why a page loses
    places
  4 expert
    Decides how a company is found, and
    settles what content and technology
    must do for it
  u don't know yet

↑↓ Enter · ← back · ? why · f finish"""
    )


def test_pages_tell_how_much_is_above_and_below() -> None:
    seen: set[int] = set()
    for pointed in range(30):
        lines = [text for _, text in draw(frame_of(ROLE, pointed), 40, 14)]
        above = next((int(line.split()[1]) for line in lines if "↑" in line and "more" in line), 0)
        below = next((int(line.split()[1]) for line in lines if "↓" in line and "more" in line), 0)
        shown = [line for line in lines if line.startswith((">  ", "> 1", "> 2", "   ", "  1", "  2"))]
        assert above + below + len(shown) == 30
        seen.add(above)
    assert len(seen) > 2


def test_nothing_rests_on_colour() -> None:
    for question in (SEO, ROLE, CERTIFICATES):
        assert {style for style, _ in draw(frame_of(question), 80, 40)} <= {"", "bold", "reverse"}


def test_the_question_alone() -> None:
    frame = frame_of(YEARS)
    assert len(draw_head(frame, 40, 4)) <= 4
    assert len(draw_head(frame, 40, 1)) == 1
    assert all(len(text) < 40 for _, text in draw_foot(frame, 40))


def test_ticks_of_none_and_unknown_stand_alone() -> None:
    entries = list_entries(CERTIFICATES)
    none, unknown = 3, 4
    assert toggle(entries, [], 1) == [1]
    assert toggle(entries, [1], 0) == [0, 1]
    assert toggle(entries, [0, 1], none) == [none]
    assert toggle(entries, [none], unknown) == [unknown]
    assert toggle(entries, [unknown], 2) == [2]
    assert toggle(entries, [2], 2) == []


def test_answers_of_ticks() -> None:
    entries = list_entries(CERTIFICATES)
    assert ticked_answer(entries, [0, 2], 4) == ("scrum", "google")
    assert ticked_answer(entries, [3], 0) == ()
    assert ticked_answer(entries, [], 3) == ()
    assert ticked_answer(entries, [], 4) is None
    with pytest.raises(ValueError, match="Nothing is ticked"):
        ticked_answer(entries, [], 0)


@pytest.mark.parametrize(
    ("question", "current", "places"),
    [(SEO, 2, [2]), (SEO, None, [5]), (CERTIFICATES, ("scrum", "google"), [0, 2]), (CERTIFICATES, (), [3])],
)
def test_the_earlier_answer_is_found(question: AskedQuestion, current: AnswerValue, places: list[int]) -> None:
    prompt = prompt_for(question, current=current, answered_before=True)
    assert chosen_before(prompt, list_entries(question)) == places
    assert chosen_before(prompt_for(question), list_entries(question)) == []


@pytest.mark.parametrize(
    ("question", "value", "line"),
    [
        (SEO, 2, "SEO: 2 working"),
        (SEO, None, "SEO: don't know yet"),
        (YEARS, 4, "How many years have you worked in mar… 4"),
        (CERTIFICATES, ("scrum", "meta"), "Which of these certificates or… 2 ticked"),
        (CERTIFICATES, (), "Which of these certificat… none of these"),
        (QUESTIONS["education"], "bachelor", "What is the highest e… Bachelor's degree"),
    ],
)
def test_one_line_remains(question: AskedQuestion, value: AnswerValue, line: str) -> None:
    assert summarise(question, value, 40) == line


@given(st.text(), st.integers(4, 60))
def test_wrapping_loses_nothing_and_keeps_the_width(text: str, width: int) -> None:
    lines = wrap(text, width, indent="", hanging="  ")
    assert all(measure(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(clean(text).split())
    assert measure(shorten(text, width)) <= width


def test_wide_characters_and_control_characters() -> None:
    assert wrap("日本語の質問", 6) == ["日本語", "の質問"]
    assert clean("a\x1b[2Jb\x07\tc\nd\u202e") == r"a\x1b[2Jb\x07 c d\u202e"
