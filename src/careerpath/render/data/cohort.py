"""A cohort as scripts see it: what became of a run, and what its people have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from careerpath.cohort.anonymity import publishable, withhold
from careerpath.cohort.lacking import count_helped, count_lacks
from careerpath.render.data.result import CatalogData, catalog_data
from careerpath.scoring.wording import item_label

if TYPE_CHECKING:
    from careerpath.cohort.tally import Tally
    from careerpath.model.catalog import Catalog
    from careerpath.scoring.demands import Demands


class CohortData(msgspec.Struct, frozen=True, kw_only=True):
    """A run: the files, how many people were scored and set aside, and which columns were of no use.

    rejects: the file with the rows that were set aside; null if there are none. continued: so many people had been
    done by an earlier run that was broken off. summary: the files of the summary, if one was asked for.
    """

    catalog: CatalogData
    source: str
    output: str
    rejects: str | None
    scored: int
    rejected: int
    continued: int
    ignored_columns: tuple[str, ...]
    summary: tuple[str, ...]


class BandCounts(msgspec.Struct, frozen=True, kw_only=True):
    """People by band; null where the count is withheld."""

    ready: int | None
    next: int | None
    later: int | None


class CohortRole(msgspec.Struct, frozen=True, kw_only=True):
    """A role, and for how many people it comes first; null where the count is withheld."""

    role: str
    title: str
    people: int | None
    bands: BandCounts


class CohortGap(msgspec.Struct, frozen=True, kw_only=True):
    """How many people have less of something than their first role asks for, and how many have not said.

    Null where the count is withheld.
    """

    item: str
    label: str
    lack: int | None
    unsaid: int | None


class CohortStep(msgspec.Struct, frozen=True, kw_only=True):
    """A step of learning, and how many people it would take further towards the role that comes first for them."""

    learning: str
    title: str
    skill: str
    label: str
    to: int
    people: int


class CohortSummary(msgspec.Struct, frozen=True, kw_only=True):
    """What many people have in common.

    people: null if they are fewer than `least_group`; then nothing is told. A count of 1 to `least_group` - 1 people is
    withheld, and others with it where a difference would tell it. roles: those that come first for somebody, and those
    whose count is withheld. gaps, steps: the most common first; those that would tell of a small group are left out.
    """

    catalog: CatalogData
    least_group: int
    people: int | None
    roles: tuple[CohortRole, ...]
    gaps: tuple[CohortGap, ...]
    steps: tuple[CohortStep, ...]


def summary_data(catalog: Catalog, demands: Demands, tally: Tally, least: int) -> CohortSummary:
    """The summary of counts.

    Args:
        catalog: the catalogue that the counts were made with.
        demands: what its roles ask for.
        tally: the counts.
        least: groups with fewer people are not told of.
    """
    told = tally.scored >= least
    return CohortSummary(
        catalog=catalog_data(catalog),
        least_group=least,
        people=tally.scored if told else None,
        roles=_roles(catalog, tally, least) if told else (),
        gaps=_gaps(catalog, demands, tally, least) if told else (),
        steps=_steps(catalog, demands, tally, least) if told else (),
    )


def _roles(catalog: Catalog, tally: Tally, least: int) -> tuple[CohortRole, ...]:
    counts = tally.firsts.sum(axis=1).tolist()
    roles = []
    for role, people, bands in zip(catalog.roles, withhold(counts, least), tally.firsts.tolist(), strict=True):
        if people == 0:
            continue
        ready, following, later = (None,) * 3 if people is None else withhold(bands, least)
        counts_by_band = BandCounts(ready=ready, next=following, later=later)
        roles.append(CohortRole(role=role.id, title=role.title, people=people, bands=counts_by_band))
    return tuple(sorted(roles, key=lambda role: (-(role.people or 0), role.role)))


def _gaps(catalog: Catalog, demands: Demands, tally: Tally, least: int) -> tuple[CohortGap, ...]:
    gaps = []
    for found in count_lacks(demands, tally):
        lack, unsaid = (
            count if publishable(count, tally.scored, least) else None for count in (found.lack, found.unsaid)
        )
        if lack or unsaid:
            gaps.append(CohortGap(item=found.item, label=item_label(catalog, found.item), lack=lack, unsaid=unsaid))
    return tuple(gaps)


def _steps(catalog: Catalog, demands: Demands, tally: Tally, least: int) -> tuple[CohortStep, ...]:
    titles = {learning.id: learning.title for learning in catalog.learning}
    return tuple(
        CohortStep(
            learning=found.learning,
            title=titles[found.learning],
            skill=found.skill,
            label=catalog.skill_by_id[found.skill].label,
            to=found.to,
            people=found.people,
        )
        for found in count_helped(catalog, demands, tally)
        if publishable(found.people, tally.scored, least)
    )
