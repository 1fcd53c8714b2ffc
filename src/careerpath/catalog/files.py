"""The files of a catalogue, and the type of each: shapes are checked against these, and schemas are made from them."""

# No postponed annotations here: msgspec needs the types that they name when the program runs.

from typing import Final

from careerpath.catalog.file_names import LINT_FILE
from careerpath.catalog.linting.finding import Explanation
from careerpath.model.base import Value
from careerpath.model.catalog import Rung, Scoring, Track
from careerpath.model.evidence import Claim, Conflict, Document
from careerpath.model.learning import Learning
from careerpath.model.question import Question
from careerpath.model.role import Role
from careerpath.model.skill import Activity, Skill, Topic


class RoleEntry(Role, frozen=True, kw_only=True):
    """A role as it is written: `without` names skills and activities of the parent (`extends`) that it leaves out."""

    without: tuple[str, ...] = ()


class CatalogFile(Value, frozen=True, kw_only=True):
    """`catalog.yaml`. With `base: shipped` the files here are laid over the shipped catalogue, entry by entry."""

    name: str
    version: str
    base: str | None = None
    tracks: tuple[Track, ...] = ()
    rungs: tuple[Rung, ...] = ()


class DocumentsFile(Value, frozen=True, kw_only=True):
    """`documents.yaml`."""

    documents: tuple[Document, ...]


class ClaimsFile(Value, frozen=True, kw_only=True):
    """`claims.yaml`."""

    claims: tuple[Claim, ...]


class ConflictsFile(Value, frozen=True, kw_only=True):
    """`conflicts.yaml`."""

    conflicts: tuple[Conflict, ...]


class SkillsFile(Value, frozen=True, kw_only=True):
    """`skills.yaml`."""

    topics: tuple[Topic, ...] = ()
    skills: tuple[Skill, ...]


class ActivitiesFile(Value, frozen=True, kw_only=True):
    """`activities.yaml`."""

    topics: tuple[Topic, ...] = ()
    activities: tuple[Activity, ...]


class RolesFile(Value, frozen=True, kw_only=True):
    """`roles.yaml`."""

    roles: tuple[RoleEntry, ...]


class LearningFile(Value, frozen=True, kw_only=True):
    """`learning.yaml`."""

    learning: tuple[Learning, ...]


class QuestionsFile(Value, frozen=True, kw_only=True):
    """`questions.yaml`."""

    questions: tuple[Question, ...]


class ScoringFile(Value, frozen=True, kw_only=True):
    """`scoring.yaml`."""

    scoring: Scoring


class LintFile(Value, frozen=True, kw_only=True):
    """`lint.yaml`: findings of `careerpath catalog lint` that may stay, each with its reason."""

    explained: tuple[Explanation, ...]


FILES: Final[dict[str, type[Value]]] = {
    "catalog.yaml": CatalogFile,
    "documents.yaml": DocumentsFile,
    "claims.yaml": ClaimsFile,
    "conflicts.yaml": ConflictsFile,
    "skills.yaml": SkillsFile,
    "activities.yaml": ActivitiesFile,
    "roles.yaml": RolesFile,
    "learning.yaml": LearningFile,
    "questions.yaml": QuestionsFile,
    "scoring.yaml": ScoringFile,
    LINT_FILE: LintFile,
}
"""The type of every file of a catalogue by name, in the order of `FILE_NAMES`."""
