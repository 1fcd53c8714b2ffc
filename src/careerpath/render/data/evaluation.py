"""How good the advice of a catalogue is, as scripts see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from careerpath.evaluation.calibration import CalibrationFigures
from careerpath.evaluation.cliffs import CliffFigures
from careerpath.evaluation.planning import PlanFigures
from careerpath.evaluation.questioning import QuizFigures
from careerpath.evaluation.recovery import RecoveryFigures
from careerpath.render.data.result import CatalogData, catalog_data

if TYPE_CHECKING:
    from careerpath.evaluation.chapters import Evaluation
    from careerpath.model.catalog import Catalog


class EvaluationData(msgspec.Struct, frozen=True, kw_only=True):
    """The figures of every chapter. Shares run from 0 to 1; moves of match, readiness and appeal are in hundredths."""

    catalog: CatalogData
    recovery: RecoveryFigures
    cliffs: CliffFigures
    calibration: CalibrationFigures
    quiz: QuizFigures
    planning: PlanFigures


def evaluation_data(catalog: Catalog, evaluation: Evaluation) -> EvaluationData:
    """Everything that was measured."""
    return EvaluationData(
        catalog=catalog_data(catalog),
        recovery=evaluation.recovery,
        cliffs=evaluation.cliffs,
        calibration=evaluation.calibration,
        quiz=evaluation.quiz,
        planning=evaluation.planning,
    )
