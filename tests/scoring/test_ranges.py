"""Unanswered is unknown, not zero: the ranges hold whatever is answered, and no wider than they must be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from careerpath.scoring.assess import assess
from careerpath.scoring.items import coded_answers
from careerpath.scoring.table import build_table
from support.catalogs import LIKES, answers_of, catalogs_with_answers, completions, decoded_answers, shipped

if TYPE_CHECKING:
    from careerpath.model.answers import Answers
    from careerpath.model.catalog import Catalog
    from careerpath.scoring.table import RoleTerms, ScoreTable

Figure = Literal["match", "readiness"]


def check_completion(catalog: Catalog, answers: Answers, data: st.DataObject) -> None:
    complete = assess(catalog, data.draw(completions(catalog, answers))).by_role
    for role in assess(catalog, answers).roles:
        other = complete[role.role]
        assert role.match_range.low <= other.match <= role.match_range.high
        assert role.readiness_range.low <= other.readiness <= role.readiness_range.high
        assert other.match_range.low == other.match == other.match_range.high
        if role.band == "ready":
            assert other.band == "ready"


@given(catalogs_with_answers(), st.data())
def test_every_completion_lies_in_the_ranges(case: tuple[Catalog, Answers], data: st.DataObject) -> None:
    check_completion(*case, data)


@settings(max_examples=10)
@given(answers_of(shipped()), st.data())
def test_every_completion_lies_in_the_shipped_ranges(answers: Answers, data: st.DataObject) -> None:
    check_completion(shipped(), answers, data)


def extreme(
    catalog: Catalog, table: ScoreTable, row: RoleTerms, answers: Answers, figure: Figure, *, high: bool
) -> Answers:
    """The completion with the highest or lowest figure for a role, found item by item."""
    codes = coded_answers(catalog, answers)
    sign = 1 if high else -1
    for item in table.items:
        term = row.terms.get(item.name) or (table.unasked if item.name.startswith("skill:") else None)
        worth = list(term.coverage) if term else [0] * len(item.answers)
        if term and figure == "match":
            worth = [covered + surplus for covered, surplus in zip(term.coverage, term.surplus, strict=True)]
        # Of equal educations, one that has a field of study for a high figure, else one that has none.
        best = max(range(len(worth)), key=lambda code, worth=worth: (sign * worth[code], sign * code))  # type: ignore[misc]
        if item.name == "education_field":
            best = max(range(3), key=lambda code, worth=worth: sign * worth[code])  # type: ignore[misc]
        codes.setdefault(item.name, best)
    whole = sum(row.activities.values())
    likes = {activity: like for activity, like in answers.likes.items() if like is not None}
    for activity in table.activities:
        share = sign * (len(table.activities) * row.activities.get(activity, 0) - whole)
        likes.setdefault(activity, LIKES[-1] if share > 0 else LIKES[0])
    return decoded_answers(catalog, codes, likes)


@given(catalogs_with_answers(), st.data())
def test_the_ends_of_the_ranges_are_reached(case: tuple[Catalog, Answers], data: st.DataObject) -> None:
    catalog, answers = case
    background = answers.background
    # Who has told a field of study is taken to have studied; the range of the education itself does not count on it.
    assume(background.get("education") is not None or background.get("education_field") is None)
    table = build_table(catalog)
    row = data.draw(st.sampled_from(table.roles))
    before = assess(catalog, answers, table=table).by_role[row.role]
    for high in (False, True):
        by_match = assess(catalog, extreme(catalog, table, row, answers, "match", high=high)).by_role[row.role]
        by_readiness = assess(catalog, extreme(catalog, table, row, answers, "readiness", high=high)).by_role[row.role]
        assert by_match.match == (before.match_range.high if high else before.match_range.low)
        assert by_readiness.readiness == (before.readiness_range.high if high else before.readiness_range.low)
