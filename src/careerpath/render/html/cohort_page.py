"""The summary of a cohort as a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.render import cohort_words
from careerpath.render.html.cohort_charts import gaps_chart, roles_chart, steps_chart
from careerpath.render.html.environment import render_page

if TYPE_CHECKING:
    from careerpath.render.data.cohort import CohortSummary

CHARTED, TABLED = 12, 24
"""A chart and the table beside it have so many rows; the JSON file has all."""


def cohort_page(data: CohortSummary) -> str:
    """The whole page as text; the same data give the same page."""
    return render_page(
        "cohort.html",
        version=data.version,
        data=data,
        tell=cohort_words,
        charted=CHARTED,
        tabled=TABLED,
        roles_chart=roles_chart(data.roles[:CHARTED]) if data.roles else None,
        gaps_chart=gaps_chart(data.gaps[:CHARTED]) if data.gaps else None,
        steps_chart=steps_chart(data.steps[:CHARTED]) if data.steps else None,
    )
