"""The test of progress: exact by enumeration, and right often enough in simulation."""

from __future__ import annotations

import random
from collections import Counter
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerpath.model.answers import Answers
from careerpath.pathways.progress import measure_progress, sign_sums
from careerpath.scoring.belief import ERROR

LEVELS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=9)


def answers(levels: list[int]) -> Answers:
    return Answers(skills={f"s{number}": level for number, level in enumerate(levels)})


@given(st.lists(st.integers(1, 4), max_size=9))
def test_sums_are_those_of_all_signs(sizes: list[int]) -> None:
    every = Counter(
        sum(sign * size for sign, size in zip(signs, sizes, strict=True))
        for signs in product((1, -1), repeat=len(sizes))
    )
    assert sign_sums(Counter(sizes)) == dict(every)


@given(LEVELS, st.integers(1, 3))
def test_the_chance_is_that_of_all_signs(pairs: list[tuple[int, int]], tests: int) -> None:
    progress = measure_progress(answers([old for old, _ in pairs]), answers([new for _, new in pairs]), tests=tests)
    moved = [new - old for old, new in pairs if new != old]
    total = sum(moved)
    sums = [
        sum(sign * abs(change) for sign, change in zip(signs, moved, strict=True))
        for signs in product((1, -1), repeat=len(moved))
    ]
    chance = sum(value >= abs(total) for value in sums) / len(sums)
    assert progress.total == total
    assert chance * 100 <= progress.chance / 100 < chance * 100 + 0.01
    assert (progress.direction in {"rise", "fall"}) == (bool(total) and chance * tests <= 0.05)
    rare = {value for value in sums if value > 0 and sum(other >= value for other in sums) * tests * 20 <= len(sums)}
    assert progress.least == min(rare, default=None)
    assert (progress.direction == "rise") == (total in rare)


@given(LEVELS)
def test_backwards_a_rise_is_a_fall(pairs: list[tuple[int, int]]) -> None:
    forth = measure_progress(answers([old for old, _ in pairs]), answers([new for _, new in pairs]))
    back = measure_progress(answers([new for _, new in pairs]), answers([old for old, _ in pairs]))
    assert back.direction == {"rise": "fall", "fall": "rise"}.get(forth.direction, forth.direction)
    assert (back.total, back.rose, back.fell, back.chance) == (-forth.total, forth.fell, forth.rose, forth.chance)


@pytest.mark.parametrize(("ups", "direction"), [(0, "nothing"), (1, "noise"), (4, "noise"), (5, "rise")])
def test_five_of_five_are_needed(ups: int, direction: str) -> None:
    levels = [1] * 8
    progress = measure_progress(answers(levels), answers([2] * ups + levels[ups:]))
    assert progress.direction == direction


def test_what_is_rare_is_not_rounded() -> None:
    # Of the 1,024 ways in which these changes could go, 17 come to as much: 1.6602 %, less than a third of 5 %.
    changes = [1, 1, 1, 1, 2, 2, 2, 2, 2, -2]
    progress = measure_progress(answers([2] * 10), answers([2 + change for change in changes]), tests=3)
    assert (progress.total, progress.chance, progress.least, progress.direction) == (12, 167, 12, "rise")


def test_looking_more_often_asks_for_more() -> None:
    levels = [1] * 8
    assert measure_progress(answers(levels), answers([2] * 5 + [1] * 3), tests=2).direction == "noise"


def test_only_what_was_rated_both_times_counts() -> None:
    before = Answers(skills={"a": 1, "b": None, "c": 2})
    after = Answers(skills={"a": 2, "b": 4, "d": 4})
    assert measure_progress(before, after).compared == 1
    assert measure_progress(before, after, among=["b", "c"]).compared == 0


@pytest.mark.parametrize("size", [10, 30])
def test_false_progress_and_true(size: int) -> None:
    draw = random.Random(size)  # noqa: S311 (no secret)
    errors = [step for step, chance in ERROR.items() for step in {step, -step} for _ in range(round(100 * chance))]

    def said(levels: list[int]) -> Answers:
        return answers([min(max(level + draw.choice(errors), 0), 4) for level in levels])

    false = true = 0
    people = 1500
    for _ in range(people):
        levels = [draw.randint(0, 3) for _ in range(size)]
        risen = [level + (place < 10) for place, level in enumerate(levels)]
        false += measure_progress(said(levels), said(levels)).direction == "rise"
        true += measure_progress(said(levels), said(risen)).direction == "rise"
    assert false / people <= 0.05
    assert true / people >= (0.6 if size == 10 else 0.35)
