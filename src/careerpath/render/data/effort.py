"""What closing gaps takes, as scripts see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from careerpath.render.data.ranges import HoursRange, hours_range
from careerpath.scoring.wording import item_label

if TYPE_CHECKING:
    from careerpath.model.catalog import Catalog
    from careerpath.pathways.effort import Effort


class EffortHours(msgspec.Struct, frozen=True, kw_only=True):
    """Hours of learning by the cheapest way of each skill; `documented` and `editorial` add up to them."""

    low: int
    high: int
    documented: HoursRange
    editorial: HoursRange


def effort_hours(effort: Effort) -> EffortHours:
    """The hours of an effort."""
    return EffortHours(
        low=effort.hours.low,
        high=effort.hours.high,
        documented=hours_range(effort.documented),
        editorial=hours_range(effort.editorial),
    )


def not_counted(catalog: Catalog, effort: Effort) -> tuple[str, ...]:
    """What has no hours, by its label: what is no matter of hours, and skills to which nothing leads."""
    skills = tuple(catalog.skill_by_id[skill].label for skill in effort.without_way)
    return (*dict.fromkeys((*skills, *(item_label(catalog, item) for item in effort.uncounted))),)
