"""What to do next for one role: the learning that helps most for its hours, and what the documents advise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from careerpath.model.learning import Hours, Learning, LearningKind
from careerpath.pathways.ways import WayStep, steps_from
from careerpath.scoring.items import EXPERIENCE, skill_item

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerpath.model.answers import Answers
    from careerpath.model.assessment import Assessment, Band, RoleAssessment
    from careerpath.model.catalog import Catalog
    from careerpath.scoring.table import RoleTerms, ScoreTable

LEARNING_STEPS = 4
ADVICE_STEPS = 4

ADVICE_KINDS: Final[dict[Band, tuple[LearningKind, ...]]] = {
    "later": ("internship", "volunteering", "hackathon", "certificate", "portfolio"),
    "next": ("shadowing", "portfolio", "hackathon", "certificate", "on the job", "internship"),
    "ready": ("reading postings", "portfolio", "certificate", "shadowing"),
}
"""What fits a band best comes first; one of each kind, so that nobody gets the same thing under two names.

Entry roles are no such advice: the one that a person is nearest to is found by the ladder. Which bands and tracks
a piece of advice is for stands in the catalogue, with the documents behind it; this order is our own. Whoever is far
from a role gets a first try at the work, whoever is near it a look over the shoulder of those who do it, whoever is
ready the way to a post.
"""

WORTHWHILE = 100
"""The readiness, in hundredths, that a step should bring: the cheapest first touch of a skill is no advice."""


class BuildStep(msgspec.Struct, frozen=True, kw_only=True):
    """A skill that a step raises, and what that adds to the readiness, in hundredths.

    Somebody whose level is unknown is taken to start from 0; the gain is then counted from what unknown counts as.
    """

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
    """Up to four ways of learning by readiness per hour, then an entry role, then advice for the person's band.

    Nothing is proposed that ends with a credential that the person holds, or that is meant for other bands or tracks.
    The advice is what the documents advise for the band, one of each kind; a certificate only if it raises something.
    """
    row = next(row for row in table.roles if row.role == role.role)
    candidates = [learning for learning in catalog.learning if _suits(learning, catalog, assessment.answers, role)]
    learning_steps = tuple(_learning_steps(catalog, row, candidates, assessment.answers))
    proposed = {step.learning for step in learning_steps}
    others = [learning for learning in candidates if learning.id not in proposed]
    return (
        *learning_steps,
        *_entry_steps(catalog, assessment, role),
        *_advice_steps(catalog, row, others, assessment, role.band),
    )


def _suits(learning: Learning, catalog: Catalog, answers: Answers, role: RoleAssessment) -> bool:
    if learning.grants in _held(answers):
        return False
    track = catalog.role_by_id[role.role].track
    return (not learning.stages or role.band in learning.stages) and (not learning.tracks or track in learning.tracks)


def _held(answers: Answers) -> tuple[str, ...]:
    held = answers.background.get("credentials")
    return held if isinstance(held, tuple) else ()


def _learning_steps(
    catalog: Catalog, row: RoleTerms, candidates: list[Learning], answers: Answers
) -> Iterator[NextStep]:
    """Greedily the learning with the most readiness for its hours, each on top of the ones before."""
    levels = {skill: level for skill, level in answers.skills.items() if level is not None}
    held, done = _held(answers), set[str]()
    # By learning. They change only where a skill is raised, so they are not worked out anew for every step.
    offers: dict[str, tuple[_Option, ...]] = {}
    for _ in range(LEARNING_STEPS):
        for learning in candidates:
            if learning.id not in offers:
                offers[learning.id] = tuple(_options(catalog, row, learning, levels))
        options = [
            option
            for learning in candidates
            if offers[learning.id] and learning.id not in done and _prepared(catalog, learning, done, held)
            for option in offers[learning.id]
        ]
        # What has not been answered may well be there already; it is built on only where nothing else is left.
        known = [option for option in options if all(build.skill in levels for build in option.builds)]
        if not options:
            return
        best = min(known or options, key=_rank)
        for build in best.builds:
            levels[build.skill] = build.to
            for learning in catalog.learning_by_skill[build.skill]:
                offers.pop(learning.id, None)
        done.add(best.learning.id)
        yield _learning_step(best.learning, best.builds, best.hours)


class _Option(msgspec.Struct, frozen=True):
    """What doing something would build for the role, and the hours that it takes."""

    learning: Learning
    builds: tuple[BuildStep, ...]
    hours: Hours


def _rank(option: _Option) -> tuple[bool, float, str, tuple[str, ...]]:
    """What is worth the trouble first, by readiness per hour; then by name, whatever the order of the files."""
    gain = sum(build.gain for build in option.builds)
    hours = max(option.hours.low + option.hours.high, 1)
    return gain < WORTHWHILE, -gain / hours, option.learning.id, tuple(build.skill for build in option.builds)


def _prepared(catalog: Catalog, learning: Learning, done: set[str], held: tuple[str, ...]) -> bool:
    """Whether everything to be done before has been proposed already, or ended with a credential that is held."""
    return all(required in done or catalog.learning_by_id[required].grants in held for required in learning.requires)


def _options(catalog: Catalog, row: RoleTerms, learning: Learning, levels: dict[str, int]) -> Iterator[_Option]:
    """What can be done of something for the role: the whole, or each of its builds alone; only where it gains."""
    skills = [skill for skill in catalog.skills_by_learning[learning.id] if skill_item(skill) in row.terms]
    steps = [step for skill in skills for step in steps_from(learning, skill, levels.get(skill, 0))]
    useful = [(build, step.hours) for step in steps if (build := _build_step(catalog, row, step, levels))]
    if learning.hours is None:
        for build, hours in useful:
            yield _Option(learning, (build,), hours)
    elif useful:
        yield _Option(learning, tuple(build for build, _ in useful), learning.hours)


def _build_step(catalog: Catalog, row: RoleTerms, step: WayStep, levels: dict[str, int]) -> BuildStep | None:
    """What a step adds to the readiness; an unknown level counts with what it adds now, the mean over the prior."""
    term = row.terms[skill_item(step.skill)]
    now = term.coverage[levels[step.skill]] if step.skill in levels else term.unknown_coverage
    gain = term.coverage[step.to] - now
    if gain <= 0:
        return None
    label = catalog.skill_by_id[step.skill].label
    return BuildStep(skill=step.skill, label=label, start=step.start, to=step.to, gain=gain)


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


def _advice_steps(
    catalog: Catalog, row: RoleTerms, candidates: list[Learning], assessment: Assessment, band: Band
) -> Iterator[NextStep]:
    """Documented advice: of each kind the first of the catalogue, in the order that fits the band."""
    levels = {skill: level for skill, level in assessment.answers.skills.items() if level is not None}
    firsts: dict[LearningKind, Learning] = {}
    for learning in candidates:
        useful = learning.kind != "certificate" or any(_options(catalog, row, learning, levels))
        if learning.claims and useful:
            firsts.setdefault(learning.kind, learning)
    advice = [firsts[kind] for kind in ADVICE_KINDS[band] if kind in firsts]
    for learning in advice[:ADVICE_STEPS]:
        yield _learning_step(learning, (), learning.hours)


def _entry_steps(catalog: Catalog, assessment: Assessment, role: RoleAssessment) -> Iterator[NextStep]:
    """The entry role that the person is nearest to, while the role itself is out of reach or the years are missing."""
    if role.band != "later" and EXPERIENCE not in role.unmet_essentials:
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
