"""What a person sees before the result: every answer, each of which can be changed, and how to go on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from careerpath.quiz.questions import PARTS, AskedQuestion, Option

if TYPE_CHECKING:
    from careerpath.model.answers import AnswerValue
    from careerpath.quiz.session import Questionnaire, Session

DONE: Final = "(done)"
GO_ON: Final = "(go on)"
PROVE: Final = "(prove)"

HELP: Final = "Choose an answer to change it. Nothing is lost: every answer is kept as you give it."


def review_question(questionnaire: Questionnaire, session: Session, *, more: Option | None) -> AskedQuestion:
    """The summary as a question: show the result, go on if `more` is given, or change one of the answers."""
    answers = tuple(
        Option(value=name, label=f"{short_text(questionnaire.by_id[name])}: {answer_words(questionnaire, name, value)}")
        for name, value in session.given.items()
    )
    done = Option(value=DONE, label="Show the result")
    return AskedQuestion(
        id="review:review",
        part="review",
        topic=PARTS["review"],
        text="Show the result, or change an answer?"
        if more is None
        else "Show the result, go on, or change an answer?",
        help=HELP,
        answer="one",
        options=(done, *([more] if more else []), *answers),
    )


def short_text(question: AskedQuestion) -> str:
    """A question in few words."""
    text = question.text.removesuffix("?")
    return text.rpartition(": ")[0] or text if question.part == "skills" else text


def answer_words(questionnaire: Questionnaire, name: str, value: AnswerValue) -> str:
    """An answer in words."""
    if value is None:
        return "don't know yet"
    chosen = value if isinstance(value, tuple) else (value,)
    labels = [option.label for option in questionnaire.by_id[name].options if option.value in chosen]
    return ", ".join(labels) or ("none of these" if value == () else str(value))
