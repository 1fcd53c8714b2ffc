"""The marks that tell what a fact rests on. The one place for them; letters in brackets, so that they can be heard."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from careerpath.model.evidence import Basis
    from careerpath.model.role import RoleBasis

DOCUMENTED: Final = "(D)"
EDITORIAL: Final = "(E)"
EXTRAPOLATED: Final = "(X)"

LEGEND: Final = (
    (DOCUMENTED, "documented: a document says so."),
    (EDITORIAL, "editorial: our own judgement, with a reason; levels and importances always are."),
    (EXTRAPOLATED, "extrapolated: the documents only name this role, the rest is our own judgement."),
)

EXTRAPOLATED_NOTE: Final = "extrapolated: the documents only name this role"


def mark(basis: Basis) -> str:
    """The mark of a fact."""
    return DOCUMENTED if basis == "documented" else EDITORIAL


def claims_mark(claims: Iterable[str]) -> str:
    """The mark of a fact by the claims that it rests on."""
    return DOCUMENTED if tuple(claims) else EDITORIAL


def marked_title(title: str, basis: RoleBasis) -> str:
    """The title of a role, with the mark of an extrapolated one."""
    return f"{title} {EXTRAPOLATED}" if basis == "extrapolated" else title
