"""A cohort as scripts see it: what became of a run, and what its people have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from careerpath.cohort.anonymity import grain, round_down
from careerpath.cohort.lacking import count_standing, steps_for
from careerpath.render.data.result import CatalogData, catalog_data
from careerpath.scoring.wording import item_label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from careerpath.cohort.lacking import Standing
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
    """People by band, so many at the least."""

    ready: int
    next: int
    later: int


class CohortRole(msgspec.Struct, frozen=True, kw_only=True):
    """A role, and for how many people it comes first, so many at the least; in all, and by band."""

    role: str
    title: str
    people: int
    bands: BandCounts


class CohortGap(msgspec.Struct, frozen=True, kw_only=True):
    """How many people have less of something than their first role asks for, and how many have not said.

    So many at the least.
    """

    item: str
    label: str
    lack: int
    unsaid: int


class CohortStep(msgspec.Struct, frozen=True, kw_only=True):
    """A step of learning: a skill raised to a level.

    people: how many it would take further towards the role that comes first for them, so many at the least.
    """

    learning: str
    title: str
    skill: str
    label: str
    to: int
    people: int


class CohortSummary(msgspec.Struct, frozen=True, kw_only=True):
    """What many people have in common, without telling of small groups: those of 1 to `least_group` - 1 people.

    Every count is rounded down to a multiple of `grain`; what comes to 0 is left out, or stands as 0 beside others.
    people: all who were scored. roles: those that come first for enough of them. gaps, steps: what the people of those
    roles lack, and what would help them; the most common first.
    """

    version: str
    catalog: CatalogData
    least_group: int
    grain: int
    people: int
    roles: tuple[CohortRole, ...]
    gaps: tuple[CohortGap, ...]
    steps: tuple[CohortStep, ...]


def summary_data(catalog: Catalog, demands: Demands, tally: Tally, least: int, version: str) -> CohortSummary:
    """The summary of counts.

    What only a role asks for that is not told would tell of that role; so the people of such roles are not looked at.

    Args:
        catalog: the catalogue that the counts were made with.
        demands: what its roles ask for.
        tally: the counts.
        least: groups with fewer people are not told of.
        version: of careerpath.
    """
    roles = _roles(catalog, tally, least)
    standings = count_standing(demands, tally, {role.role for role in roles})
    return CohortSummary(
        version=version,
        catalog=catalog_data(catalog),
        least_group=least,
        grain=grain(least),
        people=round_down(tally.scored, least),
        roles=roles,
        gaps=_gaps(catalog, standings, least),
        steps=_steps(catalog, standings, least),
    )


def _roles(catalog: Catalog, tally: Tally, least: int) -> tuple[CohortRole, ...]:
    roles = []
    for role, counts in zip(catalog.roles, tally.firsts.tolist(), strict=True):
        ready, following, later = (round_down(count, least) for count in counts)
        bands = BandCounts(ready=ready, next=following, later=later)
        people = round_down(sum(counts), least)
        roles.append(CohortRole(role=role.id, title=role.title, people=people, bands=bands))
    # (in an order that follows from what is told: the true one would tell more)
    return tuple(sorted((role for role in roles if role.people), key=lambda role: (-role.people, role.role)))


def _gaps(catalog: Catalog, standings: Sequence[Standing], least: int) -> tuple[CohortGap, ...]:
    gaps = [
        CohortGap(
            item=standing.item,
            label=item_label(catalog, standing.item),
            lack=round_down(standing.lack, least),
            unsaid=round_down(standing.unsaid, least),
        )
        for standing in standings
    ]
    told = (gap for gap in gaps if gap.lack or gap.unsaid)
    return tuple(sorted(told, key=lambda gap: (-gap.lack, -gap.unsaid, gap.item)))


def _steps(catalog: Catalog, standings: Sequence[Standing], least: int) -> tuple[CohortStep, ...]:
    steps = (step for standing in standings for step in _steps_to_close(catalog, standing, least))
    return tuple(sorted(steps, key=lambda step: (-step.people, step.learning, step.skill, step.to)))


def _steps_to_close(catalog: Catalog, standing: Standing, least: int) -> Iterator[CohortStep]:
    titles = {learning.id: learning.title for learning in catalog.learning}
    for step in steps_for(catalog, standing):
        people = round_down(sum(standing.lacking[level] for level in step.levels), least)
        if people:
            yield CohortStep(
                learning=step.learning,
                title=titles[step.learning],
                skill=step.skill,
                label=catalog.skill_by_id[step.skill].label,
                to=step.to,
                people=people,
            )
