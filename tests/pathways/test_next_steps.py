from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from careerpath.model.answers import Answers
from careerpath.model.learning import Build, Hours, Learning
from careerpath.model.role import Requirements, SkillRequirement
from careerpath.pathways.next_steps import ADVICE_STEPS, LEARNING_STEPS, Adviser
from careerpath.scoring.assess import assess
from careerpath.scoring.table import build_table
from support.catalogs import answers_of, catalogs_with_answers, shipped

if TYPE_CHECKING:
    from careerpath.model.catalog import Catalog
    from careerpath.pathways.next_steps import NextStep


def steps_for(catalog: Catalog, answers: Answers, role: str) -> tuple[NextStep, ...]:
    table = build_table(catalog)
    assessment = assess(catalog, answers, table=table)
    return Adviser(catalog, table, assessment).next_steps(assessment.by_role[role])


def check_steps(catalog: Catalog, answers: Answers, role: str) -> None:
    assessed = assess(catalog, answers).by_role[role]
    steps = steps_for(catalog, answers, role)
    named = [step.learning for step in steps if step.learning is not None]
    assert len(named) == len(set(named)), "something is proposed twice"
    held = answers.background.get("credentials") or ()
    for name in named:
        learning = catalog.learning_by_id[name]
        assert not learning.stages or assessed.band in learning.stages
        assert not learning.tracks or catalog.role_by_id[role].track in learning.tracks
        assert isinstance(held, tuple)
        assert learning.grants not in held
    with_builds = [step for step in steps if step.builds]
    assert len(with_builds) <= LEARNING_STEPS
    assert len([step for step in steps if not step.builds and step.learning]) <= ADVICE_STEPS
    check_gains(catalog, answers, role, with_builds)
    for step in steps:
        if step.role is not None:
            assert assess(catalog, answers).by_role[step.role].readiness > assessed.readiness


def check_gains(catalog: Catalog, answers: Answers, role: str, steps: list[NextStep]) -> None:
    """Doing one step after the other raises the readiness by exactly what each says."""
    skills, before = dict(answers.skills), assess(catalog, answers).by_role[role].readiness
    for step in steps:
        for build in step.builds:
            assert (skills.get(build.skill) or 0) == build.start < build.to
            assert build.gain > 0
            skills[build.skill] = build.to
        after = assess(catalog, msgspec.structs.replace(answers, skills=skills)).by_role[role].readiness
        assert after - before == sum(build.gain for build in step.builds)
        before = after


@given(catalogs_with_answers(), st.integers(0))
def test_steps_fit_the_person_and_gains_are_real(case: tuple[Catalog, Answers], place: int) -> None:
    catalog, answers = case
    check_steps(catalog, answers, catalog.roles[place % len(catalog.roles)].id)


@settings(max_examples=10)
@given(answers_of(shipped()), st.sampled_from([role.id for role in shipped().roles]))
def test_shipped_steps_fit_the_person_and_gains_are_real(answers: Answers, role: str) -> None:
    check_steps(shipped(), answers, role)


def learn(identifier: str, *builds: Build, hours: int, requires: tuple[str, ...] = ()) -> Learning:
    return Learning(
        id=identifier,
        kind="course",
        title=identifier,
        description=identifier,
        cost="free",
        builds=builds,
        hours=Hours(low=hours, high=hours, basis="editorial"),
        requires=requires,
    )


def seo_catalog(*learning: Learning) -> Catalog:
    """The shipped catalogue with one role that asks for one skill at level 4, and this learning."""
    catalog = shipped()
    role = catalog.roles[0]
    requirement = SkillRequirement(skill="seo", level=4, importance="essential", why="Test.")
    requirements = msgspec.structs.replace(
        role.requirements,
        skills=(requirement,),
        education=None,
        education_field=None,
        experience=None,
        background=None,
        credentials=(),
    )
    asking = msgspec.structs.replace(role, requirements=requirements, entry_roles=(), leads_to=())
    return msgspec.structs.replace(catalog, roles=(asking,), learning=learning)


def found(catalog: Catalog, answers: Answers) -> list[str | None]:
    return [step.learning for step in steps_for(catalog, answers, catalog.roles[0].id) if step.builds]


def test_the_most_readiness_per_hour_comes_first() -> None:
    slow, fast = (learn(name, Build(skill="seo", to=2), hours=hours) for name, hours in (("a", 9), ("b", 3)))
    assert found(seo_catalog(slow, fast), Answers(skills={"seo": 0})) == ["b"]


def test_equal_steps_are_ordered_by_name() -> None:
    same = [learn(name, Build(skill="seo", to=2), hours=3) for name in ("b", "a")]
    assert found(seo_catalog(*same), Answers(skills={"seo": 0})) == ["a"]


def test_what_has_to_be_done_before_comes_before() -> None:
    second = learn("second", Build(skill="seo", start=1, to=4), hours=1, requires=("first",))
    catalog = seo_catalog(second, learn("first", Build(skill="seo", to=1), hours=9))
    assert found(catalog, Answers(skills={"seo": 0})) == ["first", "second"]
    assert found(catalog, Answers(skills={"seo": 1})) == []


def test_a_skill_built_twice_by_one_course_gains_once() -> None:
    twice = learn("twice", Build(skill="seo", to=1), Build(skill="seo", to=3), hours=2)
    (step,) = steps_for(seo_catalog(twice), Answers(skills={"seo": 0}), "marketing-manager")[:1]
    assert [(build.start, build.to, build.gain) for build in step.builds] == [(0, 3, 7500)]


def test_an_unknown_level_gains_from_what_unknown_counts_as() -> None:
    catalog = seo_catalog(learn("course", Build(skill="seo", to=4), hours=2))
    (step,) = steps_for(catalog, Answers(), "marketing-manager")[:1]
    assessed = assess(catalog, Answers()).roles[0]
    assert sum(build.gain for build in step.builds) == 10_000 - assessed.readiness < 10_000


def test_what_is_not_known_to_be_missing_is_built_on_last() -> None:
    catalog = shipped()
    role = catalog.roles[0]
    skills = tuple(
        SkillRequirement(skill=skill, level=4, importance="essential", why="Test.") for skill in ("seo", "leadership")
    )
    asking = msgspec.structs.replace(role, requirements=Requirements(skills=skills), entry_roles=(), leads_to=())
    courses = [
        learn("known", Build(skill="leadership", to=4), hours=9),
        learn("open", Build(skill="seo", to=4), hours=1),
    ]
    catalog = msgspec.structs.replace(catalog, roles=(asking,), learning=tuple(courses))
    assert found(catalog, Answers(skills={"leadership": 0})) == ["known", "open"]
    assert found(catalog, Answers(skills={"leadership": 0, "seo": 0})) == ["open", "known"]
    both = learn("both", Build(skill="seo", to=4), Build(skill="leadership", to=4), hours=2)
    catalog = msgspec.structs.replace(catalog, learning=(courses[0], both))
    assert found(catalog, Answers(skills={"leadership": 0})) == ["known", "both"]
    assert found(catalog, Answers(skills={"leadership": 0, "seo": 0})) == ["both"]


def test_a_first_touch_of_a_skill_comes_after_what_is_worth_while() -> None:
    # An hour that brings half a point is no advice, though it brings more for its time than a course of 120 hours.
    catalog = shipped()
    role = catalog.roles[0]
    skills = (
        SkillRequirement(skill="seo", level=4, importance="useful", why="Test."),
        *(
            SkillRequirement(skill=skill.id, level=1, importance="essential", why="Test.")
            for skill in catalog.skills[:30]
            if skill.id != "seo"
        ),
    )
    asking = msgspec.structs.replace(role, requirements=Requirements(skills=skills), entry_roles=(), leads_to=())
    touch = learn("touch", Build(skill="seo", to=1), hours=1)
    other = next(skill.skill for skill in skills if skill.skill != "seo")
    whole = learn("whole", Build(skill=other, to=1), hours=120)
    catalog = msgspec.structs.replace(catalog, roles=(asking,), learning=(touch, whole))
    steps = steps_for(catalog, Answers(skills={"seo": 0, other: 0}), asking.id)
    assert [(step.learning, step.builds[0].gain < 100) for step in steps] == [("whole", False), ("touch", True)]


def advised(answers: Answers, role: str) -> list[str]:
    """The kinds of the advice that comes after the learning, for a role of the shipped catalogue."""
    steps = steps_for(shipped(), answers, role)
    return [step.kind for step in steps if step.learning is not None and not step.builds]


def test_advice_fits_the_band() -> None:
    catalog = shipped()
    role = catalog.role_by_id["marketing-specialist"]
    met = {requirement.skill: requirement.level for requirement in role.requirements.skills}
    background: dict[str, str | int | tuple[str, ...] | None] = {
        "field": "marketing", "education": "master", "education_field": "marketing", "experience": 9, "leading": 9,
    }  # fmt: skip
    nothing = Answers(skills={skill.id: 0 for skill in catalog.skills}, background=background)
    later = advised(nothing, role.id)
    ready = advised(msgspec.structs.replace(nothing, skills=nothing.skills | met), role.id)
    assert later[:2] == ["internship", "volunteering"]
    assert "certificate" in later
    assert ready[:2] == ["reading postings", "portfolio"]
    assert len(set(later)) == len(later)


def test_a_step_says_what_its_learning_says() -> None:
    catalog = shipped()
    told = set()
    for role in catalog.roles:
        for step in steps_for(catalog, Answers(skills=dict.fromkeys(catalog.skill_by_id, 1)), role.id):
            if step.learning is None:
                continue
            learning = catalog.learning_by_id[step.learning]
            for name in ("kind", "title", "description", "provider", "url", "claims", "caution", "why"):
                assert getattr(step, name) == getattr(learning, name)
                told |= {name} if getattr(step, name) else set()
            if not step.builds or learning.hours is not None:
                assert step.hours == learning.hours
            else:
                (build,) = step.builds
                assert step.hours in [one.hours for one in learning.builds if one.skill == build.skill]
            assert step.role is None
            assert [build.label for build in step.builds] == [catalog.skill_by_id[b.skill].label for b in step.builds]
    assert told == {"kind", "title", "description", "provider", "url", "claims", "caution", "why"}


def able(role: str, experience: int) -> Answers:
    """Somebody with all skills of a role, but for these years of experience."""
    skills: dict[str, int | None] = dict.fromkeys(shipped().skill_by_id, 0)
    skills |= {asked.skill: asked.level for asked in shipped().role_by_id[role].requirements.skills}
    background: dict[str, str | int | tuple[str, ...] | None] = {
        "field": "marketing", "education": "master", "education_field": "business",
        "leading": 0, "experience": experience,
    }  # fmt: skip
    return Answers(skills=skills, background=background)


def check_entries(answers: Answers) -> set[tuple[bool, bool, bool]]:
    """For each role: whether it is out of reach, its years are missing, and a nearer one leads to it."""
    catalog, table, seen = shipped(), build_table(shipped()), set()
    assessment = assess(catalog, answers, table=table)
    adviser, by_role = Adviser(catalog, table, assessment), assessment.by_role
    for role, assessed in by_role.items():
        leading = {source: link for source, links in catalog.ladder.items() for link in links if link.role == role}
        nearer = [name for name in sorted(leading) if by_role[name].readiness > assessed.readiness]
        is_far, is_young = assessed.band == "later", "experience" in assessed.unmet_essentials
        expected = sorted(nearer, key=lambda name: -by_role[name].readiness)[:1] if is_far or is_young else []
        steps = [step for step in adviser.next_steps(assessed) if step.role is not None]
        assert [step.role for step in steps] == expected
        for step in steps:
            entry = catalog.role_by_id[str(step.role)]
            assert (step.kind, step.title) == ("entry role", f"Work as {entry.title.lower()} first")
            assert (step.description, step.claims) == (entry.summary, leading[entry.id].claims)
            assert step.why == leading[entry.id].why
            assert (step.learning, step.provider, step.url, step.hours, step.builds) == (None, None, None, None, ())
        seen.add((is_far, is_young, bool(nearer)))
    return seen


def test_the_nearest_entry_is_proposed_while_a_role_is_out_of_reach_or_its_years_are_missing() -> None:
    seen = set()
    for role in ("marketing-specialist", "product-owner", "product-manager", "senior-product-manager"):
        for years in (0, 2, 9):
            seen |= check_entries(able(role, years))
    # A role that is near, with or without its years, while one that leads to it is nearer still.
    assert {(False, True, True), (False, False, True), (True, False, True), (True, True, True)} <= seen
