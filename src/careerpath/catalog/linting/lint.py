"""Every finding about a catalogue, and which of them its keeper has explained in `lint.yaml`."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import msgspec

from careerpath.catalog.file_names import LINT_FILE
from careerpath.catalog.files import LintFile
from careerpath.catalog.linting.apart import Pair, find_near_twins, find_twins, measure_pairs
from careerpath.catalog.linting.finding import Explanation, Finding
from careerpath.catalog.linting.names import find_same_names
from careerpath.catalog.linting.reach import find_never_first, find_no_way_in
from careerpath.catalog.linting.support import find_learning_gaps, find_uncited_claims
from careerpath.catalog.linting.unused import find_equal_answers, find_unused, find_unused_questions
from careerpath.catalog.read import read_catalog
from careerpath.errors import Problem
from careerpath.model.catalog import Catalog
from careerpath.parsing.shape import convert
from careerpath.parsing.text import decode_text
from careerpath.parsing.yaml_text import parse_yaml
from careerpath.scoring.table import build_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerpath.catalog.source import Source
    from careerpath.errors import Location
    from careerpath.scoring.table import ScoreTable

CLOSEST = 5


class Explained(msgspec.Struct, frozen=True, kw_only=True):
    """A finding, and why it may stay."""

    finding: Finding
    why: str


class LintReport(msgspec.Struct, frozen=True, kw_only=True):
    """What was found.

    problems: to be mended or explained; among them explanations of what is no longer found. closest: the roles that are
    hardest to tell apart, whether or not that is a finding.
    """

    catalog: Catalog
    problems: tuple[Problem, ...]
    explained: tuple[Explained, ...]
    closest: tuple[Pair, ...]


def lint(source: Source) -> LintReport:
    """Looks a catalogue over.

    Raises:
        InvalidInputError: it is not sound, so there is no catalogue to look over.
    """
    catalog = read_catalog(source)
    own = _explanations(source)
    inherited = _explanations(source.base) if source.base else {}
    known = {key: explanation for key, (explanation, _) in (*inherited.items(), *own.items())}
    table = build_table(catalog)
    pairs = measure_pairs(catalog, table, CLOSEST)
    findings = find_all(catalog, table, pairs)
    left = [finding for finding in findings if _key(finding) not in known]
    found = set(map(_key, findings))
    stale = [_stale(explanation, place) for key, (explanation, place) in own.items() if key not in found]
    return LintReport(
        catalog=catalog,
        problems=(*map(_problem, left), *stale),
        explained=tuple(
            Explained(finding=finding, why=known[_key(finding)].why) for finding in findings if _key(finding) in known
        ),
        closest=pairs[:CLOSEST],
    )


def find_all(catalog: Catalog, table: ScoreTable, pairs: Sequence[Pair]) -> tuple[Finding, ...]:
    """Every finding, explained or not, the gravest kinds first."""
    return tuple(
        chain(
            find_twins(pairs),
            find_near_twins(pairs),
            find_never_first(catalog, table),
            find_no_way_in(catalog),
            find_learning_gaps(catalog),
            find_unused(catalog),
            find_unused_questions(catalog, table),
            find_equal_answers(catalog, table),
            find_same_names(catalog),
            find_uncited_claims(catalog),
        )
    )


def _explanations(source: Source) -> dict[tuple[str, str], tuple[Explanation, Location]]:
    """The explanations in a catalogue's `lint.yaml` with their places; the last one where two are about the same."""
    data = source.files.get(LINT_FILE)
    if data is None:
        return {}
    file = source.display_name(LINT_FILE)
    node = parse_yaml(decode_text(data, file), file)
    if isinstance(node.value, dict):
        node.value.pop("$schema", None)
    entries = convert(node, LintFile).explained
    places = [entry.location for entry in node.each("explained")]
    return {_key(entry): (entry, place) for entry, place in zip(entries, places, strict=True)}


def _key(entry: Finding | Explanation) -> tuple[str, str]:
    return entry.code, entry.subject


def _problem(finding: Finding) -> Problem:
    return Problem(code=finding.code, message=f"{finding.subject}: {finding.message}", hint=finding.hint)


def _stale(explanation: Explanation, place: Location) -> Problem:
    return Problem(
        code="lint-stale-explanation",
        message=f"{explanation.code} is no longer found about {explanation.subject}.",
        hint="Remove this explanation.",
        location=place,
    )
