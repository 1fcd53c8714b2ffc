"""The questionnaire, on simulated people: how short it is, how often it is right, whether it is as sure as it may be.

Right means: the role that a short quiz puts first is the one that the same person's answers to every question would
put first. So nobody's "true" levels matter here, only what they would say.
"""

from __future__ import annotations

import multiprocessing
import os
from typing import TYPE_CHECKING, Literal, NamedTuple

import msgspec
import numpy as np

from careerpath.evaluation.people import Bench, People, disturbed
from careerpath.evaluation.reliability import Bin, reliability
from careerpath.model.skill import MAX_LEVEL
from careerpath.quiz.board import Board, Known
from careerpath.quiz.guide import Aim
from careerpath.quiz.picking import Count, Picker
from careerpath.scoring.kernel import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from careerpath.evaluation.size import Size
    from careerpath.model.catalog import Catalog
    from careerpath.scoring.kernel import Codes

SEED = 20_264
MOST_PEOPLE = 300
ONE_IN = 10
"""Of the people of other chapters only so many: a quiz takes a tenth of a second, and there are 32 a person."""

ALONE = 5
"""Up to so many people the work is not shared among processes: to start them takes longer."""

PODIUM = 3

Way = Literal["quick", "certified", "file order", "random order"]
WAYS: tuple[Way, ...] = ("quick", "certified", "file order", "random order")


class WayFigures(msgspec.Struct, frozen=True, kw_only=True):
    """How one way of asking does for one population. Shares run from 0 to 1.

    skills, skills_most: the median and the 90th percentile of questions on skills; likes, screens: medians, with all
    background. first: how often the first role is that of the whole questionnaire; three: the share of its first
    three that are among the first three. said: the mean of the chance that was told; bins: by tenths of it.
    """

    way: Way
    skills: float
    skills_most: float
    likes: float
    screens: float
    screens_most: float
    first: float
    three: float
    said: float
    bins: tuple[Bin, ...]

    @property
    def excess(self) -> float:
        """How much more was told than is true."""
        return self.said - self.first


class PopulationQuizzes(msgspec.Struct, frozen=True, kw_only=True):
    """Every way of asking for one population."""

    population: str
    people: int
    ways: tuple[WayFigures, ...]


class QuizFigures(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that the chapter says."""

    seed: int
    skills: int
    populations: tuple[PopulationQuizzes, ...]


class Quizzed(NamedTuple):
    """One quiz: questions by part, the chance that was told, and how it agrees with the whole questionnaire."""

    skills: int
    likes: int
    said: float
    first: bool
    three: float


class Task(NamedTuple):
    """Answers of one person to everything, and how to ask for them."""

    codes: Codes
    likes: Codes
    way: Way
    seed: int


def measure_quiz(bench: Bench, size: Size) -> QuizFigures:
    """Quizzes so many people of each population, in every way."""
    random = np.random.default_rng(SEED)
    count = min(max(size.people // ONE_IN, 1), MOST_PEOPLE)
    tasks: list[Task] = []
    names = []
    for name, codes, likes in populations(bench, count, random):
        names.append(name)
        tasks += [Task(*person, way, n) for way in WAYS for n, person in enumerate(zip(codes, likes, strict=True))]
    done = quiz_everybody(bench.catalog, tasks)
    screens = len(bench.catalog.questions)
    rows = [done[start : start + count] for start in range(0, len(done), count)]
    return QuizFigures(
        seed=SEED,
        skills=len(bench.skills),
        populations=tuple(
            PopulationQuizzes(
                population=name,
                people=count,
                ways=tuple(_figures(way, rows[len(WAYS) * n + m], screens) for m, way in enumerate(WAYS)),
            )
            for n, name in enumerate(names)
        ),
    )


def populations(bench: Bench, count: int, random: np.random.Generator) -> Iterator[tuple[str, Codes, Codes]]:
    """The populations: what people would answer to everything."""
    for error in (0.0, 0.5, 0.8):
        people = _incumbents(bench, count, random)
        yield f"in a role, error {error}", disturbed(bench, people.codes, error, random), people.likes
    for name, shift in (("a level below a role", -1), ("one step too high", 1)):
        people = _incumbents(bench, count, random)
        asked = bench.demand[people.role] > 0
        moved = people.codes.copy()
        moved[:, bench.skills] += np.where(asked | (shift > 0), shift, 0).astype(np.int8)
        moved[:, bench.skills] = np.clip(moved[:, bench.skills], 0, MAX_LEVEL)
        yield name, disturbed(bench, moved, 0.5, random), people.likes
    people, others = _incumbents(bench, count, random), _incumbents(bench, count, random)
    mixed = people.codes.copy()
    theirs = random.random((count, len(bench.skills))) < 0.5  # noqa: PLR2004 (half)
    mixed[:, bench.skills] = np.where(theirs, others.codes[:, bench.skills], people.codes[:, bench.skills])
    yield "halves of two roles", disturbed(bench, mixed, 0.5, random), people.likes
    people = bench.uniform(count, random)
    yield "levels at random", people.codes, people.likes
    people = bench.by_prior(count, random)
    yield "levels by the prior", people.codes, people.likes


def _incumbents(bench: Bench, count: int, random: np.random.Generator) -> People:
    everybody = bench.every_incumbent(-(-count // len(bench.demand)), random)
    chosen = random.permutation(len(everybody.role))[:count]
    return People(everybody.codes[chosen], everybody.likes[chosen], everybody.role[chosen])


def quiz_everybody(catalog: Catalog, tasks: Sequence[Task]) -> list[Quizzed]:
    """The quizzes of all tasks, in their order; shared among the processors where there are many."""
    if len(tasks) <= ALONE * len(WAYS) * 8:
        picker = Picker(Board(catalog))
        return [quiz_one(picker, task) for task in tasks]
    # A process with one thread each; numpy looks at this when it is loaded.
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    with multiprocessing.get_context("spawn").Pool(initializer=_prepare, initargs=(catalog,)) as pool:
        return pool.map(_quiz_prepared, tasks, chunksize=50)


_prepared: list[Picker] = []


def _prepare(catalog: Catalog) -> None:
    _prepared.append(Picker(Board(catalog)))


def _quiz_prepared(task: Task) -> Quizzed:
    return quiz_one(_prepared[0], task)


def quiz_one(picker: Picker, task: Task) -> Quizzed:
    """One person's quiz. Background is all answered; then skills and likes are asked for."""
    board = picker.board
    aim = Aim(mode="certified" if task.way == "certified" else "quick")
    known = _unasked(board, task)
    order = _order(board, task)
    count, last = Count(0, 0), None
    while not (judgement := picker.judge(known, count, aim)).stop:
        if order is None:
            last = picker.pick(known, count, aim, judgement, last)
        else:
            due = picker.likes_due(known, count, aim)
            likes_next = due and (judgement.sure >= aim.sure or (aim.limit or 0) - sum(count) <= due)
            last = next(name for name in order if name.startswith("activity:" if likes_next else ""))
            order.remove(last)
        count = _reveal(board, known, task, last, count)
    whole = Known(task.codes, task.likes, known.open_items & False, known.open_likes & False)
    now, then = (np.argsort(-board.match(state), kind="stable")[:PODIUM] for state in (known, whole))
    three = len(set(now.tolist()) & set(then.tolist())) / len(then)
    return Quizzed(count.skills, count.likes, judgement.sure, bool(now[0] == then[0]), three)


def _unasked(board: Board, task: Task) -> Known:
    codes, opened = task.codes.copy(), np.zeros(len(task.codes), dtype=bool)
    codes[board.skills], opened[board.skills] = UNKNOWN, True
    return Known(codes, np.zeros_like(task.likes), opened, np.ones(len(task.likes), dtype=bool))


def _order(board: Board, task: Task) -> list[str] | None:
    names = [*board.skill_place, *board.like_place]
    if task.way == "random order":
        return [str(name) for name in np.random.default_rng(task.seed).permutation(names)]
    return names if task.way == "file order" else None


def _reveal(board: Board, known: Known, task: Task, name: str, count: Count) -> Count:
    if name in board.skill_place:
        item = board.skills[board.skill_place[name]]
        known.codes[item], known.open_items[item] = task.codes[item], False
        return Count(count.skills + 1, count.likes)
    place = board.like_place[name]
    known.likes[place], known.open_likes[place] = task.likes[place], False
    return Count(count.skills, count.likes + 1)


def _figures(way: Way, done: Sequence[Quizzed], background: int) -> WayFigures:
    skills, likes, said, first, three = (np.array(column, dtype=float) for column in zip(*done, strict=True))
    screens = skills + likes + background
    return WayFigures(
        way=way,
        skills=float(np.median(skills)),
        skills_most=float(np.quantile(skills, 0.9)),
        likes=float(np.median(likes)),
        screens=float(np.median(screens)),
        screens_most=float(np.quantile(screens, 0.9)),
        first=round(float(first.mean()), 4),
        three=round(float(three.mean()), 4),
        said=round(float(said.mean()), 4),
        bins=reliability(said, first),
    )
