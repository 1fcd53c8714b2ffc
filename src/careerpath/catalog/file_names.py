"""The names of a catalogue's files. Apart from their types, since looking for a file needs none of these."""

from typing import Final

LINT_FILE: Final = "lint.yaml"

FILE_NAMES: Final = (
    "catalog.yaml",
    "documents.yaml",
    "claims.yaml",
    "conflicts.yaml",
    "skills.yaml",
    "activities.yaml",
    "roles.yaml",
    "learning.yaml",
    "questions.yaml",
    "scoring.yaml",
    LINT_FILE,
)
"""Every file of a catalogue, in the order in which they are read."""

OPTIONAL: Final = frozenset({LINT_FILE})
"""Files that a catalogue may do without. Nothing in it depends on them, but its digest covers them."""
