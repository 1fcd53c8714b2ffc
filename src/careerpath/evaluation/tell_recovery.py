"""The chapter on recovery in words and tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.evaluation.recovery import ERRORS, METHODS
from careerpath.evaluation.section import Grid, Section, share_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerpath.evaluation.recovery import ErrorShares, RecoveryFigures

INTRODUCTION = (
    "People are simulated who have exactly what a role asks for, in skills and background, and in every other skill "
    "level 0 or 1 at random; what they like is at random. Their answers about skills are disturbed by a normal error, "
    "rounded and held within 0 and 4. A good score puts their own role first. Ties count as drawn by lot. Three "
    "simpler scores are measured on the same people: coverage (the readiness alone), and how near the levels are to "
    "those asked for, by cosine similarity and by Euclidean distance."
)
LIMIT = (
    "What this shows: the score can tell the roles of the catalogue apart, also when answers err. What it does not "
    "show: that the catalogue describes the roles rightly. The people are made from the catalogue itself, so a wrong "
    "level in it makes wrong incumbents, and they are recovered just as well."
)
SURPLUS = (
    "The surplus constant says what a level that a role does not use costs, in percent of what a level that it asks "
    "for brings. At 0 the score is coverage plus appeal, and the roles that ask least crowd out the others."
)
APPEAL = (
    "The appeal weight says how much a liking counts beside what somebody can do. Its cost is seen in people whose "
    "likes are at random: the more it weighs, the more of them it carries away from the role that they meet."
)
HARDER = (
    "People who fit less well, at the largest error: with more levels that their role has no use for, a level short "
    "or above throughout, or with half of the skills not answered."
)


def tell_recovery(figures: RecoveryFigures, *, whole: bool) -> Section:
    """The chapter; with `whole`, every role as well."""
    return Section("Recovery: does the right role come first?", tuple(_parts(figures, whole=whole)))


def _parts(figures: RecoveryFigures, *, whole: bool) -> Iterator[str | Grid]:
    yield INTRODUCTION
    yield f"{figures.each} people for each role, seed {figures.seed}."
    for name, title in (("first", "Own role first"), ("three", "Own role within the first three")):
        yield Grid(
            f"{title}, % of people, by the error of the answers (standard deviation, levels)",
            ("score by", *(f"error {error}" for error in ERRORS)),
            tuple((method, *(share_text(getattr(e, name)[method]) for e in figures.errors)) for method in METHODS),
        )
    yield LIMIT
    if whole:
        yield from (_by_role(shares) for shares in figures.errors)
    else:
        yield _weakest(figures.errors[-1])
    yield SURPLUS
    yield Grid(
        "Own role first, % of people, by the surplus constant",
        ("surplus constant", *(f"error {error}" for error in ERRORS)),
        tuple(
            (_marked(point.percent, figures.surplus), *map(share_text, point.first.values()))
            for point in figures.surplus_curve
        ),
    )
    yield APPEAL
    yield Grid(
        f"Own role first, % of people, by the appeal weight (error {ERRORS[-1]})",
        ("appeal weight", *figures.appeal_curve[0].first),
        tuple(
            (_marked(point.percent, figures.appeal), *map(share_text, point.first.values()))
            for point in figures.appeal_curve
        ),
    )
    yield HARDER
    yield Grid(
        f"Own role first (within the first three), % of people, error {ERRORS[-1]}",
        ("people", *METHODS),
        tuple((row.people, *(_pair(row.first[m], row.three[m]) for m in METHODS)) for row in figures.harder),
    )


def _by_role(shares: ErrorShares) -> Grid:
    return Grid(
        f"Own role first (within the first three), % of the incumbents of each role, error {shares.error}",
        ("role", *METHODS),
        tuple((row.role, *(_pair(row.first[m], row.three[m]) for m in METHODS)) for row in shares.roles),
    )


def _weakest(shares: ErrorShares) -> Grid:
    weakest = sorted(shares.roles, key=lambda row: (row.first["score"], row.role))[:5]
    return Grid(
        f"The five roles that come first least often, % of their incumbents, error {shares.error}",
        ("role", "first", "first three"),
        tuple((row.role, share_text(row.first["score"]), share_text(row.three["score"])) for row in weakest),
    )


def _pair(first: float, three: float) -> str:
    return f"{100 * first:.0f} ({100 * three:.0f})"


def _marked(percent: int, used: int) -> str:
    return f"{percent} % (in use)" if percent == used else f"{percent} %"
