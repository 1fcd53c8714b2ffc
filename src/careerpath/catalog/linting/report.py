"""The report of `careerpath catalog lint` in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from careerpath.catalog.linting.lint import LintReport
    from careerpath.errors import Problem


def report_text(report: LintReport) -> str:
    """What is to be mended or explained, what is explained, and the closest roles."""
    return "\n".join(_lines(report))


def _lines(report: LintReport) -> Iterator[str]:
    catalog = report.catalog
    count = len(report.problems)
    verdict = f"{count} to mend, or to explain in lint.yaml" if count else "nothing to mend"
    yield f"{catalog.name} {catalog.version}: {verdict}; {len(report.explained)} explained."
    for problem in report.problems:
        yield from ("", *_problem_lines(problem))
    if report.explained:
        yield from ("", "Explained")
        for entry in report.explained:
            yield f"  {entry.finding.code} {entry.finding.subject}: {entry.finding.message}"
            yield f"    It may stay: {' '.join(entry.why.split())}"
    if report.closest:
        yield from ("", "Closest roles, by what somebody who meets the first exactly loses with the second")
        for pair in report.closest:
            told = f"apart by {', '.join(pair.telling[:3])}" if pair.telling else "told apart by nothing"
            yield f"  {pair.distance / 100:6.2f}  {pair.role}, {pair.near}: {told}"


def _problem_lines(problem: Problem) -> Iterator[str]:
    place = f"{problem.location}: " if problem.location else ""
    yield f"{place}{problem.code} {problem.message}"
    yield f"  {problem.hint}"
