"""No value of a result can be altered, removed, added or moved without being noticed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from careerpath.answers.read import answers_from
from careerpath.errors import InvalidInputError
from careerpath.quiz.questions import all_questions
from careerpath.verification.compare import find_differences
from careerpath.verification.saved import SavedResult, parse_saved
from careerpath.verification.verify import as_json, recompute
from verification.mutations import altered, other_shapes, replaced, sampled, spots

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerpath.model.catalog import Catalog
    from careerpath.parsing.node import Node
    from careerpath.quiz.questions import AskedQuestion

KEPT = slice(None, None, 14)
"""The first, the middle and the last recommendation: comparing all of them a thousand times takes a minute."""


@pytest.fixture(scope="module")
def saved(saved_bytes: bytes) -> SavedResult:
    return parse_saved(saved_bytes, "anna.json")


@pytest.fixture(scope="module")
def expected(saved: SavedResult, catalog: Catalog) -> object:
    return as_json(saved, recompute(catalog, answers_from(saved.answers, catalog), "anna"))


@pytest.fixture(scope="module")
def fewer(saved_bytes: bytes, expected: Any) -> tuple[Node, object]:
    """The result and what it should be, with fewer recommendations."""
    saved = parse_saved(saved_bytes, "anna.json")
    saved.recommendations.value = saved.recommendations.entries()[KEPT]
    data = {**expected["data"], "recommendations": expected["data"]["recommendations"][KEPT]}
    return saved.whole, {**expected, "data": data}


def test_the_result_itself_holds(saved: SavedResult, expected: object, fewer: tuple[Node, object]) -> None:
    assert find_differences(saved.whole, expected) == ()
    assert find_differences(*fewer) == ()


def test_every_altered_value_is_caught(fewer: tuple[Node, object]) -> None:
    whole, expected = fewer
    missed, tried = [], 0
    for spot in sampled(spots(whole)):
        if isinstance(spot.node.value, dict | list):
            continue
        tried += 1
        with replaced(spot.node, altered(spot.node.value)):
            differences = find_differences(whole, expected)
        # Exactly the altered value is blamed, where it does not also tell which entry it belongs to.
        if not any(difference.location == spot.node.location for difference in differences):
            missed.append(spot.path)
    assert not missed
    assert tried > 250


def test_every_change_of_shape_is_caught(fewer: tuple[Node, object]) -> None:
    whole, expected = fewer
    missed, tried, seen = [], 0, set[tuple[str, str]]()
    for spot in sampled(spots(whole)):
        for what, value in other_shapes(spot.node):
            if (spot.field, what) in seen:
                continue
            seen.add((spot.field, what))
            tried += 1
            with replaced(spot.node, value):
                if not find_differences(whole, expected):
                    missed.append((spot.path, what))
    assert not missed
    assert tried > 300


def _other_answers(question: AskedQuestion, node: Node) -> Iterator[object]:
    if question.answer == "several":
        yield node.entries()[:1]
    elif question.answer == "years":
        yield from {0, 5} - {node.value}
    else:
        others = [option.value for option in question.options if option.value != node.value]
        yield others[0]
    if node.value is not None:
        yield None


def test_every_altered_answer_is_caught(saved: SavedResult, catalog: Catalog) -> None:
    missed, tried = [], 0
    for number, question in enumerate(all_questions(catalog)):
        section = saved.answers.get(question.part)
        node = section.get(question.subject) if section else None
        if node is None or (question.part != "background" and number % 9):
            continue
        for answer in _other_answers(question, node):
            tried += 1
            with replaced(node, answer):
                try:
                    after = as_json(saved, recompute(catalog, answers_from(saved.answers, catalog), "anna"))
                except InvalidInputError:
                    continue
                if not find_differences(saved.whole, after):
                    missed.append((question.id, answer))
    assert not missed
    assert tried >= 15
