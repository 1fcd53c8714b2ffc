"""What each skill could be raised to, what that costs, and how it moves a role against its rivals.

The score is a sum over items, so a raise of one skill moves the lead of a role over another by the same points whatever
else is raised. Costs are whole numbers: half hours by the middle of each range, or levels.
"""

from __future__ import annotations

import heapq
from itertools import count
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

import msgspec

from careerpath.pathways.plan_scope import half_hours
from careerpath.pathways.ways import WayStep, steps_from
from careerpath.scoring.items import skill_item

if TYPE_CHECKING:
    from collections.abc import Mapping

    from careerpath.model.answers import Answers
    from careerpath.model.catalog import Catalog
    from careerpath.scoring.table import RoleTerms, ScoreTable

Measure: TypeAlias = Literal["hours", "steps"]


class Raised(NamedTuple):
    """A skill raised to a level: what it costs, and what it adds to the lead over each rival, in hundredths."""

    cost: int
    to: int
    leads: tuple[int, ...]


class Landing(NamedTuple):
    """The cheapest chain of learning that ends exactly at a level."""

    half_hours: int
    steps: tuple[WayStep, ...]


def landings(catalog: Catalog, skill: str, have: int) -> Mapping[int, Landing]:
    """The cheapest chain to every level above that learning leads to exactly, by the middle of each range of hours.

    As `ways.cheapest_way`, which may end above the level asked for; here a level counts as what it is, since more of a
    skill than a role uses tells against it. Hours are those of each skill alone: a course that raises two is counted
    with each.
    """
    queue: list[tuple[int, int, tuple[tuple[str, int], ...], int, int, tuple[WayStep, ...]]] = [(0, 0, (), 0, have, ())]
    pushed = count(1)  # chains that are alike in everything else need not be comparable
    found: dict[int, Landing] = {}
    while queue:
        cost, length, names, _, level, way = heapq.heappop(queue)
        if level in found:
            continue
        found[level] = Landing(cost, way)
        for learning in catalog.learning:
            for step in steps_from(learning, skill, level):
                longer = (*names, (learning.id, step.hours.low))
                total = cost + half_hours(step.hours)
                heapq.heappush(queue, (total, length + 1, longer, next(pushed), step.to, (*way, step)))
    return {level: landing for level, landing in found.items() if level > have}


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who asks what would bring a role to the first place, against rivals.

    lead: points of the role less those of each rival now, in hundredths. least: the lead that is needed (0, or 1 over a
    rival that would be listed before it at the same match). options: by skill, the raises that can be of use.
    """

    rivals: tuple[str, ...]
    lead: tuple[int, ...]
    least: tuple[int, ...]
    options: dict[str, tuple[Raised, ...]]


def raises_of(catalog: Catalog, answers: Answers, skill: str, by: Measure) -> dict[int, int]:
    """What raising a skill to each level costs; a level that is not known counts as 0 for the cost."""
    have = answers.skills.get(skill) or 0
    if by == "steps":
        return {level: level - have for level in range(have + 1, len(catalog.scoring.prior))}
    return {level: landing.half_hours for level, landing in landings(catalog, skill, have).items()}


def worth_of(row: RoleTerms, table: ScoreTable, item: str, code: int | None) -> int:
    """The points of match that an answer to one item brings a role, in hundredths; None is unknown."""
    term = row.terms.get(item, table.unasked)
    if code is None:
        return term.unknown_coverage + term.unknown_surplus
    return term.coverage[code] + term.surplus[code]


def ask(
    catalog: Catalog, table: ScoreTable, answers: Answers, goal: str, matches: Mapping[str, int], by: Measure
) -> Question:
    """The question what would bring a role to the first place; `matches` holds the present match of every role.

    Only raises that add to the role's own match count. Where a level is not known, saying a low one could lower a rival
    more than the role; that would be no improvement.
    """
    rows = {row.role: row for row in table.roles}
    rivals = tuple(sorted(role for role in rows if role != goal))
    options: dict[str, tuple[Raised, ...]] = {}
    for skill in sorted(skill.id for skill in catalog.skills):
        item, known = skill_item(skill), answers.skills.get(skill)
        raised = [
            Raised(
                cost,
                level,
                tuple(
                    worth_of(rows[goal], table, item, level)
                    - worth_of(rows[goal], table, item, known)
                    - worth_of(rows[rival], table, item, level)
                    + worth_of(rows[rival], table, item, known)
                    for rival in rivals
                ),
            )
            for level, cost in raises_of(catalog, answers, skill, by).items()
            if worth_of(rows[goal], table, item, level) > worth_of(rows[goal], table, item, known)
        ]
        if useful := _undominated(raised):
            options[skill] = useful
    return Question(
        rivals=rivals,
        lead=tuple(matches[goal] - matches[rival] for rival in rivals),
        least=tuple(int(rows[rival].among_equals < rows[goal].among_equals) for rival in rivals),
        options=options,
    )


def _undominated(raised: list[Raised]) -> tuple[Raised, ...]:
    """Those that are better than leaving the skill alone for some rival, and than each other that costs no more."""
    kept: list[Raised] = []
    for option in sorted(raised):
        if any(lead > 0 for lead in option.leads) and not any(
            all(mine <= theirs for mine, theirs in zip(option.leads, other.leads, strict=True)) for other in kept
        ):
            kept.append(option)
    return tuple(kept)
