"""How long a person waits between an answer and the next question: the shipped catalogue, and a made-up large one.

Prints the median and the largest wait in milliseconds, over whole quizzes of simulated people, in every mode.
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
from support.catalogs import any_answer, make_catalog  # noqa: E402

if TYPE_CHECKING:
    from careerpath.model.catalog import Catalog
    from careerpath.quiz.guide import Mode

MODES: tuple[Mode, ...] = ("quick", "certified", "full")


def waits(catalog: Catalog, mode: Mode, seed: int, most: int) -> list[float]:
    """The waits of one quiz with answers at random, in milliseconds."""
    draw = random.Random(seed)  # noqa: S311 (no secret)
    questionnaire = Questionnaire(catalog)
    policy, session, measured = Policy(questionnaire, Aim(mode=mode)), Session(), []
    for _ in range(most):
        start = time.perf_counter()
        advice = policy.advise(session)
        measured.append(1000 * (time.perf_counter() - start))
        if advice.question is None:
            break
        session = questionnaire.answer(session, advice.question.id, any_answer(advice.question, draw))
    return measured


def main() -> None:
    """Prints the table."""
    large = make_catalog(roles=1000, skills=200, activities=60, learning=0, seed=1)
    for name, catalog, people, most in (("shipped", load_catalog(), 3, 200), ("1,000 roles, 200 skills", large, 1, 60)):
        start = time.perf_counter()
        Policy(Questionnaire(catalog), Aim()).advise(Session())
        print(f"{name}: ready after {1000 * (time.perf_counter() - start):.0f} ms")
        for mode in MODES:
            every = [wait for seed in range(people) for wait in waits(catalog, mode, seed, most)]
            print(f"  {mode}: {len(every)} questions, median {median(every):.1f} ms, largest {max(every):.1f} ms")


if __name__ == "__main__":
    main()
