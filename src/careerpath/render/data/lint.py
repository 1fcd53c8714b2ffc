"""What `catalog lint` says to scripts where every finding is explained; one that is not makes it a failure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from careerpath.model.assessment import points
from careerpath.render.data.result import CatalogData, catalog_data

if TYPE_CHECKING:
    from careerpath.catalog.linting.lint import LintReport


class ExplainedData(msgspec.Struct, frozen=True, kw_only=True):
    """A finding, what would help, and why it may stay."""

    code: str
    subject: str
    message: str
    hint: str
    why: str


class PairData(msgspec.Struct, frozen=True, kw_only=True):
    """Two close roles: how many points less somebody who meets `role` exactly has for `near`; what tells them apart."""

    role: str
    near: str
    points: float
    told_apart_by: tuple[str, ...]


class LintData(msgspec.Struct, frozen=True, kw_only=True):
    """A catalogue without a finding that is not explained; `closest` are the roles that are hardest to tell apart."""

    catalog: CatalogData
    explained: tuple[ExplainedData, ...]
    closest: tuple[PairData, ...]


def lint_data(report: LintReport) -> LintData:
    """The report for scripts."""
    return LintData(
        catalog=catalog_data(report.catalog),
        explained=tuple(
            ExplainedData(
                code=entry.finding.code,
                subject=entry.finding.subject,
                message=entry.finding.message,
                hint=entry.finding.hint,
                why=entry.why,
            )
            for entry in report.explained
        ),
        closest=tuple(
            PairData(role=pair.role, near=pair.near, points=points(pair.distance), told_apart_by=pair.telling)
            for pair in report.closest
        ),
    )
