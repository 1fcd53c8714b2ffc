"""What is told about a quiz after it: how it went, and what each question decided between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.quiz.policy import count_of
from careerpath.quiz.review import short_text
from careerpath.render.data.result import QuizData, QuizQuestionData

if TYPE_CHECKING:
    from careerpath.cli.answering import Asked


def quiz_data(asked: Asked) -> QuizData:
    """How the quiz went, for scripts."""
    session, advice, _ = asked.ending
    count = count_of(session)
    return QuizData(
        mode=asked.policy.aim.mode,
        stopped_because=advice.stop or "finished",
        sure=None if advice.leader is None else int(advice.sure * 1000 + 1e-6) / 10,
        asked=len(session.given),
        skill_questions=count.skills,
        like_questions=count.likes,
        questions=tuple(
            QuizQuestionData(question=question, decided_between=roles)
            for question, roles in asked.policy.reasons(session)
        ),
    )


def why_lines(asked: Asked) -> list[str]:
    """What each question decided between, a line each."""
    questionnaire = asked.policy.questionnaire
    titles = questionnaire.catalog.role_by_id
    lines = ["", "What each question decided between"]
    for name, roles in asked.policy.reasons(asked.ending.session):
        between = " or ".join(titles[role].title for role in roles) if roles else "background; it shapes what follows"
        lines.append(f"{short_text(questionnaire.by_id[name])}: {between}")
    return lines
