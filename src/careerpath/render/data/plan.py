"""A plan as scripts see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from careerpath.model.assessment import points
from careerpath.model.evidence import Basis
from careerpath.model.learning import Cost
from careerpath.model.role import Importance, RoleBasis
from careerpath.pathways.plan import HOURS_MORE
from careerpath.render.data.gaps import HoursData, hours_data
from careerpath.render.data.ranges import HoursRange
from careerpath.scoring.wording import item_label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerpath.model.assessment import Gap
    from careerpath.model.catalog import Catalog
    from careerpath.pathways.plan import Plan, PlanStep


class BudgetData(msgspec.Struct, frozen=True, kw_only=True):
    """The hours that the person has."""

    hours_per_week: float
    weeks: int
    hours: float
    free_only: bool


class PlanStepData(msgspec.Struct, frozen=True, kw_only=True):
    """One skill raised by something that is learnt; `skill` is null where it is a certificate that is gained.

    `done_id` is what `plan --done` takes. What is done as one raises several skills: each is an entry, and all but the
    first have `with_previous` and no hours of their own. hours: the middle of `hours_range`. readiness, ends_week:
    after this step.
    """

    learning: str
    done_id: str
    title: str
    kind: str
    cost: Cost
    url: str | None
    item: str
    skill: str | None
    label: str
    from_level: int
    to_level: int
    hours: float
    hours_range: HoursData
    with_previous: bool
    readiness_gain: float
    readiness: float
    ends_week: int
    caution: str | None


class EssentialData(msgspec.Struct, frozen=True, kw_only=True):
    """An essential gap; `closes_week` is null if the plan does not close it, `by_study` false if no learning can."""

    item: str
    label: str
    have_text: str | None
    need_text: str
    closes_week: int | None
    by_study: bool


class OpenData(msgspec.Struct, frozen=True, kw_only=True):
    """A gap that the learning of the catalogue does not close: years of work, a degree."""

    item: str
    label: str
    have_text: str | None
    need_text: str
    importance: Importance
    readiness_gain: float


class MoreData(msgspec.Struct, frozen=True, kw_only=True):
    """What so many hours more would add."""

    hours: int
    readiness_gain: float


class AssumedData(msgspec.Struct, frozen=True, kw_only=True):
    """Something that has not been answered and counts as none here."""

    item: str
    label: str


class LeftOutData(msgspec.Struct, frozen=True, kw_only=True):
    """Learning that is left out, since it is not known to be free."""

    learning: str
    title: str
    cost: Cost


class PlanData(msgspec.Struct, frozen=True, kw_only=True):
    """A plan. readiness_in_results: as `results` shows it, where unknown skills count as the mean of all people.

    hours: of all steps by the middle of their ranges; it is `hours_range` that is known. readiness_highest: with all
    the time in the world. best: it is proven that no plan within these hours brings more.
    """

    profile: str | None
    role: str
    title: str
    basis: RoleBasis
    budget: BudgetData
    readiness_in_results: float
    readiness_before: float
    readiness_after: float
    readiness_highest: float
    hours: float
    hours_range: HoursRange
    hours_by_basis: dict[Basis, HoursRange]
    steps: tuple[PlanStepData, ...]
    essentials: tuple[EssentialData, ...]
    more_hours: MoreData
    open: tuple[OpenData, ...]
    assumed_none: tuple[AssumedData, ...]
    left_out: tuple[LeftOutData, ...]
    done: tuple[str, ...]
    best: bool


class DoneData(msgspec.Struct, frozen=True, kw_only=True):
    """What a person has marked as done: learning, or `learning:skill`."""

    profile: str
    done: tuple[str, ...]


def plan_data(catalog: Catalog, plan: Plan, profile: str | None, *, free_only: bool) -> PlanData:
    """A plan with its names in words."""
    role = catalog.role_by_id[plan.role]
    return PlanData(
        profile=profile,
        role=role.id,
        title=role.title,
        basis=role.basis,
        budget=BudgetData(
            hours_per_week=plan.budget.half_hours_a_week / 2,
            weeks=plan.budget.weeks,
            hours=plan.budget.half_hours / 2,
            free_only=free_only,
        ),
        readiness_in_results=points(plan.readiness_known),
        readiness_before=points(plan.readiness_before),
        readiness_after=points(plan.readiness_after),
        readiness_highest=points(plan.highest),
        hours=plan.half_hours / 2,
        hours_range=_span(plan.steps),
        hours_by_basis={
            basis: _span(steps)
            for basis in ("documented", "editorial")
            if (steps := tuple(step for step in plan.steps if step.hours.basis == basis))
        },
        steps=tuple(entry for step in plan.steps for entry in _step(catalog, step)),
        essentials=tuple(
            EssentialData(
                item=essential.gap.item,
                label=essential.gap.label,
                have_text=essential.gap.have_text,
                need_text=essential.gap.need_text,
                closes_week=essential.week,
                by_study=essential.learnable,
            )
            for essential in plan.essentials
        ),
        more_hours=MoreData(hours=HOURS_MORE, readiness_gain=points(plan.next_gain)),
        open=tuple(_open(gap) for gap in plan.not_by_study),
        assumed_none=tuple(AssumedData(item=item, label=item_label(catalog, item)) for item in plan.assumed_none),
        left_out=tuple(
            LeftOutData(learning=name, title=catalog.learning_by_id[name].title, cost=cost)
            for cost, names in plan.left_out.items()
            for name in names
        ),
        done=plan.done,
        best=plan.proven,
    )


def _span(steps: tuple[PlanStep, ...]) -> HoursRange:
    return HoursRange(low=sum(step.hours.low for step in steps), high=sum(step.hours.high for step in steps))


def _step(catalog: Catalog, step: PlanStep) -> Iterator[PlanStepData]:
    learning = catalog.learning_by_id[step.learning]
    readiness = step.readiness - step.gain
    for place, build in enumerate(step.builds):
        readiness += build.gain
        yield PlanStepData(
            learning=learning.id,
            done_id=learning.id if learning.hours else f"{learning.id}:{build.item.removeprefix('skill:')}",
            title=learning.title,
            kind=learning.kind,
            cost=learning.cost,
            url=learning.url,
            item=build.item,
            skill=build.item.removeprefix("skill:") if build.item.startswith("skill:") else None,
            label=item_label(catalog, build.item),
            from_level=build.start,
            to_level=build.to,
            hours=0.0 if place else (step.hours.low + step.hours.high) / 2,
            hours_range=hours_data(step.hours),
            with_previous=place > 0,
            readiness_gain=points(build.gain),
            readiness=points(readiness),
            ends_week=step.week,
            caution=learning.caution,
        )


def _open(gap: Gap) -> OpenData:
    return OpenData(
        item=gap.item,
        label=gap.label,
        have_text=gap.have_text,
        need_text=gap.need_text,
        importance=gap.importance,
        readiness_gain=points(gap.gain),
    )
