"""What people lack for the role that comes first for them, and which learning would help how many: from the counts."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from careerpath.model.role import SkillRequirement
from careerpath.pathways.ways import steps_from

if TYPE_CHECKING:
    from careerpath.cohort.tally import Tally
    from careerpath.model.catalog import Catalog
    from careerpath.scoring.demands import Case, Demands


class Lack(NamedTuple):
    """So many people have less of an item than their first role asks for, and so many have not said."""

    item: str
    lack: int
    unsaid: int


class Help(NamedTuple):
    """So many people would be further on their way after one step of learning: a skill raised to a level."""

    learning: str
    skill: str
    to: int
    people: int


def count_lacks(demands: Demands, tally: Tally) -> list[Lack]:
    """What is lacking, most first; then by name."""
    lacking: Counter[str] = Counter()
    unsaid: Counter[str] = Counter()
    for number, (case, people) in enumerate(zip(demands.cases, tally.cases.tolist(), strict=True)):
        if not case.is_known:
            unsaid[case.item] += people
        elif demands.gain[number] > 0:
            lacking[case.item] += people
    found = [Lack(item, lacking[item], unsaid[item]) for item in lacking.keys() | unsaid.keys()]
    return sorted(found, key=lambda lack: (-lack.lack, -lack.unsaid, lack.item))


def count_helped(catalog: Catalog, demands: Demands, tally: Tally) -> list[Help]:
    """Which step of learning would raise a skill that the first role asks more of, for how many; most first.

    Whoever has not said a level is not counted: whether the step would help them is unknown.
    """
    helped: Counter[tuple[str, str, int]] = Counter()
    for case, people in zip(demands.cases, tally.cases.tolist(), strict=True):
        if people and _is_short(case):
            skill = case.item.partition(":")[2]
            for learning in catalog.learning_by_skill.get(skill, ()):
                reached = {step.to for step in steps_from(learning, skill, case.code)}
                helped.update({(learning.id, skill, to): people for to in reached})
    return sorted(
        (Help(*step, people) for step, people in helped.items()),
        key=lambda found: (-found.people, found.learning, found.skill, found.to),
    )


def _is_short(case: Case) -> bool:
    return case.is_known and isinstance(case.requirement, SkillRequirement) and case.code < case.requirement.level
