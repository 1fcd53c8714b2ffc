from __future__ import annotations

import random
from typing import TYPE_CHECKING

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from careerpath.model.learning import Build, Hours, Learning
from careerpath.model.skill import MAX_LEVEL
from careerpath.pathways.ways import cheapest_way, reached_level
from support.catalogs import learnings, shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerpath.model.catalog import Catalog
    from careerpath.pathways.ways import WayStep

SKILLS = ("s0", "s1")
level = st.integers(0, MAX_LEVEL)


def catalog_of(learning: tuple[Learning, ...]) -> Catalog:
    return msgspec.structs.replace(shipped(), learning=learning)


def chains(learning: tuple[Learning, ...], have: int, need: int) -> Iterator[int]:
    """The doubled middle hours of every chain that leads from one level to another, by trying all."""
    if have >= need:
        yield 0
        return
    for one in learning:
        for build in one.builds:
            if build.skill != "s0" or not build.start <= have < build.to:
                continue
            hours = one.hours or build.hours
            assert hours is not None
            for reached in _reached(one, build.to) if one.hours else {build.to}:
                for rest in chains(learning, reached, need):
                    yield hours.low + hours.high + rest


def _reached(one: Learning, now: int) -> set[int]:
    """The levels that the other builds of the same whole lead to, at no cost."""
    levels = {now}
    for _ in range(MAX_LEVEL):
        levels |= {
            build.to for build in one.builds for at in levels if build.skill == "s0" and build.start <= at < build.to
        }
    return levels


def check_chain(learning: tuple[Learning, ...], way: tuple[WayStep, ...], have: int, need: int) -> None:
    by_id = {one.id: one for one in learning}
    now = have
    for step in way:
        assert step.start == now < step.to
        one = by_id[step.learning]
        assert step.hours in {one.hours, *(build.hours for build in one.builds if build.to == step.to)}
        now = step.to
    assert now >= need


@given(learnings(SKILLS), level, level)
def test_the_cheapest_way_is_the_cheapest_of_all_chains(learning: tuple[Learning, ...], have: int, need: int) -> None:
    way = cheapest_way(catalog_of(learning), "s0", have, need)
    least = min(chains(learning, have, need), default=None)
    if have >= need or least is None:
        assert way == ()
    else:
        check_chain(learning, way, have, need)
        assert sum(step.hours.low + step.hours.high for step in way) == least


@given(learnings(SKILLS), level, level, st.randoms(use_true_random=False))
def test_the_order_of_the_catalogue_changes_no_way(
    learning: tuple[Learning, ...], have: int, need: int, order: random.Random
) -> None:
    mixed = tuple(
        msgspec.structs.replace(one, builds=tuple(order.sample(one.builds, len(one.builds))))
        for one in order.sample(learning, len(learning))
    )
    ways = [cheapest_way(catalog_of(each), "s0", have, need) for each in (learning, mixed)]
    assert ways[0] == ways[1]


@given(learnings(SKILLS), level)
def test_learning_that_is_ruled_out_is_not_used(learning: tuple[Learning, ...], need: int) -> None:
    way = cheapest_way(catalog_of(learning), "s0", 0, need, without=["l0", "l1"])
    assert not {"l0", "l1"} & {step.learning for step in way}
    assert way == cheapest_way(catalog_of(learning[2:]), "s0", 0, need)


def course(identifier: str, *steps: tuple[int, int], hours: int) -> Learning:
    return Learning(
        id=identifier,
        kind="course",
        title=identifier,
        description=identifier,
        cost="free",
        builds=tuple(Build(skill="s0", start=start, to=to) for start, to in steps),
        hours=Hours(low=hours, high=hours, basis="editorial"),
    )


def test_the_whole_of_a_course_is_paid_for_once() -> None:
    both = course("both", (0, 1), (1, 2), hours=10)
    assert reached_level(both, "s0", 0) == 2
    (step,) = cheapest_way(catalog_of((both, course("first", (0, 1), hours=4))), "s0", 0, 2)
    assert (step.learning, step.start, step.to) == ("both", 0, 2)


def test_every_shipped_skill_can_be_learnt() -> None:
    for skill in shipped().skills:
        assert cheapest_way(shipped(), skill.id, 0, MAX_LEVEL), skill.id
        assert cheapest_way(shipped(), skill.id, 2, 2) == ()
