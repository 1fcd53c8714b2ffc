"""What people lack for the role that comes first for them, and which learning would help how many: from the counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from careerpath.pathways.ways import steps_from

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from careerpath.cohort.tally import Tally
    from careerpath.model.catalog import Catalog
    from careerpath.scoring.demands import Demands

SKILL = "skill:"


class Standing:
    """How people stand to an item that the role asks for that comes first for them.

    Attributes:
        item: what is asked for.
        unsaid: how many people have not said what they have.
        lacking: by the code of an answer that is too little for some role, for how many it is.
    """

    def __init__(self, item: str) -> None:
        self.item = item
        self.unsaid = 0
        self.lacking: dict[int, int] = {}

    @property
    def lack(self) -> int:
        """How many have too little."""
        return sum(self.lacking.values())


class Step(NamedTuple):
    """A step of learning: a skill raised to a level, for people who are at one of some levels."""

    learning: str
    skill: str
    to: int
    levels: frozenset[int]


def count_standing(demands: Demands, tally: Tally, roles: Container[str]) -> list[Standing]:
    """How people stand to each item, among those for whom one of the given roles comes first; by the item's name."""
    found: dict[str, Standing] = {}
    for case, gain, people in zip(demands.cases, demands.gain.tolist(), tally.cases.tolist(), strict=True):
        if case.role not in roles:
            continue
        standing = found.setdefault(case.item, Standing(case.item))
        if not case.is_known:
            standing.unsaid += people
        elif gain > 0:
            standing.lacking[case.code] = standing.lacking.get(case.code, 0) + people
    return [found[item] for item in sorted(found)]


def steps_for(catalog: Catalog, standing: Standing) -> Iterator[Step]:
    """The steps of learning that would raise an item for some of those who lack it."""
    skill = standing.item.removeprefix(SKILL)
    if skill == standing.item:
        return
    for learning in catalog.learning_by_skill.get(skill, ()):
        levels: dict[int, set[int]] = {}
        for level in standing.lacking:
            for step in steps_from(learning, skill, level):
                levels.setdefault(step.to, set()).add(level)
        yield from (Step(learning.id, skill, to, frozenset(some)) for to, some in sorted(levels.items()))
