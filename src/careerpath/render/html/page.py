"""The report as a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.model.skill import LEVELS
from careerpath.render import report_words
from careerpath.render.html.charts import places_chart, plan_chart, readiness_chart
from careerpath.render.html.environment import render_page
from careerpath.render.text import marks as marked
from careerpath.render.text import plan_words, way_words, what_if_words
from careerpath.render.text.advice import have_and_need, way
from careerpath.render.text.plan import raised, steps_of

if TYPE_CHECKING:
    from careerpath.render.data.claims import ClaimData
    from careerpath.render.data.report import ReportData

CHARTED = 10


class Sources:
    """The claims of the page, numbered from 1, document by document."""

    def __init__(self, data: ReportData) -> None:
        self.by_document = [
            (document, [claim for claim in data.claims if claim.document == document.id]) for document in data.documents
        ]
        ordered = [claim for _, claims in self.by_document for claim in claims]
        self._claims = {claim.id: claim for claim in ordered}
        self._numbers = {claim.id: number for number, claim in enumerate(ordered, 1)}

    def number(self, claim: str) -> int:
        """The number of a claim."""
        return self._numbers[claim]

    def known(self, claims: tuple[str, ...]) -> list[ClaimData]:
        """Those of the claims that the page lists."""
        return [self._claims[claim] for claim in claims if claim in self._claims]

    def with_caution(self) -> list[ClaimData]:
        """The claims that are to be taken with caution."""
        return [claim for claim in self._claims.values() if claim.caution]


def report_page(data: ReportData) -> str:
    """The whole page as text; the same data give the same page."""
    roles = data.result.recommendations
    top = roles[:CHARTED]
    return render_page(
        "page.html",
        version=data.version,
        report=data,
        result=data.result,
        tell=report_words,
        plan_words=plan_words,
        way_words=way_words,
        what_if_words=what_if_words,
        marked=marked,
        levels=LEVELS,
        have_and_need=have_and_need,
        way=way,
        raised=raised,
        charted=CHARTED,
        told=[role for role in roles if role.role in data.told],
        items={role.role: {part.item: part.claims for part in role.explanation} for role in roles},
        sources=Sources(data),
        readiness_chart=readiness_chart(top, data.limits),
        places_chart=places_chart(top, len(roles)),
        plan_chart=plan_chart(data.plan) if data.plan and data.plan.steps else None,
        steps=steps_of(data.plan) if data.plan else [],
        ranks={found.goal: {place.role: place for place in found.before} for found in data.what_ifs},
    )
