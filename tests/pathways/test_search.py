"""The search for routes against networkx and against every route there is, on random graphs."""

from __future__ import annotations

import random
from itertools import islice

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from careerpath.pathways.search import Cost, Graph, cheapest_routes

GOAL = "n0"


def random_graph(seed: int) -> nx.DiGraph:
    draw = random.Random(seed)  # noqa: S311 (no secret)
    graph = nx.DiGraph()
    names = [f"n{number}" for number in range(draw.randint(2, 8))]
    graph.add_nodes_from(names)
    for source in names:
        for target in names:
            if source != target and draw.random() < draw.choice((0.2, 0.5)):
                graph.add_edge(source, target, weight=draw.randint(0, 4))
    return graph


def as_graph(graph: nx.DiGraph, *, bounded: bool) -> Graph[str]:
    """With the true shortest lengths as the bound, or with none."""
    lengths = nx.single_source_dijkstra_path_length(graph.reverse(), GOAL)
    hops = nx.single_source_shortest_path_length(graph.reverse(), GOAL)

    def bound(place: str) -> Cost | None:
        if not bounded:
            return (0,)
        return (lengths[place],) if place in lengths else None

    def steps(place: str) -> list[tuple[str, Cost]]:
        return [(target, (edge["weight"],)) for target, edge in graph[place].items()]

    return Graph(
        name=lambda place: place, steps=steps, bound=bound, left=lambda place: hops.get(place, 99) if bounded else 0
    )


@given(seed=st.integers(0, 2**32), count=st.integers(1, 6), bounded=st.booleans())
def test_costs_are_those_of_networkx(*, seed: int, count: int, bounded: bool) -> None:
    graph = random_graph(seed)
    start = max(graph)
    found = cheapest_routes(as_graph(graph, bounded=bounded), start, GOAL, count=count, longest=len(graph))
    if nx.has_path(graph, start, GOAL):
        paths = list(islice(nx.shortest_simple_paths(graph, start, GOAL, weight="weight"), count))
    else:
        paths = []
    assert [route.cost[0] for route in found] == [nx.path_weight(graph, path, "weight") for path in paths]
    for route in found:
        assert nx.path_weight(graph, list(route.names), "weight") == route.cost[0]
        assert len(set(route.names)) == len(route.names)
    assert len({route.names for route in found}) == len(found)


@given(seed=st.integers(0, 2**32), count=st.integers(1, 6), longest=st.integers(1, 4), bounded=st.booleans())
def test_short_routes_are_the_first_of_all_of_them(*, seed: int, count: int, longest: int, bounded: bool) -> None:
    graph = random_graph(seed)
    start = max(graph)
    every = sorted(
        (nx.path_weight(graph, path, "weight"), tuple(path))
        for path in nx.all_simple_paths(graph, start, GOAL, cutoff=longest)
    )
    found = cheapest_routes(as_graph(graph, bounded=bounded), start, GOAL, count=count, longest=longest)
    assert [(route.cost[0], route.names) for route in found] == every[:count]


def test_no_way_at_all() -> None:
    graph = nx.DiGraph()
    graph.add_nodes_from(["n0", "n1"])
    assert cheapest_routes(as_graph(graph, bounded=True), "n1", GOAL, count=3, longest=5) == ()
