"""Every kind of output and of input, and the type that its JSON Schema is made from.

The types are named, not imported: listing the kinds loads nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any, Final, Literal, NamedTuple

VERSION: Final = 1
"""The version of every kind. A field that goes or changes its type needs the next one; new fields do not."""

ERROR: Final = "error"
"""The kind of every failure, whatever the command."""


class Kind(NamedTuple):
    """A kind: whether careerpath writes or reads it, the place of its type (`module:Name`), and what it is."""

    flow: Literal["output", "input"]
    place: str
    title: str

    def load_type(self) -> type[Any]:
        """The type; for an output that of `data` in the envelope."""
        module, _, name = self.place.partition(":")
        found: type[Any] = getattr(import_module(f"careerpath.{module}"), name)
        return found


def _output(place: str, title: str) -> Kind:
    return Kind("output", f"render.data.{place}", title)


def _file(place: str, title: str) -> Kind:
    return Kind("input", place, title)


KINDS: Final[dict[str, Kind]] = {
    "quiz": _output("result:ResultData", "What `careerpath quiz --json` prints"),
    "results": _output("result:ResultData", "What `careerpath results --json` prints"),
    "path": _output("path:PathData", "What `careerpath path --json` prints"),
    "plan": _output("plan:PlanData", "What `careerpath plan --json` prints"),
    "plan-done": _output("plan:DoneData", "What `careerpath plan --done ID --json` prints"),
    "what-if": _output("what_if:WhatIfData", "What `careerpath what-if --json` prints"),
    "report": _output("report:ReportData", "What `careerpath report --json` prints"),
    "compare": _output("comparison:ComparisonData", "What `careerpath compare --json` prints"),
    "roles": _output("roles:RolesData", "What `careerpath roles --json` prints"),
    "show": _output("roles:RoleData", "What `careerpath show --json` prints"),
    "history": _output("history:HistoryData", "What `careerpath history --json` prints"),
    "profile": _output("profiles:ProfileData", "What `careerpath profile show, export and import --json` print"),
    "profile-list": _output("profiles:ProfilesData", "What `careerpath profile list --json` prints"),
    "profile-delete": _output("profiles:DeletedData", "What `careerpath profile delete --json` prints"),
    "verify": _output("verification:VerificationData", "What `careerpath verify --json` prints"),
    "catalog-check": _output("sources:CheckData", "What `careerpath catalog check --json` prints"),
    "catalog-lint": _output("lint:LintData", "What `careerpath catalog lint --json` prints"),
    "catalog-sources": _output("sources:SourcesData", "What `careerpath catalog sources --json` prints"),
    "catalog-conflicts": _output("sources:ConflictsData", "What `careerpath catalog conflicts --json` prints"),
    "catalog-evaluate": _output("evaluation:EvaluationData", "What `careerpath catalog evaluate --json` prints"),
    "cohort": _output("cohort:CohortData", "What `careerpath cohort --json` prints"),
    "cohort-summary": _output(
        "cohort:CohortSummary", "What `careerpath cohort --summary PREFIX` writes to PREFIX.json"
    ),
    "schema": _output("schema_list:SchemaData", "What `careerpath schema KIND --json` prints"),
    "schema-list": _output("schema_list:SchemasData", "What `careerpath schema --json` prints"),
    "completion": _output("completion:CompletionData", "What `careerpath completion SHELL --json` prints"),
    ERROR: _output("envelope:Failure", "What every command prints with --json when it fails"),
    "answers-file": _file("answers.file:AnswersFile", "A file for `careerpath quiz --answers` and `profile import`"),
    "catalog-file": _file("catalog.files:CatalogFile", "`catalog.yaml` of a catalogue"),
    "documents-file": _file("catalog.files:DocumentsFile", "`documents.yaml` of a catalogue"),
    "claims-file": _file("catalog.files:ClaimsFile", "`claims.yaml` of a catalogue"),
    "conflicts-file": _file("catalog.files:ConflictsFile", "`conflicts.yaml` of a catalogue"),
    "skills-file": _file("catalog.files:SkillsFile", "`skills.yaml` of a catalogue"),
    "activities-file": _file("catalog.files:ActivitiesFile", "`activities.yaml` of a catalogue"),
    "roles-file": _file("catalog.files:RolesFile", "`roles.yaml` of a catalogue"),
    "learning-file": _file("catalog.files:LearningFile", "`learning.yaml` of a catalogue"),
    "questions-file": _file("catalog.files:QuestionsFile", "`questions.yaml` of a catalogue"),
    "scoring-file": _file("catalog.files:ScoringFile", "`scoring.yaml` of a catalogue"),
    "lint-file": _file("catalog.files:LintFile", "`lint.yaml` of a catalogue"),
}
"""Every kind, in the order in which `careerpath schema` lists them."""


def schema_id(kind: str) -> str:
    """The `$id` of a kind's schema: a name, not an address (`.invalid` leads nowhere, by RFC 2606)."""
    return f"https://careerpath.invalid/schemas/{kind}/v{VERSION}.json"
