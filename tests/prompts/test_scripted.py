"""The prompter of the other tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from careerpath.quiz.interview import interview
from careerpath.quiz.prompter import Reply
from careerpath.quiz.session import Session
from prompts.small_set import CAMPAIGNS, CERTIFICATES, EDUCATION, SEO, YEARS, DictKeeper, SmallQuestionnaire, prompt_for
from support.scripted import ScriptedPrompter

if TYPE_CHECKING:
    from careerpath.model.answers import AnswerValue


def run(*script: str) -> tuple[ScriptedPrompter, dict[str, AnswerValue]]:
    prompter, keeper = ScriptedPrompter(*script), DictKeeper()
    interview(SmallQuestionnaire(EDUCATION, YEARS, CERTIFICATES, SEO, CAMPAIGNS), Session(), prompter, keeper)
    return prompter, keeper.kept


def test_a_whole_interview_is_recorded() -> None:
    prompter, kept = run("3", "?", "12", "1, google", "back", "none", "unknown", "like")
    assert list(kept.values()) == ["bachelor", 12, (), None, 4]
    assert prompter.unused == ()
    assert YEARS.help in prompter.said
    assert prompter.questions == [
        "background:education",
        "background:experience",
        "background:experience",
        "background:credentials",
        "skill:seo",
        "background:credentials",
        "skill:seo",
        "activity:campaigns",
    ]
    assert prompter.asked[5].current == ("scrum", "google")


def test_finish_leaves_the_rest() -> None:
    prompter, kept = run("school", "finish", "never used")
    assert kept == {"background:education": "school"}
    assert prompter.unused == ("never used",)


def test_a_script_that_runs_out() -> None:
    with pytest.raises(AssertionError, match=r"run out after 1 entries \['3'\]; asked now: background:experience"):
        run("3")


def test_a_script_that_does_not_fit() -> None:
    with pytest.raises(AssertionError, match=r"Entry 2 of the script, '99', does not fit background:experience"):
        run("3", "99")
    with pytest.raises(AssertionError, match="This is the first question"):
        run("back")


@pytest.mark.parametrize(("entry", "error"), [("^C", KeyboardInterrupt), ("^D", EOFError)])
def test_interrupts(entry: str, error: type[BaseException]) -> None:
    with pytest.raises(error):
        run("3", entry)


def test_confirm() -> None:
    prompter = ScriptedPrompter("yes", "n", "", "maybe")
    assert prompter.confirm("Sure?", default=False) is True
    assert prompter.confirm("Sure?", default=True) is False
    assert prompter.confirm("Sure?", default=True) is True
    with pytest.raises(AssertionError, match="It takes yes or no"):
        prompter.confirm("Sure?", default=True)
    assert prompter.confirmed == ["Sure?"] * 4


def test_reads_every_kind() -> None:
    assert ScriptedPrompter("u").ask(prompt_for(SEO)) == Reply(None)
