"""One call of every command, and what a test says about answers."""

from __future__ import annotations

from typing import Final

from support.program import ROOT

ANNA: Final = "anna.yaml"
GOAL: Final = "product manager"
TEAM: Final = str(ROOT / "tests" / "catalogs" / "design-team")
PLAN: Final = ("--hours-per-week", "5", "--weeks", "12")

CALLS: Final[tuple[tuple[str, ...], ...]] = (
    ("quiz", "--answers", ANNA, "--json"),
    ("quiz", "--answers", ANNA, "--no-save"),
    ("quiz", "--template"),
    ("results",),
    ("results", "--explain", GOAL),
    ("path", GOAL, "--profile", "me"),
    ("plan", GOAL, *PLAN),
    ("plan", GOAL, *PLAN, "--ical", "plan.ics", "--start", "2027-01-04"),
    ("what-if", "seo=4", "--profile", "me"),
    ("report", "--html", "report.html"),
    ("report", "--markdown", "report.md"),
    ("compare", "marketing", "product", "--profile", "me"),
    ("roles",),
    ("show", GOAL),
    ("history",),
    ("profile", "list"),
    ("profile", "show"),
    ("profile", "export"),
    ("profile", "import", ANNA, "--profile", "bo"),
    ("profile", "edit"),
    ("verify", "result.json"),
    ("cohort", "people.csv", "-o", "out.csv", "--summary", "all"),
    ("catalog", "check"),
    ("catalog", "lint"),
    ("catalog", "sources"),
    ("catalog", "conflicts"),
    ("catalog", "evaluate", "--people", "10", "--catalog", TEAM),
    ("schema",),
    ("completion", "bash"),
    ("--complete", "bash", "careerpath", "results", ""),
    ("--version",),
    (),
    ("profile", "delete", "--yes"),
)
"""In an order in which each finds what it needs."""
