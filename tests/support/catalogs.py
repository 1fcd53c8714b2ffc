"""Catalogues and answers for tests: the shipped catalogue, and Hypothesis strategies for small random ones."""

from __future__ import annotations

import os
import random
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from careerpath.catalog.read import read_catalog
from careerpath.catalog.source import read_shipped
from careerpath.model.answers import Answers, AnswerValue, gather_answers
from careerpath.model.catalog import Bands, Catalog, Rung, Scoring, Track
from careerpath.model.learning import Build, Hours, Learning
from careerpath.model.question import MAX_YEARS, Choice, Condition, Question
from careerpath.model.role import (
    CredentialRequirement,
    EducationRequirement,
    FieldRequirement,
    Link,
    Requirements,
    Role,
    RoleActivity,
    SkillRequirement,
    YearsRequirement,
)
from careerpath.model.skill import LIKING, MAX_LEVEL, Activity, Skill, Topic
from careerpath.quiz.session import Questionnaire, Session
from careerpath.scoring.items import NOT_APPLICABLE, QUESTION_OF, catalog_items

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from careerpath.model.learning import Stage
    from careerpath.model.role import Importance, Weight
    from careerpath.quiz.questions import AskedQuestion

settings.register_profile(
    "fast", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
settings.register_profile("ci", settings.get_profile("fast"), derandomize=True, print_blob=True)
# For mutants: what fails must fail at once, not be made smaller first.
settings.register_profile("few", settings.get_profile("ci"), max_examples=12, phases=[Phase.explicit, Phase.generate])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "fast"))

T = TypeVar("T")

FIELDS = ("marketing", "product", "other")
EDUCATIONS = ("school", "bootcamp", "bachelor", "master")
STUDIES = ("business", "design", "other")
CREDENTIALS = ("scrum", "analytics")
IMPORTANCES: tuple[Importance, ...] = ("essential", "important", "useful")
WEIGHTS: tuple[Weight, ...] = ("core", "regular", "some")
STAGES: tuple[Stage, ...] = ("ready", "next", "later")
LIKES = range(1, len(LIKING) + 1)
SEEDS = st.integers(0, 2**32)
WHY = "Made up for a test."


@cache
def shipped() -> Catalog:
    """The shipped catalogue."""
    return read_catalog(read_shipped())


def choices(*values: str) -> tuple[Choice, ...]:
    """Choices with their values as labels."""
    return tuple(Choice(value=value, label=value) for value in values)


QUESTIONS = (
    Question(id="current_role", kind="role", text="Now?", help="Why?"),
    Question(id="field", kind="choice", text="Field?", help="Why?", choices=choices(*FIELDS)),
    Question(id="education", kind="choice", text="Education?", help="Why?", choices=choices(*EDUCATIONS)),
    Question(
        id="education_field",
        kind="choice",
        text="In what?",
        help="Why?",
        choices=choices(*STUDIES),
        when=Condition(question="education", any_of=EDUCATIONS[1:]),
    ),
    Question(id="experience", kind="years", text="Years?", help="Why?"),
    Question(id="leading", kind="years", text="Years of leading?", help="Why?"),
    Question(id="credentials", kind="choices", text="Certificates?", help="Why?", choices=choices(*CREDENTIALS)),
)


class _Draw:
    """Random parts of a catalogue. Hypothesis draws sizes and a seed: drawing each part would take 20 times as long."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 (no secret)

    def some(self, values: Sequence[T], *, least: int = 0, most: int | None = None) -> tuple[T, ...]:
        """Several of the values, each at most once, in any order."""
        most = len(values) if most is None else most
        return tuple(self.random.sample(values, self.random.randint(least, most)))

    def maybe(self) -> bool:
        return self.random.random() < 0.5

    def importance(self) -> Importance:
        return self.random.choice(IMPORTANCES)

    def requirements(self, skills: tuple[str, ...]) -> Requirements:
        """Requirements of every kind; at least one skill, since a role has to ask for something."""
        draw = self.random
        return Requirements(
            skills=tuple(
                SkillRequirement(skill=skill, level=draw.randint(1, MAX_LEVEL), importance=self.importance(), why=WHY)
                for skill in self.some(skills, least=1)
            ),
            education=EducationRequirement(
                level=draw.choice(EDUCATIONS[1:]),
                accepts=self.some(EDUCATIONS[1:]),
                importance=self.importance(),
                why=WHY,
            )
            if self.maybe()
            else None,
            education_field=self._field(STUDIES),
            background=self._field(FIELDS),
            experience=self._years(),
            leading=self._years(),
            credentials=tuple(
                CredentialRequirement(credential=credential, importance=self.importance(), why=WHY)
                for credential in self.some(CREDENTIALS)
            ),
        )

    def _field(self, fields: tuple[str, ...]) -> FieldRequirement | None:
        """One of some fields; never of all, since what any answer meets is not asked for."""
        any_of = self.some(fields, least=1, most=len(fields) - 1)
        return FieldRequirement(any_of=any_of, importance=self.importance(), why=WHY) if self.maybe() else None

    def _years(self) -> YearsRequirement | None:
        years = self.random.randint(1, MAX_YEARS)
        return YearsRequirement(years=years, importance=self.importance(), why=WHY) if self.maybe() else None

    def hours(self) -> Hours:
        """A range of hours, small so that equal ones are frequent."""
        low = self.random.randint(0, 6)
        return Hours(low=low, high=low + self.random.randint(1, 6), basis="editorial", why=WHY)

    def build(self, skills: Sequence[str], *, alone: bool) -> Build:
        start = self.random.randint(0, MAX_LEVEL - 1)
        return Build(
            skill=self.random.choice(skills),
            start=start,
            to=self.random.randint(start + 1, MAX_LEVEL),
            hours=self.hours() if alone else None,
        )

    def learning(self, identifier: str, skills: Sequence[str]) -> Learning:
        """A way to learn: one whole with hours, or builds that each have hours."""
        whole = self.hours() if self.maybe() else None
        return Learning(
            id=identifier,
            kind="course",
            title=identifier,
            description=identifier,
            cost="free",
            builds=tuple(self.build(skills, alone=whole is None) for _ in range(self.random.randint(0, 4))),
            hours=whole,
            grants=self.random.choice((None, None, *CREDENTIALS)),
            stages=self.some(STAGES, most=2),
            tracks=self.some(("t0", "t1"), most=1),
            claims=self.some(("c0",)),
            why=WHY,
        )

    def scoring(self) -> Scoring:
        draw = self.random
        useful, important, essential = sorted(draw.choices(range(1, 7), k=3))
        some, regular, core = sorted(draw.choices(range(1, 7), k=3))
        edges = [0, *sorted(draw.sample(range(1, 100), MAX_LEVEL)), 100]
        following, ready = sorted(draw.sample(range(1, 101), 2))
        return Scoring(
            importance={"essential": essential, "important": important, "useful": useful},
            activity={"core": core, "regular": regular, "some": some},
            surplus=draw.randint(0, 100),
            appeal=draw.randint(0, 100),
            prior=tuple(upper - lower for lower, upper in pairwise(edges)),
            bands=Bands(ready=ready, next=following),
            why={},
        )

    def role(self, place: int, skills: tuple[str, ...], activities: tuple[str, ...]) -> Role:
        """A role that some of those before it lead to."""
        return Role(
            id=f"r{place}",
            title=f"Role r{place}",
            track=self.random.choice(("t0", "t1")),
            rung="entry",
            basis="documented",
            summary="A role.",
            claims=(),
            requirements=self.requirements(skills),
            activities=tuple(
                RoleActivity(activity=activity, weight=self.random.choice(WEIGHTS), why=WHY)
                for activity in self.some(activities)
            ),
            entry_roles=tuple(Link(role=f"r{lower}", why=WHY) for lower in self.some(range(place), most=min(place, 2))),
        )


def make_catalog(*, roles: int, skills: int, activities: int, learning: int, seed: int) -> Catalog:
    """A random catalogue of so many of each, with the background questions of the shipped one."""
    draw = _Draw(seed)
    skill_ids = tuple(f"s{number}" for number in range(skills))
    activity_ids = tuple(f"a{number}" for number in range(activities))
    return Catalog(
        name="random",
        version="1",
        digest="0" * 64,
        tracks=(Track(id="t0", label="T0", field="marketing"), Track(id="t1", label="T1")),
        rungs=(Rung(id="entry", label="entry"),),
        documents=(),
        claims=(),
        conflicts=(),
        skill_topics=(Topic(id="skills", label="Skills"),),
        skills=tuple(
            Skill(id=name, label=name.upper(), topic="skills", description="A skill.", levels=("one", "two", "3", "4"))
            for name in skill_ids
        ),
        activity_topics=(Topic(id="activities", label="Activities"),),
        activities=tuple(
            Activity(id=name, label=f"do {name}", topic="activities", description="An activity.")
            for name in activity_ids
        ),
        roles=tuple(draw.role(place, skill_ids, activity_ids) for place in range(roles)),
        learning=tuple(draw.learning(f"l{number}", skill_ids) for number in range(learning)),
        questions=QUESTIONS,
        scoring=draw.scoring(),
    )


def catalogs() -> st.SearchStrategy[Catalog]:
    """A small catalogue: 2-6 roles, 3-8 skills, 2-5 activities, up to 6 ways to learn."""
    return st.builds(
        make_catalog,
        roles=st.integers(2, 6),
        skills=st.integers(3, 8),
        activities=st.integers(2, 5),
        learning=st.integers(0, 6),
        seed=SEEDS,
    )


def learnings(skills: Sequence[str]) -> st.SearchStrategy[tuple[Learning, ...]]:
    """Up to 6 ways to learn some of the skills."""

    def make(count: int, seed: int) -> tuple[Learning, ...]:
        draw = _Draw(seed)
        return tuple(draw.learning(f"l{number}", skills) for number in range(count))

    return st.builds(make, st.integers(0, 6), SEEDS)


def any_answer(question: AskedQuestion, draw: random.Random) -> AnswerValue:
    """One of the answers to a question, but never "don't know yet"."""
    if question.answer == "years":
        return draw.randint(0, MAX_YEARS)
    values = [option.value for option in question.options]
    if question.answer == "several":
        return tuple(str(value) for value in draw.sample(values, draw.randint(0, len(values))))
    return draw.choice(values)


def make_answers(catalog: Catalog, *, missing: int, unknown: int, seed: int) -> Answers:
    """Valid answers in any order, none void: about so many per cent missing and unknown."""
    draw, questionnaire = random.Random(seed), Questionnaire(catalog)  # noqa: S311 (no secret)
    given: dict[str, AnswerValue] = {}
    for question in draw.sample(questionnaire.questions, len(questionnaire.questions)):
        if draw.randrange(100) >= missing:
            given[question.id] = None if draw.randrange(100) < unknown else any_answer(question, draw)
    return questionnaire.without_void(Session(given)).answers()


def answers_of(catalog: Catalog) -> st.SearchStrategy[Answers]:
    """Valid answers to a catalogue's questions: none to all of them, some unknown."""

    def make(missing: int, unknown: int, seed: int) -> Answers:  # keeps the catalogue out of Hypothesis's reports
        return make_answers(catalog, missing=missing, unknown=unknown, seed=seed)

    return st.builds(
        make,
        missing=st.sampled_from((0, 10, 40, 80, 100)),
        unknown=st.sampled_from((0, 10, 40)),
        seed=SEEDS,
    )


def catalogs_with_answers() -> st.SearchStrategy[tuple[Catalog, Answers]]:
    """A random catalogue and answers to its questions."""
    return catalogs().flatmap(lambda catalog: answers_of(catalog).map(lambda answers: (catalog, answers)))


def completions(catalog: Catalog, answers: Answers) -> st.SearchStrategy[Answers]:
    """The answers with random ones in place of those that are missing; every given one stands."""

    def complete(seed: int) -> Answers:
        draw, questionnaire = random.Random(seed), Questionnaire(catalog)  # noqa: S311 (no secret)
        given: dict[str, AnswerValue] = {question: value for question, value in answers.items() if value is not None}
        for question in questionnaire.questions:
            if question.id == "background:education" and "background:education_field" in given:
                # Who has told a field of study has studied.
                given.setdefault(question.id, draw.choice(EDUCATIONS[1:]))
            elif question.id not in given:
                given[question.id] = any_answer(question, draw)
        return questionnaire.without_void(Session(given)).answers()

    return SEEDS.map(complete)


def decoded_answers(catalog: Catalog, codes: Mapping[str, int], likes: Mapping[str, int]) -> Answers:
    """Answers whose codes are these; the opposite of `coded_answers`."""
    items = {item.name: item for item in catalog_items(catalog)}
    given: dict[str, AnswerValue] = {f"activity:{activity}": like for activity, like in likes.items()}
    held = [name for name in codes if name.startswith("credential:")]
    if held:
        given["background:credentials"] = tuple(name.partition(":")[2] for name in held if codes[name])
    for name, code in codes.items():
        answer = items[name].answers[code]
        if name.startswith("skill:"):
            given[name] = code
        elif name not in held and answer != NOT_APPLICABLE:
            question = QUESTION_OF.get(name, name)
            given[f"background:{question}"] = code if name in {"experience", "leading"} else answer
    return gather_answers(given.items())
