"""Names that people would read as the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerpath.catalog.linting.finding import Finding
from careerpath.catalog.names import folded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from careerpath.model.catalog import Catalog


def find_same_names(catalog: Catalog) -> Iterator[Finding]:
    """Labels of one kind that are spelt alike, and aliases that say what the label says already.

    That no alias of a role or skill means another one is a rule of every catalogue, and checked when it is read.
    """
    for kind, labels in _labels(catalog):
        owners: dict[str, str] = {}
        for owner, label in labels:
            first = owners.setdefault(folded(label), owner)
            if first != owner:
                yield Finding(
                    code="lint-same-name",
                    subject=f"{kind}:{first} {kind}:{owner}",
                    message=f"{first} and {owner} are both called '{label}'.",
                    hint="Give one of them another label.",
                )
    named = [("role", role.id, role.title, role.aliases) for role in catalog.roles]
    named += [("skill", skill.id, skill.label, skill.aliases) for skill in catalog.skills]
    for kind, owner, label, aliases in named:
        known = {folded(owner), folded(label)}
        for alias in aliases:
            if folded(alias) in known:
                yield Finding(
                    code="lint-same-name",
                    subject=f"{kind}:{owner} {alias}",
                    message=f"the alias '{alias}' of {owner} is read as a name that it has already.",
                    hint="Remove the alias.",
                )
            known.add(folded(alias))


def _labels(catalog: Catalog) -> Iterator[tuple[str, Iterable[tuple[str, str]]]]:
    yield "activity", ((entry.id, entry.label) for entry in catalog.activities)
    yield "learning", ((entry.id, entry.title) for entry in catalog.learning)
    yield "document", ((entry.id, entry.title) for entry in catalog.documents)
    yield "track", ((entry.id, entry.label) for entry in catalog.tracks)
    yield "rung", ((entry.id, entry.label) for entry in catalog.rungs)
    yield "question", ((entry.id, entry.text) for entry in catalog.questions)
    for topics in (catalog.skill_topics, catalog.activity_topics):
        yield "topic", ((entry.id, entry.label) for entry in topics)
    for question in catalog.questions:
        yield f"answer:{question.id}", ((choice.value, choice.label) for choice in question.choices)
