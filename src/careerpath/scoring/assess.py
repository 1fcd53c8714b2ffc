"""Scores a person against every role of a catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import msgspec

from careerpath.model.assessment import Assessment, Band, Range, RoleAssessment
from careerpath.scoring import appeal
from careerpath.scoring.explain import Answered, Explainer
from careerpath.scoring.table import RoleTerms, ScoreTable, Term, build_table

if TYPE_CHECKING:
    from collections.abc import Iterable

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
    answered = Answered.from_answers(catalog, answers)
    rows = {row.role: row for row in table.roles}
    scorer = Scorer(table, answered, catalog.scoring.appeal)
    scores = [scorer.score(row) for row in table.roles]
    scores.sort(key=lambda entry: (-entry.match, rows[entry.role].among_equals))
    matches = [score.match for score in scores]
    explainer = Explainer(catalog, table, answered)
    return Assessment(
        catalog=catalog.name,
        catalog_version=catalog.version,
        catalog_digest=catalog.digest,
        answers=answers.in_order(),
        answered=len(answered.codes) + len(answered.likes),
        asked_for=len(table.items) + len(table.activities),
        roles=tuple(
            _role_assessment(catalog, explainer, rows[score.role], score, answered, matches) for score in scores
        ),
    )


class Scorer:
    """Scores one person for roles of a table.

    A skill that a role does not ask for counts the same in every such role. So these are added up once, for no role;
    a role then takes those out that it asks for and puts its own in.
    """

    def __init__(self, table: ScoreTable, answered: Answered, appeal_percent: int) -> None:
        """`appeal_percent`: points of match for each point of appeal above or below 50, in percent."""
        self._answered = answered
        self._activities = table.activities
        self._percent = appeal_percent
        names = [item.name for item in table.items if item.name.startswith("skill:")]
        self._unasked = {name: _figures(table.unasked, answered.codes.get(name)) for name in names}
        self._nothing_asked = _summed(self._unasked.values())
        self._idle = {name: _worth(table.unasked, answered.codes.get(name)) for name in names}
        self._all_idle = sum(self._idle.values())

    def match(self, row: RoleTerms) -> int:
        """The match of one role, in hundredths."""
        codes, idle = self._answered.codes, self._idle
        worths = [_worth(term, codes.get(name)) - idle.get(name, 0) for name, term in row.terms.items()]
        liked = appeal.match_points(row, self._answered.likes, self._percent) if self._answered.likes else {}
        return self._all_idle + sum(worths) + sum(liked.values())

    def score(self, row: RoleTerms) -> Score:
        """The figures of one role, with the range that the missing answers leave open.

        The ranges hold for every way of giving the missing answers that leaves the given ones standing: who has told a
        field of study is taken to have studied.
        """
        asked = [_figures(term, self._answered.codes.get(name)) for name, term in row.terms.items()]
        instead = _summed(self._unasked[name] for name in row.terms if name in self._unasked)
        whole = _summed([self._nothing_asked, *asked])
        worth, match_low, match_high, readiness, low, high = map(int.__sub__, whole, instead)
        likes = self._answered.likes
        liked = appeal.match_points(row, likes, self._percent)
        liked_low, liked_high = appeal.match_range(row, likes, self._activities, self._percent)
        return Score(
            role=row.role,
            match=worth + sum(liked.values()),
            match_range=Range(low=match_low + liked_low, high=match_high + liked_high),
            readiness=readiness,
            readiness_range=Range(low=low, high=high),
            appeal=appeal.appeal_of(row, likes),
        )


_Figures: TypeAlias = tuple[int, ...]
"""What an item adds to the match, its lowest and its highest, the readiness, and its lowest and its highest."""


def _worth(term: Term, code: int | None) -> int:
    return term.unknown_coverage + term.unknown_surplus if code is None else term.coverage[code] + term.surplus[code]


def _figures(term: Term, code: int | None) -> _Figures:
    if code is not None:
        have = term.coverage[code]
        worth = have + term.surplus[code]
        return worth, worth, worth, have, have, have
    worths = [have + over for have, over in zip(term.coverage, term.surplus, strict=True)]
    return _worth(term, code), min(worths), max(worths), term.unknown_coverage, min(term.coverage), max(term.coverage)


def _summed(figures: Iterable[_Figures]) -> _Figures:
    return tuple(map(sum, zip((0,) * 6, *figures, strict=True)))


def _role_assessment(
    catalog: Catalog, explainer: Explainer, row: RoleTerms, score: Score, answered: Answered, matches: list[int]
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
        explanation=explainer.match(row),
        gaps=explainer.gaps(row),
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
