"""Scores a person against every role of a catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from careerpath.model.assessment import Assessment, Band, Range, RoleAssessment
from careerpath.scoring import appeal
from careerpath.scoring.explain import Answered, explain_match, find_gaps
from careerpath.scoring.items import coded_answers
from careerpath.scoring.table import RoleTerms, ScoreTable, build_table

if TYPE_CHECKING:
    from careerpath.model.answers import Answers
    from careerpath.model.catalog import Catalog


class Score(msgspec.Struct, frozen=True):
    """The bare figures of one role for one person, in hundredths."""

    role: str
    match: int
    match_range: Range
    readiness: int
    readiness_range: Range
    appeal: int


def assess(catalog: Catalog, answers: Answers, *, table: ScoreTable | None = None) -> Assessment:
    """Every role of the catalogue for one person, best match first; equal matches from the lowest rung up, then by id.

    Args:
        catalog: the catalogue.
        answers: valid answers (see `quiz.questions.is_valid_answer`); those that are missing are unknown, not zero.
        table: the catalogue's table, if it is at hand.

    Returns:
        The assessment, with the answers in the order of their names: equal answers give the same bytes.
    """
    table = table or build_table(catalog)
    answered = Answered(
        codes=coded_answers(catalog, answers),
        likes={activity: like for activity, like in answers.likes.items() if like is not None},
    )
    rows = {row.role: row for row in table.roles}
    scores = [score(table, row, answered, catalog.scoring.appeal) for row in table.roles]
    scores.sort(key=lambda entry: (-entry.match, rows[entry.role].among_equals))
    matches = [score.match for score in scores]
    return Assessment(
        catalog=catalog.name,
        catalog_version=catalog.version,
        catalog_digest=catalog.digest,
        answers=answers.in_order(),
        answered=len(answered.codes) + len(answered.likes),
        asked_for=len(table.items) + len(table.activities),
        roles=tuple(_role_assessment(catalog, table, rows[score.role], score, answered, matches) for score in scores),
    )


def score(table: ScoreTable, row: RoleTerms, answered: Answered, appeal_percent: int) -> Score:
    """The figures of one role, with the range that the missing answers leave open.

    Args:
        table: the table that the row belongs to.
        row: the role.
        answered: what is known.
        appeal_percent: points of match for each point of appeal above or below 50, in percent.

    Returns:
        Figures in hundredths. The ranges hold for every way of giving the missing answers that leaves the given ones
        standing: who has told a field of study is taken to have studied.
    """
    match = readiness = match_low = match_high = low = high = 0
    for item in table.items:
        term = row.terms.get(item.name) or (table.unasked if item.name.startswith("skill:") else None)
        if term is None:
            continue
        code = answered.codes.get(item.name)
        if code is not None:
            worth = term.coverage[code] + term.surplus[code]
            match, match_low, match_high = match + worth, match_low + worth, match_high + worth
            readiness, low, high = (figure + term.coverage[code] for figure in (readiness, low, high))
        else:
            worths = [c + s for c, s in zip(term.coverage, term.surplus, strict=True)]
            match += term.unknown_coverage + term.unknown_surplus
            match_low, match_high = match_low + min(worths), match_high + max(worths)
            readiness += term.unknown_coverage
            low, high = low + min(term.coverage), high + max(term.coverage)
    liked_low, liked_high = appeal.match_range(row, answered.likes, table.activities, appeal_percent)
    return Score(
        role=row.role,
        match=match + sum(appeal.match_points(row, answered.likes, appeal_percent).values()),
        match_range=Range(low=match_low + liked_low, high=match_high + liked_high),
        readiness=readiness,
        readiness_range=Range(low=low, high=high),
        appeal=appeal.appeal_of(row, answered.likes),
    )


def _role_assessment(
    catalog: Catalog, table: ScoreTable, row: RoleTerms, score: Score, answered: Answered, matches: list[int]
) -> RoleAssessment:
    unmet = unmet_essentials(row, answered)
    role = catalog.role_by_id[score.role]
    return RoleAssessment(
        role=score.role,
        rank=matches.index(score.match) + 1,
        tied=matches.count(score.match) > 1,
        band=band_of(catalog, score, unmet),
        basis=role.basis,
        match=score.match,
        match_range=score.match_range,
        readiness=score.readiness,
        readiness_range=score.readiness_range,
        appeal=score.appeal,
        unmet_essentials=unmet,
        explanation=explain_match(catalog, table, row, answered),
        gaps=find_gaps(catalog, row, answered),
    )


def unmet_essentials(row: RoleTerms, answered: Answered) -> tuple[str, ...]:
    """The items that are essential to the role and unmet or unknown."""
    return tuple(
        sorted(
            name
            for name, requirement in row.requirements.items()
            if requirement.importance == "essential"
            and (name not in answered.codes or row.terms[name].coverage[answered.codes[name]] < row.terms[name].full)
        )
    )


def band_of(catalog: Catalog, score: Score, unmet: tuple[str, ...]) -> Band:
    """The band: `ready` only if even the worst of the missing answers leaves it so, and nothing essential is open."""
    bands = catalog.scoring.bands
    if not unmet and score.readiness_range.low >= bands.ready * 100:
        return "ready"
    return "next" if score.readiness >= bands.next * 100 else "later"
