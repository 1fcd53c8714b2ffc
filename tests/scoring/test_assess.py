"""What must always hold for the score, on random catalogues and on the shipped one."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, TypeVar

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerpath.model.answers import Answers
from careerpath.model.catalog import Rung
from careerpath.pathways.transfer import incumbent
from careerpath.quiz.session import Questionnaire
from careerpath.scoring.assess import assess
from careerpath.scoring.items import coded_answers
from careerpath.scoring.table import build_table
from support.catalogs import (
    EDUCATIONS,
    LIKES,
    answers_of,
    catalogs,
    catalogs_with_answers,
    decoded_answers,
    make_catalog,
    shipped,
)

if TYPE_CHECKING:
    from careerpath.model.assessment import Assessment, Gap, RoleAssessment
    from careerpath.model.catalog import Catalog

T = TypeVar("T")

TWINS = {"a": "upper", "b": "entry", "c": "entry"}
"""The rungs of roles that are the same but for that."""

SHIPPED_ROLES = [role.id for role in shipped().roles]


def incumbent_answers(catalog: Catalog, role: str) -> Answers:
    """The answers of somebody who has exactly what a role asks for."""
    table = build_table(catalog)
    row = next(row for row in table.roles if row.role == role)
    return decoded_answers(catalog, incumbent(catalog, table, row).codes, {})


def check_figures(catalog: Catalog, assessment: Assessment) -> None:
    assert sorted(role.role for role in assessment.roles) == sorted(role.id for role in catalog.roles)
    codes = coded_answers(catalog, assessment.answers)
    likes = [like for like in assessment.answers.likes.values() if like is not None]
    assert assessment.answered == len(codes) + len(likes) <= assessment.asked_for
    for role in assessment.roles:
        assert role.basis == catalog.role_by_id[role.role].basis
        ends = (role.match_range.low, role.match_range.high, role.readiness_range.low, role.readiness_range.high)
        assert {type(figure) for figure in (role.match, role.readiness, role.appeal, *ends)} == {int}
        order = [(-part.points, part.kind, part.item) for part in role.explanation]
        assert order == sorted(order)
        assert 0 <= role.readiness_range.low <= role.readiness <= role.readiness_range.high <= 10_000
        assert 0 <= role.appeal <= 10_000
        assert role.match_range.low <= role.match <= role.match_range.high
        assert sum(part.points for part in role.explanation) == role.match
        assert role.readiness + sum(gap.gain for gap in role.gaps) == 10_000
        assert all(gap.gain >= 0 for gap in role.gaps)
        asked = [part.points for part in role.explanation if part.kind == "requirement"]
        assert sum(asked) == role.readiness


def check_ranks(assessment: Assessment) -> None:
    matches = [role.match for role in assessment.roles]
    assert matches == sorted(matches, reverse=True)
    for role in assessment.roles:
        assert role.rank == 1 + sum(match > role.match for match in matches)
        assert role.tied == (matches.count(role.match) > 1)


def check_bands(catalog: Catalog, assessment: Assessment) -> None:
    bands = catalog.scoring.bands
    for role in assessment.roles:
        open_essentials = {gap.item for gap in role.gaps if gap.importance == "essential"}
        assert set(role.unmet_essentials) == open_essentials
        if role.band == "ready":
            assert not open_essentials
            assert role.readiness_range.low >= bands.ready * 100
        else:
            assert (role.band == "next") == (role.readiness >= bands.next * 100)


@given(catalogs_with_answers())
def test_figures_ranks_and_bands_of_random_catalogues(case: tuple[Catalog, Answers]) -> None:
    catalog, answers = case
    assessment = assess(catalog, answers)
    check_figures(catalog, assessment)
    check_ranks(assessment)
    check_bands(catalog, assessment)
    assert assessment.answers == answers.in_order()
    named = assessment.catalog, assessment.catalog_version, assessment.catalog_digest
    assert named == (catalog.name, catalog.version, catalog.digest)


@settings(max_examples=15)
@given(answers_of(shipped()))
def test_figures_ranks_and_bands_of_the_shipped_catalogue(answers: Answers) -> None:
    assessment = assess(shipped(), answers)
    check_figures(shipped(), assessment)
    check_ranks(assessment)
    check_bands(shipped(), assessment)


def test_equal_roles_share_a_rank_and_the_lower_rung_is_shown_first() -> None:
    catalog = make_catalog(roles=2, skills=3, activities=2, learning=0, seed=1)
    lower, upper = Rung(id="entry", label="entry"), Rung(id="upper", label="upper")
    twins = {name: msgspec.structs.replace(catalog.roles[0], id=name, rung=rung) for name, rung in TWINS.items()}
    catalog = msgspec.structs.replace(catalog, rungs=(lower, upper), roles=(*twins.values(), catalog.roles[1]))
    assessment = assess(catalog, Answers())
    check_ranks(assessment)
    equal = [role for role in assessment.roles if role.role in TWINS]
    assert [role.role for role in equal] == ["b", "c", "a"]
    assert {(role.tied, role.rank) for role in equal} == {(True, equal[0].rank)}
    assert not assessment.by_role["r1"].tied


def test_nothing_known_still_gives_every_role_and_no_ready() -> None:
    assessment = assess(shipped(), Answers())
    check_figures(shipped(), assessment)
    assert {role.appeal for role in assessment.roles} == {5000}
    assert not [role.role for role in assessment.roles if role.band == "ready"]
    assert assessment.answered == 0


@given(catalogs(), st.data())
def test_whoever_meets_a_role_exactly_is_fully_ready(catalog: Catalog, data: st.DataObject) -> None:
    role = data.draw(st.sampled_from(catalog.roles)).id
    assessed = assess(catalog, incumbent_answers(catalog, role)).by_role[role]
    assert assessed.readiness == 10_000
    assert assessed.gaps == ()
    assert assessed.band == "ready"


@pytest.mark.parametrize("role", SHIPPED_ROLES)
def test_whoever_meets_a_shipped_role_exactly_finds_it_first(role: str) -> None:
    first = assess(shipped(), incumbent_answers(shipped(), role)).roles[0]
    assert (first.role, first.rank, first.tied) == (role, 1, False)
    assert (first.readiness, first.band) == (10_000, "ready")


def check_raising(catalog: Catalog, answers: Answers, data: st.DataObject) -> None:
    """Raises one answer that has an order, and compares every readiness."""
    raised: dict[str, object] = {}
    questions = [f"skill:{skill}" for skill, level in answers.skills.items() if level is not None and level < 4]
    questions += [
        f"background:{name}" for name in ("experience", "leading") if answers.background.get(name) is not None
    ]
    if answers.background.get("education") in EDUCATIONS[:-1]:
        questions.append("background:education")
    if not questions:
        return
    kind, _, subject = data.draw(st.sampled_from(questions)).partition(":")
    if kind == "skill":
        raised["skills"] = answers.skills | {subject: data.draw(st.integers(answers.skills[subject] or 0, 4))}
    else:
        now = answers.background[subject]
        higher: object = min(now + 1, 20) if isinstance(now, int) else EDUCATIONS[EDUCATIONS.index(str(now)) + 1]
        raised["background"] = answers.background | {subject: higher}
    before = assess(catalog, answers).by_role
    after = assess(catalog, msgspec.structs.replace(answers, **raised)).by_role
    assert all(after[role].readiness >= before[role].readiness for role in before)


@given(catalogs_with_answers(), st.data())
def test_raising_a_level_never_lowers_a_readiness(case: tuple[Catalog, Answers], data: st.DataObject) -> None:
    check_raising(*case, data)


@settings(max_examples=15)
@given(answers_of(shipped()), st.data())
def test_raising_a_level_never_lowers_a_shipped_readiness(answers: Answers, data: st.DataObject) -> None:
    check_raising(shipped(), answers, data)


def closed(catalog: Catalog, answers: Answers, gaps: tuple[Gap, ...]) -> Answers:
    """The answers of the same person with every gap closed as the gap says."""
    skills, background = dict(answers.skills), dict(answers.background)
    held = background.get("credentials")
    credentials = set(held) if isinstance(held, tuple) else set()
    for gap in gaps:
        need = gap.need[0] if isinstance(gap.need, tuple) else gap.need
        kind, _, subject = gap.item.partition(":")
        if kind == "skill":
            assert isinstance(need, int)
            skills[subject] = need
        elif kind == "credential":
            credentials.add(subject)
            background["credentials"] = tuple(credentials)
        else:
            background["field" if kind == "background" else kind] = need
    asks_field = any(gap.item == "education_field" for gap in gaps)
    if asks_field and background.get("education") in {None, "school"}:
        background["education"] = "bachelor"  # One cannot have a field of study without having studied.
    return Answers(skills=skills, background=background, likes=answers.likes)


def check_closing(catalog: Catalog, answers: Answers) -> None:
    for role in assess(catalog, answers).roles:
        after = assess(catalog, closed(catalog, answers, role.gaps)).by_role[role.role]
        assert after.readiness == 10_000, (role.role, after.gaps)
        assert after.gaps == ()


@given(catalogs_with_answers())
def test_closing_the_gaps_gives_full_readiness(case: tuple[Catalog, Answers]) -> None:
    check_closing(*case)


@settings(max_examples=2)
@given(answers_of(shipped()))
def test_closing_the_gaps_gives_full_readiness_in_the_shipped_catalogue(answers: Answers) -> None:
    check_closing(shipped(), answers)


def shuffled(catalog: Catalog, order: random.Random) -> Catalog:
    def mixed(values: tuple[T, ...]) -> tuple[T, ...]:
        return tuple(order.sample(values, len(values)))

    roles = [
        msgspec.structs.replace(
            role,
            activities=mixed(role.activities),
            requirements=msgspec.structs.replace(
                role.requirements,
                skills=mixed(role.requirements.skills),
                credentials=mixed(role.requirements.credentials),
            ),
        )
        for role in mixed(catalog.roles)
    ]
    return msgspec.structs.replace(
        catalog,
        roles=tuple(roles),
        skills=mixed(catalog.skills),
        activities=mixed(catalog.activities),
        questions=mixed(catalog.questions),
        learning=mixed(catalog.learning),
    )


def shuffled_answers(answers: Answers, order: random.Random) -> Answers:
    def mixed(values: dict[str, T]) -> dict[str, T]:
        return {key: values[key] for key in order.sample(list(values), len(values))}

    background = {
        key: tuple(order.sample(value, len(value))) if isinstance(value, tuple) else value
        for key, value in mixed(answers.background).items()
    }
    return Answers(background=background, skills=mixed(answers.skills), likes=mixed(answers.likes))


def check_order(catalog: Catalog, answers: Answers, order: random.Random) -> None:
    other = assess(shuffled(catalog, order), shuffled_answers(answers, order))
    assert msgspec.json.encode(other) == msgspec.json.encode(assess(catalog, answers))


@given(catalogs_with_answers(), st.randoms(use_true_random=False))
def test_order_changes_not_a_byte(case: tuple[Catalog, Answers], order: random.Random) -> None:
    check_order(*case, order)


@settings(max_examples=10)
@given(answers_of(shipped()), st.integers(0, 1000))
def test_order_changes_not_a_byte_in_the_shipped_catalogue(answers: Answers, seed: int) -> None:
    check_order(shipped(), answers, random.Random(seed))  # noqa: S311 (no secret)


@given(catalogs_with_answers(), st.data())
def test_liking_everything_more_changes_nothing(case: tuple[Catalog, Answers], data: st.DataObject) -> None:
    catalog, answers = case
    top = max((like for like in answers.likes.values() if like is not None), default=1)
    step = data.draw(st.integers(0, LIKES[-1] - top))
    likes = {activity: like if like is None else like + step for activity, like in answers.likes.items()}
    before, after = (assess(catalog, msgspec.structs.replace(answers, likes=each)) for each in (answers.likes, likes))
    assert _figures(before) == _figures(after)


def _figures(assessment: Assessment) -> list[tuple[str, int, int, int, int, str]]:
    return [(role.role, role.rank, role.match, role.readiness, role.appeal, role.band) for role in assessment.roles]


def _role(assessment: Assessment, role: str) -> RoleAssessment:
    return assessment.by_role[role]


def test_what_does_not_concern_a_person_counts_as_not_there() -> None:
    catalog = shipped()
    school = Answers(background={"education": "school"})
    stale = Answers(background={"education": "school", "education_field": "marketing"})
    assert assess(catalog, school).roles == assess(catalog, stale).roles
    assessed = _role(assess(catalog, school), "marketing-manager")
    gap = next(gap for gap in assessed.gaps if gap.item == "education_field")
    assert gap.have == "(not applicable)"
    assert [question.id for question in Questionnaire(catalog).questions if "education_field" in question.id]
