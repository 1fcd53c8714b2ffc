"""Suggestions for misspelt names."""

from __future__ import annotations

import time

from careerpath.suggest import closest


def test_the_closest_name_is_found_whatever_its_case() -> None:
    assert closest("roadmaping", ["roadmapping", "seo"]) == ("roadmapping",)
    assert closest("PRODUCT MANGER", ["Product manager", "Marketing manager"]) == ("Product manager",)
    assert closest("managr", ["Manager", "manage", "x"], count=2) == ("Manager", "manage")


def test_nothing_is_suggested_where_nothing_is_close() -> None:
    assert closest("zzz", ["roadmapping", "seo"]) == ()
    assert closest("", []) == ()


def test_long_names_take_no_time() -> None:
    assert closest("a" * 1_000_000, ["a" * 1_000_000, "b"]) == ("a" * 1_000_000,)


def test_a_huge_catalogue_takes_no_time() -> None:
    # Without a bound on the names that are compared, each of these takes a quarter of a second.
    known = [f"some-skill-{number}" for number in range(20_000)]
    begin = time.process_time()
    for _ in range(20):
        assert closest("some-skill-7777777", known)
    assert time.process_time() - begin < 2
