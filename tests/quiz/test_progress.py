"""What is said on the way and in the summary, word by word."""

from __future__ import annotations

import pytest

from careerpath.quiz.guide import Advice, Stop
from careerpath.quiz.progress import ending, introduction, more_text, ordinal, position, sure_text
from careerpath.quiz.questions import Option
from careerpath.quiz.review import DONE, answer_words, review_question, short_text
from careerpath.quiz.session import AnswerValue, Questionnaire, Session
from support.catalogs import make_catalog

QUESTIONNAIRE = Questionnaire(make_catalog(roles=2, skills=3, activities=2, learning=0, seed=1))
SKILL = QUESTIONNAIRE.by_id["skill:s1"]
CHOSEN = Advice(SKILL, leader="r0", sure=0.5, left=3, adaptive=True)


def test_every_part_is_introduced() -> None:
    background, skills, likes = (
        introduction(QUESTIONNAIRE.by_id[name]) for name in ("background:field", "skill:s0", "activity:a0")
    )
    assert background == "Background: where you come from."
    assert skills == (
        'Skills: choose the sentence that fits. "Don\'t know yet" is a good answer too: it counts as unknown, '
        "not as zero."
    )
    assert likes == "What you like: never mind whether you can do it."
    assert introduction(review_question(QUESTIONNAIRE, Session(), more=None)) == ""


def test_ordinals() -> None:
    numbers = (1, 2, 3, 4, 10, 11, 12, 13, 20, 21, 22, 23, 101, 111, 112, 113, 120)
    assert " ".join(map(ordinal, numbers)) == (
        "1st 2nd 3rd 4th 10th 11th 12th 13th 20th 21st 22nd 23rd 101st 111th 112th 113th 120th"
    )


def test_never_surer_than_true_and_certain_only_where_proven() -> None:
    assert [sure_text(sure) for sure in (0, 0.29, 0.2999, 0.999, 0.99999, 1)] == [
        "0 % sure", "29 % sure", "29 % sure", "99 % sure", "99 % sure", "certain",
    ]  # fmt: skip


def test_few_questions_to_come_are_counted_and_many_are_given_in_fives() -> None:
    assert [more_text(left) for left in (1, 9, 12, 13, 28)] == [
        f"about {left} more" for left in (1, 9, 10, 15, 30)
    ]  # fmt: skip


def test_a_position_without_advice_counts_the_part_that_concerns_the_person() -> None:
    school = Session({"background:education": "school"})
    leading = QUESTIONNAIRE.by_id["background:leading"]
    assert position(QUESTIONNAIRE, Session(), leading, None) == "Background: 6 of 7"
    assert position(QUESTIONNAIRE, school, leading, None) == "Background: 5 of 6"
    like = QUESTIONNAIRE.by_id["activity:a1"]
    assert position(QUESTIONNAIRE, school, like, None) == "What you like, activities: 2 of 2"


def test_a_position_with_advice_says_how_many_are_to_come_and_who_leads() -> None:
    session = Session({"background:field": "other", "skill:s0": 1})
    assert position(QUESTIONNAIRE, session, SKILL, CHOSEN) == "Skills: 2nd; about 3 more; 50 % sure: Role r0"
    unknown = CHOSEN._replace(left=0, leader=None)
    assert position(QUESTIONNAIRE, session, SKILL, unknown) == "Skills: 2nd"
    asked_again = Session({"skill:s0": 1, "skill:s1": 2, "skill:s2": 3})
    assert position(QUESTIONNAIRE, asked_again, SKILL, CHOSEN) == "Skills: 2nd; 50 % sure: Role r0"


def test_background_and_what_is_not_chosen_come_in_the_order_of_the_catalogue() -> None:
    in_order = CHOSEN._replace(adaptive=False)
    assert position(QUESTIONNAIRE, Session(), SKILL, in_order) == "Skills: 2 of 3; 50 % sure: Role r0"
    field = QUESTIONNAIRE.by_id["background:field"]
    assert position(QUESTIONNAIRE, Session(), field, CHOSEN) == "Background: 2 of 7; 50 % sure: Role r0"


@pytest.mark.parametrize(
    ("stop", "text"),
    [
        ("certified", "Certain: whatever the other answers would be, Role r0 comes first."),
        ("sure", "Enough is known: 50 % sure that the whole questionnaire would put Role r0 first."),
        ("limit", "That is as many questions as were to be asked. Role r0 leads; 50 % sure that it would stay first."),
        ("finished", "Finished early. Role r0 leads; 50 % sure that the whole questionnaire would put it first."),
        ("everything-asked", "Everything has been asked."),
        (None, ""),
    ],
)
def test_every_ending_says_why(stop: Stop | None, text: str) -> None:
    advice = Advice(None, stop, leader="r0", sure=0.5)
    assert ending(QUESTIONNAIRE, advice) == text
    assert ending(QUESTIONNAIRE, advice._replace(leader=None)) == ""


def test_the_summary_lists_every_answer_under_the_ways_to_go_on() -> None:
    given: dict[str, AnswerValue] = {"background:field": "product", "skill:s0": None, "activity:a1": 5}
    summary = review_question(QUESTIONNAIRE, Session(given), more=None)
    assert (summary.part, summary.topic, summary.answer) == ("review", "Your answers", "one")
    assert summary.text == "Show the result, or change an answer?"
    assert [(option.value, option.label) for option in summary.options] == [
        (DONE, "Show the result"),
        ("background:field", "Field: product"),
        ("skill:s0", "S0: don't know yet"),
        ("activity:a1", "Would you like to do a1: 5 strongly like"),
    ]
    more = Option(value="on", label="On")
    summary = review_question(QUESTIONNAIRE, Session(given), more=more)
    assert summary.text == "Show the result, go on, or change an answer?"
    assert [option.value for option in summary.options] == [DONE, "on", *given]


def test_questions_and_answers_in_few_words() -> None:
    assert [short_text(QUESTIONNAIRE.by_id[name]) for name in ("background:field", "skill:s0", "activity:a0")] == [
        "Field", "S0", "Would you like to do a0",
    ]  # fmt: skip
    answers: list[tuple[str, AnswerValue, str]] = [
        ("background:credentials", ("analytics", "scrum"), "scrum, analytics"),
        ("background:credentials", (), "none of these"),
        ("background:experience", 3, "3"),
        ("background:current_role", "r1", "Role r1"),
        ("skill:s0", 2, "2 working"),
        ("skill:s0", None, "don't know yet"),
    ]
    for name, value, words in answers:
        assert answer_words(QUESTIONNAIRE, name, value) == words
