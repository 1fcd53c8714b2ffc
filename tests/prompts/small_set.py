"""A handful of questions, one of each kind, and a long one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.model.skill import LEVELS, LIKING
from careerpath.quiz.prompter import Prompt
from careerpath.quiz.questions import AskedQuestion, Option
from careerpath.quiz.session import Questionnaire

if TYPE_CHECKING:
    from careerpath.quiz.session import AnswerValue, Session

ROLES = (
    *(
        "Marketing manager",
        "Brand manager",
        "Content strategist",
        "SEO specialist",
        "Email marketer",
        "Product manager",
    ),
    *("Product owner", "Product analyst", "Business analyst", "Project manager", "Growth manager", "Market researcher"),
    *("Public relations manager", "Advertising manager", "Promotions manager", "Social media manager", "UX designer"),
    *("UX researcher", "Data analyst", "Sales manager", "Account manager", "Event manager", "Copywriter", "Editor"),
    *("Product director", "Marketing director", "Chief marketing officer", "Chief product officer", "Founder"),
)

ROLE = AskedQuestion(
    id="background:role",
    part="background",
    topic="Background",
    text="Which of these roles is closest to what you do now?",
    help="Used as the start of routes to other roles.",
    answer="one",
    options=tuple(Option(value=role.lower().replace(" ", "-"), label=role) for role in ROLES),
)
EDUCATION = AskedQuestion(
    id="background:education",
    part="background",
    topic="Background",
    text="What is the highest education you have completed?",
    help="Counts where a role asks for a degree.",
    answer="one",
    options=(
        Option(value="school", label="School"),
        Option(value="bootcamp", label="Boot camp", help="A short, intensive course with practical projects"),
        Option(value="bachelor", label="Bachelor's degree"),
    ),
)
YEARS = AskedQuestion(
    id="background:experience",
    part="background",
    topic="Background",
    text="How many years have you worked in marketing, product work or a field close to them?",
    help="Counts where a role asks for years of experience.",
    answer="years",
)
CERTIFICATES = AskedQuestion(
    id="background:credentials",
    part="background",
    topic="Background",
    text="Which of these certificates or trainings do you hold?",
    help="What you hold is not recommended to you again.",
    answer="several",
    options=(
        Option(value="scrum", label="Scrum training or certificate", help="From any provider"),
        Option(value="meta", label="Meta Social Media Marketing Professional Certificate"),
        Option(value="google", label="Google Digital Marketing & E-commerce Professional Certificate"),
    ),
)
_SEO_LEVELS = (
    "",
    "Explains what makes a page easy to find, and puts given keywords into a text",
    "Finds keywords, improves pages with them and reads from the figures whether it helped",
    "Plans the search work of a whole site and finds out why a page loses places",
    "Decides how a company is found, and settles what content and technology must do for it",
)
SEO = AskedQuestion(
    id="skill:seo",
    part="skills",
    topic="Marketing",
    text="SEO: how far are you?",
    help="Getting pages found in search engines.",
    answer="one",
    options=tuple(
        Option(value=level, label=f"{level} {name}", help=_SEO_LEVELS[level]) for level, name in enumerate(LEVELS)
    ),
)
CAMPAIGNS = AskedQuestion(
    id="activity:campaigns",
    part="likes",
    topic="Marketing work",
    text="Would you like to plan and run marketing campaigns?",
    help="You think up a campaign and get it running on its channels.",
    answer="one",
    options=tuple(Option(value=step, label=f"{step} {name}") for step, name in enumerate(LIKING, 1)),
)
QUESTIONS = {
    "role": ROLE,
    "education": EDUCATION,
    "years": YEARS,
    "several": CERTIFICATES,
    "seo": SEO,
    "likes": CAMPAIGNS,
}


class SmallQuestionnaire(Questionnaire):
    """A questionnaire without a catalogue."""

    def __init__(self, *questions: AskedQuestion) -> None:
        self.questions = questions
        self.by_id = {question.id: question for question in questions}

    def applies(self, question: AskedQuestion, session: Session) -> bool:
        return True


class DictKeeper:
    """Keeps answers in a dictionary."""

    def __init__(self) -> None:
        self.kept: dict[str, AnswerValue] = {}

    def record(self, question: str, value: AnswerValue) -> None:
        self.kept[question] = value

    def forget(self, question: str) -> None:
        del self.kept[question]


def prompt_for(question: AskedQuestion, **fields: object) -> Prompt:
    return Prompt(question=question, position="Skills, marketing: 3 of 51", **fields)  # type: ignore[arg-type]
