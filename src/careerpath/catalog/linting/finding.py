"""What is found in a catalogue, and what its keeper says about it."""

# No postponed annotations here: msgspec needs the types that they name when the program runs.

from typing import Literal

from careerpath.model.base import Value

Code = Literal[
    "lint-twins",
    "lint-near-twins",
    "lint-never-first",
    "lint-no-way-in",
    "lint-unused-skill",
    "lint-unused-activity",
    "lint-unused-credential",
    "lint-unused-question",
    "lint-equal-answers",
    "lint-learning-gap",
    "lint-same-name",
    "lint-uncited-claim",
]


class Finding(Value, frozen=True, kw_only=True):
    """Something that looks wrong. `subject` names what it is about: `skill:seo`, or two roles as `role:a role:b`."""

    code: Code
    subject: str
    message: str
    hint: str


class Explanation(Value, frozen=True, kw_only=True):
    """Why a finding may stay: the same `code` and `subject`, and the reason."""

    code: Code
    subject: str
    why: str
