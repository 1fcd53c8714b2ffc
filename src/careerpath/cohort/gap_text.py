"""A gap in one short piece of text: `skill:seo 1<3`, has 1 and needs 3; `?` where the person has not said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.scoring.wording import answer_value, required_value

if TYPE_CHECKING:
    from careerpath.model.assessment import AnswerValue
    from careerpath.model.catalog import Catalog
    from careerpath.scoring.demands import Case

HAS_LESS = "<"
UNSAID = "?"
ONE_OF = "|"


def gap_text(catalog: Catalog, case: Case) -> str:
    """The text of a gap, from the names and values that scripts know: the item, what is there, what is needed."""
    have = _text(answer_value(catalog, case.item, case.code)) if case.is_known else UNSAID
    need = required_value(case.requirement)
    needed = ONE_OF.join(map(_text, need)) if isinstance(need, tuple) else _text(need)
    return f"{case.item} {have}{HAS_LESS}{needed}"


def _text(value: AnswerValue) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
