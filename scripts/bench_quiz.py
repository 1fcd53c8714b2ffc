"""How long a person waits for the questionnaire and for honest ranks, and how that grows with roles and skills.

For the shipped catalogue and for made-up ones, whose roles ask for half of the skills each: until the first question,
from an answer to the next question (the median and the largest wait over quizzes of simulated people), and for the
sampling of ranks. Milliseconds of the processor, which other work on the machine disturbs less than those of the clock.
"""

from __future__ import annotations

import os
import random
import sys
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

os.environ["OPENBLAS_NUM_THREADS"] = "1"  # as the program has it

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

from careerpath.catalog.load import load_catalog  # noqa: E402
from careerpath.quiz.guide import Aim  # noqa: E402
from careerpath.quiz.policy import Policy  # noqa: E402
from careerpath.quiz.session import Questionnaire, Session  # noqa: E402
from careerpath.scoring.ranks import honest_ranks  # noqa: E402
from careerpath.scoring.table import build_table  # noqa: E402
from support.catalogs import any_answer, make_answers, make_catalog  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

    from careerpath.model.catalog import Catalog
    from careerpath.quiz.guide import Mode

MODES: tuple[Mode, ...] = ("quick", "certified", "full")
SIZES = ((30, 50), (30, 100), (30, 200), (100, 50), (300, 50), (1000, 50), (1000, 200))
QUESTIONS = 60
PEOPLE = 3
ROUNDS = 5


def main() -> None:
    """Prints the table."""
    print(f"{'':32}{'ready':>8}" + "".join(f"{mode:>18}" for mode in MODES) + f"{'ranks':>9}")
    _measure(load_catalog())  # what is loaded and worked out only once is no part of the growth
    _print("shipped", load_catalog())
    for roles, skills in SIZES:
        _print(f"{roles:,} roles, {skills} skills", _made_up(roles, skills))


def _made_up(roles: int, skills: int) -> Catalog:
    return make_catalog(roles=roles, skills=skills, activities=60, learning=0, seed=1)


def _print(name: str, catalog: Catalog) -> None:
    ready, waits, ranks = _measure(catalog)
    shown = "".join(f"{median(times):10.1f} {max(times):7.1f}" for times in waits)
    print(f"{name:32}{ready:8.1f}{shown}{ranks:9.1f}", flush=True)


def _measure(catalog: Catalog) -> tuple[float, list[list[float]], float]:
    """Until the first question, between questions in each mode, and for the ranks of one person."""
    ready = median(_timed(lambda: Policy(Questionnaire(catalog), Aim()).advise(Session())) for _ in range(ROUNDS))
    waits = [[wait for seed in range(PEOPLE) for wait in _waits(catalog, mode, seed)] for mode in MODES]
    table, answers = build_table(catalog), make_answers(catalog, missing=10, unknown=10, seed=1)
    return ready, waits, median(_timed(lambda: honest_ranks(catalog, table, answers)) for _ in range(ROUNDS))


def _waits(catalog: Catalog, mode: Mode, seed: int) -> list[float]:
    """The waits of one quiz with answers at random."""
    draw = random.Random(seed)  # noqa: S311 (no secret)
    questionnaire = Questionnaire(catalog)
    policy, session, measured = Policy(questionnaire, Aim(mode=mode)), Session(), []
    for _ in range(QUESTIONS):
        start = time.process_time()
        question = policy.advise(session).question
        measured.append(1000 * (time.process_time() - start))
        if question is None:
            break
        session = questionnaire.answer(session, question.id, any_answer(question, draw))
    return measured


def _timed(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return 1000 * (time.process_time() - start)


if __name__ == "__main__":
    main()
