"""No cliffs: how far one answer, changed by one step, can move a figure; and whether everybody gets a recommendation.

The bound comes from the table alone: the largest difference between neighbouring answers. The measurement then tries
every single step of many people, among them people made to meet the steepest step of each role.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import msgspec
import numpy as np

from careerpath.evaluation.people import LIKES, NEUTRAL, Bench, People, disturbed, joined, thinned
from careerpath.evaluation.placing import first_roles
from careerpath.scoring.appeal import PER_STEP
from careerpath.scoring.items import EXPERIENCE, LEADING
from careerpath.scoring.kernel import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerpath.evaluation.size import Size
    from careerpath.scoring.kernel import Codes, Integers, Scores

SEED = 20_262
FEW_ANSWERS = 5
KINDS = ("skill", "years", "like")


class Moves(msgspec.Struct, frozen=True, kw_only=True):
    """The largest change of each figure, in hundredths, when one answer of a kind moves by one step."""

    match: int
    readiness: int
    appeal: int


class GroupFigures(msgspec.Struct, frozen=True, kw_only=True):
    """What happens to one group of people. Shares run from 0 to 1.

    unadvised: people for whom no role comes first (there must be none). only_later: people for whom no role is within
    reach, all of them `later`. tied: people for whom several roles share the first place. changed: the share of the
    steps that bring another role to the first place.
    """

    group: str
    people: int
    steps: int
    largest: dict[str, Moves]
    unadvised: int
    only_later: float
    tied: float
    changed: float


class CliffFigures(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that the chapter says."""

    seed: int
    bounds: dict[str, Moves]
    groups: tuple[GroupFigures, ...]

    @property
    def largest(self) -> dict[str, Moves]:
        """The largest changes of all groups."""
        return {
            kind: Moves(
                match=max(group.largest[kind].match for group in self.groups),
                readiness=max(group.largest[kind].readiness for group in self.groups),
                appeal=max(group.largest[kind].appeal for group in self.groups),
            )
            for kind in KINDS
        }


def step_bounds(bench: Bench) -> dict[str, Moves]:
    """The published bound: what one step of one answer of each kind can change at most, for any person and role."""
    kernel = bench.kernel
    bounds = {}
    for kind, columns in (("skill", bench.skills), ("years", _years(bench))):
        steps = [_largest_steps(bench, int(column)) for column in columns]
        bounds[kind] = Moves(
            match=max((match for match, _ in steps), default=0),
            readiness=max((readiness for _, readiness in steps), default=0),
            appeal=0,
        )
    # A like moves the appeal by its share of the role, less what it moves the person's mean; rounding adds one at most.
    shares = kernel.weights.max(axis=1, initial=0) / np.maximum(kernel.weights.sum(axis=1), 1)
    appeal = PER_STEP * float(shares.max())
    match = appeal * bench.catalog.scoring.appeal / 100
    bounds["like"] = Moves(match=int(match) + 1, readiness=0, appeal=int(appeal) + 1)
    return bounds


def measure_cliffs(bench: Bench, size: Size) -> CliffFigures:
    """Every step of so many people of each group."""
    random = np.random.default_rng(SEED)
    groups = dict(_groups(bench, size.people, random))
    return CliffFigures(
        seed=SEED,
        bounds=step_bounds(bench),
        groups=tuple(_measure_group(bench, name, people) for name, people in groups.items()),
    )


def _years(bench: Bench) -> Integers:
    return np.array([n for n, name in enumerate(bench.kernel.items) if name in {EXPERIENCE, LEADING}], dtype=int)


def _largest_steps(bench: Bench, column: int) -> tuple[int, int]:
    """The largest step of match and of readiness between neighbouring answers to one item."""
    first, size = bench.kernel.first_row[column], bench.kernel.sizes[column]
    return (
        int(np.abs(np.diff(bench.kernel.points[first : first + size], axis=0)).max()),
        int(np.abs(np.diff(bench.kernel.coverage[first : first + size], axis=0)).max()),
    )


def _groups(bench: Bench, count: int, random: np.random.Generator) -> Iterator[tuple[str, People]]:
    everybody = bench.every_incumbent(-(-count // len(bench.demand)), random)
    yield "at random", bench.uniform(count, random)
    yield "by the prior", bench.by_prior(count, random)
    yield "one level throughout", bench.constant()
    yield "incumbents", everybody._replace(codes=disturbed(bench, everybody.codes, 0.5, random))
    few = joined(bench.uniform(count // 2, random), bench.by_prior(count - count // 2, random))
    codes = thinned(bench, few.codes, FEW_ANSWERS, random)
    rated = random.random(few.likes.shape) < FEW_ANSWERS / max(few.likes.shape[1], 1)
    yield "few answers", few._replace(codes=codes, likes=np.where(rated, few.likes, 0).astype(np.int8))
    yield "steepest step of each role", _steepest(bench)


def _steepest(bench: Bench) -> People:
    """For each role somebody who stands just below its steepest step in a skill, with nothing else."""
    kernel = bench.kernel
    codes = np.zeros((len(kernel.roles), len(kernel.items)), dtype=np.int8)
    for role in range(len(kernel.roles)):
        heights = {}
        for column in bench.skills:
            first, size = kernel.first_row[column], kernel.sizes[column]
            steps = np.abs(np.diff(kernel.points[first : first + size, role]))
            heights[int(column)] = (int(steps.max()), int(steps.argmax()))
        steepest = max(heights, key=lambda column: heights[column])
        codes[role, steepest] = heights[steepest][1]
    likes = np.full((len(codes), len(kernel.activities)), NEUTRAL, dtype=np.int8)
    return People(codes, likes, np.arange(len(codes)))


class _Step(NamedTuple):
    kind: str
    moved: Integers
    codes: Codes
    likes: Codes


def _steps(bench: Bench, people: People) -> Iterator[_Step]:
    """Every answer one step up and one step down: who is moved, and their answers then."""
    years = set(_years(bench).tolist())
    for column in (*bench.skills.tolist(), *sorted(years)):
        for change in (-1, 1):
            now, then = people.codes[:, column], people.codes[:, column] + change
            moved = np.flatnonzero((now != UNKNOWN) & (then >= 0) & (then < bench.kernel.sizes[column]))
            codes = people.codes[moved]
            codes[:, column] += change
            yield _Step("years" if column in years else "skill", moved, codes, people.likes[moved])
    for column in range(people.likes.shape[1]):
        for change in (-1, 1):
            then = people.likes[:, column] + change
            moved = np.flatnonzero((people.likes[:, column] > 0) & (then >= 1) & (then <= LIKES))
            likes = people.likes[moved]
            likes[:, column] += change
            yield _Step("like", moved, people.codes[moved], likes)


def _measure_group(bench: Bench, name: str, people: People) -> GroupFigures:
    before = bench.kernel.score(people.codes, people.likes)
    first = first_roles(bench.kernel, before.match)
    largest = dict.fromkeys(KINDS, Moves(match=0, readiness=0, appeal=0))
    steps = changed = 0
    for step in _steps(bench, people):
        if not len(step.moved):
            continue
        after = bench.kernel.score(step.codes, step.likes)
        largest[step.kind] = _larger(largest[step.kind], before, after, step.moved)
        steps += len(step.moved)
        changed += int((first_roles(bench.kernel, after.match) != first[step.moved]).sum())
    leads = before.match == before.match.max(axis=1, keepdims=True)
    reach = bench.catalog.scoring.bands.next * 100
    return GroupFigures(
        group=name,
        people=len(people.codes),
        steps=steps,
        largest=largest,
        unadvised=int((~leads.any(axis=1)).sum()),
        only_later=round(float((before.readiness.max(axis=1) < reach).mean()), 4),
        tied=round(float((leads.sum(axis=1) > 1).mean()), 4),
        changed=round(changed / max(steps, 1), 4),
    )


def _larger(largest: Moves, before: Scores, after: Scores, moved: Integers) -> Moves:
    return Moves(
        match=max(largest.match, int(np.abs(after.match - before.match[moved]).max())),
        readiness=max(largest.readiness, int(np.abs(after.readiness - before.readiness[moved]).max())),
        appeal=max(largest.appeal, int(np.abs(after.appeal - before.appeal[moved]).max())),
    )
