"""The functions of the Python API. Roles are named as on the command line; answers are checked as a file of them is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from careerpath.answers.read import parse_answers, read_answers
from careerpath.api.results import Comparison, Plan, Result
from careerpath.catalog import load
from careerpath.catalog.learning_names import resolve_learning
from careerpath.catalog.names import resolve_role
from careerpath.errors import Problem, UsageError
from careerpath.render.data.comparison import comparison_data
from careerpath.render.data.result import result_data
from careerpath.scoring.assess import assess as assess_roles
from careerpath.scoring.table import build_table

if TYPE_CHECKING:
    import os
    from collections.abc import Collection, Mapping, Sequence

    from careerpath.model.answers import Answers
    from careerpath.model.catalog import Catalog
    from careerpath.render.data.person import PersonData


def load_catalog(folder: str | os.PathLike[str] | None = None) -> Catalog:
    """The catalogue in a folder; without one, the shipped catalogue.

    Raises:
        UsageError: there is no catalogue in the folder.
        InvalidInputError: with every problem of its files.
    """
    return load.load_catalog(None if folder is None else Path(folder))


def load_answers(file: str | os.PathLike[str], catalog: Catalog) -> Answers:
    """The answers in a YAML or JSON file, as `careerpath quiz --answers` reads them.

    Raises:
        InvalidInputError: with every fault and its place.
    """
    return read_answers(str(Path(file)), catalog)


def assess(catalog: Catalog, answers: Answers | Mapping[str, Any]) -> Result:
    """Every role for a person, best match first: the values of `careerpath quiz --json`.

    Args:
        catalog: the roles.
        answers: from `load_answers` or a quiz, or a mapping like an answers file: {"skills": {"seo": 3}}.

    Raises:
        InvalidInputError: with every answer that is none.
    """
    from careerpath.scoring.ranks import honest_ranks  # noqa: PLC0415 (numpy, only where it is needed)

    given = checked_answers(catalog, answers)
    table = build_table(catalog)
    assessment = assess_roles(catalog, given, table=table)
    return Result.of(result_data(catalog, table, assessment, honest_ranks(catalog, table, given), None))


def compare(catalog: Catalog, *roles: str, answers: Answers | Mapping[str, Any] | None = None) -> Comparison:
    """Roles side by side: the values of `careerpath compare --json`; with answers, also where the person stands.

    Raises:
        UsageError: a name means no role or several, or there are fewer than two different roles.
        InvalidInputError: with every answer that is none.
    """
    chosen = list({role.id: role for role in (resolve_role(catalog, name) for name in roles)}.values())
    if len(chosen) < len(("one", "other")):
        message = "a comparison needs two different roles."
        raise UsageError(Problem(code="compare-count", message=message, hint='Say compare(catalog, "pm", "cmo").'))
    names = [role.id for role in chosen]
    person = None if answers is None else _stand(catalog, checked_answers(catalog, answers), names)
    return Comparison.of(comparison_data(catalog, build_table(catalog, set(names)), chosen, person))


def plan(  # noqa: PLR0913 (all but three by name)
    catalog: Catalog,
    answers: Answers | Mapping[str, Any],
    role: str,
    *,
    hours_per_week: float,
    weeks: int,
    free_only: bool = False,
    done: Collection[str] = (),
) -> Plan:
    """The best use of so many hours of learning for a role: the values of `careerpath plan --json`.

    Args:
        catalog: the roles and the ways to learn.
        answers: as for `assess`.
        role: what to learn for.
        hours_per_week: in half hours: 5 or 2.5.
        weeks: how many.
        free_only: whether to leave out what is not known to be free.
        done: the ids of learning that is done, or `id:skill` for one of its skills.

    Raises:
        UsageError: a name means no role or several, or no learning; the hours are no half hours above 0, or the weeks
            no whole number above 0.
        InvalidInputError: with every answer that is none.
    """
    from careerpath.pathways.plan import Budget, make_plan  # noqa: PLC0415 (only plans need them)
    from careerpath.pathways.plan_scope import Choices  # noqa: PLC0415
    from careerpath.render.data.plan import plan_data  # noqa: PLC0415

    if hours_per_week <= 0 or not float(hours_per_week * 2).is_integer():
        message = f"{hours_per_week:g} hours a week are no whole number of half hours above 0."
        raise UsageError(Problem(code="half-hours", message=message, hint="Give hours like 5 or 2.5."))
    if weeks <= 0 or not float(weeks).is_integer():
        message = f"{weeks:g} weeks are no whole number of weeks above 0."
        raise UsageError(Problem(code="weeks", message=message, hint="Give weeks like 12."))
    budget = Budget(half_hours_a_week=round(hours_per_week * 2), weeks=int(weeks))
    choices = Choices(done=frozenset(resolve_learning(catalog, name) for name in done), free_only=free_only)
    given, wanted = checked_answers(catalog, answers), resolve_role(catalog, role).id
    made = make_plan(catalog, build_table(catalog), given, wanted, budget, choices)
    return Plan.of(plan_data(catalog, made, None, free_only=free_only))


def checked_answers(catalog: Catalog, answers: Answers | Mapping[str, Any]) -> Answers:
    """Answers that mean something in this catalogue; a mapping is read as an answers file is.

    Raises:
        InvalidInputError: with every answer that is none.
        TypeError: the mapping holds something that JSON does not know.
    """
    return parse_answers(msgspec.json.encode(answers), "<answers>", catalog)


def _stand(catalog: Catalog, answers: Answers, roles: Sequence[str]) -> PersonData:
    from careerpath.pathways.standing import compare_standing  # noqa: PLC0415 (numpy, only where it is needed)
    from careerpath.render.data.person import person_data  # noqa: PLC0415

    table = build_table(catalog)
    assessment = assess_roles(catalog, answers, table=table)
    return person_data(catalog, assessment, compare_standing(catalog, table, answers, roles), roles, None)
