"""What to do next for one role: the learning that helps most for its hours, and what the documents advise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import msgspec

from careerpath.model.learning import Hours, Learning, LearningKind
from careerpath.pathways.learning_steps import BuildStep, Tutor
from careerpath.scoring.items import EXPERIENCE

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


class Adviser:
    """Finds next steps for one person, for any role of a table."""

    def __init__(self, catalog: Catalog, table: ScoreTable, assessment: Assessment) -> None:
        self._catalog = catalog
        self._assessment = assessment
        self._rows = {row.role: row for row in table.roles}
        held = _held(assessment.answers)
        self._open = [learning for learning in catalog.learning if learning.grants not in held]
        self._fitting: dict[tuple[Band, str], list[Learning]] = {}
        levels = {skill: level for skill, level in assessment.answers.skills.items() if level is not None}
        self._tutor = Tutor(catalog, levels, held)

    def next_steps(self, role: RoleAssessment) -> tuple[NextStep, ...]:
        """Up to four ways of learning by readiness per hour, then an entry role, then advice for the person's band.

        Nothing is proposed that ends with a credential that the person holds, or that is meant for other bands or
        tracks. The advice is what the documents advise for the band, one of each kind; a certificate only if it raises
        something.
        """
        row, track = self._rows[role.role], self._catalog.role_by_id[role.role].track
        candidates = self._candidates(role.band, track)
        found = self._tutor.steps_for(row, candidates, LEARNING_STEPS)
        learning_steps = [_learning_step(step.learning, step.builds, step.hours) for step in found]
        proposed = {step.learning for step in learning_steps}
        others = [learning for learning in candidates if learning.id not in proposed]
        return (
            *learning_steps,
            *_entry_steps(self._catalog, self._assessment, role),
            *self._advice_steps(row, others, role.band),
        )

    def _candidates(self, band: Band, track: str) -> list[Learning]:
        """What is open to the person, and meant for a band and a track."""
        if (band, track) not in self._fitting:
            self._fitting[band, track] = [learning for learning in self._open if _is_for(learning, band, track)]
        return self._fitting[band, track]

    def _advice_steps(self, row: RoleTerms, candidates: list[Learning], band: Band) -> Iterator[NextStep]:
        """Documented advice: of each kind the first of the catalogue, in the order that fits the band."""
        firsts: dict[LearningKind, Learning] = {}
        for learning in candidates:
            if learning.claims and (learning.kind != "certificate" or self._tutor.gains(row, learning)):
                firsts.setdefault(learning.kind, learning)
        advice = [firsts[kind] for kind in ADVICE_KINDS[band] if kind in firsts]
        for learning in advice[:ADVICE_STEPS]:
            yield _learning_step(learning, (), learning.hours)


def _is_for(learning: Learning, band: Band, track: str) -> bool:
    return (not learning.stages or band in learning.stages) and (not learning.tracks or track in learning.tracks)


def _held(answers: Answers) -> tuple[str, ...]:
    held = answers.background.get("credentials")
    return held if isinstance(held, tuple) else ()


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
