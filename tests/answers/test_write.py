"""What is written can be read again, and means the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from hypothesis import given, settings

from careerpath.answers.read import parse_answers
from careerpath.answers.write import answers_text
from careerpath.model.answers import Answers
from careerpath.quiz.session import Questionnaire
from careerpath.scoring.assess import assess
from support.catalogs import answers_of, catalogs_with_answers, choices, shipped

if TYPE_CHECKING:
    from careerpath.model.catalog import Catalog


def read(text: str, catalog: Catalog) -> Answers:
    return parse_answers(text.encode(), "answers.yaml", catalog)


def known(answers: Answers) -> dict[str, object]:
    return {question: value for question, value in answers.items() if value is not None}


def check_round_trip(catalog: Catalog, answers: Answers) -> None:
    assert read(answers_text(catalog, answers, comments=False), catalog) == answers
    assert known(read(answers_text(catalog, answers), catalog)) == known(answers)
    as_json = msgspec.json.encode(answers)
    assert parse_answers(as_json, "answers.json", catalog) == answers
    assert parse_answers(b"\n " + msgspec.json.format(as_json), "answers.json", catalog) == answers


@given(catalogs_with_answers())
def test_round_trip(case: tuple[Catalog, Answers]) -> None:
    check_round_trip(*case)


@settings(max_examples=8)
@given(answers_of(shipped()))
def test_round_trip_of_shipped_answers(answers: Answers) -> None:
    check_round_trip(shipped(), answers)


def test_the_template_asks_everything_and_means_that_nothing_is_known() -> None:
    answers = read(answers_text(shipped()), shipped())
    assert [name for name, _ in answers.items()] == [question.id for question in Questionnaire(shipped()).questions]
    assert known(answers) == {}
    assert assess(shipped(), answers).roles == assess(shipped(), Answers()).roles


def test_the_template_is_narrow_and_explains_itself() -> None:
    lines = answers_text(shipped()).splitlines()
    assert max(map(len, lines)) <= 100
    assert lines[0].startswith("# Your answers.")
    assert "  #   a whole number from 0 to 20" in lines
    assert "  #   one of: school, bootcamp, bachelor, master" in lines
    assert [line for line in lines if line.endswith(":") and not line.startswith((" ", "#"))] == [
        "background:",
        "skills:",
        "likes:",
    ]


def test_nothing_is_written_as_nothing() -> None:
    assert answers_text(shipped(), Answers(), comments=False) == "{}\n"
    assert read("{}\n", shipped()) == Answers()


def test_only_answers_are_written_without_comments() -> None:
    answers = Answers(background={"credentials": (), "leading": 0}, skills={"seo": None}, likes={"lead-people": 5})
    assert answers_text(shipped(), answers, comments=False) == (
        "background:\n  leading: 0\n  credentials: []\nskills:\n  seo: unknown\nlikes:\n  lead-people: 5\n"
    )


def test_values_that_yaml_would_read_as_something_else_are_quoted() -> None:
    values = ("true", "null", "007", "1e3", "Two words", "a: b", "#1", "none")
    questions = tuple(
        msgspec.structs.replace(question, choices=choices(*values))
        if question.id in {"field", "credentials"}
        else question
        for question in shipped().questions
    )
    catalog = msgspec.structs.replace(shipped(), questions=questions)
    for value in values:
        check_round_trip(
            catalog, Answers(background={"field": value, "credentials": (value, "none")[: 1 + (value != "none")]})
        )
