"""The plan is the best there is: the same as trying everything, on every small catalogue."""

from __future__ import annotations

import random
from functools import cache
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from careerpath.model.answers import Answers
from careerpath.model.learning import Build, Hours, Learning
from careerpath.pathways.plan import Budget, make_plan
from careerpath.pathways.plan_greedy import greedy_gain
from careerpath.pathways.plan_scope import Choices, builds_of, find_scope, held_credentials, is_done, level_of
from careerpath.scoring.assess import assess
from careerpath.scoring.explain import Answered, find_gaps
from careerpath.scoring.items import coded_answers, skill_item
from careerpath.scoring.table import build_table
from support.catalogs import SEEDS, answers_of, catalogs, shipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from careerpath.model.catalog import Catalog
    from careerpath.pathways.plan import Plan
    from careerpath.scoring.table import RoleTerms


def with_requires(catalog: Catalog, seed: int) -> Catalog:
    """The catalogue with some learning paid for, and some that requires what stands before it."""
    draw = random.Random(seed)  # noqa: S311 (no secret)
    learning = tuple(
        msgspec.structs.replace(
            entry,
            cost=draw.choice(("free", "free", "paid", "not stated")),
            requires=tuple(other.id for other in catalog.learning[:place] if draw.random() < 0.2),
        )
        for place, entry in enumerate(catalog.learning)
    )
    return msgspec.structs.replace(catalog, learning=learning)


cases = st.builds(with_requires, catalogs(), SEEDS).flatmap(
    lambda catalog: answers_of(catalog).map(lambda answers: (catalog, answers))
)
budgets = st.builds(Budget, half_hours_a_week=st.integers(1, 12), weeks=st.integers(1, 6))


def plan_for(catalog: Catalog, answers: Answers, budget: Budget, role: str, choices: Choices | None = None) -> Plan:
    return make_plan(catalog, build_table(catalog), answers, role, budget, choices)


def brute_force(  # noqa: C901 (everything that can be done, in one place)
    catalog: Catalog, row: RoleTerms, answers: Answers, choices: Choices, most: int
) -> tuple[int, int]:
    """The largest gain and the fewest half hours for it: everything is tried in every order."""
    free = [
        learning
        for learning in catalog.learning
        if (not choices.free_only or learning.cost == "free")
        and learning.id not in choices.done
        and learning.grants not in held_credentials(answers)
    ]
    items = tuple(sorted({item for learning in free for item in builds_of(learning)} | set(row.terms)))
    finished = frozenset(entry.id for entry in catalog.learning if is_done(entry, answers, choices))

    def worth(levels: tuple[int, ...]) -> int:
        total = 0
        for item, level in zip(items, levels, strict=True):
            if item in row.terms and item.startswith(("skill:", "credential:")):
                total += row.terms[item].coverage[level]
        return total

    def moves(levels: tuple[int, ...], done: frozenset[str]) -> Iterator[tuple[int, str, tuple[int, ...]]]:
        now = dict(zip(items, levels, strict=True))
        for learning in free:
            if not done.issuperset(learning.requires):
                continue
            if learning.hours is not None:
                if learning.id in done:
                    continue
                then = dict(now)
                for item, builds in builds_of(learning).items():
                    while higher := [to for start, to in builds if start <= then[item] < to]:
                        then[item] = max(higher)
                yield learning.hours.low + learning.hours.high, learning.id, tuple(then.values())
                continue
            for build in learning.builds:
                item = skill_item(build.skill)
                if build.hours and build.start <= now[item] < build.to:
                    cost = build.hours.low + build.hours.high
                    yield cost, learning.id, tuple((now | {item: build.to}).values())

    @cache
    def best(levels: tuple[int, ...], done: frozenset[str], left: int) -> tuple[int, int]:
        """The largest worth at the end, and minus the half hours spent for it."""
        found = worth(levels), 0
        for cost, name, then in moves(levels, done):
            if cost <= left and (cost or then != levels or name not in done):
                end, spent = best(then, done | {name}, left - cost)
                found = max(found, (end, spent - cost))
        return found

    start = tuple(level_of(answers, item) if item.startswith(("skill:", "credential:")) else 0 for item in items)
    end, spent = best(start, finished, most)
    return end - worth(start), -spent


@settings(max_examples=150)
@given(cases, st.integers(0), st.sampled_from(("free", "any")), st.integers(1, 26))
def test_nothing_is_better_than_the_plan(case: tuple[Catalog, Answers], place: int, only: str, half_hours: int) -> None:
    catalog, answers = case
    row = build_table(catalog).roles[place % len(catalog.roles)]
    choices = Choices(free_only=only == "free")
    plan = plan_for(catalog, answers, Budget(half_hours_a_week=half_hours, weeks=1), row.role, choices)
    assert plan.proven
    gain, spent = brute_force(catalog, row, answers, choices, half_hours)
    assert (plan.readiness_after - plan.readiness_before, plan.half_hours) == (gain, spent)


@given(cases, budgets, st.integers(0))
def test_following_the_plan_brings_what_it_says(case: tuple[Catalog, Answers], budget: Budget, place: int) -> None:
    catalog, answers = case
    check_replay(catalog, answers, budget, catalog.roles[place % len(catalog.roles)].id)


def check_replay(catalog: Catalog, answers: Answers, budget: Budget, role: str) -> None:
    """Every step can be taken where it stands, and the score agrees with the readiness after each."""
    plan = plan_for(catalog, answers, budget, role)
    skills = dict(answers.skills) | {
        item.partition(":")[2]: 0 for item in plan.assumed_none if item.startswith("skill:")
    }
    background = dict(answers.background)
    if any(item.startswith("credential:") for item in plan.assumed_none):
        background["credentials"] = ()
    finished = {entry.id for entry in catalog.learning if is_done(entry, answers, Choices())}
    readiness, ends = plan.readiness_before, 0
    assert readiness_of(catalog, skills, background, answers, role) == readiness
    for step in plan.steps:
        learning = catalog.learning_by_id[step.learning]
        assert finished.issuperset(learning.requires)
        finished.add(step.learning)
        for build in step.builds:
            kind, _, subject = build.item.partition(":")
            if kind == "credential":
                background["credentials"] = (*(background.get("credentials") or ()), subject)  # type: ignore[misc]
            else:
                assert (skills.get(subject) or 0) == build.start < build.to
                skills[subject] = build.to
        readiness, ends = readiness + step.gain, ends + step.hours.low + step.hours.high
        assert step.readiness == readiness == readiness_of(catalog, skills, background, answers, role)
        assert step.ends == ends <= budget.half_hours
        assert (step.week - 1) * budget.half_hours_a_week <= ends <= step.week * budget.half_hours_a_week
    assert plan.readiness_after == readiness
    assert plan.half_hours == ends


def readiness_of(
    catalog: Catalog,
    skills: Mapping[str, int | None],
    background: Mapping[str, str | int | tuple[str, ...] | None],
    answers: Answers,
    role: str,
) -> int:
    then = Answers(skills=dict(skills), background=dict(background), likes=answers.likes)
    return assess(catalog, then).by_role[role].readiness


@given(cases, st.integers(0))
def test_what_all_the_time_in_the_world_leaves_open_is_not_to_be_had_by_study(
    case: tuple[Catalog, Answers], place: int
) -> None:
    catalog, answers = case
    row = build_table(catalog).roles[place % len(catalog.roles)]
    plan = plan_for(catalog, answers, Budget(half_hours_a_week=1000, weeks=1000), row.role)
    assert plan.readiness_after == plan.highest
    levels = dict.fromkeys(plan.assumed_none, 0)
    levels |= {build.item: build.to for step in plan.steps for build in step.builds}
    reached = {item: row.terms[item].coverage[level] for item, level in levels.items() if item in row.terms}
    known = Answered(codes=coded_answers(catalog, answers) | dict.fromkeys(plan.assumed_none, 0), likes={})
    gaps = find_gaps(catalog, row, known)
    left = [
        gap for gap in gaps if reached.get(gap.item, row.terms[gap.item].full - gap.gain) < row.terms[gap.item].full
    ]
    assert list(plan.not_by_study) == left
    essential = [gap for gap in gaps if gap.importance == "essential"]
    assert [entry.gap for entry in plan.essentials] == essential
    assert [entry.learnable for entry in plan.essentials] == [gap not in left for gap in essential]
    closed = {build.item: step.week for step in plan.steps for build in step.builds}
    assert [entry.week for entry in plan.essentials] == [None if gap in left else closed[gap.item] for gap in essential]


@given(cases, budgets, st.integers(1, 8), st.integers(0))
def test_more_hours_never_bring_less(case: tuple[Catalog, Answers], budget: Budget, more: int, place: int) -> None:
    catalog, answers = case
    role = catalog.roles[place % len(catalog.roles)].id
    larger = msgspec.structs.replace(budget, weeks=budget.weeks + more)
    less, plenty = (plan_for(catalog, answers, given, role) for given in (budget, larger))
    assert less.readiness_after <= plenty.readiness_after <= plenty.highest
    assert plan_for(catalog, answers, msgspec.structs.replace(budget, weeks=10_000), role).readiness_after == (
        plenty.highest
    )


@given(cases, budgets, SEEDS)
def test_the_order_of_the_files_does_not_matter(case: tuple[Catalog, Answers], budget: Budget, seed: int) -> None:
    catalog, answers = case
    learning = list(catalog.learning)
    random.Random(seed).shuffle(learning)  # noqa: S311 (no secret)
    shuffled = msgspec.structs.replace(catalog, learning=tuple(learning))
    role = catalog.roles[0].id
    assert plan_for(catalog, answers, budget, role) == plan_for(shuffled, answers, budget, role)


@given(cases, budgets)
def test_a_greedy_plan_is_never_better(case: tuple[Catalog, Answers], budget: Budget) -> None:
    catalog, answers = case
    for row in build_table(catalog).roles:
        plan = plan_for(catalog, answers, budget, row.role)
        greedy = greedy_gain(find_scope(catalog, row, answers, Choices()), budget.half_hours)
        assert greedy <= plan.readiness_after - plan.readiness_before


@settings(max_examples=8)
@given(answers_of(shipped()), st.sampled_from([role.id for role in shipped().roles]), st.integers(1, 60))
@example(Answers(), "product-owner", 20)
def test_a_shipped_plan_brings_what_it_says(answers: Answers, role: str, weeks: int) -> None:
    check_replay(shipped(), answers, Budget(half_hours_a_week=10, weeks=weeks), role)


def learn(identifier: str, *builds: Build, hours: int | None = None, requires: tuple[str, ...] = ()) -> Learning:
    return Learning(
        id=identifier,
        kind="course",
        title=identifier,
        description=identifier,
        cost="free",
        builds=builds,
        hours=None if hours is None else Hours(low=hours, high=hours, basis="editorial", why="Test."),
        requires=requires,
    )


def alone(skill: str, start: int, to: int, hours: int) -> Build:
    return Build(skill=skill, start=start, to=to, hours=Hours(low=hours, high=hours, basis="editorial", why="Test."))


def names(plan: Plan) -> list[str]:
    return [step.learning for step in plan.steps]


def shipped_with(*learning: Learning) -> Catalog:
    return msgspec.structs.replace(shipped(), learning=learning)


NONE = Answers(skills={skill.id: 0 for skill in shipped().skills})
ROLE = "marketing-manager"


def test_a_course_that_builds_two_skills_is_done_once() -> None:
    both = learn("both", Build(skill="seo", to=2), Build(skill="leadership", to=2), hours=8)
    catalog = shipped_with(both, learn("one", alone("leadership", 0, 2, 5)))
    plan = plan_for(catalog, NONE, Budget(half_hours_a_week=16, weeks=1), ROLE)
    assert names(plan) == ["both"]
    assert [build.item for build in plan.steps[0].builds] == ["skill:leadership", "skill:seo"]


def test_what_is_required_comes_first_even_if_it_brings_nothing_itself() -> None:
    first = learn("first", alone("excel", 0, 1, 1))
    second = learn("second", Build(skill="leadership", to=3), hours=2, requires=("first",))
    plan = plan_for(shipped_with(second, first), NONE, Budget(half_hours_a_week=6, weeks=1), ROLE)
    assert names(plan) == ["first", "second"]
    assert names(plan_for(shipped_with(second, first), NONE, Budget(half_hours_a_week=5, weeks=1), ROLE)) == []


def test_what_is_marked_done_is_left_out_and_raises_nothing() -> None:
    catalog = shipped_with(learn("steps", alone("leadership", 0, 1, 1), alone("marketing-strategy", 0, 1, 1)))
    budget = Budget(half_hours_a_week=10, weeks=1)
    whole = plan_for(catalog, NONE, budget, ROLE, Choices(done=frozenset({"steps"})))
    assert not whole.steps
    assert whole.readiness_before == plan_for(catalog, NONE, budget, ROLE).readiness_before
    part = plan_for(catalog, NONE, budget, ROLE, Choices(done=frozenset({"steps:leadership"})))
    assert [build.item for step in part.steps for build in step.builds] == ["skill:marketing-strategy"]


def test_a_certificate_that_is_held_is_not_proposed_again() -> None:
    answers = msgspec.structs.replace(NONE, background={"credentials": ("scrum",)})
    budget = Budget(half_hours_a_week=200, weeks=10)
    assert "scrum-training" in names(plan_for(shipped(), NONE, budget, "product-owner"))
    assert "scrum-training" not in names(plan_for(shipped(), answers, budget, "product-owner"))


def test_free_only_says_what_it_left_out() -> None:
    budget = Budget(half_hours_a_week=200, weeks=10)
    plan = plan_for(shipped(), NONE, budget, "product-owner", Choices(free_only=True))
    assert all(shipped().learning_by_id[name].cost == "free" for name in names(plan))
    assert "scrum-training" in plan.left_out["not stated"]


def test_years_and_degrees_stay_open() -> None:
    plan = plan_for(shipped(), NONE, Budget(half_hours_a_week=2000, weeks=10), "product-manager")
    assert {"experience", "education"} <= {gap.item for gap in plan.not_by_study}
    closed = {essential.gap.item: essential.week for essential in plan.essentials}
    assert closed["experience"] is None
    assert isinstance(closed["skill:product-vision"], int)


def test_a_field_stays_open_whichever_answer_comes_first() -> None:
    # The first answer of the question, marketing, would be enough for this role.
    answers = msgspec.structs.replace(NONE, background={"education": "bachelor", "education_field": "design"})
    plan = plan_for(shipped(), answers, Budget(half_hours_a_week=2000, weeks=10), ROLE)
    assert "education_field" in {gap.item for gap in plan.not_by_study}


def test_an_unknown_role_is_an_error() -> None:
    with pytest.raises(KeyError):
        plan_for(shipped(), NONE, Budget(half_hours_a_week=1, weeks=1), "nobody")
