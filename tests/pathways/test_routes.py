"""Routes over roles against every route there is, on random catalogues, and on the shipped one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerpath.pathways.effort import Effort
from careerpath.pathways.held import Held, held_by
from careerpath.pathways.routes import LONGEST, By, RouteFinder, Routes
from careerpath.pathways.transfer import incumbent, transfer
from careerpath.scoring.explain import Answered
from careerpath.scoring.items import coded_answers
from careerpath.scoring.table import build_table
from support.catalogs import catalogs, catalogs_with_answers, decoded_answers, shipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerpath.model.answers import Answers
    from careerpath.model.catalog import Catalog

MEASURES: tuple[By, ...] = ("hours", "years", "moves")


def cost_of(effort: Effort, moves: int, by: By) -> tuple[int, ...]:
    hours = effort.hours.middle
    orders = {"hours": (hours, effort.years, moves), "years": (effort.years, hours, moves)}
    return orders.get(by, (moves, hours, effort.years))


def every_route(
    finder: RouteFinder, start: Held, by: By, *, person: bool
) -> list[tuple[tuple[int, ...], tuple[str, ...]]]:
    """All routes without loops of at most five moves, with their costs, by brute force."""

    def walk(held: Held, names: tuple[str, ...], effort: Effort) -> Iterator[tuple[tuple[int, ...], tuple[str, ...]]]:
        if len(names) > 1 and names[-1] == finder.goal.role:
            yield cost_of(effort, len(names) - 1, by), names
            return
        if len(names) > LONGEST:
            return
        first = person and len(names) == 1
        moves = finder.book.from_person(held) if first else finder.book.from_role(names[-1])
        for move in moves:
            needed = finder.ways.effort(finder._gaps(held, move.target))
            if move.target not in names and not needed.without_way:
                after = finder._arrivals.arrive(held, finder.book.rows[move.target])
                yield from walk(after, (*names, move.target), effort + needed)

    return sorted(walk(start, (start.role or "",), Effort()))


def told(routes: Routes, by: By, start: str) -> list[tuple[tuple[int, ...], tuple[str, ...]]]:
    return [
        (cost_of(route.effort, len(route.moves), by), (start, *(move.move.target for move in route.moves)))
        for route in routes.routes
    ]


def check_sums(routes: Routes) -> None:
    for route in routes.routes:
        assert sum(move.effort.hours.low for move in route.moves) == route.effort.hours.low
        assert sum(move.effort.hours.high for move in route.moves) == route.effort.hours.high
        assert sum(move.effort.years for move in route.moves) == route.effort.years
        assert route.moves[-1].move.target == routes.target
        assert route.moves[-1].readiness == 10_000
        gained = sum(gain.gain for move in route.moves for gain in move.gained)
        # What is unknown counts with its mean at the start, which may be more than a move on the way brings.
        assert gained + routes.readiness >= 10_000
        assert gained + routes.readiness == 10_000 or routes.source is None
        assert [move.source for move in route.moves[1:]] == [move.move.target for move in route.moves[:-1]]


@settings(max_examples=40)
@given(catalogs(), st.sampled_from(MEASURES), st.integers(1, 5))
def test_routes_from_a_role_are_the_best_of_all(catalog: Catalog, by: By, count: int) -> None:
    table = build_table(catalog)
    source, goal = catalog.roles[0].id, catalog.roles[-1].id
    finder = RouteFinder(catalog, table, goal, by)
    routes = finder.from_role(source, count)
    codes = incumbent(catalog, table, finder.book.rows[source], finder.goal).codes
    start = held_by(source, Answered(codes=codes, likes={}))
    assert told(routes, by, source) == every_route(finder, start, by, person=False)[:count]
    assert (routes.none is None) == bool(routes.routes)
    check_sums(routes)


@settings(max_examples=40)
@given(catalogs_with_answers(), st.sampled_from(MEASURES), st.integers(1, 5))
def test_routes_from_a_person_are_the_best_of_all(pair: tuple[Catalog, Answers], by: By, count: int) -> None:
    catalog, answers = pair
    finder = RouteFinder(catalog, build_table(catalog), catalog.roles[-1].id, by)
    routes = finder.from_person(answers, count)
    role = answers.background.get("current_role")
    known = str(role) if role is not None and role != finder.goal.role else None
    start = held_by(known, Answered(codes=coded_answers(catalog, answers), likes={}))
    assert told(routes, by, known or "") == every_route(finder, start, by, person=True)[:count]
    check_sums(routes)


@pytest.mark.parametrize("by", MEASURES)
@pytest.mark.parametrize(
    ("source", "goal"),
    [
        ("marketing-manager", "product-manager"),
        ("product-manager", "chief-product-officer"),
        ("sales-representative", "chief-marketing-officer"),
    ],
)
def test_there_are_three_distinct_routes(source: str, goal: str, by: By) -> None:
    routes = RouteFinder(shipped(), build_table(shipped()), goal, by).from_role(source, 3)
    assert len({tuple(move.move.target for move in route.moves) for route in routes.routes}) == 3
    check_sums(routes)


def test_a_direct_move_takes_what_the_transfer_lacks() -> None:
    catalog, table = shipped(), build_table(shipped())
    routes = RouteFinder(catalog, table, "product-manager").from_role("marketing-manager", 1)
    (move,) = routes.routes[0].moves
    assert move.gaps == transfer(catalog, table, "marketing-manager", "product-manager").gaps


def test_kinds_and_names_are_told_apart() -> None:
    catalog, table = shipped(), build_table(shipped())
    finder = RouteFinder(catalog, table, "product-manager")
    moves = {move.target: move for move in finder.book.from_role("marketing-manager")}
    assert (moves["product-manager"].kind, moves["product-manager"].named_by.basis) == ("feeder", "documented")
    assert (moves["vp-of-marketing"].kind, moves["vp-of-marketing"].named_by.basis) == ("advancement", "documented")
    aside = moves["brand-marketing-manager"]
    assert (aside.kind, aside.named_by.basis, aside.named_by.claims) == ("lateral", "inferred", ())
    assert aside.named_by.overlap == transfer(catalog, table, "marketing-manager", "brand-marketing-manager").readiness
    assert aside.named_by.overlap >= catalog.scoring.bands.next * 100


def test_a_claimed_move_names_claims_of_the_catalogue() -> None:
    catalog = shipped()
    book = RouteFinder(catalog, build_table(catalog), "product-manager").book
    for role in catalog.roles:
        for move in book.from_role(role.id):
            assert (move.named_by.basis == "documented") == bool(move.named_by.claims)
            assert set(move.named_by.claims) <= set(catalog.claim_by_id)
            assert (move.named_by.overlap is not None) == (move.named_by.basis == "inferred")


def test_no_route_says_why_and_what_would_open_one() -> None:
    catalog = shipped()
    lonely = tuple(msgspec.structs.replace(role, entry_roles=(), leads_to=(), feeders=()) for role in catalog.roles)
    apart = msgspec.structs.replace(catalog, roles=lonely)
    routes = RouteFinder(apart, build_table(apart), "vp-of-marketing").from_role("sales-representative", 3)
    assert routes.routes == ()
    assert routes.none is not None
    assert routes.none.opening
    opened = sum(gap.gain for gap in routes.none.opening)
    assert routes.none.overlap + opened >= routes.none.enough


def test_what_cannot_be_learned_closes_the_way() -> None:
    catalog = msgspec.structs.replace(shipped(), learning=())
    routes = RouteFinder(catalog, build_table(catalog), "product-manager").from_role("marketing-manager", 3)
    assert routes.routes == ()
    assert routes.none is not None
    assert routes.none.without_way


def test_somebody_with_everything_has_a_route_that_takes_nothing() -> None:
    catalog, table = shipped(), build_table(shipped())
    finder = RouteFinder(catalog, table, "product-manager")
    codes = incumbent(catalog, table, finder.goal).codes
    routes = finder.from_person(decoded_answers(catalog, codes, {}), 1)
    assert routes.readiness == 10_000
    assert routes.routes[0].effort.hours.high == 0
