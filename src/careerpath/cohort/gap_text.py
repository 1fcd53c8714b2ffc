"""A gap in one short piece of text: `skill:seo 1<3`, has 1 and needs 3; `?` where the person has not said."""

from __future__ import annotations

from functools import cache, partial
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from careerpath.scoring.lookups import UNKNOWN
from careerpath.scoring.wording import answer_value, required_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from careerpath.model.assessment import AnswerValue
    from careerpath.model.catalog import Catalog
    from careerpath.scoring.demands import Case

HAS_LESS = "<"
UNSAID = "?"
ONE_OF = "|"


def gap_texts(catalog: Catalog, cases: Iterable[Case]) -> Iterator[str]:
    """The text of each gap, from the names and values that scripts know: the item, what is there, what is needed."""
    answer = cache(partial(_answer, catalog))  # many roles ask for the same
    for requirement, some in groupby(cases, attrgetter("requirement")):
        need = required_value(requirement)
        needed = ONE_OF.join(map(_text, need)) if isinstance(need, tuple) else _text(need)
        for case in some:
            yield f"{case.item} {answer(case.item, case.code)}{HAS_LESS}{needed}"


def _answer(catalog: Catalog, item: str, code: int) -> str:
    return UNSAID if code == UNKNOWN else _text(answer_value(catalog, item, code))


def _text(value: AnswerValue) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
