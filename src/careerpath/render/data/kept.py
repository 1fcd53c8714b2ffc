"""What is kept of a result in the history of a profile, besides the answers.

Honest ranks are kept so that looking at a result again need not draw them again, which takes longer than all the rest
of it. They follow from the answers, the catalogue and the way they are drawn, so they are used where all three are the
same, and drawn afresh elsewhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from careerpath import __version__
from careerpath.model.assessment import Band, HonestRank
from careerpath.scoring.exact import WHOLE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from careerpath.model.assessment import Assessment
    from careerpath.model.catalog import Catalog
    from careerpath.model.profile import StoredResult

DRAWN: Final = f"{__version__}/1"
"""How ranks are drawn. The number is raised with every change of the score, the belief or the draws."""


class KeptRole(msgspec.Struct, frozen=True, kw_only=True):
    """What was told about a role, in hundredths."""

    readiness: int
    match: int
    band: Band


class KeptRanks(msgspec.Struct, frozen=True, kw_only=True):
    """How ranks were drawn and with which catalogue; for each role the chance to be first, best and worst place.

    The catalogue can be another one than that of the result: whoever looks again after an update draws once, no more.
    """

    drawn: str
    catalog: str = ""
    roles: dict[str, tuple[int, int, int]]


class KeptSummary(msgspec.Struct, frozen=True, kw_only=True):
    """The figures of every role, as they were told; and the honest ranks, if they were drawn."""

    roles: dict[str, KeptRole]
    ranks: KeptRanks | None = None


def summary_json(assessment: Assessment, ranks: Mapping[str, HonestRank] | None = None) -> bytes:
    """What is kept of a result besides the answers."""
    roles = {
        role.role: KeptRole(readiness=role.readiness, match=role.match, band=role.band) for role in assessment.roles
    }
    return msgspec.json.encode(KeptSummary(roles=roles, ranks=_kept_ranks(assessment, ranks) if ranks else None))


def with_ranks(result: StoredResult, assessment: Assessment, ranks: Mapping[str, HonestRank]) -> bytes:
    """What is kept of a result, now with these ranks of its answers; its figures stay as they were told."""
    return msgspec.json.encode(KeptSummary(roles=kept_roles(result), ranks=_kept_ranks(assessment, ranks)))


def _kept_ranks(assessment: Assessment, ranks: Mapping[str, HonestRank]) -> KeptRanks:
    places = {role: (rank.first, rank.best, rank.worst) for role, rank in ranks.items()}
    return KeptRanks(drawn=DRAWN, catalog=assessment.catalog_digest, roles=places)


def kept_roles(result: StoredResult) -> dict[str, KeptRole]:
    """The figures as they were told; none if they cannot be made out."""
    try:
        return msgspec.json.decode(result.summary_json, type=KeptSummary).roles
    except msgspec.MsgspecError:
        return {}


def ranks_as_kept(catalog: Catalog, assessment: Assessment, result: StoredResult) -> dict[str, HonestRank] | None:
    """The honest ranks of an assessment from a result that was kept; None where they would have to be drawn again."""
    if result.answers.in_order() != assessment.answers:
        return None
    try:
        ranks = msgspec.json.decode(result.summary_json, type=KeptSummary).ranks
    except msgspec.MsgspecError:
        return None
    if ranks is None or (ranks.drawn, ranks.catalog) != (DRAWN, catalog.digest) or not _are_sound(ranks.roles, catalog):
        return None
    return {
        role.id: HonestRank(first=first, best=best, worst=worst)
        for role in catalog.roles
        for first, best, worst in (ranks.roles[role.id],)
    }


def _are_sound(ranks: Mapping[str, tuple[int, int, int]], catalog: Catalog) -> bool:
    """Whether these can be the ranks of this catalogue's roles: a file that others changed is not to be believed."""
    return (
        ranks.keys() == catalog.role_by_id.keys()
        and sum(first for first, _, _ in ranks.values()) == WHOLE
        and all(first >= 0 and 1 <= best <= worst <= len(ranks) for first, best, worst in ranks.values())
    )
