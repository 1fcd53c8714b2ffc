"""What to do next for one role: the learning that helps most for its hours, and what the documents advise at this stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from careerpath.model.learning import Hours
from careerpath.model.role import SkillRequirement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerpath.model.answers import Answers
    from careerpath.model.assessment import Assessment, RoleAssessment
    from careerpath.model.catalog import Catalog
    from careerpath.model.learning import Learning
    from careerpath.scoring.table import RoleTerms, ScoreTable

LEARNING_STEPS = 4
ADVICE_STEPS = 3


class BuildStep(msgspec.Struct, frozen=True, kw_only=True):
    """A skill that a step raises, and what that adds to the readiness, in hundredths."""

    skill: str
    label: str
    start: int
    to: int
    gain: int


class NextStep(msgspec.Struct, frozen=True, kw_only=True):
    """Something to do. `learning` is its id in the catalogue; None for a move to an entry role, which is in `role`."""

    kind: str
    title: str
    description: str
    provider: str | None
    url: str | None
    builds: tuple[BuildStep, ...]
    hours: Hours | None
    claims: tuple[str, ...]
    learning: str | None = None
    role: str | None = None
    caution: str | None = None
    why: str | None = None


def next_steps(
    catalog: Catalog, table: ScoreTable, assessment: Assessment, role: RoleAssessment
) -> tuple[NextStep, ...]:
    """Up to four ways of learning by readiness per hour, then advice for the person's band, then an entry role."""
    row = next(row for row in table.roles if row.role == role.role)
    candidates = [
        learning for learning in catalog.learning if _suits(learning, catalog, assessment.answers, role)
    ]
    return (
        *_learning_steps(catalog, row, candidates, assessment.answers),
        *_entry_steps(catalog, assessment, role),
        *_advice_steps(candidates),
    )


def _suits(learning: Learning, catalog: Catalog, answers: Answers, role: RoleAssessment) -> bool:
    held = answers.background.get("credentials")
    if learning.grants and isinstance(held, tuple) and learning.grants in held:
        return False
    track = catalog.role_by_id[role.role].track
    return (not learning.stages or role.band in learning.stages) and (not learning.tracks or track in learning.tracks)


def _learning_steps(
    catalog: Catalog, row: RoleTerms, candidates: list[Learning], answers: Answers
) -> Iterator[NextStep]:
    """Greedily the learning with the most readiness for its hours, each on top of the ones before."""
    levels = {skill: level or 0 for skill, level in answers.skills.items()}
    left = list(candidates)
    for _ in range(LEARNING_STEPS):
        ranked = [
            (sum(step.gain for step in steps) / max(hours.low + hours.high, 1), learning, steps, hours)
            for learning in left
            for steps, hours in _options(catalog, row, learning, levels)
        ]
        if not ranked:
            return
        _, learning, steps, hours = max(ranked, key=lambda entry: (entry[0], entry[1].id))
        for step in steps:
            levels[step.skill] = step.to
        left.remove(learning)
        yield _learning_step(learning, steps, hours)


def _options(
    catalog: Catalog, row: RoleTerms, learning: Learning, levels: dict[str, int]
) -> Iterator[tuple[tuple[BuildStep, ...], Hours]]:
    """What doing this would build for the role: as a whole, or each of its builds alone; only where it gains something."""
    useful = tuple(
        step
        for build in learning.builds
        if build.start <= levels.get(build.skill, 0) < build.to
        and (step := _build_step(catalog, row, build.skill, levels.get(build.skill, 0), build.to))
    )
    if learning.hours is not None:
        if useful:
            yield useful, learning.hours
        return
    hours_by_skill = {(build.skill, build.to): build.hours for build in learning.builds}
    for step in useful:
        if hours := hours_by_skill[step.skill, step.to]:
            yield (step,), hours


def _build_step(catalog: Catalog, row: RoleTerms, skill: str, start: int, to: int) -> BuildStep | None:
    item = f"skill:{skill}"
    if not isinstance(row.requirements.get(item), SkillRequirement):
        return None
    coverage = row.terms[item].coverage
    gain = coverage[to] - coverage[start]
    label = catalog.skill_by_id[skill].label
    return BuildStep(skill=skill, label=label, start=start, to=to, gain=gain) if gain else None


def _learning_step(learning: Learning, builds: tuple[BuildStep, ...], hours: Hours | None) -> NextStep:
    return NextStep(
        kind=learning.kind,
        title=learning.title,
        description=learning.description,
        provider=learning.provider,
        url=learning.url,
        builds=builds,
        hours=hours,
        claims=learning.claims,
        learning=learning.id,
        caution=learning.caution,
        why=learning.why,
    )


def _advice_steps(candidates: list[Learning]) -> Iterator[NextStep]:
    advice = [learning for learning in candidates if learning.claims and not learning.hours and not learning.provider]
    for learning in advice[:ADVICE_STEPS]:
        yield _learning_step(learning, (), None)


def _entry_steps(catalog: Catalog, assessment: Assessment, role: RoleAssessment) -> Iterator[NextStep]:
    """The entry role that the person is nearest to, while the role itself is out of reach."""
    if role.band == "ready":
        return
    by_role = assessment.by_role
    links = {
        source: link
        for source, upwards in catalog.ladder.items()
        for link in upwards
        if link.role == role.role and source in by_role and by_role[source].readiness > role.readiness
    }
    if not links:
        return
    nearest = min(links, key=lambda source: (-by_role[source].readiness, source))
    entry = catalog.role_by_id[nearest]
    yield NextStep(
        kind="entry role",
        title=f"Work as {entry.title.lower()} first",
        description=entry.summary,
        provider=None,
        url=None,
        builds=(),
        hours=None,
        claims=links[nearest].claims,
        role=nearest,
        why=links[nearest].why,
    )
