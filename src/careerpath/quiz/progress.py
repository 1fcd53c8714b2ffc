"""What is said on the way: where the questionnaire stands, how sure it is, and why it ended. Every word of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.quiz.questions import PARTS, AskedQuestion

if TYPE_CHECKING:
    from careerpath.quiz.guide import Advice
    from careerpath.quiz.session import Questionnaire, Session

MANY = 10
"""From here on the number of questions to come is given in fives."""


def introduction(question: AskedQuestion) -> str:
    """What is said before the first question of a part."""
    return {
        "background": f"{PARTS['background']}: where you come from.",
        "skills": f"{PARTS['skills']}: choose the sentence that fits. "
        '"Don\'t know yet" is a good answer too: it counts as unknown, not as zero.',
        "likes": f"{PARTS['likes']}: never mind whether you can do it.",
        "review": "",
    }[question.part]


def position(questionnaire: Questionnaire, session: Session, question: AskedQuestion, advice: Advice | None) -> str:
    """Where this question stands; with advice also how many are to come, and what is known so far."""
    topic = "" if question.topic == PARTS[question.part] else f", {question.topic.lower()}"
    if advice is None or not advice.adaptive or question.part == "background":
        applying = [q for q in questionnaire.questions if q.part == question.part and questionnaire.applies(q, session)]
        place = f"{applying.index(question) + 1} of {len(applying)}"
    else:
        same = [name for name in session.given if questionnaire.by_id[name].part == question.part]
        place = ordinal(same.index(question.id) + 1 if question.id in same else len(same) + 1)
        if question.id not in same and advice.left:
            place += f"; {more_text(advice.left)}"
    start = f"{PARTS[question.part]}{topic}: {place}"
    if advice is None or advice.leader is None:
        return start
    return f"{start}; {sure_text(advice.sure)}: {questionnaire.catalog.role_by_id[advice.leader].title}"


def sure_text(sure: float) -> str:
    """A chance in words; never more than what is true, and certain only where it is proven."""
    return "certain" if sure >= 1 else f"{min(int(100 * sure + 1e-9), 99)} % sure"


def more_text(left: int) -> str:
    """About how many questions are to come, this one included."""
    return f"about {left if left < MANY else 5 * round(left / 5)} more"


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number % 100 not in {11, 12, 13} else "th"
    return f"{number}{ending}"


def ending(questionnaire: Questionnaire, advice: Advice) -> str:
    """Why no more is asked; empty if there is nothing to say about it."""
    if advice.leader is None or advice.stop is None:
        return ""
    title = questionnaire.catalog.role_by_id[advice.leader].title
    sure = sure_text(advice.sure)
    return {
        "certified": f"Certain: whatever the other answers would be, {title} comes first.",
        "sure": f"Enough is known: {sure} that the whole questionnaire would put {title} first.",
        "limit": f"That is as many questions as were to be asked. {title} leads; {sure} that it would stay first.",
        "finished": f"Finished early. {title} leads; {sure} that the whole questionnaire would put it first.",
        "everything-asked": "Everything has been asked.",
    }[advice.stop]
