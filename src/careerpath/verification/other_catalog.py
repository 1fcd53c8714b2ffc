"""A result that was made from another catalogue: which one, and what the other one does to it, as far as is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from careerpath.errors import InvalidInputError, Problem
from careerpath.parsing.node import quoted
from careerpath.verification.compare import same_scalar
from careerpath.verification.problems import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerpath.errors import Location
    from careerpath.model.catalog import Catalog
    from careerpath.parsing.node import Node
    from careerpath.render.data.recommendation import RecommendationData
    from careerpath.render.data.result import ResultData
    from careerpath.verification.saved import SavedResult

FIGURES: Final = ("rank", "match", "readiness", "appeal", "band", "first_chance")

_LONGEST: Final = 64
"""A digest has so many characters."""


def other_catalog_problems(
    saved: SavedResult, catalog: Catalog, expected: ResultData | InvalidInputError
) -> tuple[Problem, ...]:
    """Both catalogues by name, version and digest; then roles that are gone or new, and roles with other figures.

    Args:
        saved: the saved result.
        catalog: the catalogue in use.
        expected: what follows from the answers with the catalogue in use, or why nothing does.
    """
    written = [saved.catalog.get(key) for key in ("name", "version", "digest")]
    name, version, digest = (f"'{_one_line(node)}'" if node else "(none)" for node in written)
    details = tuple(_details(saved, catalog, expected))
    first = Problem(
        code="verify-other-catalog",
        message=f"this result was made from the catalogue {name}, version {version}, digest {digest}; the one in use "
        f"is '{catalog.name}', version '{catalog.version}', digest '{catalog.digest}'.",
        hint="Give the one that it was made from with --catalog DIR."
        + ("" if details else " Roles and figures are the same in both."),
        location=saved.catalog.location,
    )
    return first, *details


def _details(saved: SavedResult, catalog: Catalog, expected: ResultData | InvalidInputError) -> Iterator[Problem]:
    entries = {role: node for node in saved.recommendations.entries() if (role := node.text("role"))}
    place = saved.recommendations.location
    gone = [quoted(role) for role in entries if role not in catalog.role_by_id]
    new = [role.id for role in catalog.roles if role.id not in entries]
    if gone:
        yield _problem("roles that the catalogue in use does not have: " + ", ".join(gone) + ".", place)
    if new:
        yield _problem("roles that only the catalogue in use has: " + ", ".join(new) + ".", place)
    if isinstance(expected, InvalidInputError):
        message = "with the catalogue in use the answers cannot be scored, so no figures are compared."
        yield _problem(message, saved.answers.location)
        yield from expected.problems
        return
    for recommendation in expected.recommendations:
        node = entries.get(recommendation.role)
        changes = _changes(node, recommendation) if node else ""
        if node and changes:
            yield _problem(f"with the catalogue in use, {recommendation.role} has {changes}.", node.location)


def _changes(node: Node, expected: RecommendationData) -> str:
    changes = []
    for figure in FIGURES:
        found = node.get(figure)
        should = getattr(expected, figure)
        if found is None or not same_scalar(found.value, should):
            written = shown(found.plain()) if found else "nothing"
            changes.append(f"{figure.replace('_', ' ')} {shown(should)} instead of {written}")
    return ", ".join(changes)


def _one_line(node: Node) -> str:
    return " ".join(str(node.plain()).split())[:_LONGEST]


def _problem(message: str, location: Location) -> Problem:
    return Problem(code="verify-other-catalog", message=message, location=location)
