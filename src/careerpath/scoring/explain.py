"""Takes a match apart: each point traced to an answer, a requirement and the evidence for it; and the gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

import msgspec

from careerpath.model.assessment import ExplainedPoint, Gap
from careerpath.model.role import SkillRequirement
from careerpath.scoring import appeal
from careerpath.scoring.wording import (
    answer_text,
    answer_value,
    item_label,
    level_text,
    required_value,
    requirement_text,
)

if TYPE_CHECKING:
    from careerpath.model.assessment import AnswerValue
    from careerpath.model.catalog import Catalog
    from careerpath.scoring.table import RoleTerms, ScoreTable

SURPLUS_WHY = (
    "This is more than the role uses. A surplus counts a little against a role, so that roles that ask more are not "
    "passed over."
)


class Answered(msgspec.Struct, frozen=True):
    """Known answers: codes (indices into the item's answers) by item, likes (1 to 5) by activity."""

    codes: dict[str, int]
    likes: dict[str, int]


def explain_match(
    catalog: Catalog, table: ScoreTable, row: RoleTerms, answered: Answered
) -> tuple[ExplainedPoint, ...]:
    """The parts of a match, largest first. Their points add up to the match exactly."""
    parts = [
        *_requirement_points(catalog, row, answered),
        *_surplus_points(catalog, table, row, answered),
        *_appeal_points(catalog, row, answered),
    ]
    return tuple(sorted(parts, key=lambda part: (-part.points, part.kind, part.item)))


def _requirement_points(catalog: Catalog, row: RoleTerms, answered: Answered) -> list[ExplainedPoint]:
    parts: list[ExplainedPoint] = []
    for name, requirement in row.requirements.items():
        code = answered.codes.get(name)
        term = row.terms[name]
        parts.append(
            ExplainedPoint(
                item=name,
                label=item_label(catalog, name),
                kind="requirement",
                **_answer(catalog, name, code),
                required=required_value(requirement),
                required_text=requirement_text(catalog, name, requirement),
                importance=requirement.importance,
                points=term.unknown_coverage if code is None else term.coverage[code],
                basis=requirement.basis,
                claims=requirement.claims,
                why=requirement.why,
            )
        )
    return parts


def _surplus_points(catalog: Catalog, table: ScoreTable, row: RoleTerms, answered: Answered) -> list[ExplainedPoint]:
    parts: list[ExplainedPoint] = []
    for item in table.items:
        if not item.name.startswith("skill:"):
            continue
        term, code = row.terms.get(item.name, table.unasked), answered.codes.get(item.name)
        worth = term.unknown_surplus if code is None else term.surplus[code]
        if worth:
            requirement = row.requirements.get(item.name)
            parts.append(
                ExplainedPoint(
                    item=item.name,
                    label=item_label(catalog, item.name),
                    kind="surplus",
                    **_answer(catalog, item.name, code),
                    required=required_value(requirement) if requirement else 0,
                    required_text=requirement_text(catalog, item.name, requirement) if requirement else level_text(0),
                    importance=None,
                    points=worth,
                    basis="editorial",
                    why=SURPLUS_WHY,
                )
            )
    return parts


def _appeal_points(catalog: Catalog, row: RoleTerms, answered: Answered) -> list[ExplainedPoint]:
    activities = {activity.activity: activity for activity in catalog.role_by_id[row.role].activities}
    return [
        ExplainedPoint(
            item=f"activity:{name}",
            label=catalog.activity_by_id[name].label,
            kind="appeal",
            **_answer(catalog, f"activity:{name}", answered.likes[name]),
            required=activities[name].weight,
            required_text=activities[name].weight,
            importance=None,
            points=worth,
            basis=activities[name].basis,
            claims=activities[name].claims,
            why=activities[name].why,
        )
        for name, worth in appeal.match_points(row, answered.likes, catalog.scoring.appeal).items()
    ]


def find_gaps(catalog: Catalog, row: RoleTerms, answered: Answered) -> tuple[Gap, ...]:
    """What the person lacks for a role, by what closing it gains, most first. The gains and readiness add up to 100."""
    gaps: list[Gap] = []
    for name, requirement in row.requirements.items():
        term, code = row.terms[name], answered.codes.get(name)
        have = term.unknown_coverage if code is None else term.coverage[code]
        if code is not None and have == term.full:
            continue
        gaps.append(
            Gap(
                item=name,
                skill=requirement.skill if isinstance(requirement, SkillRequirement) else None,
                label=item_label(catalog, name),
                have=None if code is None else answer_value(catalog, name, code),
                have_text=None if code is None else answer_text(catalog, name, code),
                need=required_value(requirement),
                need_text=requirement_text(catalog, name, requirement),
                importance=requirement.importance,
                gain=term.full - have,
            )
        )
    return tuple(sorted(gaps, key=lambda gap: (-gap.gain, gap.item)))


class _Answer(TypedDict):
    answer: AnswerValue
    answer_text: str | None


def _answer(catalog: Catalog, item: str, code: int | None) -> _Answer:
    if code is None:
        return {"answer": None, "answer_text": None}
    return {"answer": answer_value(catalog, item, code), "answer_text": answer_text(catalog, item, code)}
