"""The chapters of the evaluation, in the order in which they are read. A new chapter is a module and two lines here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from careerpath.evaluation.calibration import CalibrationFigures, measure_calibration
from careerpath.evaluation.cliffs import CliffFigures, measure_cliffs
from careerpath.evaluation.people import Bench
from careerpath.evaluation.planning import PlanFigures, measure_planning
from careerpath.evaluation.questioning import QuizFigures, measure_quiz
from careerpath.evaluation.recovery import RecoveryFigures, measure_recovery
from careerpath.evaluation.tell_calibration import tell_calibration
from careerpath.evaluation.tell_cliffs import tell_cliffs
from careerpath.evaluation.tell_planning import tell_planning
from careerpath.evaluation.tell_questioning import tell_quiz
from careerpath.evaluation.tell_recovery import tell_recovery

if TYPE_CHECKING:
    from careerpath.evaluation.section import Section
    from careerpath.evaluation.size import Size
    from careerpath.model.catalog import Catalog


class Evaluation(msgspec.Struct, frozen=True, kw_only=True):
    """The figures of every chapter."""

    recovery: RecoveryFigures
    cliffs: CliffFigures
    calibration: CalibrationFigures
    quiz: QuizFigures
    planning: PlanFigures


def evaluate(catalog: Catalog, size: Size) -> Evaluation:
    """Measures everything. The same catalogue and size give the same figures."""
    bench = Bench(catalog)
    return Evaluation(
        recovery=measure_recovery(bench, size),
        cliffs=measure_cliffs(bench, size),
        calibration=measure_calibration(bench, size),
        quiz=measure_quiz(bench, size),
        planning=measure_planning(catalog),
    )


def tell(evaluation: Evaluation, *, whole: bool = False) -> tuple[Section, ...]:
    """Every chapter in words and tables; with `whole`, every role by itself as well."""
    return (
        tell_recovery(evaluation.recovery, whole=whole),
        tell_cliffs(evaluation.cliffs),
        tell_calibration(evaluation.calibration),
        tell_quiz(evaluation.quiz),
        tell_planning(evaluation.planning),
    )
