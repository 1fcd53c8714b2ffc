"""Scores answers and prints what follows from them: for `quiz`, `results` and whatever else ends in a result."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from careerpath.catalog.names import resolve_role
from careerpath.cli.keeping import LOOKING, keep_result, kept_ranks
from careerpath.cli.outcome import emit, narrate
from careerpath.render.data.result import result_data
from careerpath.scoring.assess import assess
from careerpath.scoring.table import build_table

if TYPE_CHECKING:
    from careerpath.model.answers import Answers
    from careerpath.model.catalog import Catalog
    from careerpath.render.data.result import QuizData


class ResultOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How a result is to be shown."""

    show_all: bool = False
    explain: str | None = None
    as_json: bool = False


def print_result(
    kind: str,
    catalog: Catalog,
    answers: Answers,
    profile: str | None,
    options: ResultOptions,
    quiz: QuizData | None = None,
) -> None:
    """Scores the answers and prints the result, as text or as the JSON of the given kind."""
    explained = resolve_role(catalog, options.explain).id if options.explain else None
    table = build_table(catalog)
    assessment = assess(catalog, answers, table=table)
    ranks = kept_ranks(catalog, assessment, profile) if kind == LOOKING and profile else None
    news: tuple[str, ...] = ()
    if ranks is None:
        from careerpath.scoring.ranks import honest_ranks

        ranks = honest_ranks(catalog, table, answers)
        news = keep_result(kind, catalog, assessment, profile, ranks)
    data = msgspec.structs.replace(result_data(catalog, table, assessment, ranks, profile), quiz=quiz)
    if options.as_json:
        emit(kind, data)
        return
    from careerpath.cli.screen import show
    from careerpath.render.text.explanation import explanation_view
    from careerpath.render.text.result import result_view

    if explained:
        recommendation = next(entry for entry in data.recommendations if entry.role == explained)
        show(lambda screen: explanation_view(recommendation, screen))
    else:
        limit = len(data.recommendations) if options.show_all else 10
        show(lambda screen: result_view(data, catalog, screen, limit=limit))
    for sentence in news:
        narrate(sentence)
