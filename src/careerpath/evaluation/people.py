"""Simulated people: their true answers, what they say of them, and the bench that scores both.

People are arrays of codes, as the kernel takes them: one row a person. They are made from the catalogue itself. So
they show whether the score can tell its own roles apart, not whether the catalogue describes the world.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from careerpath.model.role import EducationRequirement, FieldRequirement
from careerpath.model.skill import MAX_LEVEL
from careerpath.scoring.belief import ERROR, Floats
from careerpath.scoring.items import BACKGROUND, EDUCATION, EDUCATION_FIELD, NOT_APPLICABLE
from careerpath.scoring.kernel import UNKNOWN, Codes, Integers, Kernel
from careerpath.scoring.table import RoleTerms, ScoreTable, build_table

if TYPE_CHECKING:
    from careerpath.model.catalog import Catalog
    from careerpath.scoring.items import Item

LIKES = 5
NEUTRAL, LIKED_FROM = 3, 4
"""Somebody who likes the work of a role likes each of its activities at least so much."""


class People(NamedTuple):
    """True answers: codes of shape (people, items), likes of shape (people, activities), and whose role they have.

    `role` holds the numbers of roles, -1 for none.
    """

    codes: Codes
    likes: Codes
    role: Integers

    def among(self, chosen: Integers) -> People:
        """Some of the people, by number."""
        return People(self.codes[chosen], self.likes[chosen], self.role[chosen])


class Bench:
    """A catalogue made ready for measuring: its table, its kernel, and what its roles ask for as arrays.

    Attributes:
        skills: the columns of `codes` that hold skills; `others` the rest.
        demand: the levels that each role asks for, of shape (roles, skills).
    """

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self.table: ScoreTable = build_table(catalog)
        self.kernel = Kernel(self.table, catalog.scoring.appeal)
        names = self.kernel.items
        self.skills = np.array([n for n, name in enumerate(names) if name.startswith("skill:")])
        self.others = np.array([n for n, name in enumerate(names) if not name.startswith("skill:")], dtype=int)
        self.demand = np.array(
            [[getattr(row.requirements.get(names[n]), "level", 0) for n in self.skills] for row in self.table.roles]
        )
        self.priors: list[Floats] = [np.array(item.prior) / sum(item.prior) for item in self.table.items]

    def incumbents(self, role: int, count: int, random: np.random.Generator, *, likes_work: bool = False) -> People:
        """People exactly at every requirement of a role, with level 0 or 1 at random in the skills it does not ask for.

        Background that the role does not ask for is at random, but no years and no certificates. Likes are at random;
        with `likes_work`, they like every activity of the role.
        """
        row = self.table.roles[role]
        codes = np.zeros((count, len(self.kernel.items)), dtype=np.int8)
        basics = random.integers(0, 2, size=(count, len(self.skills)))
        codes[:, self.skills] = np.where(self.demand[role] > 0, self.demand[role], basics)
        for number in self.others:
            codes[:, number] = _background(self.table.items[number], row, count, random)
        self._settle_field(codes, random)
        likes = self.random_likes(count, random)
        if likes_work:
            own = self.kernel.weights[role] > 0
            likes[:, own] = random.integers(LIKED_FROM, LIKES + 1, size=(count, int(own.sum())))
        return People(codes, likes, np.full(count, role))

    def every_incumbent(self, each: int, random: np.random.Generator, *, likes_work: bool = False) -> People:
        """So many incumbents of each role, in the order of the roles."""
        return joined(*(self.incumbents(role, each, random, likes_work=likes_work) for role in range(len(self.demand))))

    def uniform(self, count: int, random: np.random.Generator) -> People:
        """People with every answer equally likely: they resemble no role."""
        sizes = self.kernel.sizes
        codes = np.stack([random.integers(0, size, size=count) for size in sizes], axis=1).astype(np.int8)
        self._settle_field(codes, random)
        return People(codes, self.random_likes(count, random), np.full(count, UNKNOWN))

    def by_prior(self, count: int, random: np.random.Generator) -> People:
        """People with every answer as common as the prior has it: mostly low levels, and no role in mind."""
        columns = [random.choice(len(prior), size=count, p=prior) for prior in self.priors]
        codes = np.stack(columns, axis=1).astype(np.int8)
        self._settle_field(codes, random)
        return People(codes, self.random_likes(count, random), np.full(count, UNKNOWN))

    def constant(self) -> People:
        """People of one and the same level in every skill, each with nothing else and with the most of the rest."""
        codes = np.zeros((2 * (MAX_LEVEL + 1), len(self.kernel.items)), dtype=np.int8)
        nothing, most = codes[::2], codes[1::2]
        most[:] = self.kernel.sizes - 1
        for number in self.others:
            if self.kernel.items[number] in {EDUCATION_FIELD, BACKGROUND}:
                # The last answer is that there is none.
                nothing[:, number], most[:, number] = self.kernel.sizes[number] - 1, 0
        codes[:, self.skills] = np.arange(len(codes))[:, None] // 2
        likes = np.full((len(codes), len(self.kernel.activities)), NEUTRAL, dtype=np.int8)
        return People(codes, likes, np.full(len(codes), UNKNOWN))

    def random_likes(self, count: int, random: np.random.Generator) -> Codes:
        """Likes from 1 to 5, all equally likely."""
        return random.integers(1, LIKES + 1, size=(count, len(self.kernel.activities))).astype(np.int8)

    def _settle_field(self, codes: Codes, random: np.random.Generator) -> None:
        """A field of study for those who have studied, and none for those who have not."""
        names = self.kernel.items
        if EDUCATION not in names or EDUCATION_FIELD not in names:
            return
        field = names.index(EDUCATION_FIELD)
        answers = self.table.items[field].answers
        question = self.catalog.question_by_id[EDUCATION_FIELD]
        if NOT_APPLICABLE not in answers or question.when is None:
            return
        levels = self.table.items[names.index(EDUCATION)].answers
        studied = np.array([level in question.when.any_of for level in levels])[codes[:, names.index(EDUCATION)]]
        nothing = answers.index(NOT_APPLICABLE)
        anything = random.integers(0, len(answers) - 1, size=len(codes))
        codes[:, field] = np.where(studied, np.where(codes[:, field] == nothing, anything, codes[:, field]), nothing)


def _background(item: Item, row: RoleTerms, count: int, random: np.random.Generator) -> Integers:
    """Codes of a background item for incumbents: what the role asks for, no more."""
    term, requirement = row.terms.get(item.name), row.requirements.get(item.name)
    if isinstance(requirement, EducationRequirement):
        return np.full(count, item.answers.index(requirement.level))
    if term is not None:
        enough = [code for code, worth in enumerate(term.coverage) if worth == term.full]
        several = isinstance(requirement, FieldRequirement)
        return random.choice(enough, size=count) if several else np.full(count, enough[0])
    if item.name in {EDUCATION, EDUCATION_FIELD, BACKGROUND}:
        return random.integers(0, len(item.answers), size=count)
    return np.zeros(count, dtype=np.int64)


def joined(*groups: People) -> People:
    """Several groups as one."""
    return People(*(np.concatenate(parts) for parts in zip(*groups, strict=True)))


def disturbed(bench: Bench, codes: Codes, spread: float, random: np.random.Generator) -> Codes:
    """Skill answers with a normal error of so many levels, rounded and held within 0 and 4."""
    said = codes.copy()
    noisy = np.rint(codes[:, bench.skills] + random.normal(0, spread, size=(len(codes), len(bench.skills))))
    said[:, bench.skills] = np.clip(noisy, 0, MAX_LEVEL).astype(np.int8)
    return said


def self_rated(bench: Bench, people: People, random: np.random.Generator, *, shift: int = 0) -> tuple[Codes, Codes]:
    """What people say of themselves: the truth, `shift` steps too high, with the declared error of self-ratings."""
    codes = people.codes.copy()
    shifted = np.minimum(codes[:, bench.skills] + shift, MAX_LEVEL)
    codes[:, bench.skills] = np.clip(shifted + _errors(shifted.shape, random), 0, MAX_LEVEL)
    likes = np.clip(people.likes + _errors(people.likes.shape, random), 1, LIKES)
    return codes, likes.astype(np.int8)


def _errors(shape: tuple[int, ...], random: np.random.Generator) -> Integers:
    chances = {step: chance for size, chance in ERROR.items() for step in {size, -size}}
    steps = np.array(sorted(chances))
    return random.choice(steps, size=shape, p=[chances[step] for step in steps])


def thinned(bench: Bench, codes: Codes, kept: int, random: np.random.Generator) -> Codes:
    """The same answers with only so many of the skills answered, at random."""
    thin = codes.copy()
    order = random.random((len(codes), len(bench.skills))).argsort(axis=1)
    thin[:, bench.skills] = np.where(order < kept, thin[:, bench.skills], UNKNOWN)
    return thin
