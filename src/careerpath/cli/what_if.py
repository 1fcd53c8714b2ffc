"""What `what-if` and `plan` work with: whose answers, and what they come to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.cli.options import DEFAULT_PROFILE

if TYPE_CHECKING:
    from careerpath.model.answers import Answers
    from careerpath.model.catalog import Catalog
    from careerpath.pathways.what_if import Aim
    from careerpath.pathways.what_if_options import Measure
    from careerpath.render.data.what_if import WhatIfData


def whose_answers(catalog: Catalog, profile: str | None, source: str | None) -> tuple[Answers, str | None]:
    """The answers of a profile (`me` if none is named) or of a file; and the name of the profile.

    Raises:
        UsageError: both are named, or there is no such profile.
        InvalidInputError: the file is not what it should be.
    """
    from careerpath.cli.people import answers_of
    from careerpath.model.answers import Answers

    name = profile if source is not None else profile or DEFAULT_PROFILE
    return answers_of(catalog, name, source) or Answers(), name


def pairs_data(catalog: Catalog, answers: Answers, profile: str | None, pairs: list[str]) -> WhatIfData:
    """What the levels in `SKILL=LEVEL` pairs would change; the last one counts where a skill is named twice."""
    from careerpath.catalog.skill_names import parse_raise
    from careerpath.pathways.what_if import with_levels
    from careerpath.pathways.what_if_options import landings
    from careerpath.render.data.what_if import changed_data
    from careerpath.scoring.assess import assess
    from careerpath.scoring.table import build_table

    levels = dict(parse_raise(catalog, pair) for pair in pairs)
    found = {skill: landings(catalog, skill, answers.skills.get(skill) or 0).get(to) for skill, to in levels.items()}
    ways = {skill: landing.steps for skill, landing in found.items() if landing}
    table = build_table(catalog)
    before = assess(catalog, answers, table=table)
    after = assess(catalog, with_levels(answers, levels), table=table)
    return changed_data(catalog, levels, ways, before, after, profile)


def goal_data(
    catalog: Catalog, answers: Answers, profile: str | None, goal: str, *, aim: Aim, by: Measure
) -> WhatIfData:
    """The cheapest raises for a goal, and what they change."""
    from careerpath.catalog.names import resolve_role
    from careerpath.pathways.what_if import suggest, with_levels
    from careerpath.render.data.what_if import suggested_data
    from careerpath.scoring.assess import assess
    from careerpath.scoring.table import build_table

    role = resolve_role(catalog, goal)
    table = build_table(catalog)
    suggestion = suggest(catalog, table, answers, role.id, aim=aim, by=by)
    levels = {raised.skill: raised.to for raised in suggestion.improvements}
    before = assess(catalog, answers, table=table)
    after = assess(catalog, with_levels(answers, levels), table=table)
    return suggested_data(catalog, suggestion, before, after, profile)
