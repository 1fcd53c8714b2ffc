"""Catalogues and answers for tests: the shipped catalogue, and Hypothesis strategies for small random ones."""

from __future__ import annotations

import os
from functools import cache
from typing import TYPE_CHECKING, Any

import msgspec
from hypothesis import HealthCheck, settings
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

    from careerpath.quiz.questions import AskedQuestion

settings.register_profile(
    "fast", deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
settings.register_profile("ci", settings.get_profile("fast"), derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "fast")

FIELDS = ("marketing", "product", "other")
EDUCATIONS = ("school", "bootcamp", "bachelor", "master")
STUDIES = ("business", "design", "other")
CREDENTIALS = ("scrum", "analytics")
IMPORTANCES = ("essential", "important", "useful")
WEIGHTS = ("core", "regular", "some")
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


def _names(letter: str, least: int, most: int) -> st.SearchStrategy[tuple[str, ...]]:
    return st.integers(least, most).map(lambda count: tuple(f"{letter}{number}" for number in range(count)))


def _some(values: Sequence[str], *, least: int = 0, most: int | None = None) -> st.SearchStrategy[tuple[str, ...]]:
    """Several of the values, each at most once, in any order."""
    if not values:
        return st.just(())
    return st.lists(st.sampled_from(values), min_size=least, max_size=most, unique=True).map(tuple)


def _maybe(kind: type[Any], **parts: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | st.builds(kind, importance=st.sampled_from(IMPORTANCES), why=st.just(WHY), **parts)


def _requirements(skills: tuple[str, ...]) -> st.SearchStrategy[Requirements]:
    """Requirements of every kind; at least one skill, since a role has to ask for something."""
    levels = st.dictionaries(
        st.sampled_from(skills), st.tuples(st.integers(1, MAX_LEVEL), st.sampled_from(IMPORTANCES)), min_size=1
    )
    credentials = st.dictionaries(st.sampled_from(CREDENTIALS), st.sampled_from(IMPORTANCES))
    years = st.integers(1, MAX_YEARS)
    return st.builds(
        Requirements,
        skills=levels.map(
            lambda chosen: tuple(
                SkillRequirement(skill=skill, level=level, importance=importance, why=WHY)
                for skill, (level, importance) in chosen.items()
            )
        ),
        education=_maybe(EducationRequirement, level=st.sampled_from(EDUCATIONS[1:]), accepts=_some(EDUCATIONS[1:])),
        # Not all of the fields: what any answer meets is not asked for.
        education_field=_maybe(FieldRequirement, any_of=_some(STUDIES, least=1, most=len(STUDIES) - 1)),
        background=_maybe(FieldRequirement, any_of=_some(FIELDS, least=1, most=len(FIELDS) - 1)),
        experience=_maybe(YearsRequirement, years=years),
        leading=_maybe(YearsRequirement, years=years),
        credentials=credentials.map(
            lambda chosen: tuple(
                CredentialRequirement(credential=credential, importance=importance, why=WHY)
                for credential, importance in chosen.items()
            )
        ),
    )


def hours() -> st.SearchStrategy[Hours]:
    """A range of hours, small so that equal ones are frequent."""
    return st.tuples(st.integers(0, 6), st.integers(1, 6)).map(
        lambda drawn: Hours(low=drawn[0], high=sum(drawn), basis="editorial", why=WHY)
    )


@st.composite
def learnings(draw: st.DrawFn, skills: Sequence[str], identifier: str = "l0", tracks: Sequence[str] = ()) -> Learning:
    """A way to learn: one whole with hours, or builds that each have hours."""
    whole = draw(st.none() | hours())
    steps = draw(
        st.lists(
            st.tuples(st.sampled_from(skills), st.integers(0, MAX_LEVEL - 1), st.integers(1, MAX_LEVEL)), max_size=4
        )
    )
    return Learning(
        id=identifier,
        kind="course",
        title=identifier,
        description=identifier,
        cost="free",
        builds=tuple(
            Build(skill=skill, start=start, to=min(start + rise, MAX_LEVEL), hours=None if whole else draw(hours()))
            for skill, start, rise in steps
        ),
        hours=whole,
        grants=draw(st.none() | st.sampled_from(CREDENTIALS)),
        stages=draw(_some(("ready", "next", "later"))),  # type: ignore[arg-type]
        tracks=draw(_some(tracks)),
        claims=draw(_some(("c0",))),
        why=WHY,
    )


@st.composite
def _scorings(draw: st.DrawFn) -> Scoring:
    useful, important, essential = sorted(draw(st.tuples(*[st.integers(1, 6)] * 3)))
    some, regular, core = sorted(draw(st.tuples(*[st.integers(1, 6)] * 3)))
    cuts = draw(st.lists(st.integers(1, 99), min_size=MAX_LEVEL, max_size=MAX_LEVEL, unique=True))
    edges = [0, *sorted(cuts), 100]
    lower, upper = sorted(draw(st.lists(st.integers(1, 100), min_size=2, max_size=2, unique=True)))
    return Scoring(
        importance={"essential": essential, "important": important, "useful": useful},
        activity={"core": core, "regular": regular, "some": some},
        surplus=draw(st.integers(0, 100)),
        appeal=draw(st.integers(0, 100)),
        prior=tuple(upper - lower for lower, upper in zip(edges, edges[1:], strict=False)),
        bands=Bands(ready=upper, next=lower),
        why={},
    )


@st.composite
def _roles(draw: st.DrawFn, identifier: str, skills: tuple[str, ...], activities: tuple[str, ...]) -> Role:
    chosen = draw(st.dictionaries(st.sampled_from(activities), st.sampled_from(WEIGHTS)))
    return Role(
        id=identifier,
        title=f"Role {identifier}",
        track=draw(st.sampled_from(("t0", "t1"))),
        rung="entry",
        basis="documented",
        summary="A role.",
        claims=(),
        requirements=draw(_requirements(skills)),
        activities=tuple(
            RoleActivity(activity=activity, weight=weight, why=WHY)  # type: ignore[arg-type]
            for activity, weight in chosen.items()
        ),
    )


@st.composite
def catalogs(draw: st.DrawFn) -> Catalog:
    """A small catalogue: 2-6 roles, 3-8 skills, 2-5 activities, the background questions of the shipped one."""
    skills, activities = draw(_names("s", 3, 8)), draw(_names("a", 2, 5))
    role_ids = draw(_names("r", 2, 6))
    roles = [draw(_roles(identifier, skills, activities)) for identifier in role_ids]
    for place, role in enumerate(roles[1:], 1):
        lower = draw(_some(role_ids[:place], most=2))
        roles[place] = msgspec.structs.replace(role, entry_roles=tuple(Link(role=name, why=WHY) for name in lower))
    learning = [draw(learnings(skills, f"l{number}", ("t0", "t1"))) for number in range(draw(st.integers(0, 6)))]
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
            for name in skills
        ),
        activity_topics=(Topic(id="activities", label="Activities"),),
        activities=tuple(
            Activity(id=name, label=f"do {name}", topic="activities", description="An activity.") for name in activities
        ),
        roles=tuple(roles),
        learning=tuple(learning),
        questions=QUESTIONS,
        scoring=draw(_scorings()),
    )


def answer_values(question: AskedQuestion) -> st.SearchStrategy[AnswerValue]:
    """Every answer to a question but "don't know yet"."""
    if question.answer == "years":
        return st.integers(0, MAX_YEARS)
    values = [option.value for option in question.options]
    if question.answer == "several":
        return _some([str(value) for value in values])
    return st.sampled_from(values)


@st.composite
def answers_of(draw: st.DrawFn, catalog: Catalog) -> Answers:
    """Valid answers: in any order, some unknown, some missing, none void."""
    questionnaire = Questionnaire(catalog)
    known = draw(st.sampled_from((1, 2, 4, 8)))  # of so many answers one is missing and one unknown
    given: dict[str, AnswerValue] = {}
    for question in draw(st.permutations(questionnaire.questions)):
        kind = draw(st.integers(0, known + 1))
        if kind == 1:
            given[question.id] = None
        elif kind > 1:
            given[question.id] = draw(answer_values(question))
    return questionnaire.without_void(Session(given)).answers()


@st.composite
def catalogs_with_answers(draw: st.DrawFn) -> tuple[Catalog, Answers]:
    """A random catalogue and answers to its questions."""
    catalog = draw(catalogs())
    return catalog, draw(answers_of(catalog))


@st.composite
def completions(draw: st.DrawFn, catalog: Catalog, answers: Answers) -> Answers:
    """The answers with random ones in place of those that are missing; every given one stands."""
    questionnaire = Questionnaire(catalog)
    given = {question: value for question, value in answers.items() if value is not None}
    for question in questionnaire.questions:
        if question.id not in given:
            values = answer_values(question)
            if question.id == "background:education" and "background:education_field" in given:
                studied = catalog.question_by_id["education_field"].when
                values = st.sampled_from(studied.any_of if studied else EDUCATIONS)
            given[question.id] = draw(values)
    return questionnaire.without_void(Session(given)).answers()


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


LIKES = range(1, len(LIKING) + 1)
