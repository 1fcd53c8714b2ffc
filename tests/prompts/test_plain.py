"""The prompter that reads lines."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from careerpath.prompts.plain import PlainPrompter
from careerpath.quiz.interview import interview
from careerpath.quiz.prompter import Command, Reply
from careerpath.quiz.session import Session
from prompts.small_set import (
    CAMPAIGNS,
    CERTIFICATES,
    EDUCATION,
    ROLE,
    SEO,
    YEARS,
    DictKeeper,
    SmallQuestionnaire,
    prompt_for,
)

if TYPE_CHECKING:
    from careerpath.model.answers import AnswerValue
    from careerpath.quiz.questions import AskedQuestion


def ask(question: AskedQuestion, *lines: str, width: int = 80, **fields: object) -> tuple[Reply | Command, str]:
    writer = io.StringIO()
    prompter = PlainPrompter(io.StringIO("".join(f"{line}\n" for line in lines)), writer, width)
    return prompter.ask(prompt_for(question, **fields)), writer.getvalue()


@pytest.mark.parametrize(
    ("question", "line", "answer"),
    [
        (SEO, "2", 2),
        (SEO, " Working ", 2),
        (SEO, "2 working", 2),
        (SEO, "u", None),
        (SEO, "don't know yet", None),
        (SEO, "", None),
        (EDUCATION, "3", "bachelor"),
        (EDUCATION, "bachelor", "bachelor"),
        (EDUCATION, "boot", "bootcamp"),
        (ROLE, "12", "market-researcher"),
        (ROLE, "chief product", "chief-product-officer"),
        (YEARS, "0", 0),
        (YEARS, "20", 20),
        (CERTIFICATES, "3, 1", ("scrum", "google")),
        (CERTIFICATES, "scrum,scrum", ("scrum",)),
        (CERTIFICATES, "none", ()),
        (CAMPAIGNS, "strongly like", 5),
    ],
)
def test_answers(question: AskedQuestion, line: str, answer: AnswerValue) -> None:
    assert ask(question, line)[0] == Reply(answer)


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("b", Command.BACK),
        ("BACK", Command.BACK),
        ("?", Command.WHY),
        ("f", Command.FINISH),
        ("finish", Command.FINISH),
    ],
)
@pytest.mark.parametrize("question", [SEO, YEARS, CERTIFICATES, ROLE])
def test_commands(question: AskedQuestion, line: str, command: Command) -> None:
    assert ask(question, line)[0] is command


@pytest.mark.parametrize(
    ("question", "line", "reason"),
    [
        (SEO, "7", "'7' is none of the answers."),
        (SEO, "-1", "'-1' is none of the answers."),
        (EDUCATION, "0", "'0' is none of the answers."),
        (ROLE, "chief", "'chief' could be: Chief marketing officer, Chief product officer."),
        (YEARS, "21", "Please give whole years, 0 to 20."),
        (YEARS, "²", "Please give whole years, 0 to 20."),
        (YEARS, "9" * 5000, "Please give whole years, 0 to 20."),
        (YEARS, "2.5", "Please give whole years, 0 to 20."),
        (CERTIFICATES, "1, 9", "'9' is none of the answers."),
        (CERTIFICATES, ",", "',' is none of the answers."),
    ],
)
def test_a_wrong_entry_gets_a_reason_and_the_question_again(question: AskedQuestion, line: str, reason: str) -> None:
    reply, written = ask(question, line, "u", width=120)
    assert reply == Reply(None)
    assert reason in written
    assert written.count(question.text) == 2


def test_no_way_back_from_the_first_question() -> None:
    reply, written = ask(SEO, "b", "1", can_go_back=False)
    assert reply == Reply(1)
    assert "This is the first question." in written
    assert "b back" not in written


def test_an_empty_line_keeps_an_earlier_answer() -> None:
    reply, written = ask(SEO, "", current=3, answered_before=True)
    assert reply == Reply(3)
    assert "Enter keeps your answer: 3 advanced." in written


def test_forty_columns_and_no_control_characters() -> None:
    _, written = ask(CERTIFICATES, "1", width=40)
    assert all(len(line) <= 40 for line in written.splitlines())
    assert written.isascii()
    assert not any(ord(character) < 32 for character in written.replace("\n", ""))
    assert written == (
        """
Skills, marketing: 3 of 51
Which of these certificates or trainings
do you hold?
1 Scrum training or certificate: From
  any provider
2 Meta Social Media Marketing
  Professional Certificate
3 Google Digital Marketing & E-commerce
  Professional Certificate
n none of these
u don't know yet
Numbers or names, with commas between, u
don't know yet, b back, ? why, f finish
> """
    )


def test_the_end_of_the_input() -> None:
    with pytest.raises(EOFError):
        ask(SEO, "9")


def test_bytes_that_are_no_text() -> None:
    reader = io.TextIOWrapper(io.BytesIO(b"\xff\xfe\n"), encoding="utf-8")
    prompter = PlainPrompter(reader, writer := io.StringIO())
    with pytest.raises(EOFError):
        prompter.ask(prompt_for(SEO))
    assert "That could not be read as text." in writer.getvalue()


@pytest.mark.parametrize(
    ("lines", "answer"), [("y\n", True), ("no\n", False), ("\n", True), ("perhaps\nn\n", False), ("YES\n", True)]
)
def test_confirm(lines: str, *, answer: bool) -> None:
    assert PlainPrompter(io.StringIO(lines), io.StringIO()).confirm("Go on?", default=True) is answer


def test_a_whole_interview() -> None:
    keeper, writer = DictKeeper(), io.StringIO()
    reader = io.StringIO("bachelor\n30\n3\nb\n5\n?\n4\nf\n")
    questionnaire = SmallQuestionnaire(EDUCATION, YEARS, SEO, CAMPAIGNS)
    session = interview(questionnaire, Session(), PlainPrompter(reader, writer, 60), keeper)
    assert session.given == keeper.kept
    assert keeper.kept == {"background:education": "bachelor", "background:experience": 5, "skill:seo": 4}
    assert SEO.help in writer.getvalue()
