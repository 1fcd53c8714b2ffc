"""Whole quizzes with a scripted person: every mode, going back, finishing early, the summary, going on to proof."""

from __future__ import annotations

import pytest

from careerpath.quiz.guide import Aim, Mode
from careerpath.quiz.interview import Ending, Interview
from careerpath.quiz.policy import Policy
from careerpath.quiz.review import DONE
from careerpath.quiz.session import AnswerValue, Questionnaire, Session
from support.catalogs import make_catalog, shipped
from support.scripted import ScriptedPrompter

BACKGROUND = ("1", "product", "bachelor", "2", "3", "1", "none")


class Kept:
    def __init__(self) -> None:
        self.kept: dict[str, AnswerValue] = {}

    def record(self, question: str, value: AnswerValue) -> None:
        self.kept[question] = value

    def forget(self, question: str) -> None:
        del self.kept[question]


def run(mode: Mode, *script: str, session: Session | None = None) -> tuple[Ending, ScriptedPrompter]:
    questionnaire, kept, prompter = Questionnaire(shipped()), Kept(), ScriptedPrompter(*script)
    ending = Interview(questionnaire, prompter, kept, Policy(questionnaire, Aim(mode=mode))).run(session or Session())
    if session is None:
        assert kept.kept == ending.session.given
    return ending, prompter


@pytest.mark.parametrize("mode", ["quick", "certified", "full"])
def test_a_whole_quiz(mode: Mode) -> None:
    probe = ScriptedPrompter(*BACKGROUND, *["3"] * 98, "1")
    questionnaire = Questionnaire(shipped())
    session = Session()
    policy = Policy(questionnaire, Aim(mode=mode))
    asked = 0
    while (question := policy.advise(session).question) is not None:
        value = {"background": None}.get(question.part, 3)
        session, asked = questionnaire.answer(session, question.id, value), asked + 1
    ending, prompter = run(mode, *["u" if q.startswith("background") else "3" for q in session.given], "1")
    assert ending.session == session
    assert len(prompter.asked) == asked + 1
    assert ending.advice.stop in {"quick": {"sure", "limit"}, "certified": {"certified"}, "full": {"everything-asked"}}[
        mode
    ] | {"certified"}
    assert probe.used == 0


def test_the_progress_line_says_what_is_known() -> None:
    _, prompter = run("quick", *BACKGROUND, *["2"] * 4, "f", "1")
    positions = [prompt.position for prompt in prompter.asked]
    assert positions[0] == "Background: 1 of 7"
    line = positions[9]
    assert line.startswith("Skills, ")
    assert ": 3rd; about " in line
    assert " % sure: " in line


def test_back_twice_recomputes_what_follows() -> None:
    ending, prompter = run("quick", *BACKGROUND, "2", "2", "back", "back", "4", "f", "1")
    first, second = prompter.questions[7:9]
    assert prompter.questions[9:12] != [first, second, first]
    assert prompter.questions[10] == second
    assert prompter.questions[11] == first
    assert ending.session.given[first] == 4


def test_finish_shows_a_summary_from_which_one_goes_on() -> None:
    ending, prompter = run("quick", *BACKGROUND, "2", "f", "go on", "3", "f", "show the result")
    summary = prompter.asked[9].question
    assert [option.label for option in summary.options[:2]] == ["Show the result", "Go on with the questions"]
    assert ending.advice.stop == "finished"
    assert len(ending.session.given) == 9
    assert any(text.startswith("Finished early. ") for text in prompter.said)


def test_an_answer_is_changed_in_the_summary() -> None:
    _, prompter = run("quick", *BACKGROUND, "2", "f", "1")
    skill = prompter.questions[7]
    place = [option.value for option in prompter.asked[9].question.options].index(skill) + 1
    ending, prompter = run("quick", *BACKGROUND, "2", "f", str(place), "4", "1")
    assert prompter.questions[10] == skill
    assert prompter.asked[10].current == 2
    assert ending.session.given[skill] == 4


def test_another_education_in_the_summary_drops_the_field_of_study() -> None:
    ending, _ = run("quick", *BACKGROUND, "f", "5", "school", "1")
    assert "background:education_field" not in ending.session.given


def test_after_a_quick_stop_one_can_go_on_to_proof() -> None:
    session = Session()
    questionnaire = Questionnaire(shipped())
    policy = Policy(questionnaire, Aim())
    while (question := policy.advise(session).question) is not None:
        session = questionnaire.answer(session, question.id, None if question.part == "background" else 3)
    ending, prompter = run("quick", "2", session=session)
    assert ending.wants_proof
    assert "until the first role is certain (about " in prompter.asked[0].question.options[1].label


def test_help_says_what_a_question_decides() -> None:
    _, prompter = run("quick", *BACKGROUND, "?", "f", DONE)
    assert any(text.startswith("Asked now because it decides most between ") for text in prompter.said)


def test_nothing_answered_has_no_summary() -> None:
    ending, prompter = run("quick", "f")
    assert (ending.session.given, len(prompter.asked)) == ({}, 1)
    assert ending.advice.leader is None


def test_a_catalogue_with_few_questions() -> None:
    catalog = make_catalog(roles=2, skills=3, activities=2, learning=0, seed=1)
    questionnaire = Questionnaire(catalog)
    prompter = ScriptedPrompter(*["u"] * 7, *["2"] * 5, "1")
    policy = Policy(questionnaire, Aim(mode="full"))
    ending = Interview(questionnaire, prompter, Kept(), policy).run(Session())
    assert len(ending.session.given) == 12
    assert ending.advice.stop == "certified"
