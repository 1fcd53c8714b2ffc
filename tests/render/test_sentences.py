"""What is said where figures are out of the ordinary: nothing found, nothing missing, nothing to compare."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from careerpath.render import report_words
from careerpath.render.data.history import ProgressData
from careerpath.render.data.what_if import ImprovementData, ObstacleData, WhatIfData
from careerpath.render.text.options import RenderOptions
from careerpath.render.text.progress import progress_sentence
from careerpath.render.text.what_if import what_if_view

UNFOUND = WhatIfData(
    profile=None, goal="pm", title="Product manager", aim="top", by="hours", possible=False, proven=True, cost=None,
    bound=None, improvements=(), reasons=(), before=(), after=(),
)  # fmt: skip
CHANGED = ProgressData(compared=12, rose=5, fell=1, total=4, direction="rise", chance=1.25, least=3)


def shown(found: WhatIfData) -> str:
    return " ".join(what_if_view(found, RenderOptions(width=200, plain=True)).plain_text().split())


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"possible": None}, "The search was given up without an answer: there are too many ways to try."),
        ({}, "No raise of skills makes Product manager first in your ranking. This is proven."),
        ({"aim": "ready"}, "No raise of skills makes Product manager ready now. This is proven."),
        ({"possible": True}, "It comes first already. Nothing needs to change."),
        ({"possible": True, "aim": "ready"}, "You are ready for it already. Nothing needs to change."),
    ],
)
def test_where_no_raise_is_named_the_screen_and_the_report_say_why(changes: dict[str, Any], sentence: str) -> None:
    found = msgspec.structs.replace(UNFOUND, **changes)
    assert sentence in shown(found)
    assert report_words.what_if_answer(found) == sentence


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("background", "Years: asked for, and not a skill that one could raise."),
        ("no-learning", "Years: essential, and no learning in the catalogue leads to the level asked for."),
        ("readiness", "With every skill as high as learning leads, readiness is 12.5 points short of the band."),
        ("rival", "Years stays ahead by 12.5 points, even with every raise that helps Product manager against it"),
        (
            "rivals-together",
            "Each rival alone could be passed, but not all of them at once: what helps Product manager",
        ),
    ],
)
def test_every_obstacle_is_told(code: Any, sentence: str) -> None:
    reason = ObstacleData(code=code, item=None, role=None, label="Years", points=12.5)
    text = shown(msgspec.structs.replace(UNFOUND, reasons=(reason,)))
    assert "Why nothing that can be learnt is enough" in text
    assert sentence in text


def test_what_is_not_proven_to_be_the_least_is_said_with_its_bound() -> None:
    found = msgspec.structs.replace(UNFOUND, possible=True, proven=False, cost=40.0, bound=32.5)
    raised = ImprovementData(
        skill="seo", label="SEO", start=None, to=3, hours=None, hours_low=None, hours_high=None, learning=()
    )
    found = msgspec.structs.replace(found, improvements=(raised,))
    assert "40 h by the middle of the ranges; not proven to be the least, which is 32.5 or more" in shown(found)
    assert "SEO from not answered to 3 advanced" in shown(found)
    assert "No learning in the catalogue ends at this level." in shown(found)
    assert report_words.what_if_answer(found) == (
        "About 40 h of learning, by the middle of the ranges (the least is 32.5 h or more):"
    )
    assert report_words.improvement(raised) == "SEO from not answered to 3 advanced"


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, "more than the noise of self-ratings (if nothing had changed, 1.2 of 100 would show as much)."),
        (
            {"direction": "fall", "chance": 0.04},
            (
                "a fall, more than the noise of self-ratings (if nothing had changed, less than 0.1 of 100 would show "
                "as much)."
            ),
        ),
        (
            {"direction": "noise"},
            "no more than the noise of self-ratings; levels would have to be up by 3 in sum, and are by 4.",
        ),
        (
            {"direction": "noise", "least": None},
            "no more than the noise of self-ratings; with so few changes nothing could be more.",
        ),
    ],
)
def test_progress_is_told_with_its_certainty(changes: dict[str, Any], told: str) -> None:
    sentence = progress_sentence(msgspec.structs.replace(CHANGED, **changes))
    assert sentence == f"5 up, 1 down, of 12 skills rated both times: {told}"


def test_no_progress_is_told_as_none() -> None:
    unmoved = msgspec.structs.replace(CHANGED, direction="nothing")
    assert progress_sentence(unmoved) == "no level differs, of 12 skills rated both times."
    uncompared = msgspec.structs.replace(CHANGED, compared=0)
    assert progress_sentence(uncompared) == "no skill was rated both times, so nothing can be compared."
