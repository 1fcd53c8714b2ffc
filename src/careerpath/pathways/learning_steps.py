"""Which learning to do next for a role: greedily what adds most to the readiness for its hours, on top of the rest."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Final, TypeAlias

import msgspec

from careerpath.model.learning import Hours, Learning
from careerpath.pathways.ways import WayStep, steps_from
from careerpath.scoring.items import skill_item

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from careerpath.model.catalog import Catalog
    from careerpath.scoring.table import RoleTerms, Term

WORTHWHILE: Final = 100
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


class LearningStep(msgspec.Struct, frozen=True):
    """Something to learn: what it raises that the role asks for, and its hours."""

    learning: Learning
    builds: tuple[BuildStep, ...]
    hours: Hours


class Tutor:
    """Finds learning for one person and any role; what does not depend on the role is worked out once."""

    def __init__(self, catalog: Catalog, levels: Mapping[str, int], held: Collection[str]) -> None:
        """`levels`: the known levels (0 to 4) by skill; `held`: the credentials that the person has."""
        self._catalog = catalog
        self._levels = levels
        self._held = held
        self._known: dict[tuple[str, tuple[int | None, ...]], tuple[_Opening, ...]] = {}
        self._items = {name: tuple(map(skill_item, skills)) for name, skills in catalog.skills_by_learning.items()}
        self._first = {learning.id: self._openings(learning, levels) for learning in catalog.learning}

    def steps_for(self, row: RoleTerms, candidates: Iterable[Learning], most: int) -> Iterator[LearningStep]:
        """Up to `most` of the candidates, one after the other, each gaining on top of the ones before."""
        levels, done = dict(self._levels), set[str]()
        # They change only where a skill is raised, so they are not worked out anew for every step.
        offers = {
            learning.id: _offers(learning, self._first[learning.id], row.terms)
            for learning in candidates
            if not row.terms.keys().isdisjoint(self._items[learning.id])
        }
        raised: Iterable[Learning] = ()
        for _ in range(most):
            for learning in raised:
                if learning.id in offers:
                    offers[learning.id] = _offers(learning, self._openings(learning, levels), row.terms)
            open_to = [
                offer
                for found in offers.values()
                for offer in found
                if not offer.learning.requires or self._is_prepared(offer.learning, done)
            ]
            if not open_to:
                return
            best = min(open_to, key=attrgetter("order"))
            yield self._step(best)
            del offers[best.learning.id]
            done.add(best.learning.id)
            levels |= {step.skill: step.to for step, _ in best.gains}
            raised = self._raised(best.gains)

    def gains(self, row: RoleTerms, learning: Learning) -> bool:
        """Whether something adds to the readiness for a role, from where the person is now."""
        return bool(_offers(learning, self._first[learning.id], row.terms))

    def _is_prepared(self, learning: Learning, done: Collection[str]) -> bool:
        """Whether all that has to be done before is proposed already, or ends with a credential that is held."""
        by_id = self._catalog.learning_by_id
        return all(required in done or by_id[required].grants in self._held for required in learning.requires)

    def _openings(self, learning: Learning, levels: Mapping[str, int]) -> tuple[_Opening, ...]:
        """What can be done of something, from these levels."""
        skills = self._catalog.skills_by_learning[learning.id]
        key = learning.id, tuple(map(levels.get, skills))
        if key not in self._known:
            self._known[key] = tuple(
                (item, step, levels.get(skill))
                for skill, item in zip(skills, self._items[learning.id], strict=True)
                for step in steps_from(learning, skill, levels.get(skill, 0))
            )
        return self._known[key]

    def _raised(self, gains: Iterable[_Gain]) -> Iterator[Learning]:
        """Everything that builds a skill that is raised."""
        for step, _ in gains:
            yield from self._catalog.learning_by_skill[step.skill]

    def _step(self, offer: _Offer) -> LearningStep:
        labels = self._catalog.skill_by_id
        builds = tuple(
            BuildStep(skill=step.skill, label=labels[step.skill].label, start=step.start, to=step.to, gain=gain)
            for step, gain in offer.gains
        )
        return LearningStep(offer.learning, builds, offer.learning.hours or offer.gains[0][0].hours)


_Opening: TypeAlias = tuple[str, WayStep, int | None]
"""The item of a skill, a step that raises it, and the level that it starts from; None where that is unknown."""
_Gain: TypeAlias = tuple[WayStep, int]
"""A step that raises a skill, and what it adds to the readiness for a role, in hundredths."""


class _Offer(msgspec.Struct, frozen=True):
    """What doing something would add to the readiness for a role; the least order is the best."""

    order: tuple[bool, bool, float, str, tuple[str, ...]]
    learning: Learning
    gains: tuple[_Gain, ...]


def _offers(learning: Learning, openings: Iterable[_Opening], terms: Mapping[str, Term]) -> list[_Offer]:
    """What something offers for a role: the whole of it, or each of its builds alone; only where it gains."""
    gains: list[_Gain] = []
    known: list[bool] = []
    for item, step, level in openings:
        if (term := terms.get(item)) is None:
            continue
        # An unknown level counts with what it adds now, the mean over the prior.
        gain = term.coverage[step.to] - (term.unknown_coverage if level is None else term.coverage[level])
        if gain > 0:
            gains.append((step, gain))
            known.append(level is not None)
    if not gains:
        return []
    if learning.hours is not None:
        return [_offer(learning, tuple(gains), learning.hours, is_known=all(known))]
    return [
        _offer(learning, (gain,), gain[0].hours, is_known=is_known) for gain, is_known in zip(gains, known, strict=True)
    ]


def _offer(learning: Learning, gains: tuple[_Gain, ...], hours: Hours, *, is_known: bool) -> _Offer:
    """Orders by readiness per hour, what is worth the trouble first; then by name, whatever the order of the files.

    What has not been answered may well be there already; it is built on only where nothing else is left.
    """
    gain = sum([gain for _, gain in gains])
    per_hour = gain / max(hours.low + hours.high, 1)
    skills = tuple([step.skill for step, _ in gains])
    return _Offer((not is_known, gain < WORTHWHILE, -per_hour, learning.id, skills), learning, gains)
