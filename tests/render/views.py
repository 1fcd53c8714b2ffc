"""Every view by name, and how to print one."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from rich.console import Console

from careerpath.render.data.comparison import comparison_data
from careerpath.render.data.roles import RolesData, role_data, role_summary
from careerpath.render.text.comparison import comparison_view
from careerpath.render.text.explanation import explanation_view
from careerpath.render.text.result import result_view
from careerpath.render.text.role import role_view
from careerpath.render.text.roles import roles_view
from careerpath.render.text.sources import conflicts_view, sources_view
from careerpath.scoring.table import build_table
from render.advice_views import goal_page, plan_page, what_if_page
from render.ways import comparison_of, history_of, no_history, no_path, path_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from careerpath.model.catalog import Catalog
    from careerpath.render.data.result import ResultData
    from careerpath.render.text.options import RenderOptions
    from careerpath.render.text.page import Page

WIDTHS = (40, 80, 120)
VIEWS = (
    "result", "result-all", "explanation", "roles", "role", "role-extrapolated", "comparison", "comparison-three",
    "comparison-person", "comparison-six", "path", "path-none", "history", "history-role", "history-none",
    "sources", "conflicts", "plan", "plan-nothing", "what-if", "what-if-goal", "what-if-never",
)  # fmt: skip


def view(name: str, catalog: Catalog, result: ResultData, options: RenderOptions) -> Page:
    makers: dict[str, Callable[[], Page]] = {
        "result": lambda: result_view(result, catalog, options),
        "result-all": lambda: result_view(result, catalog, options, limit=None),
        "explanation": lambda: explanation_view(result.recommendations[0], options),
        "roles": lambda: roles_view(_all_roles(catalog), catalog, options),
        "role": lambda: _role(catalog, options, "product-manager"),
        "role-extrapolated": lambda: _role(catalog, options, "vp-of-marketing"),
        "comparison": lambda: _comparison(catalog, options, "marketing-manager", "product-manager"),
        "comparison-three": lambda: _comparison(
            catalog, options, "product-marketing-manager", "product-owner", "chief-marketing-officer"
        ),
        "comparison-person": lambda: comparison_of(catalog, result, options, "product-manager", "marketing-manager"),
        "comparison-six": lambda: comparison_of(
            catalog,
            result,
            options,
            "marketing-manager",
            "product-manager",
            "product-owner",
            "technical-product-manager",
            "chief-marketing-officer",
            "product-marketing-manager",
        ),
        "path": lambda: path_of(catalog, result, options),
        "path-none": lambda: no_path(catalog, options),
        "history": lambda: history_of(catalog, result, options),
        "history-role": lambda: history_of(catalog, result, options, "product-owner", "content-marketing-manager"),
        "history-none": lambda: no_history(catalog, options),
        "sources": lambda: sources_view(catalog, options),
        "conflicts": lambda: conflicts_view(catalog, options),
        "plan": lambda: plan_page(catalog, result.answers, "product-owner", 12, options),
        "plan-nothing": lambda: plan_page(catalog, result.answers, "vp-of-marketing", 1, options),
        "what-if": lambda: what_if_page(catalog, result.answers, options),
        "what-if-goal": lambda: goal_page(catalog, result.answers, "brand-marketing-manager", "top", options),
        "what-if-never": lambda: goal_page(catalog, result.answers, "vp-of-marketing", "ready", options),
    }
    return makers[name]()


def _all_roles(catalog: Catalog) -> RolesData:
    return RolesData(roles=tuple(role_summary(catalog, role) for role in catalog.roles))


def _role(catalog: Catalog, options: RenderOptions, name: str) -> Page:
    return role_view(role_data(catalog, catalog.role_by_id[name]), catalog, options)


def _comparison(catalog: Catalog, options: RenderOptions, *names: str) -> Page:
    compared = [catalog.role_by_id[name] for name in names]
    return comparison_view(comparison_data(catalog, build_table(catalog), compared), catalog, options)


def printed(page: Page, width: int, *, colour: bool = False) -> str:
    """The view as it reaches a pipe, or, with `colour`, a terminal."""
    out = io.StringIO()
    Console(
        file=out, width=width, force_terminal=colour, color_system="truecolor" if colour else None, highlight=False
    ).print(page)
    return out.getvalue()
