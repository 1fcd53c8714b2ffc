"""Scores answers and prints what follows from them: for `quiz`, `results` and whatever else ends in a result."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from careerpath.cli.outcome import emit, narrate
from careerpath.model.profile import StoredResult
from careerpath.render.data.kept import ranks_as_kept
from careerpath.render.data.result import QuizData, result_data
from careerpath.scoring.assess import assess
from careerpath.scoring.table import build_table

if TYPE_CHECKING:
    from careerpath.model.answers import Answers
    from careerpath.model.catalog import Catalog


class ResultOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How a result is to be shown, and what is known besides the answers.

    explain: a role, by its id. quiz: how the quiz went that ends with it. last: the result that was kept last; if it
    has the honest ranks of these answers, they need not be drawn.
    """

    show_all: bool = False
    explain: str | None = None
    as_json: bool = False
    quiz: QuizData | None = None
    last: StoredResult | None = None


def print_result(kind: str, catalog: Catalog, answers: Answers, profile: str | None, options: ResultOptions) -> None:
    """Scores the answers and prints the result, as text or as the JSON of the given kind."""
    table = build_table(catalog)
    assessment = assess(catalog, answers, table=table)
    ranks = ranks_as_kept(catalog, assessment, options.last) if options.last else None
    news: tuple[str, ...] = ()
    if ranks is None:
        from careerpath.cli.keeping import keep_result
        from careerpath.scoring.ranks import honest_ranks

        ranks = honest_ranks(catalog, table, answers)
        news = keep_result(kind, catalog, assessment, profile, ranks)
    if options.as_json:
        data = result_data(catalog, table, assessment, ranks, profile)
        emit(kind, msgspec.structs.replace(data, quiz=options.quiz))
        return
    from careerpath.cli.screen import show
    from careerpath.render.text.explanation import explanation_view
    from careerpath.render.text.result import DETAILED, result_view

    # Looking for next steps takes longest, and a page shows those of the first roles alone.
    data = result_data(catalog, table, assessment, ranks, profile, advised=DETAILED)
    if options.explain is not None:
        recommendation = next(entry for entry in data.recommendations if entry.role == options.explain)
        show(lambda screen: explanation_view(recommendation, screen))
    else:
        limit = len(data.recommendations) if options.show_all else 10
        show(lambda screen: result_view(data, catalog, screen, limit=limit))
    for sentence in news:
        narrate(sentence)
