"""What it takes to close gaps: hours of learning by the cheapest ways, and years of experience."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.model.base import Value
from careerpath.pathways.ways import cheapest_ways
from careerpath.scoring.items import EXPERIENCE, LEADING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from careerpath.model.assessment import Gap
    from careerpath.model.catalog import Catalog
    from careerpath.pathways.ways import WayStep


YEARS = frozenset({EXPERIENCE, LEADING})
"""Items that take years and no hours."""


class Span(Value, frozen=True, kw_only=True):
    """Hours, from the least to the most."""

    low: int = 0
    high: int = 0

    def __add__(self, other: Span) -> Span:
        return Span(low=self.low + other.low, high=self.high + other.high)

    @property
    def middle(self) -> int:
        """Twice the middle of the range, which is a whole number: what ways are compared by."""
        return self.low + self.high


class Effort(Value, frozen=True, kw_only=True):
    """What closing gaps takes. Each skill is counted by its own cheapest way, so that efforts add up.

    documented, editorial: the hours that a document gives, and those that are our own estimate.
    years: of experience that are missing; years of leading people pass at the same time.
    without_way: skills (ids) to which nothing in the catalogue leads; they have no hours.
    uncounted: items that are no matter of hours: a degree, a field, a certificate.
    """

    documented: Span = Span()
    editorial: Span = Span()
    years: int = 0
    without_way: tuple[str, ...] = ()
    uncounted: tuple[str, ...] = ()

    @property
    def hours(self) -> Span:
        """All hours together."""
        return self.documented + self.editorial

    def __add__(self, other: Effort) -> Effort:
        return Effort(
            documented=self.documented + other.documented,
            editorial=self.editorial + other.editorial,
            years=self.years + other.years,
            without_way=(*self.without_way, *other.without_way),
            uncounted=(*self.uncounted, *other.uncounted),
        )


class Ways:
    """The cheapest ways of a catalogue, those from one level of a skill worked out once, together."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._known: dict[tuple[str, int], dict[int, tuple[WayStep, ...]]] = {}

    def cheapest(self, skill: str, have: int, need: int) -> tuple[WayStep, ...]:
        """As `ways.cheapest_way`."""
        known = self._known.get((skill, have))
        if known is None:
            known = self._known[skill, have] = cheapest_ways(self._catalog, skill, have)
        return known.get(need, ())

    def middle(self, item: str, have: int, need: int) -> int | None:
        """Twice the middle of the hours of the cheapest way, by the name of the skill's item; None if there is none."""
        way = self.cheapest(item.removeprefix("skill:"), have, need)
        return sum(step.hours.low + step.hours.high for step in way) if way else None

    def effort(self, gaps: Iterable[Gap]) -> Effort:
        """What closing these gaps takes; a skill that the person has not rated is counted from level 0."""
        total = Effort()
        for gap in gaps:
            total += self._effort(gap)
        years = max((missing_years(gap) for gap in gaps), default=0)
        return Effort(
            documented=total.documented,
            editorial=total.editorial,
            years=years,
            without_way=total.without_way,
            uncounted=total.uncounted,
        )

    def _effort(self, gap: Gap) -> Effort:
        if gap.item in YEARS:
            return Effort()
        if gap.skill is None or not isinstance(gap.need, int):
            return Effort(uncounted=(gap.item,))
        have = gap.have if isinstance(gap.have, int) else 0
        way = self.cheapest(gap.skill, have, gap.need)
        if not way:
            return Effort(without_way=(gap.skill,))
        documented, editorial = Span(), Span()
        for step in way:
            span = Span(low=step.hours.low, high=step.hours.high)
            if step.hours.basis == "documented":
                documented += span
            else:
                editorial += span
        return Effort(documented=documented, editorial=editorial)


def missing_years(gap: Gap) -> int:
    """The years that a gap lacks; 0 where it is not about years. Years that were not told count as none."""
    if gap.item not in YEARS or not isinstance(gap.need, int):
        return 0
    return gap.need - (gap.have if isinstance(gap.have, int) else 0)
