"""How far it is from one role to another: what somebody who meets the first brings along to the second."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from careerpath.model.assessment import Gap
from careerpath.model.role import FieldRequirement
from careerpath.scoring.explain import Answered, find_gaps
from careerpath.scoring.items import BACKGROUND, EDUCATION, EDUCATION_FIELD, NOT_APPLICABLE, Item

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from careerpath.model.catalog import Catalog
    from careerpath.scoring.table import RoleTerms, ScoreTable


class Transfer(msgspec.Struct, frozen=True, kw_only=True):
    """A move between roles, seen from somebody who has exactly what the first asks for.

    readiness: for the second role, in hundredths. Not symmetric: A to B is not B to A.
    """

    source: str
    target: str
    readiness: int
    gaps: tuple[Gap, ...]


def transfer(catalog: Catalog, table: ScoreTable, source: str, target: str) -> Transfer:
    """The move from one role to another.

    Raises:
        KeyError: one of the roles is unknown.
    """
    rows = {row.role: row for row in table.roles}
    row = rows[target]
    answered = incumbent(catalog, table, rows[source], row)
    readiness = sum(term.coverage[answered.codes[name]] for name, term in row.terms.items())
    return Transfer(source=source, target=target, readiness=readiness, gaps=find_gaps(catalog, row, answered))


def incumbent(catalog: Catalog, table: ScoreTable, row: RoleTerms, target: RoleTerms | None = None) -> Answered:
    """The answers of somebody who has exactly what a role asks for and nothing besides; likes are unknown.

    The field of work is that of the role's track, unless the role asks for others. Where a role takes one of several
    fields of study, the one that suits `target` best is assumed; where it asks for none, one that `target` does not
    ask for.
    """
    items = {item.name: item for item in table.items}
    return Answered(codes=incumbent_codes(catalog, items, row, target, items), likes={})


def incumbent_codes(
    catalog: Catalog, items: Mapping[str, Item], row: RoleTerms, target: RoleTerms | None, names: Iterable[str]
) -> dict[str, int]:
    """The codes of an incumbent for some of the items, and for those of education and field."""
    codes = {name: _least(row, name) for name in names}
    if EDUCATION_FIELD in items:
        if EDUCATION in items:
            codes[EDUCATION] = _education(catalog, items, row)
        codes[EDUCATION_FIELD] = _field_of_study(catalog, items, codes, row, target)
    if BACKGROUND in items:
        track = next(track for track in catalog.tracks if track.id == catalog.role_by_id[row.role].track)
        codes[BACKGROUND] = _field(items[BACKGROUND], row, target, usual=track.field)
    return codes


def _least(row: RoleTerms, name: str) -> int:
    """The code of the first answer that is enough for the role; 0, which is none, if it does not ask."""
    term = row.terms.get(name)
    return term.coverage.index(term.full) if term else 0


def _studied(catalog: Catalog) -> tuple[str, ...] | None:
    """The educations of which the field is asked; None if it is asked whatever the education."""
    when = catalog.question_by_id[EDUCATION_FIELD].when
    return when.any_of if when and when.question == EDUCATION else None


def _education(catalog: Catalog, items: Mapping[str, Item], row: RoleTerms) -> int:
    """The least education that is enough, and that has a field if the role asks for one."""
    least, studied = _least(row, EDUCATION), _studied(catalog)
    if EDUCATION_FIELD not in row.requirements or studied is None:
        return least
    answers = items[EDUCATION].answers
    return next((code for code in range(least, len(answers)) if answers[code] in studied), least)


def _field_of_study(
    catalog: Catalog, items: Mapping[str, Item], codes: dict[str, int], row: RoleTerms, target: RoleTerms | None
) -> int:
    item, studied = items[EDUCATION_FIELD], _studied(catalog)
    if studied is not None and items[EDUCATION].answers[codes[EDUCATION]] not in studied:
        return item.answers.index(NOT_APPLICABLE)
    return _field(item, row, target)


def _field(item: Item, row: RoleTerms, target: RoleTerms | None, *, usual: str | None = None) -> int:
    """The code of a field that is enough for the role: the usual one, else one that suits the target too."""
    required = row.requirements.get(item.name)
    wanted = target.requirements.get(item.name) if target else None
    wanted_fields = wanted.any_of if isinstance(wanted, FieldRequirement) else ()
    enough = required.any_of if isinstance(required, FieldRequirement) else None
    if usual in item.answers and (enough is None or usual in enough):
        return item.answers.index(usual)
    if enough is not None:
        return item.answers.index(next((field for field in enough if field in wanted_fields), enough[0]))
    # Questions put what stands for anything else last, so that is what an unknown field is closest to.
    others = [field for field in item.answers if field not in wanted_fields and field != NOT_APPLICABLE]
    return item.answers.index(others[-1]) if others else 0
