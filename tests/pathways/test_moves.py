"""Moves, what is held on the way, and what gaps take: on a ladder of roles that have nothing in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from careerpath.model.answers import Answers
from careerpath.model.catalog import Catalog, Rung
from careerpath.model.role import (
    EducationRequirement,
    Feeder,
    FieldRequirement,
    Link,
    Requirements,
    Role,
    SkillRequirement,
    YearsRequirement,
)
from careerpath.pathways.effort import Effort, Span, Ways
from careerpath.pathways.held import Arrivals, Held, held_by
from careerpath.pathways.moves import START_WHY, Move, MoveBook, NamedBy
from careerpath.pathways.routes import LONGEST, RouteFinder
from careerpath.pathways.transfer import incumbent, transfer
from careerpath.pathways.ways import cheapest_way
from careerpath.scoring.assess import assess
from careerpath.scoring.explain import Answered
from careerpath.scoring.items import coded_answers
from careerpath.scoring.table import build_table
from support.catalogs import WHY, make_catalog, shipped

if TYPE_CHECKING:
    from careerpath.scoring.table import RoleTerms

RUNGS = tuple(Rung(id=f"rung{number}", label=f"Rung {number}") for number in range(8))


def role(number: int, *, track: str = "t0", **changes: object) -> Role:
    """A role on a rung of its own that asks for one skill; each leads to the next."""
    skill = SkillRequirement(skill=f"s{number}", level=2, importance="essential", why=WHY)
    made = Role(
        id=f"r{number}", title=f"R{number}", track=track, rung=f"rung{number}", basis="documented", summary="A role.",
        claims=(), requirements=Requirements(skills=(skill,)), activities=(),
        entry_roles=(Link(role=f"r{number - 1}", why=f"After r{number - 1}."),) if number else (),
    )  # fmt: skip
    return msgspec.structs.replace(made, **changes)


def ladder_of(*roles: Role) -> Catalog:
    """A catalogue with these roles, in which each skill is learnt in so many hours as its number says, and one."""
    catalog = make_catalog(roles=2, skills=8, activities=2, learning=0, seed=1)
    course = make_catalog(roles=2, skills=8, activities=2, learning=1, seed=1).learning[0]
    hours = [msgspec.structs.replace(course.hours or HOURS, low=number + 1, high=number + 2) for number in range(8)]
    learning = tuple(
        msgspec.structs.replace(
            course, id=f"l{number}", hours=hours[number],
            builds=(msgspec.structs.replace(BUILD, skill=f"s{number}"),), requires=(), grants=None,
        )
        for number in range(8)
    )  # fmt: skip
    scoring = msgspec.structs.replace(
        catalog.scoring, bands=msgspec.structs.replace(catalog.scoring.bands, ready=99, next=90)
    )
    return msgspec.structs.replace(catalog, rungs=RUNGS, roles=roles, learning=learning, scoring=scoring)


HOURS = next(entry.hours for entry in shipped().learning if entry.hours is not None)
BUILD = msgspec.structs.replace(next(entry.builds[0] for entry in shipped().learning if entry.builds), start=0, to=4)


def finder_of(catalog: Catalog, goal: str) -> RouteFinder:
    return RouteFinder(catalog, build_table(catalog), goal)


def book_of(catalog: Catalog, goal: str) -> MoveBook:
    return MoveBook(catalog, build_table(catalog), goal)


def row_of(catalog: Catalog, name: str) -> RoleTerms:
    return next(row for row in build_table(catalog).roles if row.role == name)


def targets(catalog: Catalog, goal: str, source: str) -> list[list[str]]:
    found = finder_of(catalog, goal).from_role(source, 9)
    return [[move.move.target for move in route.moves] for route in found.routes]


def test_a_route_has_five_moves_and_no_more() -> None:
    catalog = ladder_of(*map(role, range(7)))
    assert targets(catalog, "r5", "r0") == [["r1", "r2", "r3", "r4", "r5"]]
    assert LONGEST == 5
    none = finder_of(catalog, "r6").from_role("r0", 9).none
    assert none is not None
    assert (none.entrances, none.reached, none.overlap) == (("r5",), ("r1", "r2", "r3", "r4", "r5"), 0)
    assert [gap.item for gap in none.opening] == ["skill:s6"]


def test_somebody_with_a_role_goes_on_from_there() -> None:
    catalog = ladder_of(*map(role, range(7)))
    answers = Answers(skills={f"s{n}": 0 for n in range(8)}, background={"current_role": "r4"})
    routes = finder_of(catalog, "r6").from_person(answers, 3)
    assert routes.source is None
    (route,) = routes.routes
    assert [(move.source, move.move.target) for move in route.moves] == [(None, "r5"), ("r5", "r6")]
    assert [move.effort.hours for move in route.moves] == [Span(low=6, high=7), Span(low=7, high=8)]


def test_somebody_with_a_role_may_also_move_to_what_is_near() -> None:
    catalog = ladder_of(*map(role, range(7)))
    answers = Answers(skills={f"s{n}": 2 * (n == 6) for n in range(8)}, background={"current_role": "r0"})
    routes = finder_of(catalog, "r6").from_person(answers, 1)
    (move,) = routes.routes[0].moves
    named = NamedBy(basis="inferred", overlap=10_000)
    assert (move.source, move.move) == (None, Move(target="r6", kind="feeder", named_by=named))
    assert (routes.readiness, move.readiness, move.gained, move.effort) == (10_000, 10_000, (), Effort())


def test_who_has_the_role_already_starts_as_themselves() -> None:
    catalog = ladder_of(*map(role, range(3)))
    answers = Answers(skills={f"s{n}": 2 * (n == 1) for n in range(8)}, background={"current_role": "r2"})
    routes = finder_of(catalog, "r2").from_person(answers, 1)
    assert [(move.source, move.move.target) for move in routes.routes[0].moves] == [(None, "r1"), ("r1", "r2")]


def test_what_names_a_move_is_told() -> None:
    fed = (Feeder(background="marketing", text="From marketing.", claims=("c",)),)
    plain = (Feeder(background="marketing", text="As well."), Feeder(background="product", text="From product."))
    roles = role(0), role(1, feeders=fed), role(2, feeders=plain), role(3, feeders=plain[1:])
    book = book_of(ladder_of(*roles), "r3")
    up = NamedBy(basis="editorial", why="After r0.")
    told = NamedBy(basis="editorial", why="As well.")
    assert book.from_role("r0") == (
        Move(target="r1", kind="advancement", named_by=up),
        Move(target="r2", kind="feeder", named_by=told),
    )
    claimed = NamedBy(basis="documented", claims=("c",), why="From marketing.")
    held = held_by(None, Answered(codes={"background": 0}, likes={}))
    assert book.from_person(held)[1:] == (
        Move(target="r1", kind="feeder", named_by=claimed),
        Move(target="r2", kind="feeder", named_by=told),
    )
    # More than a rung down, nobody is fed.
    assert [move.target for move in book.from_role("r3")] == ["r2"]


def test_whoever_comes_from_another_track_may_begin_where_people_start() -> None:
    insisting = YearsRequirement(years=3, importance="essential", why=WHY)
    alone = role(5, entry_roles=())
    strict = msgspec.structs.replace(alone.requirements, experience=insisting)
    roles = (
        *(role(0), role(1)),
        *(role(4, track="t1", entry_roles=()), alone),
        role(6, entry_roles=(), requirements=msgspec.structs.replace(strict, skills=role(6).requirements.skills)),
    )
    catalog = ladder_of(*roles)
    book = book_of(catalog, "r1")
    assert book.starting == ("r0", "r5")
    start = NamedBy(basis="inferred", overlap=0, why=START_WHY)
    assert book.from_role("r4") == tuple(Move(target=name, kind="feeder", named_by=start) for name in ("r0", "r5"))
    assert [move.target for move in book.from_role("r0")] == ["r1"]
    held = held_by(None, Answered(codes={f"skill:s{n}": 0 for n in range(8)}, likes={}))
    assert book.from_person(held) == tuple(Move(target=n, kind="feeder", named_by=start) for n in ("r0", "r5"))
    assert book.from_person(Held(role="r0", codes=held.codes, fields={})) == book.from_role("r0")


def test_near_roles_are_reached_upwards_and_sideways_but_not_down_a_ladder() -> None:
    same = role(1).requirements
    roles = (
        role(0, requirements=same), role(1), role(2, requirements=same, entry_roles=()),
        role(4, requirements=same, entry_roles=(), rung="rung1"), role(5, requirements=same, entry_roles=()),
    )  # fmt: skip
    book = book_of(ladder_of(*roles), "r2")
    inferred = NamedBy(basis="inferred", overlap=10_000)
    assert book.from_role("r1") == (
        Move(target="r2", kind="advancement", named_by=inferred),
        Move(target="r4", kind="lateral", named_by=inferred),
    )
    down = [move for move in book.from_role("r2") if move.kind == "lateral"]
    assert [move.target for move in down] == ["r1", "r4"]


def test_the_overlap_is_the_readiness_of_a_transfer() -> None:
    catalog, table = shipped(), build_table(shipped())
    book = MoveBook(catalog, table, "product-manager")
    roles = [entry.id for entry in catalog.roles]
    for source in roles[::4]:
        for target in roles:
            assert book.overlap_from(source, target) == transfer(catalog, table, source, target).readiness


def field(*any_of: str) -> FieldRequirement:
    return FieldRequirement(any_of=any_of, importance="useful", why=WHY)


def studies(*any_of: str) -> Requirements:
    study = EducationRequirement(level="bachelor", importance="useful", why=WHY)
    return Requirements(education=study, education_field=field(*any_of) if any_of else None)


def test_of_several_fields_the_one_that_suits_the_goal_is_assumed() -> None:
    several, one, none = studies("business", "design"), studies("design"), studies()
    catalog = ladder_of(role(0, requirements=several), role(1, requirements=one), role(2, requirements=none))
    table = build_table(catalog)
    rows = {row.role: row for row in table.roles}
    fields = {
        (source, target): incumbent(catalog, table, rows[source], rows.get(target)).codes["education_field"]
        for source, target in (("r0", "r1"), ("r0", ""), ("r2", "r1"), ("r1", "r0"), ("r0", "r2"))
    }
    # Business, design, other: somebody of whom no field is asked has one that the target does not ask for.
    assert list(fields.values()) == [1, 0, 2, 1, 0]
    assert incumbent(catalog, table, rows["r0"]).likes == {}
    arrived = Arrivals(catalog, table, rows["r1"]).arrive(held_by(None, Answered(codes={}, likes={})), rows["r0"])
    assert arrived.fields["education_field"] == (1,)


def test_of_several_fields_of_work_the_one_that_suits_the_goal_is_assumed() -> None:
    several = Requirements(background=field("product", "other"))
    catalog = ladder_of(role(0, requirements=several), role(1, requirements=Requirements(background=field("other"))))
    catalog = msgspec.structs.replace(
        catalog, tracks=tuple(msgspec.structs.replace(track, field="marketing") for track in catalog.tracks)
    )
    table = build_table(catalog)
    first, second = table.roles
    assert incumbent(catalog, table, first, second).codes["background"] == 2
    assert incumbent(catalog, table, first).codes["background"] == 1
    assert incumbent(catalog, table, second, first).codes["background"] == 2


def test_where_a_field_of_study_is_always_asked_everybody_has_one() -> None:
    catalog = ladder_of(role(0, requirements=studies("design")), role(1))
    catalog = msgspec.structs.replace(
        catalog, questions=tuple(msgspec.structs.replace(question, when=None) for question in catalog.questions)
    )
    codes = incumbent(catalog, build_table(catalog), row_of(catalog, "r1"), row_of(catalog, "r0")).codes
    assert (codes["education"], codes["education_field"]) == (0, 2)


def test_who_changes_the_field_keeps_the_old_one() -> None:
    catalog = ladder_of(role(0), role(1, requirements=Requirements(background=field("product", "other"))))
    row = row_of(catalog, "r1")
    held = Held(role=None, codes={}, fields={"background": (0, 1, 2)})
    assert held.answered(row).codes["background"] == 1
    assert held.answered(row_of(catalog, "r0")).codes["background"] == 0
    arrivals = Arrivals(catalog, build_table(catalog), row)
    worked = Held(role=None, codes={"skill:s0": 4}, fields={"background": (2,)})
    arrived = arrivals.arrive(worked, row_of(catalog, "r0"))
    assert (arrived.role, arrived.codes["skill:s0"], arrived.fields["background"]) == ("r0", 4, (0, 2))
    assert arrivals.arrive(Held(role=None, codes={}, fields={}), row_of(catalog, "r0")).codes["skill:s0"] == 2


def test_a_catalogue_need_not_ask_for_the_field_of_work() -> None:
    fed = (Feeder(background="marketing", text="From marketing."),)
    catalog = ladder_of(role(0), role(1), role(2, entry_roles=(), feeders=fed))
    questions = tuple(question for question in catalog.questions if question.id != "field")
    without = msgspec.structs.replace(catalog, questions=questions)
    assert targets(without, "r1", "r0") == [["r1"]]
    answers = Answers(skills={f"s{n}": 0 for n in range(8)}, background={"current_role": "r0"})
    assert [len(route.moves) for route in finder_of(without, "r1").from_person(answers, 3).routes] == [1]


@pytest.mark.parametrize("goal", ["product-manager", "chief-marketing-officer"])
def test_gaps_take_the_hours_of_the_cheapest_ways_and_the_years_that_are_missing(goal: str) -> None:
    catalog = shipped()
    answers = Answers(skills={"seo": 1}, background={"experience": 1, "leading": 0, "education": "school"})
    gaps = assess(catalog, answers).by_role[goal].gaps
    steps = [
        step
        for gap in gaps
        if gap.skill is not None and isinstance(gap.need, int)
        for step in cheapest_way(catalog, gap.skill, gap.have if isinstance(gap.have, int) else 0, gap.need)
    ]
    effort = Ways(catalog).effort(gaps)
    for basis in ("documented", "editorial"):
        hours = [step.hours for step in steps if step.hours.basis == basis]
        assert getattr(effort, basis) == Span(low=sum(h.low for h in hours), high=sum(h.high for h in hours))
    assert effort.hours.low == effort.documented.low + effort.editorial.low > 0
    assert effort.hours.high == effort.documented.high + effort.editorial.high
    years = {gap.item: gap.need for gap in gaps if gap.item in {"experience", "leading"}}
    assert effort.years == max(int(str(years["experience"])) - 1, int(str(years.get("leading", 0))))
    assert effort.without_way == ()
    assert effort.uncounted == tuple(gap.item for gap in gaps if gap.skill is None and gap.item not in years)
    nowhere = Ways(msgspec.structs.replace(catalog, learning=())).effort(gaps)
    assert nowhere.without_way == tuple(gap.skill for gap in gaps if gap.skill is not None)
    assert nowhere.hours == Span()


def test_what_somebody_is_known_to_have_is_held() -> None:
    catalog = shipped()
    answers = Answers(skills={"seo": 3, "leadership": None}, background={"field": "sales", "experience": 2})
    held = held_by("r", Answered(codes=coded_answers(catalog, answers), likes={}))
    assert (held.role, held.codes, held.fields) == ("r", {"skill:seo": 3, "experience": 2}, {"background": (1,)})
