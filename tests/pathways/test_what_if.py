"""What-if: the cheapest raises are as cheap as trying everything says, and every suggestion does what it promises."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, get_args

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerpath.model.answers import Answers
from careerpath.pathways.ways import cheapest_way
from careerpath.pathways.what_if import Obstacle, ObstacleCode, is_reached, suggest, with_levels
from careerpath.pathways.what_if_options import landings, raises_of, worth_of
from careerpath.scoring.assess import assess
from careerpath.scoring.items import skill_item
from careerpath.scoring.table import build_table
from support.catalogs import SEEDS, answers_of, catalogs_with_answers, make_answers, make_catalog, shipped

if TYPE_CHECKING:
    from careerpath.model.catalog import Catalog
    from careerpath.pathways.what_if import Aim, Suggestion
    from careerpath.pathways.what_if_options import Measure

aims = st.sampled_from(("top", "ready"))
measures = st.sampled_from(("hours", "steps"))
TABLE = build_table(shipped())


def small_cases() -> st.SearchStrategy[tuple[Catalog, Answers]]:
    """A catalogue of up to 4 skills, so that every set of raises can be tried, and answers."""

    def make(roles: int, skills: int, learning: int, seed: int, missing: int) -> tuple[Catalog, Answers]:
        catalog = make_catalog(roles=roles, skills=skills, activities=2, learning=learning, seed=seed)
        return catalog, make_answers(catalog, missing=missing, unknown=20, seed=seed)

    return st.builds(make, st.integers(2, 5), st.integers(2, 4), st.integers(0, 6), SEEDS, st.sampled_from((0, 10, 40)))


def brute_force(catalog: Catalog, answers: Answers, goal: str, aim: Aim, by: Measure) -> int | None:
    """The least cost of all sets of raises that reach the aim; None if none does."""
    table = build_table(catalog)
    skills = [skill.id for skill in catalog.skills]
    row = next(row for row in table.roles if row.role == goal)

    def helps(skill: str, to: int) -> bool:
        """Whether a raise adds to the role's own match; for `ready`, any raise will do."""
        item, known = skill_item(skill), answers.skills.get(skill)
        return aim == "ready" or worth_of(row, table, item, to) > worth_of(row, table, item, known)

    choices = [
        [(0, None), *((cost, to) for to, cost in raises_of(catalog, answers, s, by).items() if helps(s, to))]
        for s in skills
    ]
    best: int | None = None
    for chosen in product(*choices):
        cost = sum(price for price, _ in chosen)
        if best is None or cost < best:
            levels = {skill: to for skill, (_, to) in zip(skills, chosen, strict=True) if to is not None}
            if is_reached(assess(catalog, with_levels(answers, levels), table=table), goal, aim):
                best = cost
    return best


def replayed(catalog: Catalog, answers: Answers, found: Suggestion) -> bool:
    levels = {improvement.skill: improvement.to for improvement in found.improvements}
    return is_reached(assess(catalog, with_levels(answers, levels)), found.goal, found.aim)


@settings(max_examples=80)
@given(small_cases(), st.integers(0), aims, measures)
def test_nothing_is_cheaper(case: tuple[Catalog, Answers], place: int, aim: Aim, by: Measure) -> None:
    catalog, answers = case
    goal = catalog.roles[place % len(catalog.roles)].id
    found = suggest(catalog, build_table(catalog), answers, goal, aim=aim, by=by)
    least = brute_force(catalog, answers, goal, aim, by)
    assert found.proven
    assert found.possible == (least is not None)
    if least is None:
        assert found.obstacles
    else:
        assert found.cost == found.bound == least
        assert replayed(catalog, answers, found)


@given(catalogs_with_answers(), st.integers(0), aims, measures)
def test_every_suggestion_does_it(case: tuple[Catalog, Answers], place: int, aim: Aim, by: Measure) -> None:
    catalog, answers = case
    goal = catalog.roles[place % len(catalog.roles)].id
    found = suggest(catalog, build_table(catalog), answers, goal, aim=aim, by=by)
    assert (found.goal, found.aim, found.by) == (goal, aim, by)
    if not found.possible:
        assert {obstacle.code for obstacle in found.obstacles} <= set(get_args(ObstacleCode))
        assert (bool(found.obstacles), found.improvements, found.cost, found.bound) == (True, (), 0, 0)
        return
    assert replayed(catalog, answers, found)
    for improvement in found.improvements:
        assert improvement.start == answers.skills.get(improvement.skill)
        assert improvement.to > (improvement.start or 0)
        assert not improvement.way or improvement.way[0].start == (improvement.start or 0)
        assert by == "steps" or improvement.way[-1].to == improvement.to
    if by == "steps":
        assert found.cost == sum(raised.to - (raised.start or 0) for raised in found.improvements)
    else:
        spans = [step.hours for raised in found.improvements for step in raised.way]
        assert found.cost == sum(span.low + span.high for span in spans)


@given(catalogs_with_answers(), SEEDS)
def test_a_landing_is_never_cheaper_than_the_cheapest_way(case: tuple[Catalog, Answers], seed: int) -> None:
    catalog, _ = case
    skill, have = catalog.skills[seed % len(catalog.skills)].id, seed % 4
    found = landings(catalog, skill, have)
    for level, landing in found.items():
        assert landing.steps[0].start == have
        assert landing.steps[-1].to == level
        hours = sum(step.hours.low + step.hours.high for step in cheapest_way(catalog, skill, have, level))
        assert hours == min(found[above].half_hours for above in found if above >= level)


@settings(max_examples=2)
@given(answers_of(shipped()), aims, measures)
def test_shipped_suggestions_do_it(answers: Answers, aim: Aim, by: Measure) -> None:
    for role in shipped().roles:
        found = suggest(shipped(), TABLE, answers, role.id, aim=aim, by=by)
        assert found.possible is not True or replayed(shipped(), answers, found), role.id
        assert found.possible or found.obstacles


def test_what_is_reached_needs_nothing() -> None:
    answers = Answers(skills={"seo": 4})
    first = assess(shipped(), answers).roles[0].role
    found = suggest(shipped(), TABLE, answers, first)
    assert found.possible
    assert not found.improvements


def test_what_stands_in_the_way_of_ready_is_named() -> None:
    background: dict[str, str | int | tuple[str, ...] | None] = {
        "experience": 0,
        "education": "school",
        "field": "other",
        "credentials": (),
    }
    answers = Answers(skills={skill.id: 4 for skill in shipped().skills}, background=background)
    found = suggest(shipped(), TABLE, answers, "product-manager", aim="ready")
    assert found.possible is False
    assert "experience" in {obstacle.item for obstacle in found.obstacles}


def test_by_itself_it_is_the_hours_to_the_first_place_that_count() -> None:
    found = suggest(shipped(), TABLE, Answers(), "product-manager")
    assert (found.goal, found.aim, found.by) == ("product-manager", "top", "hours")
    assert all(improvement.way for improvement in found.improvements)


def test_readiness_that_no_skill_brings_is_named_with_what_else_is_missing() -> None:
    catalog, goal = shipped(), "product-owner"
    bands = msgspec.structs.replace(catalog.scoring.bands, ready=100)
    strict = msgspec.structs.replace(catalog, scoring=msgspec.structs.replace(catalog.scoring, bands=bands))
    answers = Answers(
        skills=dict.fromkeys(catalog.skill_by_id, 0),
        background={"experience": 0, "education": "school", "field": "health-care", "credentials": ("scrum",)},
    )
    assessed = assess(strict, answers).by_role[goal]
    missing = [gap.item for gap in assessed.gaps if gap.skill is None]
    found = suggest(strict, build_table(strict), answers, goal, aim="ready")
    lacking = sum(gap.gain for gap in assessed.gaps if gap.skill is None)
    assert set(missing) == {"education", "education_field", "experience", "background"}
    assert found.possible is False
    assert found.obstacles == (
        Obstacle(code="readiness", short=lacking),
        *(Obstacle(code="background", item=item) for item in missing),
    )


def test_rivals_that_stay_ahead_are_named_the_farthest_first() -> None:
    answers = Answers(skills=dict.fromkeys(shipped().skill_by_id, 4))
    named = 0
    for role in shipped().roles:
        found = suggest(shipped(), TABLE, answers, role.id)
        if found.possible is False:
            assert {obstacle.code for obstacle in found.obstacles} == {"rival"}
            matches = {entry.role: entry.match for entry in assess(shipped(), answers).roles}
            shorts = [(-(obstacle.short or 0), obstacle.role) for obstacle in found.obstacles]
            assert shorts == sorted(shorts)
            for obstacle in found.obstacles:
                assert obstacle.short in {
                    matches[str(obstacle.role)] - matches[role.id],
                    matches[str(obstacle.role)] - matches[role.id] + 1,
                }
            named += 1
    assert named > 5


def test_an_unknown_role_is_an_error() -> None:
    with pytest.raises(KeyError):
        suggest(shipped(), TABLE, Answers(), "nobody")


def test_answers_are_changed_in_a_copy() -> None:
    answers = Answers(skills={"seo": 1})
    assert with_levels(answers, {"seo": 3, "writing": 2}).skills == {"seo": 3, "writing": 2}
    assert answers == msgspec.structs.replace(answers, skills={"seo": 1})
