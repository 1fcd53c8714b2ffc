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
from support.catalogs import answers_of, catalogs_with_answers, choices, make_catalog, shipped

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


SMALL = """\
# Your answers. Replace 'unknown' wherever you can say more; what stays unknown counts as unknown,
# not as zero.
# Then run: careerpath quiz --answers FILE

background:
  # Now?
  #   one of: r0, r1
  current_role: r1
  # Field?
  #   one of: marketing, product, other
  field: unknown
  # Education?
  #   one of: school, bootcamp, bachelor, master
  education: unknown
  # In what?
  #   one of: business, design, other
  education_field: unknown
  # Years?
  #   a whole number from 0 to 20
  experience: 0
  # Years of leading?
  #   a whole number from 0 to 20
  leading: unknown
  # Certificates?
  #   a list of any of these, [] for none: scrum, analytics
  credentials: [scrum]

# Skills: 0 none, 1 beginner, 2 working, 3 advanced, 4 expert.
skills:
  # -- Skills --
  # A skill.
  s0: unknown
  # A skill.
  s1: 3

# Would you like to do this? 1 strongly dislike, 2 dislike, 3 neutral, 4 like, 5 strongly like.
likes:
  # -- Activities --
  # An activity.
  a0: unknown
"""


def test_a_small_file_word_by_word() -> None:
    catalog = make_catalog(roles=2, skills=2, activities=1, learning=0, seed=1)
    answers = Answers(
        background={"current_role": "r1", "experience": 0, "credentials": ("scrum",)}, skills={"s1": 3, "s0": None}
    )
    assert answers_text(catalog, answers) == SMALL


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
