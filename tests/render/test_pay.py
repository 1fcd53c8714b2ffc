"""Figures of pay are held against each other only where they are of one kind; otherwise the reason is said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from careerpath.render.data.pay import PayData, pay_reasons
from careerpath.render.data.roles import role_data
from careerpath.render.data.verdict import VerdictPoint, verdict_points

if TYPE_CHECKING:
    from careerpath.model.catalog import Catalog

FIGURE = PayData(
    claim="c", amount=100_000, currency="USD", unit="year", statistic="median", region="United States",
    publisher="A bureau", as_of="2025-05", accessed=None, url="https://example.org", caution=None,
)  # fmt: skip
ROLES = ("marketing-manager", "product-manager", "product-owner")


def figure(**changes: Any) -> tuple[PayData, ...]:
    return (msgspec.structs.replace(FIGURE, **changes),)


def point(catalog: Catalog, *amounts: int) -> VerdictPoint:
    pay = {role: figure(amount=amount) for role, amount in zip(ROLES, amounts, strict=False)}
    roles = [role_data(catalog, catalog.role_by_id[role]) for role in pay]
    return verdict_points(roles, (), pay, pay_reasons(catalog, pay), None)[-1]


def test_figures_of_one_kind_are_told_highest_first(catalog: Catalog) -> None:
    told = point(catalog, 90_000, 120_000)
    assert (told.about, told.certainty, told.roles) == ("pay", "plainly", ("product-manager",))
    assert told.text == (
        "By the same source, pay is: product manager 120,000 USD a year, marketing manager 90,000 USD a year."
    )


def test_of_figures_that_are_alike_none_is_ahead(catalog: Catalog) -> None:
    assert point(catalog, 90_000, 90_000, 80_000).roles == ROLES[:2]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"statistic": "average"}, "the kind of figure differs: average, median"),
        ({"publisher": "B"}, "the publisher differs: A bureau, B"),
        ({"as_of": None, "accessed": "2026-01-01"}, "the date differs: 2025-05, accessed 2026-01-01"),
        ({"currency": "EUR"}, "the currency differs: EUR, USD"),
        ({"region": None}, "the region differs: United States, not stated"),
        ({"caution": "old"}, "the figure for product manager comes with a caution"),
    ],
)
def test_what_keeps_figures_apart_is_said(catalog: Catalog, changes: dict[str, Any], reason: str) -> None:
    pay = {ROLES[0]: figure(), ROLES[1]: figure(**changes)}
    assert pay_reasons(catalog, pay) == (reason,)


def test_a_figure_that_is_missing_or_of_no_kind_is_said(catalog: Catalog) -> None:
    assert pay_reasons(catalog, {ROLES[0]: figure(), ROLES[1]: ()}) == (
        "no document gives a figure for product manager",
    )
    unstated = {role: figure(statistic="not stated") for role in ROLES[:2]}
    assert pay_reasons(catalog, unstated) == ("the source does not say what kind of figure it is",)
    assert pay_reasons(catalog, {role: figure() for role in ROLES}) == ()
