"""The parts of which a plan is made, each by itself: scope, chains, orders, the front, the order of the steps."""

from __future__ import annotations

from math import factorial

import msgspec
import pytest

from careerpath.model.answers import Answers
from careerpath.model.learning import Build, Cost, Hours, Learning
from careerpath.pathways import plan_solve
from careerpath.pathways.plan import Budget, Plan, make_plan
from careerpath.pathways.plan_chains import ChainSearch, Event, Raise
from careerpath.pathways.plan_greedy import greedy_gain
from careerpath.pathways.plan_order import Task, in_order
from careerpath.pathways.plan_scope import Choices, Scope, Way, Whole, builds_of, is_done, level_of
from careerpath.pathways.plan_solve import solve
from careerpath.scoring.table import build_table
from support.catalogs import shipped

WORTH = (0, 10, 20, 30, 40)
HOURS = Hours(low=1, high=2, basis="editorial", why="Test.")


def scope_of(
    ways: tuple[Way, ...] = (),
    wholes: dict[str, Whole] | None = None,
    requires: dict[str, tuple[str, ...]] | None = None,
) -> Scope:
    """Two skills at level 0, each level of which is worth ten; all ways raise the first."""
    return Scope(
        start={"skill:a": 0, "skill:b": 0},
        worth={"skill:a": WORTH, "skill:b": WORTH},
        ways={"skill:a": ways, "skill:b": ()},
        wholes=wholes or {},
        requires=requires or {},
    )


def whole(cost: int, **builds: tuple[tuple[int, int], ...]) -> Whole:
    return Whole(cost=cost, builds={f"skill:{skill}": spans for skill, spans in builds.items()})


def learning(name: str, *builds: Build, hours: Hours | None = None, grants: str | None = None) -> Learning:
    return Learning(
        id=name, kind="course", title=name, description=name, cost="free", builds=builds, hours=hours, grants=grants
    )


def test_a_certificate_is_something_that_is_built_from_nothing() -> None:
    course = learning("course", Build(skill="a", to=2), Build(skill="a", start=2, to=3), hours=HOURS, grants="scrum")
    assert builds_of(course) == {"skill:a": ((0, 2), (2, 3)), "credential:scrum": ((0, 1),)}
    assert builds_of(msgspec.structs.replace(course, hours=None)) == {"skill:a": ((0, 2), (2, 3))}


def test_levels_and_certificates_that_are_not_known_count_as_none() -> None:
    answers = Answers(skills={"a": 3, "b": None}, background={"credentials": ("scrum",)})
    items = ("skill:a", "skill:b", "skill:c", "credential:scrum", "credential:other")
    assert [level_of(answers, item) for item in items] == [3, 0, 0, 1, 0]
    assert level_of(Answers(background={"credentials": None}), "credential:scrum") == 0


@pytest.mark.parametrize(
    ("entry", "level", "done", "expected"),
    [
        (learning("x", Build(skill="a", to=2, hours=HOURS)), 1, (), False),
        (learning("x", Build(skill="a", to=2, hours=HOURS)), 2, (), True),
        (learning("x", Build(skill="a", to=2, hours=HOURS), Build(skill="b", to=1, hours=HOURS)), 2, (), False),
        (learning("x", Build(skill="a", to=2), hours=HOURS), 4, (), False),
        (learning("x", Build(skill="a", to=2), hours=HOURS), 0, ("x",), True),
        (learning("x", Build(skill="a", to=2), hours=HOURS), 0, ("x:a",), True),
        (learning("x", Build(skill="a", to=2), hours=HOURS), 0, ("xy", "xy:a", "y"), False),
        (learning("x", hours=HOURS, grants="scrum"), 0, (), True),
        (learning("x", hours=HOURS, grants="other"), 0, (), False),
    ],
)
def test_what_counts_as_done(entry: Learning, level: int, done: tuple[str, ...], expected: bool) -> None:  # noqa: FBT001
    answers = Answers(skills={"a": level, "b": 0}, background={"credentials": ("scrum",)})
    assert is_done(entry, answers, Choices(done=frozenset(done))) is expected


def test_one_build_of_a_whole_may_open_the_next() -> None:
    both = whole(5, a=((0, 1), (1, 3)))
    assert [both.reached("skill:a", level) for level in range(5)] == [3, 3, 3, 3, 4]
    assert both.reached("skill:b", 2) == 2


def chains(scope: Scope, *local: str, events: tuple[Event, ...] = ()) -> dict[int, tuple[int, tuple[str, ...]]]:
    """The cheapest chain of the first skill: by the gain its cost and what is done."""
    search = ChainSearch(scope, {"skill:a": local}, frozenset())
    return {gain: (cost, tuple(s.learning for s in chain)) for cost, gain, chain in search.chains("skill:a", events)}


def test_of_chains_of_equal_cost_the_shortest_counts_then_the_first_by_name() -> None:
    ways = (Way("a", 0, 1, 2), Way("b", 1, 2, 2), Way("d", 0, 2, 4), Way("c", 0, 2, 4), Way("z", 2, 3, 0))
    assert chains(scope_of(ways)) == {0: (0, ()), 10: (2, ("a",)), 20: (4, ("c",)), 30: (4, ("c", "z"))}
    wholes = {"a": whole(2, a=((0, 1),)), "b": whole(2, a=((1, 2),)), "c": whole(4, a=((0, 2),))}
    assert chains(scope_of(wholes=wholes), "a", "b", "c")[20] == (4, ("c",))


def test_what_is_done_as_one_is_done_once() -> None:
    wholes = {"a": whole(1, a=((0, 1), (2, 3)))}
    found = chains(scope_of((Way("b", 1, 2, 1),), wholes), "a")
    assert found == {0: (0, ()), 10: (1, ("a",)), 20: (2, ("a", "b"))}


def test_what_an_event_raises_is_a_part_of_the_chain() -> None:
    scope = scope_of((Way("b", 1, 2, 3),), {"both": whole(9, a=((0, 1),), b=((0, 1),))})
    assert chains(scope, events=(Event("both"),)) == {10: (0, ("both",)), 20: (3, ("both", "b"))}


def orders(scope: Scope, most: int = 99) -> list[tuple[tuple[str, ...], int]]:
    (component,) = plan_solve._components(scope, frozenset())
    return [(tuple(e.learning for e in events), c) for events, c in plan_solve._orders(scope, component, most)]


def test_what_opens_nothing_is_tried_in_sets_and_the_rest_in_every_order() -> None:
    easy = {name: whole(1, a=((0, 1),), b=((0, 1),)) for name in "uvw"}
    assert orders(scope_of(wholes=easy))[:4] == [((), 0), (("u",), 1), (("v",), 1), (("w",), 1)]
    assert len(orders(scope_of(wholes=easy))) == 2**3
    assert len(orders(scope_of(wholes=easy), 1)) == 1 + 3
    later = {name: whole(1, a=((1, 2),), b=((1, 2),)) for name in "uvw"}
    every = sum(factorial(3) // factorial(3 - size) for size in range(4))
    assert len(orders(scope_of(wholes=later))) == every


def test_what_is_required_is_done_before_in_every_order() -> None:
    wholes = {"first": whole(3, b=((0, 1),)), "second": whole(1, a=((0, 3),))}
    scope = scope_of(wholes=wholes, requires={"second": ("first",)})
    assert sorted(orders(scope)) == [((), 0), (("first",), 3), (("first", "second"), 4)]
    assert [(point.cost, point.gain) for point in solve(scope, 3).points] == [(0, 0), (3, 10)]
    assert [(point.cost, point.gain) for point in solve(scope, 4).points] == [(0, 0), (3, 10), (4, 40)]


def test_where_too_many_orders_would_have_to_be_tried_nothing_is_proven(monkeypatch: pytest.MonkeyPatch) -> None:
    wholes = {name: whole(1, a=((0, 1),), b=((0, 1),)) for name in "uv"}
    scope = msgspec.structs.replace(
        scope_of(wholes=wholes),
        start={"skill:a": 0, "skill:b": 0, "skill:c": 0},
        worth=dict.fromkeys(("skill:a", "skill:b", "skill:c"), WORTH),
        ways={"skill:a": (), "skill:b": (), "skill:c": (Way("c", 0, 1, 1),)},
    )
    for orders_tried, proven in ((4, True), (3, False)):
        monkeypatch.setattr(plan_solve, "MOST_ORDERS", orders_tried)
        assert solve(scope, 9).proven is proven
    assert [(point.cost, point.gain) for point in solve(scope, 9).points] == [(0, 0), (1, 20), (2, 30)]


def task(name: str, start: int, to: int, cost: int, item: str = "skill:a") -> Task:
    return Task(name, (Raise(name, item, start, to),), cost)


def ordered(scope: Scope, *tasks: Task, closing: str = "") -> list[str]:
    chains = [tuple(t.raises[0] for t in tasks if t.raises[0].item == item) for item in scope.start]
    return [t.learning for t in in_order(scope, tasks, chains, lambda t: t.learning == closing)]


def test_steps_are_ordered_by_what_they_bring_for_their_hours() -> None:
    scope = scope_of()
    slow, quick = task("a", 0, 1, 4), task("b", 0, 1, 2, "skill:b")
    assert ordered(scope, slow, quick) == ["b", "a"]
    assert ordered(scope, slow, task("c", 0, 2, 9, "skill:b")) == ["a", "c"]


def test_what_costs_nothing_comes_first() -> None:
    assert ordered(scope_of(), task("a", 0, 4, 1), task("b", 0, 1, 0, "skill:b")) == ["b", "a"]


def test_among_equals_what_closes_an_essential_gap_comes_first_then_names() -> None:
    tasks = task("a", 0, 1, 4), task("b", 0, 1, 4, "skill:b")
    assert ordered(scope_of(), *tasks, closing="b") == ["b", "a"]
    assert ordered(scope_of(), *reversed(tasks)) == ["a", "b"]


def test_a_chain_keeps_its_order_and_what_is_required_comes_before() -> None:
    first, second = task("a", 0, 1, 9), task("b", 1, 4, 1)
    assert ordered(scope_of(), first, second) == ["a", "b"]
    other = task("c", 0, 1, 9, "skill:b")
    assert ordered(scope_of(requires={"a": ("c",)}), first, second, other) == ["c", "a", "b"]


def test_a_greedy_plan_takes_what_brings_most_per_hour_and_fits() -> None:
    # Two hours that bring ten each, and one step of three that brings thirty: greed begins with the quick one.
    ways = (Way("dear", 0, 2, 3), Way("quick", 0, 1, 1), Way("last", 1, 3, 4))
    scope = scope_of(ways)
    assert [greedy_gain(scope, most) for most in range(7)] == [0, 10, 10, 10, 20, 30, 30]
    both = scope_of(ways, {"both": whole(2, a=((0, 1),), b=((0, 3),))})
    assert [greedy_gain(both, most) for most in range(4)] == [0, 10, 40, 40]
    free = scope_of((Way("free", 0, 1, 0), Way("next", 1, 2, 1)), requires={"next": ("free",)})
    assert [greedy_gain(free, most) for most in range(2)] == [10, 20]
    assert greedy_gain(scope_of((Way("next", 0, 2, 1),), requires={"next": ("missing",)}), 9) == 0


def plan_for(*entries: Learning, answers: Answers, choices: Choices | None = None) -> Plan:
    catalog = msgspec.structs.replace(shipped(), learning=entries)
    budget = Budget(half_hours_a_week=1000, weeks=1)
    return make_plan(catalog, build_table(catalog), answers, "marketing-manager", budget, choices)


NONE = Answers(skills=dict.fromkeys(shipped().skill_by_id, 0))


def span(low: int, high: int) -> Hours:
    return Hours(low=low, high=high, basis="editorial", why="Test.")


def test_where_two_steps_look_alike_the_hours_are_those_of_the_cheaper_one() -> None:
    same = learning(
        "same",
        Build(skill="seo", start=0, to=2, hours=span(5, 5)),
        Build(skill="seo", start=0, to=2, hours=span(3, 5)),
        Build(skill="seo", start=0, to=2, hours=span(2, 6)),
    )
    (step,) = plan_for(same, answers=NONE).steps
    assert step.hours == span(2, 6)


def test_what_is_left_out_would_have_built_something_that_is_missing() -> None:
    def course(name: str, cost: Cost, to: int = 2) -> Learning:
        built = Build(skill="leadership", to=to)
        return msgspec.structs.replace(learning(name, built, hours=HOURS), cost=cost)

    answers = msgspec.structs.replace(NONE, skills=NONE.skills | {"leadership": 1})
    entries = [course("b", "paid"), course("a", "paid"), course("c", "free"), course("d", "not stated"),
               course("known", "paid", 1), course("done", "paid")]  # fmt: skip
    plan = plan_for(*entries, answers=answers, choices=Choices(free_only=True, done=frozenset({"done"})))
    assert plan.left_out == {"not stated": ("d",), "paid": ("a", "b")}
    assert plan_for(*entries, answers=answers).left_out == {}
