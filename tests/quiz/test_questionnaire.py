from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given

from careerpath.model.answers import Answers, gather_answers
from careerpath.model.question import Condition
from careerpath.quiz.questions import AskedQuestion, Option, is_valid_answer
from careerpath.quiz.session import AnswerValue, Questionnaire, Session
from support.catalogs import QUESTIONS, catalogs_with_answers, make_catalog, shipped

if TYPE_CHECKING:
    from careerpath.model.catalog import Catalog

CATALOG = make_catalog(roles=2, skills=3, activities=2, learning=0, seed=1)
BACKGROUND = [f"background:{question.id}" for question in QUESTIONS]


def ids(questions: tuple[AskedQuestion, ...]) -> list[str]:
    return [question.id for question in questions]


def with_conditions(**conditions: tuple[str, tuple[str, ...]]) -> Catalog:
    """The small catalogue with other conditions: question=(on which, which answers)."""
    questions = [
        msgspec.structs.replace(
            question,
            when=Condition(question=conditions[question.id][0], any_of=conditions[question.id][1])
            if question.id in conditions
            else question.when,
        )
        for question in CATALOG.questions
    ]
    return msgspec.structs.replace(CATALOG, questions=tuple(questions))


def test_questions_come_in_the_order_of_the_catalogue() -> None:
    asked = ids(Questionnaire(CATALOG).remaining(Session()))
    assert asked == [*BACKGROUND, "skill:s0", "skill:s1", "skill:s2", "activity:a0", "activity:a1"]


def test_questions_as_they_are_put() -> None:
    by_id = Questionnaire(CATALOG).by_id
    assert by_id["background:current_role"] == AskedQuestion(
        id="background:current_role",
        part="background",
        topic="Background",
        text="Now?",
        help="Why?",
        answer="one",
        options=(Option(value="r0", label="Role r0"), Option(value="r1", label="Role r1")),
    )
    assert {name: by_id[f"background:{name}"].answer for name in ("field", "experience", "credentials")} == {
        "field": "one",
        "experience": "years",
        "credentials": "several",
    }
    assert by_id["skill:s1"] == AskedQuestion(
        id="skill:s1",
        part="skills",
        topic="Skills",
        text="S1: how far are you?",
        help="A skill.",
        answer="one",
        options=tuple(
            Option(value=level, label=label, help=help_text)
            for level, (label, help_text) in enumerate(
                [("0 none", ""), ("1 beginner", "one"), ("2 working", "two"), ("3 advanced", "3"), ("4 expert", "4")]
            )
        ),
    )
    like = by_id["activity:a0"]
    assert (like.part, like.topic, like.text) == ("likes", "Activities", "Would you like to do a0?")
    assert (like.help, like.answer, like.subject) == ("An activity.", "one", "a0")
    labels = ["1 strongly dislike", "2 dislike", "3 neutral", "4 like", "5 strongly like"]
    assert like.options == tuple(Option(value=step, label=label) for step, label in enumerate(labels, 1))


def test_a_choice_says_what_it_means_where_the_catalogue_does() -> None:
    field = CATALOG.question_by_id["field"]
    explained = msgspec.structs.replace(field.choices[0], help="What it means.")
    catalog = msgspec.structs.replace(
        CATALOG, questions=(msgspec.structs.replace(field, choices=(explained, field.choices[1])),)
    )
    asked = Questionnaire(catalog).by_id["background:field"]
    assert [option.help for option in asked.options] == ["What it means.", ""]


def test_skills_are_asked_by_topic() -> None:
    asked = [question for question in Questionnaire(shipped()).questions if question.part == "skills"]
    topics = list(dict.fromkeys(question.topic for question in asked))
    assert topics == [topic.label for topic in shipped().skill_topics]
    assert [question.topic for question in asked] == sorted((question.topic for question in asked), key=topics.index)


def test_an_unknown_answer_is_an_answer_and_is_not_asked_again() -> None:
    questionnaire = Questionnaire(CATALOG)
    session = questionnaire.answer(Session(), "skill:s1", None)
    assert "skill:s1" not in ids(questionnaire.remaining(session))
    assert session.answers() == Answers(skills={"s1": None})


@pytest.mark.parametrize(
    ("education", "asked"), [("school", False), ("bachelor", True), (None, True)], ids=["unmet", "met", "unknown"]
)
def test_a_condition_decides_whether_a_question_is_asked(education: str | None, asked: bool) -> None:  # noqa: FBT001 (a case)
    questionnaire = Questionnaire(CATALOG)
    session = questionnaire.answer(Session(), "background:education", education)
    assert ("background:education_field" in ids(questionnaire.remaining(session))) is asked


def test_a_condition_on_a_question_that_does_not_concern_a_person_is_not_met() -> None:
    catalog = with_conditions(leading=("education_field", ("business",)))
    questionnaire = Questionnaire(catalog)
    session = questionnaire.answer(Session(), "background:education", "school")
    assert not {"background:education_field", "background:leading"} & set(ids(questionnaire.remaining(session)))


def test_one_of_several_choices_meets_a_condition() -> None:
    catalog = with_conditions(leading=("credentials", ("scrum",)))
    questionnaire = Questionnaire(catalog)
    for held, asked in (("analytics", "scrum"), True), (("analytics",), False), ((), False):
        session = questionnaire.answer(Session(), "background:credentials", held)
        assert ("background:leading" in ids(questionnaire.remaining(session))) is asked


def test_another_answer_drops_what_it_makes_void() -> None:
    questionnaire = Questionnaire(CATALOG)
    session = Session({"background:education": "master", "background:education_field": "design", "skill:s0": 1})
    changed = questionnaire.answer(session, "background:education", "school")
    assert changed.given == {"background:education": "school", "skill:s0": 1}


@pytest.mark.parametrize(
    ("question", "value", "error"),
    [
        ("skill:s0", 5, ValueError),
        ("skill:s0", 2.0, ValueError),
        ("skill:s0", True, ValueError),
        ("activity:a0", 0, ValueError),
        ("background:field", "sailing", ValueError),
        ("background:experience", 21, ValueError),
        ("background:experience", False, ValueError),
        ("background:credentials", ["scrum"], ValueError),
        ("background:credentials", ("scrum", "scrum"), ValueError),
        ("background:credentials", ([],), ValueError),
        ("skill:sailing", 1, KeyError),
    ],
)
def test_what_does_not_answer_is_refused(question: str, value: AnswerValue, error: type[Exception]) -> None:
    with pytest.raises(error):
        Questionnaire(CATALOG).answer(Session(), question, value)


def test_options_are_compared_by_type() -> None:
    question = AskedQuestion(
        id="skill:x",
        part="skills",
        topic="",
        text="",
        help="",
        answer="one",
        options=(Option(value=1, label="1"), Option(value="two", label="2")),
    )
    assert [is_valid_answer(question, value) for value in (1, "two", None, 1.0, True, "1", 2)] == [
        True, True, True, False, False, False, False,
    ]  # fmt: skip


@given(catalogs_with_answers())
def test_replaying_a_session_gives_it_back(case: tuple[Catalog, Answers]) -> None:
    catalog, answers = case
    given_answers = dict(answers.items())
    session, dropped = Questionnaire(catalog).replay(given_answers.items())
    assert (session.given, dropped) == (given_answers, ())
    assert list(session.given) == list(given_answers)
    assert session.answers() == answers


def test_replay_names_what_cannot_be_kept() -> None:
    stored: dict[str, AnswerValue] = {
        "skill:sailing": 3,
        "background:education_field": "design",
        "background:field": "sailing",
        "skill:s0": 4,
        "background:education": "school",
    }
    session, dropped = Questionnaire(CATALOG).replay(stored.items())
    assert session.given == {"skill:s0": 4, "background:education": "school"}
    assert dropped == ("skill:sailing", "background:education_field", "background:field")


def test_gathering_refuses_what_no_such_question_takes() -> None:
    with pytest.raises(TypeError, match="skill:s0"):
        gather_answers([("skill:s0", "much")])
