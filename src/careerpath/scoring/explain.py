"""Takes a match apart: each point traced to an answer, a requirement and the evidence for it; and the gaps."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING, Final

import msgspec

from careerpath.model.assessment import AnswerValue, ExplainedPoint, Gap
from careerpath.model.role import SkillRequirement
from careerpath.scoring import appeal
from careerpath.scoring.items import coded_answers
from careerpath.scoring.wording import (
    answer_text,
    answer_value,
    item_label,
    level_text,
    required_value,
    requirement_text,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerpath.model.answers import Answers
    from careerpath.model.catalog import Catalog
    from careerpath.scoring.table import RoleTerms, ScoreTable, Term

ACTIVITY: Final = "activity:"
"""How the item of an activity begins; its likings are no codes of an item of the table."""

SURPLUS_WHY: Final = (
    "This is more than the role uses. A surplus counts a little against a role, so that roles that ask more are not "
    "passed over."
)


_ITEM: Final = attrgetter("item")
_POINTS: Final = attrgetter("points")


class Answered(msgspec.Struct, frozen=True):
    """Known answers: codes (indices into the item's answers) by item, likes (1 to 5) by activity."""

    codes: dict[str, int]
    likes: dict[str, int]

    @classmethod
    def from_answers(cls, catalog: Catalog, answers: Answers) -> Answered:
        """What of somebody's answers is known; the answers are valid ones."""
        likes = {activity: like for activity, like in answers.likes.items() if like is not None}
        return cls(codes=coded_answers(catalog, answers), likes=likes)


class ItemWords(msgspec.Struct, frozen=True):
    """What an item is called, and the person's answer to it as a value and in words; None where it is unknown."""

    label: str
    answer: AnswerValue
    answer_text: str | None


class Words:
    """The words for a person's items, each found once: most items come up in the explanation of every role."""

    def __init__(self, catalog: Catalog, answered: Answered) -> None:
        self._catalog = catalog
        self._answered = answered
        self._known: dict[str, ItemWords] = {}

    def of(self, item: str) -> ItemWords:
        """The words for an item."""
        words = self._known.get(item)
        if words is None:
            words = self._known[item] = self._find(item)
        return words

    def _find(self, item: str) -> ItemWords:
        label, code = item_label(self._catalog, item), self._answered.codes.get(item)
        if item.startswith(ACTIVITY):
            code = self._answered.likes.get(item.removeprefix(ACTIVITY))
        if code is None:
            return ItemWords(label, None, None)
        return ItemWords(label, answer_value(self._catalog, item, code), answer_text(self._catalog, item, code))


class Explainer:
    """Explains the scores of one person for the roles of a table."""

    def __init__(self, catalog: Catalog, table: ScoreTable, answered: Answered) -> None:
        self._catalog = catalog
        self._answered = answered
        self._words = Words(catalog, answered)
        skills = [item.name for item in table.items if item.name.startswith("skill:")]
        surplus = [self._surplus(name, table.unasked, None) for name in sorted(skills)]
        self._unasked = [part for part in surplus if part]

    def match(self, row: RoleTerms) -> tuple[ExplainedPoint, ...]:
        """The parts of a match, largest first. Their points add up to the match exactly."""
        # By points, then by kind and item: sorting is stable, and the kinds stand in the order of their names.
        kinds = [*self._appeal(row)], [*self._requirements(row)], self._surpluses(row)
        parts = [part for kind in kinds for part in sorted(kind, key=_ITEM)]
        parts.sort(key=_POINTS, reverse=True)
        return tuple(parts)

    def gaps(self, row: RoleTerms) -> tuple[Gap, ...]:
        """What the person lacks for a role: see `find_gaps`."""
        return find_gaps(self._catalog, row, self._answered, words=self._words)

    def _requirements(self, row: RoleTerms) -> Iterator[ExplainedPoint]:
        for name, requirement in row.requirements.items():
            code, term, words = self._answered.codes.get(name), row.terms[name], self._words.of(name)
            yield ExplainedPoint(
                item=name,
                label=words.label,
                kind="requirement",
                answer=words.answer,
                answer_text=words.answer_text,
                required=required_value(requirement),
                required_text=requirement_text(self._catalog, name, requirement),
                importance=requirement.importance,
                points=term.unknown_coverage if code is None else term.coverage[code],
                basis=requirement.basis,
                claims=requirement.claims,
                why=requirement.why,
            )

    def _surpluses(self, row: RoleTerms) -> list[ExplainedPoint]:
        """Those of skills that the role does not ask for, which are the same for every such role; then its own."""
        terms = row.terms
        parts = [part for part in self._unasked if part.item not in terms]
        for name, requirement in row.requirements.items():
            if isinstance(requirement, SkillRequirement) and (part := self._surplus(name, terms[name], requirement)):
                parts.append(part)
        return parts

    def _surplus(self, name: str, term: Term, requirement: SkillRequirement | None) -> ExplainedPoint | None:
        code = self._answered.codes.get(name)
        worth = term.unknown_surplus if code is None else term.surplus[code]
        if not worth:
            return None
        words, level = self._words.of(name), requirement.level if requirement else 0
        return ExplainedPoint(
            item=name,
            label=words.label,
            kind="surplus",
            answer=words.answer,
            answer_text=words.answer_text,
            required=level,
            required_text=level_text(level),
            importance=None,
            points=worth,
            basis="editorial",
            why=SURPLUS_WHY,
        )

    def _appeal(self, row: RoleTerms) -> Iterator[ExplainedPoint]:
        activities = {activity.activity: activity for activity in self._catalog.role_by_id[row.role].activities}
        worths = appeal.match_points(row, self._answered.likes, self._catalog.scoring.appeal)
        for name, worth in worths.items():
            weighed, item = activities[name], f"{ACTIVITY}{name}"
            words = self._words.of(item)
            yield ExplainedPoint(
                item=item,
                label=words.label,
                kind="appeal",
                answer=words.answer,
                answer_text=words.answer_text,
                required=weighed.weight,
                required_text=weighed.weight,
                importance=None,
                points=worth,
                basis=weighed.basis,
                claims=weighed.claims,
                why=weighed.why,
            )


def find_gaps(catalog: Catalog, row: RoleTerms, answered: Answered, *, words: Words | None = None) -> tuple[Gap, ...]:
    """What the person lacks for a role, by what closing it gains, most first. The gains and readiness add up to 100.

    Args:
        catalog: the catalogue.
        row: the role.
        answered: what is known of the person.
        words: those of these answers, if they are at hand.
    """
    words = words or Words(catalog, answered)
    gaps: list[Gap] = []
    for name, requirement in row.requirements.items():
        term, code = row.terms[name], answered.codes.get(name)
        have = term.unknown_coverage if code is None else term.coverage[code]
        if code is not None and have == term.full:
            continue
        told = words.of(name)
        gaps.append(
            Gap(
                item=name,
                skill=requirement.skill if isinstance(requirement, SkillRequirement) else None,
                label=told.label,
                have=told.answer,
                have_text=told.answer_text,
                need=required_value(requirement),
                need_text=requirement_text(catalog, name, requirement),
                importance=requirement.importance,
                gain=term.full - have,
            )
        )
    return tuple(sorted(gaps, key=lambda gap: (-gap.gain, gap.item)))
