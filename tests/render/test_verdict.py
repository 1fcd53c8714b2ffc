"""The verdict of a comparison is never more certain than its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from careerpath.render.data.comparison import comparison_data
from careerpath.render.data.effort import EffortHours
from careerpath.render.data.person import DuelData, PersonData, PersonRole
from careerpath.render.data.ranges import HoursRange, PointsRange

if TYPE_CHECKING:
    from careerpath.model.catalog import Catalog
    from careerpath.render.data.verdict import VerdictPoint
    from careerpath.scoring.table import ScoreTable

TITLES = {
    "marketing-manager": "Marketing manager",
    "product-manager": "Product manager",
    "product-owner": "Product owner",
}
NOTHING = EffortHours(low=0, high=0, documented=HoursRange(low=0, high=0), editorial=HoursRange(low=0, high=0))


def person(chances: dict[tuple[str, str], float], *, skills: int = 30, likes: int = 10) -> PersonData:
    roles = list(dict.fromkeys(role for pair in chances for role in pair))
    return PersonData(
        profile=None,
        skills_rated=skills,
        likes_rated=likes,
        cautions=(),
        roles=tuple(
            PersonRole(
                role=role, title=TITLES[role], readiness=50.0, readiness_range=PointsRange(low=50.0, high=50.0),
                band="next", appeal=50.0, match=50.0, first_chance=50.0, gaps=(), hours=NOTHING, years=0,
                not_counted=(),
            )
            for role in roles
        ),
        duels=tuple(
            DuelData(first=first, second=second, readiness_chance=chance, appeal_chance=chance, match_chance=chance)
            for (first, second), chance in chances.items()
        ),
    )  # fmt: skip


def verdict(catalog: Catalog, table: ScoreTable, given: PersonData | None, *names: str) -> dict[str, VerdictPoint]:
    roles = [catalog.role_by_id[name] for name in names or ("marketing-manager", "product-manager")]
    return {point.about: point for point in comparison_data(catalog, table, roles, given).verdict}


@pytest.mark.parametrize(
    ("chance", "certainty", "leaders"),
    [
        (50.0, "too close to call", 2), (65.0, "too close to call", 2), (35.0, "too close to call", 2),
        (65.01, "somewhat", 1), (80.0, "somewhat", 1), (80.01, "plainly", 1), (20.0, "somewhat", 1),
        (5.0, "plainly", 1),
    ],
)  # fmt: skip
def test_thresholds(catalog: Catalog, table: ScoreTable, chance: float, certainty: str, leaders: int) -> None:
    given = person({("marketing-manager", "product-manager"): chance})
    for about in ("closer", "likes", "overall"):
        point = verdict(catalog, table, given)[about]
        assert (point.certainty, len(point.roles)) == (certainty, leaders)
        if leaders == 1:
            assert point.roles == ("marketing-manager" if chance > 50 else "product-manager",)
            assert ("somewhat" in point.text) == (certainty == "somewhat")


def test_the_difference_in_pay_is_said_as_the_sources_allow(catalog: Catalog, table: ScoreTable) -> None:
    point = verdict(catalog, table, None)["pay"]
    assert point.certainty == "cannot be told"
    assert "is a median" in point.text
    assert "is an average of total pay" in point.text


def test_of_three_the_one_that_cannot_be_told_apart_is_named_too(catalog: Catalog, table: ScoreTable) -> None:
    given = person(
        {
            ("marketing-manager", "product-manager"): 60.0,
            ("marketing-manager", "product-owner"): 95.0,
            ("product-manager", "product-owner"): 90.0,
        }
    )
    point = verdict(catalog, table, given, *TITLES)["closer"]
    assert point.roles == ("marketing-manager", "product-manager")
    assert "too close to call between marketing manager and product manager" in point.text


def test_few_answers_tell_nothing(catalog: Catalog, table: ScoreTable) -> None:
    given = person({("marketing-manager", "product-manager"): 99.0}, skills=3, likes=0)
    points = verdict(catalog, table, given)
    assert {points[about].certainty for about in ("closer", "likes", "overall")} == {"cannot be told"}


def test_without_a_person_it_says_whom_each_suits(catalog: Catalog, table: ScoreTable) -> None:
    data = comparison_data(catalog, table, [catalog.role_by_id[name] for name in TITLES])
    assert [point.roles[0] for point in data.verdict if point.about == "suits"] == list(TITLES)
    assert data.person is None
