"""The report as a page. Every text is made harmless and escaped in one place: whatever a template prints."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from careerpath.direction import set_apart
from careerpath.harmless import harmless
from careerpath.model.skill import LEVELS
from careerpath.render import report_words
from careerpath.render.html.charts import places_chart, plan_chart, readiness_chart
from careerpath.render.text import marks as marked
from careerpath.render.text import numbers, plan_words, way_words, words
from careerpath.render.text.advice import have_and_need, way
from careerpath.render.text.plan import raised, steps_of
from careerpath.render.web_address import is_web_address

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
    environment = _environment()
    style = environment.loader.get_source(environment, "style.css")[0] if environment.loader else ""
    roles = data.result.recommendations
    top = roles[:CHARTED]
    return environment.get_template("page.html").render(
        report=data,
        result=data.result,
        style=Markup(style),  # noqa: S704 (a file of ours)
        style_digest=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        told=[role for role in roles if role.role in data.told],
        items={role.role: {part.item: part.claims for part in role.explanation} for role in roles},
        sources=Sources(data),
        readiness_chart=readiness_chart(top, data.limits),
        places_chart=places_chart(top, len(roles)),
        plan_chart=plan_chart(data.plan) if data.plan and data.plan.steps else None,
        steps=steps_of(data.plan) if data.plan else [],
        ranks={found.goal: {place.role: place for place in found.before} for found in data.what_ifs},
    )


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("careerpath.render.html"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        tell=report_words, words=words, plan_words=plan_words, way_words=way_words, marked=marked, numbers=numbers,
        levels=LEVELS, have_and_need=have_and_need, way=way, raised=raised, charted=CHARTED,
    )  # fmt: skip
    environment.filters["bare"] = _bare
    environment.tests["web_address"] = is_web_address
    return environment


def _shown(value: object) -> object:
    """What a template prints: markup of our own as it is, everything else harmless, escaped, and set apart."""
    if isinstance(value, Markup):
        return value
    if value is None:
        raise TypeError("a template prints nothing where something is missing")
    return Markup(set_apart(harmless(str(value)), _isolated, escape))  # noqa: S704 (every part is escaped)


def _isolated(text: str) -> Markup:
    """A name from right to left, which moves nothing beside it."""
    return Markup("<bdi>{}</bdi>").format(text)


def _bare(value: object) -> Markup:
    """What stands where no element may: in an attribute, or in the title of the page."""
    return escape(harmless(str(value)))
