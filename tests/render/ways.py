"""Views of what leads from one role to another, for the person of the golden files."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec

from careerpath.model.answers import Answers
from careerpath.model.profile import StoredResult
from careerpath.pathways.routes import RouteFinder
from careerpath.pathways.standing import compare_standing
from careerpath.render.data.comparison import comparison_data
from careerpath.render.data.history import history_data
from careerpath.render.data.kept import summary_json
from careerpath.render.data.path import path_data
from careerpath.render.data.person import person_data
from careerpath.render.text.comparison import comparison_view
from careerpath.render.text.history import history_view
from careerpath.render.text.path import path_view
from careerpath.scoring.assess import assess
from careerpath.scoring.table import build_table

if TYPE_CHECKING:
    from careerpath.model.catalog import Catalog
    from careerpath.render.data.result import ResultData
    from careerpath.render.text.options import RenderOptions
    from careerpath.render.text.page import Page


def comparison_of(catalog: Catalog, result: ResultData, options: RenderOptions, *names: str) -> Page:
    table = build_table(catalog)
    standing = compare_standing(catalog, table, result.answers, names)
    person = person_data(catalog, assess(catalog, result.answers, table=table), standing, names, "me")
    roles = [catalog.role_by_id[name] for name in names]
    return comparison_view(comparison_data(catalog, table, roles, person), catalog, options)


def path_of(catalog: Catalog, result: ResultData, options: RenderOptions) -> Page:
    found = RouteFinder(catalog, build_table(catalog), "product-manager").from_person(result.answers, 3)
    return path_view(path_data(catalog, found, "hours", "me"), catalog, options)


def no_path(catalog: Catalog, options: RenderOptions) -> Page:
    """A catalogue whose roles hang together by nothing."""
    apart = tuple(msgspec.structs.replace(role, entry_roles=(), leads_to=(), feeders=()) for role in catalog.roles)
    catalog = msgspec.structs.replace(catalog, roles=apart)
    found = RouteFinder(catalog, build_table(catalog), "vp-of-marketing").from_role("sales-representative", 3)
    return path_view(path_data(catalog, found, "hours", None), catalog, options)


def history_of(catalog: Catalog, result: ResultData, options: RenderOptions, *roles: str) -> Page:
    table = build_table(catalog)
    after = result.answers
    before = {
        skill: max((level or 0) - (place % 3 == 0), 0) for place, (skill, level) in enumerate(after.skills.items())
    }
    between = {**before, "seo": 1, "agile": 1}
    results = []
    stages: list[dict[str, int | None]] = [dict(before), dict(between), dict(after.skills)]
    for month, skills in enumerate(stages, 3):
        answers = Answers(background=after.background, skills=skills, likes=after.likes)
        assessment = assess(catalog, answers, table=table)
        results.append(
            StoredResult(
                at=datetime(2026, month, 14, 9, 30, tzinfo=UTC),
                catalog_version=catalog.version,
                catalog_digest=catalog.digest,
                answers=answers,
                # The first was told by another catalogue, which is not kept.
                summary_json=b'{"roles":{"product-owner":{"readiness":1234,"match":1,"band":"later"}}}'
                if month == 3
                else summary_json(assessment),
            )
        )
    return history_view(history_data(catalog, table, "me", results, roles), options)


def no_history(catalog: Catalog, options: RenderOptions) -> Page:
    """A profile without results, called as a role is: names are foreign text too."""
    return history_view(history_data(catalog, build_table(catalog), catalog.roles[0].title, (), ()), options)
