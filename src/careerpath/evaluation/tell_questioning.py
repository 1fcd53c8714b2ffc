"""The chapter on the questionnaire in words and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.evaluation.questioning import WAYS
from careerpath.evaluation.reliability import ENOUGH
from careerpath.evaluation.section import Grid, Section, share_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerpath.evaluation.questioning import QuizFigures, WayFigures
    from careerpath.evaluation.reliability import Bin

INTRODUCTION = (
    "How short can the quiz be? Each person answers every question; the quiz asks for some of these answers. Its first "
    "role is right if all the answers give the same one. A quick quiz stops when it is 90 % sure, or after 30 "
    "questions on skills and likes, and says how sure it is; a certified one stops when no answer could change it. "
    "File order and random order ask with the stop of the quick quiz, but do not choose what they ask."
)
SURE = (
    "What is said must not be above what is true, for people of any kind. The confidence of a quick quiz holds one "
    "person in a hundred to resemble a role: a handful of chosen answers is easily given by chance. Excess is what was "
    "said less what was true, in points; with 300 people its standard error is up to 3. For people who resemble a role "
    "the quiz is too modest, which is the price for being right about those who do not."
)
SCREENS = (
    "A screen is one question. At eight seconds each, the 37 of the longest quick quiz take just under five minutes."
)


def tell_quiz(figures: QuizFigures) -> Section:
    """The chapter."""
    return Section("The questionnaire: how short, and how sure?", tuple(_parts(figures)))


def _parts(figures: QuizFigures) -> Iterator[str | Grid]:
    yield INTRODUCTION
    people = figures.populations[0].people
    yield f"{people} people of each kind, seed {figures.seed}; there are {figures.skills} skills to ask about."
    heads = ("people", *WAYS)
    yield Grid(
        "Questions on skills: median (90th percentile)",
        heads,
        tuple((p.population, *(f"{w.skills:.0f} ({w.skills_most:.0f})" for w in p.ways)) for p in figures.populations),
    )
    yield Grid(
        "The first role is that of the whole questionnaire, % of people (share of its first three in the first three)",
        heads,
        tuple(
            (p.population, *(f"{share_text(w.first)} ({100 * w.three:.0f})" for w in p.ways))
            for p in figures.populations
        ),
    )
    yield SURE
    yield Grid(
        "Quick: said, true and excess, %; excess of the same stop with the other two orders",
        ("people", "said", "true", "excess", "file order", "random order"),
        tuple(
            _said(population.population, {way.way: way for way in population.ways})
            for population in figures.populations
        ),
    )
    yield Grid(
        f"Quick, by tenths of what was said: said - true (people), % ; tenths with fewer than {ENOUGH} people left out",
        ("people", "50-", "50+", "60+", "70+", "80+", "90+"),
        tuple((p.population, *_bins(p.ways[0].bins)) for p in figures.populations),
    )
    yield SCREENS
    yield Grid(
        "Screens of a whole quick quiz, background included",
        ("people", "median", "90th percentile", "likes"),
        tuple(
            (p.population, f"{p.ways[0].screens:.0f}", f"{p.ways[0].screens_most:.0f}", f"{p.ways[0].likes:.0f}")
            for p in figures.populations
        ),
    )


def _said(population: str, ways: dict[str, WayFigures]) -> tuple[str, ...]:
    quick = ways["quick"]
    others = (f"{100 * ways[way].excess:+.1f}" for way in ("file order", "random order"))
    return (population, share_text(quick.said), share_text(quick.first), f"{100 * quick.excess:+.1f}", *others)


def _bins(bins: tuple[Bin, ...]) -> Iterator[str]:
    low = [entry for entry in bins if entry.low < 0.5]  # noqa: PLR2004 (what is likelier false than true)
    groups = [low, *([entry for entry in bins if round(10 * entry.low) == tenth] for tenth in range(5, 10))]
    for group in groups:
        cases = sum(entry.cases for entry in group)
        said, right = (
            sum(e.cases * value for e, value in zip(group, values, strict=True))
            for values in ([e.said for e in group], [e.right for e in group])
        )
        yield f"{100 * said / cases:.0f} - {100 * right / cases:.0f} ({cases})" if cases >= ENOUGH else ""
