"""Gaps and the learning that closes them, as scripts see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from careerpath.model.assessment import AnswerValue, RequiredValue, points
from careerpath.model.evidence import Basis
from careerpath.model.role import Importance
from careerpath.pathways.effort import Ways

if TYPE_CHECKING:
    from collections.abc import Iterable

    from careerpath.model.assessment import Gap
    from careerpath.model.catalog import Catalog
    from careerpath.model.learning import Hours
    from careerpath.pathways.ways import WayStep


class HoursData(msgspec.Struct, frozen=True, kw_only=True):
    """Hours of work, from `low` to `high`, and whether a document gives them."""

    low: int
    high: int
    basis: Basis
    why: str | None


class LearningData(msgspec.Struct, frozen=True, kw_only=True):
    """One step of the way that closes a gap in the fewest hours."""

    learning: str
    title: str
    kind: str
    start: int
    to: int
    hours: HoursData
    url: str | None


class GapData(msgspec.Struct, frozen=True, kw_only=True):
    """A gap. `have` is null where the person has not said; `skill`, for what is not a skill (a degree, years)."""

    item: str
    skill: str | None
    label: str
    have: AnswerValue
    have_text: str | None
    need: RequiredValue
    need_text: str
    importance: Importance
    readiness_gain: float
    learning: tuple[LearningData, ...]


def hours_data(hours: Hours) -> HoursData:
    """A range of hours."""
    return HoursData(low=hours.low, high=hours.high, basis=hours.basis, why=hours.why)


class GapTeller:
    """Tells gaps, each with the cheapest way to close it; gaps that many roles share are worked out once."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self.ways = Ways(catalog)
        self._known: dict[tuple[str, int, int], tuple[LearningData, ...]] = {}

    def tell(self, gaps: Iterable[Gap]) -> tuple[GapData, ...]:
        """The gaps, in their order."""
        return tuple(
            GapData(
                item=gap.item,
                skill=gap.skill,
                label=gap.label,
                have=gap.have,
                have_text=gap.have_text,
                need=gap.need,
                need_text=gap.need_text,
                importance=gap.importance,
                readiness_gain=points(gap.gain),
                learning=self._learning(gap),
            )
            for gap in gaps
        )

    def _learning(self, gap: Gap) -> tuple[LearningData, ...]:
        if gap.skill is None or not isinstance(gap.need, int):
            return ()
        key = gap.skill, gap.have if isinstance(gap.have, int) else 0, gap.need
        if key not in self._known:
            self._known[key] = tuple(self._step(step) for step in self.ways.cheapest(*key))
        return self._known[key]

    def _step(self, step: WayStep) -> LearningData:
        learning = self._catalog.learning_by_id[step.learning]
        return LearningData(
            learning=step.learning,
            title=learning.title,
            kind=learning.kind,
            start=step.start,
            to=step.to,
            hours=hours_data(step.hours),
            url=learning.url,
        )
