"""What is said about a result: each threshold from both sides, and every combination of ability and liking."""

from __future__ import annotations

import pytest

from careerpath.model.answers import Answers
from careerpath.model.assessment import Band, Range, RoleAssessment
from careerpath.scoring.assess import Score, band_of
from careerpath.scoring.verdict import CLEAR, cautions_about, chosen_for, disagreement, verdict_of
from support.catalogs import shipped

NEXT = shipped().scoring.bands.next * 100
READY = shipped().scoring.bands.ready * 100
LIKES = Answers(likes={"write": 3})


def role(readiness: int, appeal: int, band: Band = "later") -> RoleAssessment:
    any_range = Range(low=0, high=10_000)
    return RoleAssessment(
        role="any", rank=1, tied=False, band=band, basis="documented", match=0, match_range=any_range,
        readiness=readiness, readiness_range=any_range, appeal=appeal, unmet_essentials=(), explanation=(), gaps=(),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("chances", "certainty", "roles", "chance"),
    [
        ({"a": CLEAR, "b": 2000}, "clear", ("a",), 8000),
        ({"a": CLEAR - 1, "b": 2001}, "close", ("a", "b"), 10_000),
        ({"a": 3000, "b": 3000, "c": 3000, "d": 1000}, "close", ("a", "b", "c"), 9000),
        ({"a": 2500, "b": 2500, "c": 2500, "d": 2500}, "open", ("a", "b", "c", "d"), 10_000),
        ({"b": 5000, "a": 5000}, "close", ("a", "b"), 10_000),
        ({"a": 100, "b": 9900}, "clear", ("b",), 9900),
        ({"a": 6000, "b": 6000}, "close", ("a", "b"), 10_000),
        ({"a": 3000}, "clear", ("a",), 3000),
    ],
)
def test_the_verdict_names_the_fewest_that_hold_four_fifths(
    chances: dict[str, int], certainty: str, roles: tuple[str, ...], chance: int
) -> None:
    verdict = verdict_of(chances)
    assert (verdict.certainty, verdict.roles, verdict.chance) == (certainty, roles, chance)


@pytest.mark.parametrize(
    ("readiness", "appeal", "answers", "why"),
    [
        (NEXT, 5500, LIKES, "both"),
        (NEXT - 1, 5500, LIKES, "liking"),
        (NEXT, 5499, LIKES, "ability"),
        (NEXT - 1, 5499, LIKES, "neither"),
        (NEXT, 9000, Answers(), "ability, likes unknown"),
        (NEXT - 1, 9000, Answers(likes={"write": None}), "neither, likes unknown"),
    ],
)
def test_what_a_role_is_chosen_for(readiness: int, appeal: int, answers: Answers, why: str) -> None:
    assert chosen_for(shipped(), role(readiness, appeal), answers) == why


@pytest.mark.parametrize(
    ("band", "readiness", "appeal", "said"),
    [
        ("ready", 9000, 4499, "You could do this today, but you like little of it."),
        ("ready", 9000, 4500, None),
        ("later", NEXT - 1, 5500, "You would like the work, but much of what it asks for is still missing."),
        ("later", NEXT - 1, 5499, None),
        ("next", NEXT, 5500, None),
        ("next", NEXT, 4499, "You have much of what it asks for, but you like little of it."),
        ("next", NEXT, 4500, None),
        ("later", NEXT - 1, 4499, None),
    ],
)
def test_a_contradiction_between_the_axes_is_said(band: Band, readiness: int, appeal: int, said: str | None) -> None:
    assert disagreement(shipped(), role(readiness, appeal, band)) == said


def skills(*levels: int | None) -> dict[str, int | None]:
    return {f"skill-{number}": level for number, level in enumerate(levels)}


@pytest.mark.parametrize(
    ("answers", "codes"),
    [
        (Answers(), ["no-skills"]),
        (Answers(skills=skills(None, None), likes=dict.fromkeys("abcdefgh", 3)), ["no-skills"]),
        (Answers(skills=skills(*range(5), 0, 1)), ["few-skills"]),
        (Answers(skills=skills(*range(5), 0, 1, None)), ["few-skills"]),
        (Answers(skills=skills(*range(5), 0, 1, 2)), []),
        (Answers(skills=skills(*[2] * 7)), ["few-skills"]),
        (Answers(skills=skills(*[2] * 8)), ["uniform-skills"]),
        (Answers(skills=skills(*[2] * 9, 1)), ["uniform-skills"]),
        (Answers(skills=skills(*[2] * 8, 1)), []),
        (Answers(skills=skills(*range(5), 0, 1, 2), likes=dict.fromkeys("abcdefgh", 3)), ["uniform-likes"]),
        (Answers(skills=skills(*range(5), 0, 1, 2), likes={**dict.fromkeys("abcdefg", 3), "h": None}), []),
        (Answers(skills=skills(*range(5), 0, 1, 2), likes={**dict.fromkeys("abcdefgh", 3), "i": 4}), []),
    ],
)
def test_what_makes_ranks_mean_less_is_said(answers: Answers, codes: list[str]) -> None:
    assert [caution.code for caution in cautions_about(answers)] == codes


def test_cautions_give_their_figures() -> None:
    said = [
        cautions_about(Answers())[0].message,
        cautions_about(Answers(skills=skills(1)))[0].message,
        cautions_about(Answers(skills=skills(1, 2)))[0].message,
        cautions_about(Answers(skills=skills(*[2] * 9, 1), likes=dict.fromkeys("abcdefgh", 3)))[0].message,
        cautions_about(Answers(skills=skills(*[2] * 9, 1), likes=dict.fromkeys("abcdefgh", 3)))[1].message,
    ]
    assert said == [
        "No skill is rated, so the ranks rest on the prior alone.",
        "Only 1 skill is rated; most of the ranks is guesswork.",
        "Only 2 skills are rated; most of the ranks is guesswork.",
        (
            "9 of 10 skills have the same level, so the ranks mean little: "
            "they show which role asks for about that level, not what sets you apart."
        ),
        "You like everything equally, so appeal says nothing here.",
    ]


@pytest.mark.parametrize(
    ("readiness", "low", "unmet", "band"),
    [
        (READY, READY, (), "ready"),
        (READY, READY - 1, (), "next"),
        (READY, READY, ("skill:any",), "next"),
        (NEXT, 0, (), "next"),
        (NEXT - 1, 0, (), "later"),
    ],
)
def test_each_band_begins_at_its_figure(readiness: int, low: int, unmet: tuple[str, ...], band: Band) -> None:
    ends = Range(low=low, high=10_000)
    score = Score(role="any", match=0, match_range=ends, readiness=readiness, readiness_range=ends, appeal=0)
    assert band_of(shipped(), score, unmet) == band
