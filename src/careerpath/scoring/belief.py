"""What careerpath believes about a person's true levels, given what they say.

A mixture of kinds of people. For each role there are people who have exactly what it asks for, people who have about
that, people a level below it, and people who meet half of it; and there are people who resemble no role: levels at
random, levels as the prior has them, everything about equally high. Each kind also comes with ratings one step too high
throughout. Within a kind, items are independent. What a person says shifts the weights of the kinds (Bayes' rule) and,
within each, the levels behind the answers.

Self-ratings of skills and likes are taken to err: exact in 62 % of cases, one step off in 36 %, two steps in 2 %; this
is a normal error of 0.57 steps, rounded. Background answers are facts and do not err; they count towards the kinds, as
people of a role have the background that it asks for more often than others.

The kinds that resemble no role are what keeps the confidence honest: without them, somebody who answers at random would
be told with great certainty that they are whichever role chance made them resemble.

The constants were chosen by the measurement in `docs/evaluation.md`. The exact kind, and background as evidence, took
away most of an excess of modesty where few skills are answered (expected calibration error .08, then .04). People who
rate themselves too high are held to be common (0.4), and people with levels at random rare (0.1), since otherwise some
of the former passed for the latter, and were told too much.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import numpy as np

from careerpath.model.skill import MAX_LEVEL
from careerpath.scoring.kernel import UNKNOWN, Codes, Integers, Kernel

if TYPE_CHECKING:
    from careerpath.scoring.table import ScoreTable

Floats: TypeAlias = np.ndarray[tuple[int, ...], np.dtype[np.float64]]

LEVELS = MAX_LEVEL + 1
LIKES = 5

ERROR = {0: 0.62, 1: 0.18, 2: 0.01}
"""The chance of each error of a self-rating, in steps, to either side."""

BASICS = np.array([0.55, 0.33, 0.08, 0.03, 0.01])
"""Levels of somebody in a role in the skills that it does not ask for."""

EXACTLY = np.array([0.0, 0.02, 0.96, 0.02, 0.0])
ABOUT = np.array([0.03, 0.17, 0.6, 0.17, 0.03])
"""Levels of somebody who meets a role, exactly or about: from two steps below what it asks for to two above."""

LIKED = np.array([0.12, 0.2, 0.26, 0.26, 0.16])
"""How common each liking, 1 to 5, is held to be."""

RESEMBLING = 0.5
"""The share of people who resemble a role."""

MEETING = (0.4, 0.3, 0.2, 0.1)
"""Of the people who resemble a role, those who meet it exactly, about, but for a level, and by half."""

UNLIKE = (0.2, 0.6, 0.2)
"""Of the people who resemble no role, those with levels at random, as the prior has them, and all about equal."""

FITTING = 0.7
"""The share of people in a role who have a background because it asks for it; the others are as everybody."""

INFLATED = 0.4
"""The share of people who rate themselves one step too high throughout."""


class Kind(NamedTuple):
    """A kind of people: how common it is, and the chances of the true levels, of shape (skills, 5)."""

    weight: float
    levels: Floats


class Belief:
    """The belief before anything is said. Everything that it needs of the catalogue is worked out once."""

    def __init__(self, table: ScoreTable, kernel: Kernel) -> None:
        self.kernel = kernel
        self.skills = np.array([number for number, item in enumerate(table.items) if item.name.startswith("skill:")])
        self.others = np.array([number for number in range(len(table.items)) if number not in set(self.skills)], int)
        self.priors = [np.array(item.prior) / sum(item.prior) for item in table.items]
        kinds = list(self._kinds(table))
        plain = np.array([kind.weight for kind in kinds])
        levels = np.stack([kind.levels for kind in kinds])
        self.levels = np.concatenate([levels, levels])
        self.weights = np.concatenate([plain * (1 - INFLATED), plain * INFLATED])
        self.weights /= self.weights.sum()
        self.channels = np.stack([report_channel(LEVELS), report_channel(LEVELS, shift=1)])
        self.backgrounds = [np.tile(self._backgrounds(table, number), (2, 1)) for number in self.others]
        self.said_like = report_channel(LIKES).T * LIKED

    def _kinds(self, table: ScoreTable) -> list[Kind]:
        count = len(self.skills)
        prior = self.priors[self.skills[0]]
        each = RESEMBLING / len(table.roles)
        exactly, about = levels_by_demand(EXACTLY), levels_by_demand(ABOUT)
        kinds = []
        for role in table.roles:
            demand = np.array([getattr(role.requirements.get(table.items[n].name), "level", 0) for n in self.skills])
            meets = about[demand]
            kinds.append(Kind(each * MEETING[0], exactly[demand]))
            kinds.append(Kind(each * MEETING[1], meets))
            kinds.append(Kind(each * MEETING[2], about[np.maximum(demand - 1, 0)]))
            kinds.append(Kind(each * MEETING[3], 0.5 * meets + 0.5 * prior))
        rest = 1 - RESEMBLING
        kinds.append(Kind(rest * UNLIKE[0], np.full((count, LEVELS), 1 / LEVELS)))
        kinds.append(Kind(rest * UNLIKE[1], np.tile(prior, (count, 1))))
        kinds.extend(Kind(rest * UNLIKE[2] / LEVELS, _constant(count, level)) for level in range(LEVELS))
        return kinds

    def _backgrounds(self, table: ScoreTable, number: int) -> Floats:
        """The chances of each answer to a background item in each kind, of shape (kinds, answers)."""
        prior = self.priors[number]
        rows = []
        for role in table.roles:
            term = role.terms.get(table.items[number].name)
            met = prior * [worth == term.full for worth in term.coverage] if term else prior
            row = FITTING * met / met.sum() + (1 - FITTING) * prior
            rows.extend([row, row, row, prior])
        rows.extend([prior] * (2 + LEVELS))
        return np.array(rows)

    def posterior_weights(self, codes: Codes) -> Floats:
        """The weight of each kind, given the answers (codes of all items of one person; -1 is unknown)."""
        said = codes[self.skills]
        known = np.flatnonzero(said != UNKNOWN)
        # Nothing is impossible: somebody may say what none of these kinds would.
        chances = np.maximum(self._reported(known, said[known]).sum(axis=2), 1e-9)
        logs = np.log(self.weights) + np.log(chances).sum(axis=1)
        for number, chances in zip(self.others, self.backgrounds, strict=True):
            if codes[number] != UNKNOWN:
                logs += np.log(chances[:, codes[number]])
        weights = np.exp(logs - logs.max())
        return np.asarray(weights / weights.sum())

    def _chances(self, codes: Codes) -> Floats:
        """The chances of the true levels in each kind, given the skills answered; of shape (kinds, skills, 5)."""
        said = codes[self.skills]
        known = np.flatnonzero(said != UNKNOWN)
        chances = self.levels.copy()
        chances[:, known] = self._reported(known, said[known])
        return chances

    def _reported(self, skills: Integers, said: Codes) -> Floats:
        """The chance of each true level and of saying this of a skill, together; of shape (kinds, skills, 5)."""
        plain, inflated = self.channels[:, :, said].transpose(0, 2, 1)
        half = len(self.levels) // 2  # the second half of the kinds are the same people, rating themselves too high
        return np.concatenate([self.levels[:half, skills] * plain, self.levels[half:, skills] * inflated])

    def draw(self, codes: Codes, likes: Codes, count: int, random: np.random.Generator) -> tuple[Codes, Codes]:
        """True answers of people who would have said this: codes (count, items) and likes (count, activities)."""
        # Drawn by hand, here and below: NumPy may change how `choice` makes use of the stream of `random`.
        rising = np.cumsum(self.posterior_weights(codes))
        kinds = np.minimum(np.searchsorted(rising, random.random(count) * rising[-1], side="right"), len(rising) - 1)
        drawn = np.repeat(codes[None, :], count, axis=0)
        drawn[:, self.skills] = _choose(np.cumsum(self._chances(codes), axis=-1)[kinds], random)
        for number, background in zip(self.others, self.backgrounds, strict=True):
            if codes[number] == UNKNOWN:
                drawn[:, number] = _choose(np.cumsum(background, axis=-1)[kinds], random)
        by_like = np.where((likes > 0)[:, None], self.said_like[np.maximum(likes, 1) - 1], LIKED)
        rising = np.broadcast_to(np.cumsum(by_like, axis=-1), (count, *by_like.shape))
        liked = _choose(rising, random) + 1
        return drawn, liked.astype(np.int8)


def report_channel(size: int, shift: int = 0) -> Floats:
    """The chance of saying each answer (columns) given the true one (rows).

    What would be said beyond the ends is said at the end: after the shift, and again after the error.
    """
    channel = np.zeros((size, size))
    for true in range(size):
        for distance, chance in ERROR.items():
            for error in {distance, -distance}:
                channel[true, min(max(min(true + shift, size - 1) + error, 0), size - 1)] += chance
    return channel


def levels_by_demand(spread: Floats) -> Floats:
    """The chance of each level by the level asked for, of shape (5, 5); basics where nothing is asked for."""
    table = np.zeros((LEVELS, LEVELS))
    table[0] = BASICS
    for demand in range(1, LEVELS):
        for step, chance in zip(range(-2, 3), spread, strict=True):
            table[demand, min(max(demand + step, 0), MAX_LEVEL)] += chance
    return table


def _constant(count: int, level: int) -> Floats:
    row = np.full(LEVELS, 0.02)
    row[level] = 1 - 0.02 * (LEVELS - 1)
    return np.tile(row, (count, 1))


def _choose(rising: Floats, random: np.random.Generator) -> Codes:
    """One index for each row of chances, given as running sums along the last axis, which need not end at one."""
    points = random.random(rising.shape[:-1]) * rising[..., -1]
    return np.asarray((points[..., None] > rising).sum(axis=-1), dtype=np.int8)
